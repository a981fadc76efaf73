"""Fetching from the register: its promises of the dossiers of a folder, kept beside the letters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from tracker.documents.manifest import MANIFEST, REGISTER, ManifestSource
from tracker.errors import SourceError
from tracker.i18n.message import Message, first_of, message
from tracker.sources.client import Client, Resting, StopError
from tracker.sources.fetch_task import holdings_at, questions_of
from tracker.sources.holdings import Holdings
from tracker.sources.papers import Dossier, dossier_of, paper_of
from tracker.sources.register import Promises, Register, Registered, joined_answers, promises_of, write_register
from tracker.sources.register_notices import register_notices
from tracker.sources.services import Parliament, Services, known_services

_SHOWN = 5
"""Promises that a note names."""


class RegisterCame(Struct, frozen=True):
    """What came of asking for the register: how many promises it has, and how many are new, changed or gone."""

    number: int
    changed: int
    complaints: tuple[Message, ...] = ()
    notes: tuple[Message, ...] = ()
    """What is told once: which promises it does not say any more."""
    lacking: tuple[Message, ...] = ()
    """Which fields its records lack."""
    named: tuple[str, ...] = ()
    """The promises that are new or changed, by their numbers, each with how it stood and how it stands."""


def fetch_register(
    folder: Path,
    given: ManifestSource | None,
    papers: Iterable[str] = (),
    *,
    dry: bool,
    resting: Resting | None = None,
    unasked: bool = False,
) -> RegisterCame:
    """Keep the promises that the register has of the dossiers of all sources beside the letters.

    Where no source has a dossier those of the papers named are meant, else those asked for before. What the register
    does not say any more stays as it was said last. A service that is `resting` is not asked. Where nobody asked for it
    (`unasked`) and lists alone say what is here, nothing is done. Raises SourceError, CollectionError.
    """
    services = known_services()
    with holdings_at(folder, dry) as holdings, Client(services, resting=resting) as client:
        before = holdings.registered()
        if unasked and before and before.is_of_lists and not _known_dossiers(services, holdings, given, papers, before):
            return RegisterCame(len(before.standing), 0)
        dossiers = _dossiers(services, holdings, given, papers, before)
        answers, complaints = _asked(client, services.parliament, dossiers, before, holdings.folder / REGISTER)
        today = dt.datetime.now(dt.UTC).date()
        promises = joined_answers(before, answers, today)
        if not dry and (before is None or before.promises != promises):
            holdings.register(write_register(Register(today, promises)))
        fields = ", ".join(dict.fromkeys(name for one in answers.values() for name in one.lacking))
        lacking = (message("source.register-lacks", service=services.parliament.name, fields=fields),)
        known = {row.number: _bare(row) for row in before.promises} if before else {}
        changed = [row.number for row in promises if known.get(row.number) != _bare(row)]
        withdrawn = sorted(known.keys() - {row.number for row in promises})
        silent = [row.number for row in promises if row.gone and row.number in changed]
        fresh = [row for row in promises if not row.gone and row.number in changed]
        notes = list(register_notices(fresh))
        if withdrawn:
            notes.append(message("source.register-withdrawn", numbers=first_of(withdrawn, _SHOWN)))
        if silent:
            notes.append(message("source.register-silent", numbers=first_of(silent, _SHOWN)))
        standing = len(Register(today, promises).standing)
        named = tuple(_became(row, known.get(row.number)) for row in fresh)
        return RegisterCame(
            standing, len(changed) + len(withdrawn), complaints, tuple(notes), lacking if fields else (), named
        )


def _became(row: Registered, before: Registered | None) -> str:
    """The number of a promise with its status, where that is another than before after the older one."""
    then = f"{before.status} → " if before and before.status != row.status else ""
    return f"{row.number}: {then}{row.status}"


def _asked(
    client: Client, service: Parliament, dossiers: Iterable[Dossier], before: Register | None, path: Path
) -> tuple[dict[Dossier, Promises], tuple[Message, ...]]:
    """What the register says of each dossier, and what is wrong with answers. Raises SourceError: with all of them."""
    answers: dict[Dossier, Promises] = {}
    faults: list[SourceError] = []
    for one in dossiers:
        try:
            answer = promises_of(client, service, one, before)
            _refuse_empty(one, answer, before, path)
            answers[one] = answer
        except StopError:
            raise
        except SourceError as fault:
            faults.append(fault)
    if faults and not answers:
        raise faults[0]
    return answers, tuple(fault.message for fault in faults)


def _refuse_empty(dossier: Dossier, answer: Promises, before: Register | None, path: Path) -> None:
    """Nothing, but where an answer has no promise of a dossier that had some before. Raises SourceError."""
    had = sum(not row.dossiers or dossier.id in row.dossiers for row in before.standing) if before else 0
    if had and not (answer.promises or answer.withdrawn):
        raise SourceError("source.empty-register", dossier=dossier.spelled, path=path, number=had)


def _bare(row: Registered) -> Registered:
    """What the register says of a promise, whichever dossier was asked for and however much of it was understood."""
    return replace(row, dossiers=(), unread=())


def _dossiers(
    services: Services,
    holdings: Holdings,
    given: ManifestSource | None,
    papers: Iterable[str],
    before: Register | None,
) -> tuple[Dossier, ...]:
    """The same. Raises SourceError: there is none."""
    found = _known_dossiers(services, holdings, given, papers, before)
    if not found:
        raise SourceError("source.no-register", path=holdings.folder / MANIFEST)
    return found


def _known_dossiers(
    services: Services,
    holdings: Holdings,
    given: ManifestSource | None,
    papers: Iterable[str],
    before: Register | None,
) -> tuple[Dossier, ...]:
    """The dossiers of what is given and of every source, else of the papers, else asked for before."""
    sources = [one for one in (given, *holdings.stated.manifest.sources) if one and one.dossier]
    stated = (one.dossier for one in questions_of(services, sources, holdings.folder)) if sources else ()
    named = (paper_of(words)[0] for words in papers)
    then = (dossier_of(id_) for row in (before.promises if before else ()) for id_ in row.dossiers)
    known = (tuple(dict.fromkeys(one for one in some if one)) for some in (stated, named, then))
    return next(filter(None, known), ())
