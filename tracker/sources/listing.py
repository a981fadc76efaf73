"""What services have of what is asked for, joined to a list: each paper once, and what a service complains of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from tracker.errors import SourceError
from tracker.i18n.message import Message, message
from tracker.sources.client import Client, PassingError, StopError
from tracker.sources.fetch_state import Answered, Held
from tracker.sources.odata import papers_of, withdrawn_since
from tracker.sources.papers import Dossier, ListedPaper, answers_number, merged_paper, paper_id, revision_of
from tracker.sources.services import PaperKind, Parliament, Publications, Services
from tracker.sources.sru import publications_of

_OVERLAP = dt.timedelta(days=1)


class Wanted(Struct, frozen=True):
    """What a user asks for: papers of a dossier, one paper of it, or without a dossier a paper by its id."""

    dossier: Dossier | None
    paper: str = ""
    kind: PaperKind | None = None
    since: dt.date | None = None
    query: str = ""
    named: bool = True
    """Whether the user named it; what letters cite nobody may know."""

    @property
    def key(self) -> str:
        """What the answers to this question are remembered under."""
        kind = self.kind.name if self.kind else ""
        dossier = self.dossier.id if self.dossier else ""
        return "|".join((dossier, self.paper, kind, str(self.since or ""), self.query.casefold()))

    @property
    def spelled(self) -> str:
        """The dossier or the paper as a person writes it."""
        if self.dossier is None:
            return self.paper
        return paper_id(self.dossier, self.paper) if self.paper else self.dossier.spelled

    @property
    def in_full(self) -> str:
        """The same with what narrows it, as one would ask for it."""
        options = (("kind", self.kind and self.kind.name), ("since", self.since), ("query", self.query))
        return " ".join((self.spelled, *(f"--{name} {value}" for name, value in options if value)))


class Listing(Struct, frozen=True):
    """What services have: papers, the oldest first, what one of them complained of, and what to remember of it."""

    papers: tuple[ListedPaper, ...]
    complaints: tuple[Message, ...] = ()
    kindless: tuple[str, ...] = ()
    """Papers that are left out because no service says of what kind they are."""
    answered: Answered | None = None
    """None where the answer is not whole."""
    notes: tuple[Message, ...] = ()
    """What a person should know though nothing is missing."""


def listing(
    client: Client,
    services: Services,
    wanted: Wanted,
    before: Answered | None = None,
    held: Mapping[str, Held] = MappingProxyType({}),
) -> Listing:
    """The papers that are asked for, and those that are `held`; of the register what changed since `before`.

    A service that fails is told, as long as the other answers, and what it answered before counts: a paper is taken
    back where the register took its record back and the publications do not have it, each by its last answer. Raises
    SourceError: both fail, or know no paper.
    """
    if before and before.kind != wanted.kind:
        before = None  # what was judged by other words is judged anew
    moment, known = (before.moment, frozenset(before.papers)) if before else ("", frozenset())
    parliament, publications = services.parliament, services.publications
    dossier, paper, since = wanted.dossier, wanted.paper, wanted.since
    registered, fault = _asked(
        papers_of(client, parliament, dossier, paper=paper, since=since, changed=_earlier(moment))
    )
    published, other = _asked(_published(client, publications, wanted, registered))
    if fault and other and not (registered or published):
        raise _both(fault, other)
    taken, lost = _asked(_withdrawn(client, parliament, _earlier(moment), held))
    if not (registered or published or before or fault or other) and since and not paper:
        return Listing((), notes=(message("source.none-since", wanted=dossier.spelled if dossier else "", day=since),))
    if not (registered or published or before):
        raise fault or other or SourceError("source.nothing", wanted=wanted.in_full)
    registered = list(_as_published(registered, published))
    # Of what the register did not send again it was judged before whether it fits.
    again = {one.id for one in registered}
    papers = _joined([*registered, *published, *taken])
    if other:
        before_fault = (_as_before(one, held.get(one.id), publications.name) for one in papers)
        papers = [replace(one, unasked=not one.forms) for one in before_fault]
    papers += _silent(known.difference(one.id for one in papers), held, parliament.name)
    judged = [one for one in papers if one.id in held or (one.id not in known - again and _fits(one, wanted))]
    kindless = [one.id for one in judged if wanted.kind and not one.kind and one.id not in held]
    fit = sorted((one for one in judged if one.id not in kindless), key=_order)
    stamps = (dict(one.stamps)[parliament.name] for one in registered)
    ids = {*known, *(one.id for one in papers)}.difference(kindless)
    whole = Answered(max([moment, *filter(_has_been, stamps)]), tuple(sorted(ids)), wanted.kind)
    faults = tuple(one.message for one in (fault, other, lost) if one)
    return Listing(tuple(fit), faults, tuple(kindless), None if faults else whole)


def _published(
    client: Client, service: Publications, wanted: Wanted, registered: Iterable[ListedPaper]
) -> Iterator[ListedPaper]:
    """The publications of what is asked for; of a document or a case those under which the register knows it."""
    asked = [(wanted.dossier, wanted.paper)]
    if wanted.dossier is None:
        numbered = [(one.dossier, one.number) for one in registered if one.dossier and one.number]
        answers = [(None, one.id) for one in registered if answers_number(one.id)]
        asked = [*numbered, *answers] or asked
    for dossier, paper in asked:
        yield from publications_of(client, service, dossier, paper=paper, since=wanted.since)


def _withdrawn(client: Client, parliament: Parliament, moment: str, held: Mapping[str, Held]) -> Iterator[ListedPaper]:
    """Of the papers that are held those whose record was taken back after a moment."""
    known = {one.record: id_ for id_, one in held.items() if one.record}
    if not known or not moment:
        return
    for record, when in withdrawn_since(client, parliament, moment):
        if id_ := known.get(record):
            yield ListedPaper(id_, record=record, stamps=((parliament.name, when),), gone=True)


def _as_before(paper: ListedPaper, held: Held | None, service: str) -> ListedPaper:
    """A paper by what a service said of it last: one that it had is not taken back as long as it does not answer."""
    had = held is not None and service in held.stamps and not held.gone
    return replace(paper, gone=False, forms=()) if paper.gone and had else paper


def _silent(ids: frozenset[str], held: Mapping[str, Held], service: str) -> Iterator[ListedPaper]:
    """Papers that are held and that no service tells of in this round: as they were."""
    for id_ in sorted(ids & held.keys()):
        stamp = held[id_].stamps.get(service, "")
        yield ListedPaper(id_, record=held[id_].record, stamps=((service, stamp),), gone=held[id_].gone)


def _has_been(moment: str) -> bool:
    """Whether a moment is past: what is stamped with one to come would hide whatever changes until then."""
    try:
        return dt.datetime.fromisoformat(moment).astimezone(dt.UTC) <= dt.datetime.now(dt.UTC) + _OVERLAP
    except (ValueError, OverflowError):
        return False


def _earlier(moment: str) -> str:
    """Some time before a moment: a record may be told of a little later than it was stamped."""
    try:
        return (dt.datetime.fromisoformat(moment) - _OVERLAP).isoformat().replace("+00:00", "Z") if moment else ""
    except ValueError:
        return moment


def _asked(papers: Iterable[ListedPaper]) -> tuple[list[ListedPaper], SourceError | None]:
    """The papers of an answer, and what is wrong with it."""
    came: list[ListedPaper] = []
    try:
        came.extend(papers)
    except SourceError as fault:
        return came, fault
    return came, None


def _both(one: SourceError, other: SourceError) -> SourceError:
    """The faults of both services as one; it may pass where one of them may, and stops where one does."""
    if one.message == other.message:
        return one
    worst = max((one, other), key=lambda fault: (isinstance(fault, StopError), isinstance(fault, PassingError)))
    return type(worst)(message("source.both", one=one.message, other=other.message))


def _as_published(registered: Iterable[ListedPaper], published: Iterable[ListedPaper]) -> Iterator[ListedPaper]:
    """Papers of the register by their published ids: it does not say in which of its dossiers one has its number."""
    ids = {one.id for one in published}
    named = {paper_id(of, one.number): one for one in published for of in one.others if one.number}
    for paper in registered:
        known = named.get(paper.id) if paper.id not in ids else None
        same = known is not None and known.dossier in paper.others
        yield replace(paper, id=known.id, dossier=known.dossier, others=known.others) if known and same else paper


def _joined(found: Iterable[ListedPaper]) -> list[ListedPaper]:
    """Each paper once: records of it that are gone come last, the register before the publications."""
    papers: dict[str, ListedPaper] = {}
    newest = sorted(found, key=lambda one: (revision_of(one.published), _changed(one)), reverse=True)
    for paper in sorted(newest, key=lambda one: (one.gone, not one.record)):
        here = papers.get(paper.id)
        papers[paper.id] = merged_paper(here, paper) if here else paper
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
