"""A round: what services have of a dossier, what of it is here, and the rest brought into the folder."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Container, Iterable, Iterator
from enum import StrEnum

from msgspec import Struct

from tracker.documents.manifest import ManifestEntry
from tracker.errors import SourceError
from tracker.i18n.message import Message, message
from tracker.sources.client import Client, StopError
from tracker.sources.forms import best_of
from tracker.sources.holdings import Answered, Held, Holdings
from tracker.sources.odata import papers_of
from tracker.sources.papers import Dossier, ListedPaper, merged, paper_id
from tracker.sources.services import PaperKind, Services
from tracker.sources.sru import publications_of

_OVERLAP = dt.timedelta(days=1)
Clock = Callable[[], dt.datetime]


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class FetchOutcome(StrEnum):
    """What became of a paper in a round."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    YOURS = "yours"
    """It is here, and a person put or changed it: left alone."""
    WANTED = "wanted"
    """It would be fetched; nothing was, as asked."""
    WITHDRAWN = "withdrawn"
    """It was taken back where it came from; what is here stays."""
    FAILED = "failed"


class Fetched(Struct, frozen=True):
    """A paper in a round: what became of it, its file, and what is to be said of that."""

    paper: ListedPaper
    outcome: FetchOutcome
    path: str = ""
    told: tuple[Message, ...] = ()


class Wanted(Struct, frozen=True):
    """What a user asks for."""

    dossier: Dossier
    paper: str = ""
    kind: PaperKind | None = None
    since: dt.date | None = None
    query: str = ""

    @property
    def key(self) -> str:
        """What the answers to this question are remembered under."""
        kind = self.kind.name if self.kind else ""
        return "|".join((self.dossier.id, self.paper, kind, str(self.since or ""), self.query.casefold()))


class Listing(Struct, frozen=True):
    """What services have: papers, the oldest first, what one of them complained of, and what to remember of it."""

    papers: tuple[ListedPaper, ...]
    complaints: tuple[Message, ...] = ()
    answered: Answered | None = None
    """None where the answer is not whole."""


def listing(
    client: Client, services: Services, wanted: Wanted, before: Answered | None = None, held: Container[str] = ()
) -> Listing:
    """The papers that are asked for, and those that are `held`; of the register what changed since `before`.

    A service that fails is told, as long as the other answers. Raises SourceError: both fail, or know no paper.
    """
    moment, known = (before.moment, frozenset(before.papers)) if before else ("", frozenset())
    parliament, publications = services.parliament, services.publications
    dossier, paper, since = wanted.dossier, wanted.paper, wanted.since
    registered, fault = _asked(
        papers_of(client, parliament, dossier, paper=paper, since=since, changed=_earlier(moment))
    )
    published, other = _asked(publications_of(client, publications, dossier, paper=paper, since=since))
    if fault and other:
        raise fault
    if not (registered or published or before):
        raise SourceError("source.nothing", wanted=paper_id(dossier, paper) if paper else dossier.spelled)
    # Of what the register did not send again it was judged before whether it fits.
    again = {one.id for one in registered}
    papers = _joined([*registered, *published])
    fit = (one for one in papers if one.id in held or (one.id not in known - again and _fits(one, wanted)))
    moments = [moment, *(dict(one.stamps)[parliament.name] for one in registered)]
    whole = Answered(max(moments), tuple(sorted({*known, *(one.id for one in papers)})))
    faults = tuple(one.message for one in (fault, other) if one)
    return Listing(tuple(sorted(fit, key=_order)), faults, None if faults else whole)


def _earlier(moment: str) -> str:
    """Some time before a moment: a record may be told of a little later than it was stamped."""
    try:
        return (dt.datetime.fromisoformat(moment) - _OVERLAP).isoformat().replace("+00:00", "Z") if moment else ""
    except ValueError:
        return moment


def _asked(papers: Iterable[ListedPaper]) -> tuple[list[ListedPaper], SourceError | None]:
    """All papers of an answer, or none and what is wrong with it."""
    try:
        return list(papers), None
    except SourceError as fault:
        return [], fault


