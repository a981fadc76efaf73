"""An errand into a folder: which questions are asked, what came of each, and what is left in letters.toml."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct

from tracker.documents.manifest import MANIFEST, REGISTER, ManifestSource
from tracker.errors import SourceError
from tracker.i18n.message import Message, message
from tracker.sources.client import Client, StopError
from tracker.sources.holdings import Holdings, opened
from tracker.sources.listing import Wanted, listing
from tracker.sources.others import bring, from_folder, from_remote, read_feed
from tracker.sources.papers import Dossier, ListedPaper, dossier_of, paper_of
from tracker.sources.register import Register, promises_of, write_register
from tracker.sources.round import Fetched, FetchOutcome, fetch, settle
from tracker.sources.services import Services, known_services

Progress = Callable[[int, int, str], None]
"""Told of each paper before it is asked for: the how-manieth it is, of how many, and its id."""


class Came(Struct, frozen=True):
    """What came of one question."""

    asked: str
    """The dossier or the paper as a person writes it."""
    rows: tuple[Fetched, ...]
    complaints: tuple[Message, ...] = ()
    notes: tuple[Message, ...] = ()
    """What a person should know though nothing is missing."""

    @property
    def whole(self) -> bool:
        """Whether nothing of the answer is missing."""
        return not self.complaints and all(row.outcome is not FetchOutcome.FAILED for row in self.rows)


def run_errand(
    folder: Path, given: ManifestSource | None, papers: Iterable[str], *, dry: bool, progress: Progress
) -> tuple[Came, ...]:
    """Fetch the papers named, else those of the source that is given, else of the one that letters.toml states.

    Raises SourceError, CollectionError.
    """
    services = known_services()
    with _at(folder, dry) as holdings:
        source = given or holdings.manifest.source
        if source and not source.dossier and not papers:
            return (_from_elsewhere(services, holdings, source, dry=dry, progress=progress),)
        return _from_services(services, holdings, source, tuple(papers), given=given, dry=dry, progress=progress)


def _from_elsewhere(
    services: Services, holdings: Holdings, source: ManifestSource, *, dry: bool, progress: Progress
) -> Came:
    """What a feed, a folder or a git remote has."""
    if source.feed:
        host = urlsplit(source.feed).hostname or ""
        with Client(services, also=(host, *source.hosts)) as client:
            feed = read_feed(client, source.feed)
            came = _until_stopped(fetch(client, holdings, _told(feed.papers, progress), dry=dry))
            return Came(source.feed, *came, feed.notes)
    origin = source.folder or source.git
    files = from_folder(holdings.folder / source.folder) if source.folder else from_remote(source.git)
    return Came(origin, tuple(bring(holdings, files, origin, dry=dry)))


def _until_stopped(rows: Iterable[Fetched]) -> tuple[tuple[Fetched, ...], tuple[Message, ...]]:
    """What came until a service asked to be left alone, and that it did."""
    came: list[Fetched] = []
    try:
        came.extend(rows)
    except StopError as fault:
        return tuple(came), (fault.message,)
    return tuple(came), ()


def _told(papers: tuple[ListedPaper, ...], progress: Progress) -> Iterator[ListedPaper]:
    for number, paper in enumerate(papers, start=1):
        progress(number, len(papers), paper.id)
        yield paper


def _from_services(
    services: Services,
    holdings: Holdings,
    source: ManifestSource | None,
    papers: tuple[str, ...],
    *,
    given: ManifestSource | None,
    dry: bool,
    progress: Progress,
) -> tuple[Came, ...]:
    """What the official services have."""
    with Client(services) as client:
        questions = [_one(words) for words in papers] or _stated(services, source, holdings.folder)
        asked = given if not papers else None
        return tuple(_all_answered(client, services, holdings, questions, given=asked, dry=dry, progress=progress))


def _all_answered(
    client: Client,
    services: Services,
    holdings: Holdings,
    questions: list[Wanted],
    *,
    given: ManifestSource | None,
    dry: bool,
    progress: Progress,
) -> Iterator[Came]:
    """What came of each question; of several one that fails is told, and the others are asked all the same."""
    for wanted in questions:
        try:
            yield _answered(client, services, holdings, wanted, given=given, dry=dry, progress=progress)
        except SourceError as fault:
            if len(questions) == 1:
                raise
            yield Came(wanted.spelled, (), (fault.message,))
            if isinstance(fault, StopError):
                return


class RegisterCame(Struct, frozen=True):
    """What came of asking for the register: how many promises it has, and how many of them are new or changed."""

    number: int
    changed: int


def fetch_register(
    folder: Path, given: ManifestSource | None, papers: Iterable[str] = (), *, dry: bool
) -> RegisterCame:
    """Keep the promises that the register has of a source's dossier beside the letters.

    Where no source is stated the dossiers of the papers named are meant.
    Raises SourceError, CollectionError.
    """
    services = known_services()
    with _at(folder, dry) as holdings, Client(services) as client:
        source = given or holdings.manifest.source
        named = () if source else (paper_of(words)[0] for words in papers)
        dossiers = {one for one in named if one} or {
            one.dossier or Dossier(0) for one in _stated(services, source, folder)
        }
        found = (promises_of(client, services.parliament, one) for one in dossiers)
        promises = tuple(
            sorted({row.number: row for rows in found for row in rows}.values(), key=lambda row: row.number)
        )
        before = holdings.registered()
        if before and before.promises and not promises:
            raise SourceError("source.empty-register", path=folder / REGISTER, number=len(before.promises))
        if not dry and (before is None or before.promises != promises):
            holdings.register(write_register(Register(dt.datetime.now(dt.UTC).date(), promises)))
        known = frozenset(row.number for row in before.promises if row in promises) if before else frozenset()
        return RegisterCame(len(promises), sum(row.number not in known for row in promises))


@contextmanager
def _at(folder: Path, dry: bool) -> Iterator[Holdings]:
    """The papers of a folder; of one that is only looked at nothing changes."""
    if dry:
        yield Holdings(folder)
    else:
        with opened(folder) as holdings:
            yield holdings


def _one(words: str) -> Wanted:
    dossier, number = paper_of(words)
    return Wanted(dossier, paper=number)


def _stated(services: Services, source: ManifestSource | None, folder: Path) -> list[Wanted]:
    """What a source asks for. Raises SourceError: there is none, or it says what is not understood."""
    if source is None or not source.dossier:
        raise SourceError("source.none-stated", path=folder / MANIFEST)
    kind = next((kind for kind in services.kind if kind.name == source.kind), None)
    if source.kind and kind is None:
        raise SourceError("source.no-kind", kind=source.kind[:40], kinds=", ".join(one.name for one in services.kind))
    try:
        since = dt.date.fromisoformat(source.since) if source.since else None
    except ValueError as fault:
        raise SourceError("source.no-day", text=source.since[:40]) from fault
    return [Wanted(dossier_of(source.dossier), kind=kind, since=since, query=source.query)]


def _answered(
    client: Client,
    services: Services,
    holdings: Holdings,
    wanted: Wanted,
    *,
    given: ManifestSource | None,
    dry: bool,
    progress: Progress,
) -> Came:
    """One question: its papers, brought one by one; before the first, what is asked is kept for later rounds."""
    before = None if holdings.lost() else holdings.state.answered.get(wanted.key)
    found = listing(client, services, wanted, before, holdings.state.papers)
    notes = _stating(holdings, given, dry=dry) if given else ()
    rows, stopped = _until_stopped(fetch(client, holdings, _told(found.papers, progress), dry=dry))
    if not dry and not stopped:
        settle(holdings, wanted, found.answered, rows)
    return Came(wanted.spelled, rows, (*found.complaints, *stopped), notes)


def _stating(holdings: Holdings, given: ManifestSource, *, dry: bool) -> tuple[Message, ...]:
    """State in letters.toml what is asked; where it states something else already, that is told and stays."""
    stated = holdings.manifest.source
    if stated is None:
        texts = {name: getattr(given, name) for name in ("dossier", "kind", "since", "query")}
        if not dry:
            holdings.source({name: text for name, text in texts.items() if text})
        return ()
    if _spelled(stated) == _spelled(given):
        return ()
    path = holdings.folder / MANIFEST
    return (message("source.stated-other", path=path, stated=_spelled(stated), asked=_spelled(given)),)


def _spelled(source: ManifestSource) -> str:
    """A source as one would ask for it."""
    if not source.dossier:
        return source.feed or source.folder or source.git
    options = (("kind", source.kind), ("since", source.since), ("query", source.query))
    try:
        dossier = dossier_of(source.dossier).id
    except SourceError:
        dossier = source.dossier
    return " ".join((dossier, *(f"--{name} {text}" for name, text in options if text)))
