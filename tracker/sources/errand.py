"""An errand into a folder: which questions are asked, what came of each, and what is left in letters.toml."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from tracker.documents.manifest import MANIFEST, ManifestSource
from tracker.errors import SourceError
from tracker.i18n.message import Message
from tracker.sources.client import Client
from tracker.sources.holdings import Holdings, opened
from tracker.sources.papers import ListedPaper, dossier_of, paper_id, paper_of
from tracker.sources.register import Register, promises_of, write_register
from tracker.sources.round import Fetched, FetchOutcome, Wanted, fetch, listing, settle
from tracker.sources.services import Services, known_services

Progress = Callable[[int, int, str], None]
"""Told of each paper before it is asked for: the how-manieth it is, of how many, and its id."""


class Came(Struct, frozen=True):
    """What came of one question."""

    asked: str
    """The dossier or the paper as a person writes it."""
    rows: tuple[Fetched, ...]
    complaints: tuple[Message, ...] = ()

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
    with _at(folder, dry) as holdings, Client(services) as client:
        source = given or holdings.manifest.source
        questions = [_one(words) for words in papers] or _stated(services, source, folder)
        came = tuple(_answered(client, services, holdings, one, dry=dry, progress=progress) for one in questions)
        if given and not dry and not papers:
            texts = {name: getattr(given, name) for name in ("dossier", "kind", "since", "query")}
            holdings.source({name: text for name, text in texts.items() if text})
        return came


def fetch_register(folder: Path, given: ManifestSource | None, *, dry: bool) -> int:
    """Keep the promises that the register has of a source's dossier beside the letters; how many there are.

    Raises SourceError, CollectionError.
    """
    services = known_services()
    with _at(folder, dry) as holdings, Client(services) as client:
        (wanted,) = _stated(services, given or holdings.manifest.source, folder)
        promises = promises_of(client, services.parliament, wanted.dossier)
        before = holdings.registered()
        if not dry and (before is None or before.promises != promises):
            holdings.register(write_register(Register(dt.datetime.now(dt.UTC).date(), promises)))
        return len(promises)


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
    client: Client, services: Services, holdings: Holdings, wanted: Wanted, *, dry: bool, progress: Progress
) -> Came:
    """One question: its papers, brought one by one."""
    before = holdings.state.answered.get(wanted.key)
    found = listing(client, services, wanted, before, holdings.state.papers)

    def told(papers: tuple[ListedPaper, ...]) -> Iterator[ListedPaper]:
        for number, paper in enumerate(papers, start=1):
            progress(number, len(papers), paper.id)
            yield paper

    rows = tuple(fetch(client, holdings, told(found.papers), dry=dry))
    if not dry:
        settle(holdings, wanted, found.answered, rows)
    asked = paper_id(wanted.dossier, wanted.paper) if wanted.paper else wanted.dossier.spelled
    return Came(asked, rows, found.complaints)
