"""The services that are asked: addresses, questions and manners, as data (services.toml)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path
from string import Formatter
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec
from msgspec import Struct

from tracker import __version__
from tracker.errors import SourceError
from tracker.i18n.message import message
from tracker.storage.bounded_read import read_bounded
from tracker.text.system_fault import system_fault
from tracker.text.toml import TomlError, parse_toml
from tracker.text.wrong_form import form_fault

FILE = Path(__file__).with_name("services.toml")
VARIABLE = "TRACKER_SOURCES"
"""The environment variable that names a file in the place of ours."""
_FORMATTER = Formatter()
_MOST = 86_400
"""Seconds of a pause or a wait, and tries: nobody waits for more than a day."""
_LARGEST = 1 << 20
"""Bytes of the table of services."""


class Manners(Struct, frozen=True, forbid_unknown_fields=True):
    """How services are asked; times are in seconds."""

    agent: str
    pause: float
    tries: int
    wait: float
    patience: float
    timeout: float
    longest: float


class Parliament(Struct, frozen=True, forbid_unknown_fields=True):
    """The OData service: its address, and its questions as templates."""

    name: str
    base: str
    zone: str
    """The time zone of its days."""
    page: int
    file: str
    papers: str
    case: str
    of_dossier: str
    of_paper: str
    of_code: str
    of_case: str
    of_answers: str
    since: str
    changed: str
    withdrawn: str
    signs: tuple[str, ...]
    annex: str
    letter: str
    promises: str
    promises_of: str
    met: tuple[str, ...]
    unmet: tuple[str, ...]
    named: str
    closed: tuple[str, ...] = ()
    """Those of the unmet that await nothing any more."""


class Fields(Struct, frozen=True, forbid_unknown_fields=True):
    """What the elements of a record in an SRU answer are called."""

    id: str
    dossier: str
    number: str
    title: str
    dossier_title: str
    kind: str
    date: str
    changed: tuple[str, ...]
    forms: tuple[str, ...]


class Publications(Struct, frozen=True, forbid_unknown_fields=True):
    """The SRU service: its address, its questions as templates, and the elements of its answers."""

    name: str
    base: str
    page: int
    papers: str
    of_dossier: str
    of_paper: str
    of_code: str
    since: str
    fields: Fields


class PaperKind(Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of papers: what they are, and words of which their title holds one where that is not enough."""

    name: str
    is_: tuple[str, ...] = msgspec.field(name="is")
    words: tuple[str, ...] = ()


class Services(Struct, frozen=True, forbid_unknown_fields=True):
    """All services, whom else they may point to, and the kinds of papers that may be asked for."""

    hosts: tuple[str, ...]
    private: tuple[str, ...]
    manners: Manners
    parliament: Parliament
    publications: Publications
    kind: tuple[PaperKind, ...] = ()


def known_services() -> Services:
    """The services: those of the file that the environment names, else ours. Raises SourceError."""
    path = Path(os.environ.get(VARIABLE) or FILE)
    try:
        text = read_bounded(path, _LARGEST).decode()
    except (OSError, UnicodeDecodeError) as fault:
        raise SourceError("source.services", path=path, cause=system_fault(fault)) from fault
    return _checked(path, text)


@lru_cache(8)
def _checked(path: Path, text: str) -> Services:
    """The services of a table, for which a command asks more than once. Raises SourceError: it is none."""
    try:
        services = msgspec.convert(parse_toml(text), Services)
    except TomlError as fault:
        raise SourceError("source.services", path=path, cause=fault.reason) from None
    except msgspec.ValidationError as fault:
        raise SourceError("source.services", path=path, cause=form_fault(fault, text)) from fault
    for name, value in _odd(services):
        wrong = message("form.key", key=name, fault=message("form.no-value", value=str(value)))
        raise SourceError("source.services", path=path, cause=wrong)
    agent = services.manners.agent.format(version=__version__)
    return msgspec.structs.replace(services, manners=msgspec.structs.replace(services.manners, agent=agent))


@cache
def _ours() -> Services:
    """The table that is shipped, by which others are checked."""
    return msgspec.convert(parse_toml(FILE.read_text("utf-8")), Services)


def _odd(services: Services) -> Iterator[tuple[str, object]]:
    """The values that no service can be asked by, each with its key: numbers, templates, a zone."""
    for name, value in msgspec.structs.asdict(services.manners).items():
        if not isinstance(value, str) and not 0 <= value <= _MOST:  # so is "nan" told
            yield name, value
    ours = _ours()
    for known, table in ((ours.parliament, services.parliament), (ours.publications, services.publications)):
        asked = msgspec.structs.asdict(known)
        for name, value in msgspec.structs.asdict(table).items():
            if isinstance(value, str) and not _may_be_filled(value, asked[name]):
                yield name, value
            if isinstance(value, int) and not 1 <= value <= _MOST:
                yield name, value
    if not _may_be_filled(services.manners.agent, "{version}"):
        yield "agent", services.manners.agent
    try:
        ZoneInfo(services.parliament.zone)
    except (ValueError, OSError, ZoneInfoNotFoundError):
        yield "zone", services.parliament.zone


def _may_be_filled(template: str, ours: str) -> bool:
    """Whether a template is one, and asks to be filled with no more than ours does."""
    with suppress(ValueError):  # a brace without its other
        known, asked = (
            {name for _, name, _, _ in _FORMATTER.parse(one) if name is not None} for one in (ours, template)
        )
        return asked <= known
    return False


def kind_names() -> tuple[str, ...]:
    """The kinds of papers that may be asked for. Raises SourceError."""
    return tuple(kind.name for kind in known_services().kind)
