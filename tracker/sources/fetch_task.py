"""Fetching into a folder: which questions are asked, what came of each, and what is left in letters.toml."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace

from tracker.documents.manifest import MANIFEST, ManifestSource, parse_manifest
from tracker.errors import ExitCode, SourceError, TrackerError
from tracker.i18n.message import Message, first_of, message
from tracker.sources.client import Client, Resting, StopError
from tracker.sources.feeds import read_feed
from tracker.sources.fetch_round import Fetched, FetchOutcome, fetch_papers, settle
from tracker.sources.folder_session import opened
from tracker.sources.holdings import Holdings
from tracker.sources.listing import Wanted, listing
from tracker.sources.other_bodies import bring, from_folder, from_remote
from tracker.sources.papers import ListedPaper, dossier_of, paper_of
from tracker.sources.services import Services, known_services

_SHOWN = 5
"""Papers that a note names."""
FetchProgress = Callable[[int, int, str], None]
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


class UnansweredError(SourceError):
    """What is asked for could not be had where it should come from; its code is that of the fault."""

    def __init__(self, message: Message, code: ExitCode) -> None:
        super().__init__(message)
        self.code = code


def run_task(
    folder: Path,
    given: ManifestSource | None,
    papers: Iterable[str],
    cited: Iterable[str] = (),
    *,
    dry: bool,
    progress: FetchProgress,
    resting: Resting | None = None,
) -> tuple[Came, ...]:
    """Fetch the papers named and cited, else those of the source that is given, else of all that letters.toml states.

    What letters cite and no service knows is told. Services that are `resting` are not asked. Raises UnansweredError:
    nothing could be had; SourceError, CollectionError: it may not even be asked for.
    """
    services = known_services()
    resting = {} if resting is None else resting
    with holdings_at(folder, dry) as holdings:
        sources = (given,) if given else holdings.stated.manifest.sources
        single = [*(_one(words) for words in papers), *(_one(words, named=False) for words in cited)]
        if single or all(source.dossier for source in sources):
            questions = single or questions_of(services, sources, folder)
            asked = None if single else given
            return _from_services(services, holdings, questions, resting, given=asked, dry=dry, progress=progress)
        came: list[Came] = []
        for source in sources:
            came += _of_one(services, holdings, source, resting, alone=len(sources) == 1, dry=dry, progress=progress)
        return tuple(came)


def _of_one(
    services: Services,
    holdings: Holdings,
    source: ManifestSource,
    resting: Resting,
    *,
    alone: bool,
    dry: bool,
    progress: FetchProgress,
) -> tuple[Came, ...]:
    """What one source has; of several one that fails is told, and the others are asked all the same."""
    try:
        if source.dossier:
            questions = questions_of(services, (source,), holdings.folder)
            return _from_services(services, holdings, questions, resting, given=None, dry=dry, progress=progress)
        return (_from_elsewhere(services, holdings, source, resting, dry=dry, progress=progress),)
    except TrackerError as fault:
        if alone:
            raise
        return (Came(_spelled(source), (), (fault.message,)),)


def _from_elsewhere(
    services: Services,
    holdings: Holdings,
    source: ManifestSource,
    resting: Resting,
    *,
    dry: bool,
    progress: FetchProgress,
) -> Came:
    """What a feed, a folder or a git remote has."""
    if source.feed:
        host = urlsplit(source.feed).hostname or ""
        with Client(services, also=(host, *source.hosts), resting=resting) as client:
            with _asking():
                feed = read_feed(client, source.feed, services.parliament.zone)
            rows, stopped = _until_stopped(
                fetch_papers(client, holdings, _with_progress(feed.papers, progress), dry=dry)
            )
            return Came(source.feed, rows, stopped, (*feed.notes, *_left(rows, feed.papers)))
    origin = source.folder or source.git
    place = (holdings.folder / origin).resolve()  # where it is no place on this machine it is a remote
    with _asking():
        remote = str(place) if place.is_dir() else origin
        letters = (
            from_folder(place, holdings.folder) if source.folder else from_remote(remote, services.manners.longest)
        )
        stated = parse_manifest(letters.manifest or "", f"{origin}/{MANIFEST}").letters
    return Came(origin, tuple(bring(holdings, letters, stated, origin, dry=dry)))


@contextmanager
def _asking() -> Iterator[None]:
    try:
        yield
    except TrackerError as fault:
        raise UnansweredError(fault.message, fault.code) from fault


def _until_stopped(rows: Iterable[Fetched]) -> tuple[tuple[Fetched, ...], tuple[Message, ...]]:
    """What came until a service asked to be left alone, and that it did."""
    came: list[Fetched] = []
    try:
        came.extend(rows)
    except StopError as fault:
        return tuple(came), (fault.message,)
    return tuple(came), ()


def _left(rows: Sequence[Fetched], papers: Sequence[ListedPaper]) -> tuple[Message, ...]:
    """How many papers were not come to."""
    number = len(papers) - len(rows)
    return (message("source.not-come-to", number=number, of=len(papers)),) if number else ()


def _with_progress(papers: tuple[ListedPaper, ...], progress: FetchProgress) -> Iterator[ListedPaper]:
    for number, paper in enumerate(papers, start=1):
        progress(number, len(papers), paper.id)
        yield paper


def _from_services(
    services: Services,
    holdings: Holdings,
    questions: list[Wanted],
    resting: Resting,
    *,
    given: ManifestSource | None,
    dry: bool,
    progress: FetchProgress,
) -> tuple[Came, ...]:
    """What the official services have."""
    with Client(services, resting=resting) as client:
        return tuple(_all_answered(client, services, holdings, questions, given=given, dry=dry, progress=progress))


def _all_answered(
    client: Client,
    services: Services,
    holdings: Holdings,
    questions: list[Wanted],
    *,
    given: ManifestSource | None,
    dry: bool,
    progress: FetchProgress,
) -> Iterator[Came]:
    """What came of each question; of several, or cited ones, one that fails is told, and the others are asked."""
    several = max(len(questions), len(holdings.stated.manifest.sources)) > 1
    for wanted in questions:
        try:
            came = _answered(client, services, holdings, wanted, given=given, dry=dry, progress=progress)
            yield replace(came, asked=wanted.in_full) if several else came
        except SourceError as fault:
            if len(questions) == 1 and wanted.named:
                raise UnansweredError(fault.message, fault.code) from fault
            yield Came(wanted.in_full, (), (fault.message,))
            if isinstance(fault, StopError):
                return


@contextmanager
def holdings_at(folder: Path, dry: bool) -> Iterator[Holdings]:
    """The papers of a folder; of one that is only looked at nothing changes."""
    if dry:
        yield Holdings(folder)
    else:
        with opened(folder) as holdings:
            yield holdings


def _one(words: str, *, named: bool = True) -> Wanted:
    dossier, number = paper_of(words)
    return Wanted(dossier, paper=number, named=named)


def questions_of(services: Services, sources: Sequence[ManifestSource], folder: Path) -> list[Wanted]:
    """What sources ask for. Raises SourceError: there is none, or one says what is not understood."""
    if not sources:
        raise SourceError("source.none-stated", path=folder / MANIFEST)
    return [_understood(services, source) for source in sources]


def _understood(services: Services, source: ManifestSource) -> Wanted:
    kind = next((kind for kind in services.kind if kind.name == source.kind), None)
    if source.kind and kind is None:
        raise SourceError("source.no-kind", kind=source.kind[:40], kinds=", ".join(one.name for one in services.kind))
    try:
        since = dt.date.fromisoformat(source.since) if source.since else None
    except ValueError as fault:
        raise SourceError("source.no-day", text=source.since[:40]) from fault
    return Wanted(dossier_of(source.dossier), kind=kind, since=since, query=source.query)


def _answered(
    client: Client,
    services: Services,
    holdings: Holdings,
    wanted: Wanted,
    *,
    given: ManifestSource | None,
    dry: bool,
    progress: FetchProgress,
) -> Came:
    """One question: its papers, brought one by one; before the first, what is asked is kept for later rounds."""
    before = None if holdings.lost() else holdings.memory.state.answered.get(wanted.key)
    found = listing(client, services, wanted, before, holdings.memory.state.papers)
    notes = found.notes or (_stating(holdings, given, dry=dry) if given else ())
    rows, stopped = _until_stopped(fetch_papers(client, holdings, _with_progress(found.papers, progress), dry=dry))
    if not dry and not stopped:
        settle(holdings, wanted, found.answered, rows)
    notes += _left(rows, found.papers)
    if found.kindless:
        notes += (message("source.kindless", papers=first_of(found.kindless, _SHOWN)),)
    return Came(wanted.spelled, rows, (*found.complaints, *stopped), notes)


def _stating(holdings: Holdings, given: ManifestSource, *, dry: bool) -> tuple[Message, ...]:
    """State in letters.toml what is asked, beside what it states already; that later rounds ask all of it is told."""
    stated = holdings.stated.manifest.sources
    if dry or any(_holds(one, given) for one in stated):
        return ()
    texts = {name: getattr(given, name) for name in ("dossier", "kind", "since", "query")}
    holdings.stated.source({name: text for name, text in texts.items() if text})
    if not stated:
        return ()
    asked = ", ".join(_spelled(one) for one in holdings.stated.manifest.sources)
    return (message("source.stated-beside", path=holdings.folder / MANIFEST, asked=asked),)


def _holds(stated: ManifestSource, given: ManifestSource) -> bool:
    """Whether what is stated asks for all that is given."""
    if not stated.dossier or _spelled(ManifestSource(stated.dossier)) != _spelled(ManifestSource(given.dossier)):
        return False
    kind, query = stated.kind in {"", given.kind}, set(stated.query.casefold().split())
    return kind and stated.since <= given.since and query <= set(given.query.casefold().split())


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
