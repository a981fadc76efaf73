"""The rulings as the text of decisions.toml: read, with one more, with one less; comments and order are kept."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Raw, Struct

from tracker.decisions.file_order import EMPTY, inserted, number_of, place_of
from tracker.decisions.ruling import Decision, faults_of
from tracker.documents.lfs import is_pointer
from tracker.errors import DecisionError
from tracker.i18n.message import MOST, first_of, first_of_many, message
from tracker.storage.cache import digest, forget, recalled, remembered
from tracker.text.key_lines import KeyLines
from tracker.text.toml import KEY_SHOWN, TomlError, parse_toml
from tracker.text.wrong_form import form_fault

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

FILE_NAME = "decisions.toml"

_CONFLICT = ("<<<<<<< ", ">>>>>>> ")
"""How git marks where two versions of a file were not joined."""

_BLOCK = re.compile(r"^\[\[decision\]\][^\n]*\n(?:(?!\[)[^\n]*\n?)*", re.MULTILINE)
"""A ruling as it is written here, with what follows it up to the next."""


_COMMENTS = re.compile(r"^[ \t]*#.*$", re.MULTILINE)


def read_decisions(text: str) -> tuple[Decision, ...]:
    """The rulings of a decisions.toml as they were given: by time, those of one moment in the order of the file.

    A text that was read before is not parsed again. Raises DecisionError with all faults at once, each with its place.
    """
    return tuple(sorted(_in_file(text), key=lambda row: row.when))


def _in_file(text: str) -> tuple[Decision, ...]:
    return msgspec.json.decode(rulings_as_json(text), type=tuple[Decision, ...])


class _Added(Struct, frozen=True):
    """What is remembered of a text with one more ruling: the text before, and the ruling."""

    before: str
    """The digest of the text before."""
    place: int
    """How many rulings stand before it."""
    number: int
    """How many there are with it."""
    row: str
    """It, as JSON."""


@lru_cache(maxsize=1)
def rulings_as_json(text: str) -> str:
    """The rulings in the order of the file as JSON, remembered. Raises DecisionError."""
    steps: list[_Added] = []
    name = _digest(text)
    while (known := recalled(str, _about(name))) is None and (step := recalled(_Added, _step(name))) is not None:
        steps.append(step)
        name = step.before
    if known is None:
        known = msgspec.json.encode(_parsed(text)).decode()
    elif steps:
        rows = msgspec.json.decode(known, type=list[Raw])
        for step in reversed(steps):
            rows.insert(step.place, Raw(step.row.encode()))
        known = msgspec.json.encode(rows).decode()
        forget(_about(name))
    rows_now: str = known
    return remembered(str, _about(_digest(text)), lambda: rows_now)


def number_in(text: str) -> int:
    """How many rulings a text holds. Raises DecisionError."""
    step = recalled(_Added, _step(_digest(text)))
    return step.number if step is not None else len(msgspec.json.decode(rulings_as_json(text), type=list[Raw]))


@lru_cache(maxsize=2)
def _digest(text: str) -> str:
    return digest(text)


def _about(name: str) -> tuple[str, str]:
    """What the rulings of a text with this digest are remembered by."""
    return "decisions", name


def _step(name: str) -> tuple[str, str]:
    """What the last ruling that came into such a text is remembered by."""
    return "decision", name


def _parsed(text: str) -> tuple[Decision, ...]:
    if is_pointer(text.encode()):
        raise DecisionError("collection.lfs", file=FILE_NAME)
    if marks := [at for at, line in enumerate(text.splitlines(), start=1) if line.startswith(_CONFLICT)]:
        raise DecisionError("decisions.conflict", file=FILE_NAME, lines=first_of(map(str, marks), MOST))
    try:
        table = parse_toml(text)
    except TomlError as fault:
        raise DecisionError("decisions.no-toml", file=FILE_NAME, cause=fault.reason) from None
    rows = table.pop("decision", [])
    faults = [message("decisions.unknown-key", key=key[:KEY_SHOWN]) for key in table]
    found: list[Decision] = []
    lines = KeyLines(text, "decision")
    for number, row in enumerate(rows if isinstance(rows, list) else [rows], start=1):
        try:
            found.append(msgspec.convert(row, Decision))
        except msgspec.ValidationError as fault:
            told = form_fault(fault, text, Decision, partial(lines.of, number=number))
            faults.append(message("decisions.fault", number=number, fault=told))
        else:
            faults += (message("decisions.fault", number=number, fault=fault) for fault in faults_of(found[-1]))
    if faults:
        raise DecisionError("decisions.faults", file=FILE_NAME, faults=first_of_many(faults))
    return tuple(found)


def added(text: str, decision: Decision) -> str:
    """The text of the file with one more ruling, in its place. Raises DecisionError: it could not be read so."""
    import tomlkit

    document: TOMLDocument = tomlkit.document()
    document.add("decision", tomlkit.aot())
    document["decision"].append(_table(decision))
    block = tomlkit.dumps(document)
    if _parsed(block) != (decision,):
        raise DecisionError("decisions.lossy", file=FILE_NAME)
    before, number = text or EMPTY, number_in(text)
    place = place_of(before, decision.quotes[0].hash, number)
    changed = inserted(before, place, block)
    if number and not number_of(before):
        _refuse_faulty(changed)
    order = number_of(before[:place]) if number_of(before) == number else number
    step = _Added(_digest(text), order, number + 1, msgspec.json.encode(decision).decode())
    remembered(_Added, _step(_digest(changed)), lambda: step)
    return changed


def _refuse_faulty(text: str) -> None:
    """Nothing, where rulings in another layout may stand beside one that is written here."""
    try:
        rulings_as_json(text)
    except DecisionError as fault:
        raise DecisionError("decisions.lossy", file=FILE_NAME) from fault


def taken_out(text: str, decision: Decision) -> str:
    """The text of the file without the last ruling that is equal to this one; comments after it stay."""
    known = _in_file(text)
    places = [place for place, row in enumerate(known) if row == decision]
    if not places:
        raise DecisionError("decisions.gone", file=FILE_NAME)
    blocks = list(_BLOCK.finditer(text))
    if len(blocks) == len(known):
        begin, block = blocks[places[-1]].start(), blocks[places[-1]][0]
        said = len(block.rstrip()) if "#" not in block else block.rindex("]") + 1
        changed = text[:begin] + text[begin + said :].removeprefix("\n").removeprefix("\n")
        whole = not _COMMENTS.sub("", block[said:]).strip() and _is(block[:said], decision)
    else:
        changed, whole = _taken_out_anyhow(text, places[-1], len(known)), False
    rest = (*known[: places[-1]], *known[places[-1] + 1 :])
    if not whole and _parsed(changed) != rest:
        raise DecisionError("decisions.lossy-withdrawal", file=FILE_NAME)
    forget(_about(_digest(text)))
    remembered(str, _about(_digest(changed)), lambda: msgspec.json.encode(rest).decode())
    return changed


def _is(block: str, decision: Decision) -> bool:
    """Whether a piece of a file is this ruling and nothing else."""
    try:
        return _parsed(block) == (decision,)
    except DecisionError:
        return False


def _taken_out_anyhow(text: str, place: int, number: int) -> str:
    """The text without one of its rulings, however they are laid out."""
    import tomlkit

    document: TOMLDocument = tomlkit.parse(text)
    if number == 1:
        del document["decision"]
    else:
        del document["decision"][place]
    return tomlkit.dumps(document)


def _table(decision: Decision) -> Any:
    """A ruling as a TOML table, its quotes one a line."""
    import tomlkit

    table = tomlkit.table()
    for key, value in msgspec.to_builtins(decision, builtin_types=(dt.datetime, dt.date)).items():
        if key != "quotes":
            table.add(key, value)
    quotes = tomlkit.array().multiline(multiline=True)
    for quote in decision.quotes:
        row = tomlkit.inline_table()
        row.update(msgspec.to_builtins(quote))
        quotes.append(row)
    table.add("quotes", quotes)
    return table
