"""A round: what services list and is not here, or is another than here, brought into the folder."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from tracker.documents.manifest import ManifestEntry
from tracker.errors import SourceError
from tracker.i18n.message import Message, message
from tracker.sources.client import Client, PassingError, StopError
from tracker.sources.duplicate_papers import give_up_copies, here_as, paper_at
from tracker.sources.fetch_state import Answered, Held
from tracker.sources.holdings import Holdings
from tracker.sources.listing import Wanted
from tracker.sources.paper_forms import Copy, best_of
from tracker.sources.paper_state import held_as
from tracker.sources.papers import ListedPaper, revision_of
from tracker.text.escape import plain

_SHOWN = 100
"""Characters of a kind of file that a note shows."""
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
    AWAITED = "awaited"
    """It is known and not yet published in a form that can be read."""
    UNASKED = "unasked"
    """It is known, and where it is published could not be asked for."""
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

    @property
    def standing(self) -> str:
        """The paper as its services have it and what is told of it: the same as long as neither changes."""
        said = [one.id for one in self.told]
        return " ".join((*(f"{name}={stamp}" for name, stamp in sorted(self.paper.stamps)), *said))


def fetch_papers(
    client: Client, holdings: Holdings, papers: Iterable[ListedPaper], *, dry: bool = False, now: Clock = _now
) -> Iterator[Fetched]:
    """Bring papers into a folder, one by one; of each what became of it."""
    for listed in papers:
        paper = holdings.as_here(listed)
        removed = () if dry else holdings.give_up_twin(paper)
        if own := holdings.own(paper.id):
            place = holdings.folder / own
            plain = place.is_file() and not place.is_symlink()
            if plain and not dry and (again := _said_again(client, holdings, paper, own, now())):
                yield again
                continue
            told = () if plain else (message("source.odd-file", path=own),)
            yield Fetched(paper, FetchOutcome.YOURS if plain else FetchOutcome.FAILED, own, told)
            continue
        entry = holdings.fetched(paper.id)
        row = _as_it_is(holdings, paper, entry, dry) or _brought(client, holdings, paper, entry, now())
        if not dry and row.outcome is not FetchOutcome.FAILED:
            holdings.memory.taken_back(paper, gone=row.outcome is FetchOutcome.WITHDRAWN)
        copies = () if dry else give_up_copies(holdings, paper)
        yield replace(row, told=(*row.told, *(message("source.removed", path=path) for path in removed), *copies))


def _said_again(
    client: Client, holdings: Holdings, paper: ListedPaper, own: str, moment: dt.datetime
) -> Fetched | None:
    """A file that is yours but for being what its source has, where letters.toml lost what it said of it; else None.

    Whoever takes back letters.toml, as git does, leaves the file that it spoke of. It is asked for once, where its
    source answers.
    """
    if not holdings.is_unsaid(paper.id, own) or paper.gone or not paper.forms:
        return None
    try:
        copy = best_of(client, paper, None, holdings.memory.state.refused).copy
    except StopError:
        raise
    except PassingError as fault:
        return Fetched(paper, FetchOutcome.FAILED, own, (fault.message,))
    except SourceError:
        return None
    if copy is None or not holdings.holds(paper.id, own, copy):
        return None
    signed = replace(paper, signatories=paper.signatories or copy.signatories)
    kept = holdings.keep(_with_day(signed, None, holdings.memory.of(paper), copy), copy, moment)
    return Fetched(paper, FetchOutcome.SAME, kept, (message("source.said-again", path=kept),))


def _as_it_is(holdings: Holdings, paper: ListedPaper, entry: ManifestEntry | None, dry: bool) -> Fetched | None:
    """What is to be said of a paper that is not asked for; None of one that is."""
    path = entry.path if entry else holdings.twin(paper.id)
    if paper.gone:
        return Fetched(paper, FetchOutcome.WITHDRAWN, path)
    if not paper.forms:
        told = (message("source.unread-type", type=paper.unread[:_SHOWN]),) if paper.unread and not entry else ()
        missing = FetchOutcome.UNASKED if paper.unasked else FetchOutcome.AWAITED
        return Fetched(paper, FetchOutcome.SAME if path else missing, path, told)
    held = holdings.memory.state.papers.get(paper.id)
    same = entry is None or bool(held and held.sha256 == entry.sha256)
    if path and held and same and not (_news(paper, held) or (not dry and _may_be_replaced(paper, held))):
        return Fetched(paper, FetchOutcome.SAME, path)
    if entry and holdings.touched(entry):
        corrected = () if dry else holdings.complete(_with_day(paper, entry, held, None), entry)
        return Fetched(paper, FetchOutcome.YOURS, path, (message("source.you-changed", path=path), *corrected))
    return Fetched(paper, FetchOutcome.WANTED, path) if dry else None


def _may_be_replaced(paper: ListedPaper, held: Held) -> bool:
    """Whether it costs little to ask if another file stands at the address of a paper that no service stamps.

    What feeds link to may be replaced while the day of its item stays.
    """
    return not (paper.dossier or paper.record) and bool(held.etag or held.modified)


def _news(paper: ListedPaper, held: Held) -> bool:
    """Whether a service changed a paper since it was fetched or does not say so, or offers a better form of it."""
    stamps = [(name, stamp) for name, stamp in paper.stamps if stamp]
    changed = not stamps or any(held.stamps.get(name, "") != stamp for name, stamp in stamps)
    return changed or any(form.url not in held.offered for form in paper.forms)


def _brought(
    client: Client, holdings: Holdings, paper: ListedPaper, entry: ManifestEntry | None, moment: dt.datetime
) -> Fetched:
    """Ask for a paper, and write it where it is new or another than before."""
    path = entry.path if entry else holdings.twin(paper.id)
    try:
        best = best_of(client, paper, holdings.known(paper.id), holdings.memory.state.refused)
        copy, told = best.copy, best.told
        # What could not be had is asked for again, the rest once it changed.
        signed = paper.signatories or (copy.signatories if copy else ())
        forms = tuple(form for form in paper.forms if form.url not in best.failed)
        paper = replace(paper, forms=forms, signatories=signed)
        digest = hashlib.sha256(copy.data).hexdigest() if copy else ""
        twin, said = _other_file(holdings, paper, copy) if entry is None and copy else ("", None)
        if said:
            told += (said,) if twin != path else ()
            path = twin
        paper = _with_day(paper, entry, holdings.memory.of(paper), copy)
        if entry:
            told += holdings.complete(paper, entry)
        same = entry is not None and holdings.came(paper.id, entry, digest) and entry.paper in {None, paper.id}
        if copy and not twin and not same:
            kept = holdings.keep(paper, copy, moment)
            told += (
                (message("source.revised", published=plain(paper.published)),)
                if any(revision_of(paper.published))
                else ()
            )
            return Fetched(paper, FetchOutcome.CHANGED if entry else FetchOutcome.NEW, kept, told)
        held = holdings.memory.state.papers.get(paper.id)
        of = (paper_at(holdings, twin) or copy.printed) if copy and twin else ""
        fresh = held_as(path, copy, digest, of=of) if copy else held
        if copy and held and held.sent == digest:
            fresh = replace(held, url=copy.url, etag=copy.etag, modified=copy.modified)
        if fresh:
            holdings.memory.remember(paper, fresh)
        return Fetched(paper, FetchOutcome.SAME, path, told)
    except StopError:
        raise
    except SourceError as fault:
        holdings.memory.save()
        return Fetched(paper, FetchOutcome.FAILED, path, (fault.message,))


def _other_file(holdings: Holdings, paper: ListedPaper, copy: Copy) -> tuple[str, Message | None]:
    """The file here of another letter that a new one is too, with what is said of that; of no paper with a number."""
    if paper.number or paper.record:
        return "", None
    if twin := holdings.other_holding(hashlib.sha256(copy.data).hexdigest(), paper.id):
        return twin, message("source.same-bytes", path=twin)
    twin = here_as(holdings, paper.id, copy.printed, copy.data)
    return twin, message("source.same-paper", paper=copy.printed, path=twin) if twin else None


def _with_day(paper: ListedPaper, entry: ManifestEntry | None, held: Held | None, copy: Copy | None) -> ListedPaper:
    """A paper of a feed as of the day that the feed tells, where its file prints none; what is here keeps its own."""
    if paper.online is None:
        return paper
    dated = copy.dated if copy else entry is not None and not (entry.date or (held and held.undated))
    day: dt.date | None = None if dated else paper.online
    if entry and held and (dated or paper.fleeting):
        known = held.said.get("date")
        day = dt.date.fromisoformat(known) if isinstance(known, str) else None
    return replace(paper, date=day)


def settle(holdings: Holdings, wanted: Wanted, answered: Answered | None, rows: Iterable[Fetched]) -> None:
    """Remember that a question was answered, where nothing of the answer is missing."""
    rows = list(rows)
    outcomes = {row.paper.id: row.outcome for row in rows}
    if answered and FetchOutcome.FAILED not in outcomes.values():
        # What is not published yet is judged anew when it is, and what is yours when it is gone.
        open_ = {FetchOutcome.AWAITED, FetchOutcome.UNASKED}
        yours = {row.paper.id: row.path for row in rows if row.outcome is FetchOutcome.YOURS}
        own = {id_: path for id_, path in holdings.memory.state.own.items() if id_ not in outcomes}
        holdings.memory.state.own = own | {id_: path for id_, path in yours.items() if holdings.own(id_)}
        papers = (id_ for id_ in answered.papers if outcomes.get(id_) not in open_)
        holdings.memory.state.answered[wanted.key] = replace(answered, papers=tuple(papers))
        holdings.memory.save()