def _joined(found: Iterable[ListedPaper]) -> list[ListedPaper]:
    """Each paper once: records of it that are gone come last, the register before the publications."""
    papers: dict[str, ListedPaper] = {}
    for paper in sorted(sorted(found, key=_changed, reverse=True), key=lambda one: (one.gone, not one.record)):
        here = papers.get(paper.id)
        papers[paper.id] = merged(here, paper) if here else paper
    return list(papers.values())


def _changed(paper: ListedPaper) -> str:
    return max((stamp for _, stamp in paper.stamps), default="")


def _order(paper: ListedPaper) -> tuple[dt.date, int, str]:
    return paper.date or dt.date.max, int(paper.number) if paper.number.isdecimal() else 0, paper.id


def _fits(paper: ListedPaper, wanted: Wanted) -> bool:
    """Whether a paper is of the kind, holds the words and is of the time that is asked for."""
    title = f"{paper.title} {paper.dossier_title}".casefold()
    kind = wanted.kind
    if kind and paper.kind and paper.kind not in kind.is_:
        return False
    if kind and kind.words and not any(word in paper.title.casefold() for word in kind.words):
        return False
    if wanted.since and paper.date and paper.date < wanted.since:
        return False
    return all(word in title for word in wanted.query.casefold().split())


def fetch(
    client: Client, holdings: Holdings, papers: Iterable[ListedPaper], *, dry: bool = False, now: Clock = _now
) -> Iterator[Fetched]:
    """Bring papers into a folder, one by one; of each what became of it."""
    for paper in papers:
        if own := holdings.own(paper.id):
            yield Fetched(paper, FetchOutcome.YOURS, own)
            continue
        entry = holdings.fetched(paper.id)
        yield _as_it_is(holdings, paper, entry, dry) or _brought(client, holdings, paper, entry, now())


def _as_it_is(holdings: Holdings, paper: ListedPaper, entry: ManifestEntry | None, dry: bool) -> Fetched | None:
    """What is to be said of a paper that is not asked for; None of one that is."""
    path = entry.path if entry else ""
    if paper.gone:
        return Fetched(paper, FetchOutcome.WITHDRAWN, path)
    held = holdings.state.papers.get(paper.id)
    if entry and held and held.sha256 == entry.sha256 and not _news(paper, held):
        return Fetched(paper, FetchOutcome.SAME, path)
    if entry and holdings.touched(entry):
        return Fetched(paper, FetchOutcome.YOURS, path, (message("source.you-changed", path=path),))
    return Fetched(paper, FetchOutcome.WANTED, path) if dry else None


def _news(paper: ListedPaper, held: Held) -> bool:
    """Whether a service says that it changed a paper since it was fetched, or offers a better form of it."""
    changed = any(held.stamps.get(name, "") != stamp for name, stamp in paper.stamps)
    return changed or any(form.url not in held.offered for form in paper.forms)


def _brought(
    client: Client, holdings: Holdings, paper: ListedPaper, entry: ManifestEntry | None, moment: dt.datetime
) -> Fetched:
    """Ask for a paper, and write it where it is new or another than before."""
    path = entry.path if entry else ""
    try:
        copy, told = best_of(client, paper.forms, holdings.known(paper.id))
        if entry and (copy is None or _as_it_was(copy.data, entry)):
            held = holdings.state.papers.get(paper.id)
            fresh = Held(path, copy.url, entry.sha256 or "", copy.etag, copy.modified) if copy else held
            if fresh:
                holdings.remember(paper, fresh)
            return Fetched(paper, FetchOutcome.SAME, path, tuple(told))
        assert copy is not None  # noqa: S101 - what is not here is asked for without a condition
        path = holdings.keep(paper, copy, moment)
    except StopError:
        raise
    except SourceError as fault:
        return Fetched(paper, FetchOutcome.FAILED, path, (fault.message,))
    return Fetched(paper, FetchOutcome.CHANGED if entry else FetchOutcome.NEW, path, tuple(told))


def _as_it_was(data: bytes, entry: ManifestEntry) -> bool:
    return hashlib.sha256(data).hexdigest() == entry.sha256


def settle(holdings: Holdings, wanted: Wanted, answered: Answered | None, rows: Iterable[Fetched]) -> None:
    """Remember that a question was answered, where nothing of the answer is missing."""
    if answered and not any(row.outcome is FetchOutcome.FAILED for row in rows):
        holdings.state.answered[wanted.key] = answered
        holdings.save()
