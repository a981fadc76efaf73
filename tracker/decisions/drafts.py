"""The analyst's rulings at work on drafts of threads: statements joined and parted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import count

from msgspec.structs import replace

from tracker.decisions.ruling import Anchor, Decision, Ruling
from tracker.extraction import StatementFacts
from tracker.linking.antecedents import AntecedentLink
from tracker.linking.drafts import is_promised
from tracker.linking.thread_draft import ThreadDraft
from tracker.model import AnyStatement, Commitment, Letter, Link, LinkPart
from tracker.text.normalize import one_space

_RULE = "decision"
_JOIN = frozenset({Ruling.SAME, Ruling.MERGE})
_PART = frozenset({Ruling.SPLIT, Ruling.DIFFERENT})
_PAIRS = _JOIN | {Ruling.DIFFERENT}

_Place = tuple[int, ...]
"""Where a draft stands among the others: they are given in the order of their places."""


def rule_drafts(
    decisions: Iterable[Decision],
    drafts: Sequence[ThreadDraft],
    letters: Sequence[Letter],
    facts: Mapping[str, StatementFacts] | None = None,
    statements: Iterable[AnyStatement] = (),
) -> tuple[ThreadDraft, ...]:
    """The drafts joined and parted as analysts ruled, `letters` in order; a later ruling on a statement wins.

    `statements` are all of the letters, for a report of which no draft is can be joined to one; with their `facts`.
    """
    rulings = [row for row in decisions if row.ruling in _JOIN | _PART]
    if not rulings:
        return tuple(drafts)
    table = _Drafts(drafts, letters, facts or {}, statements)
    for decision in rulings:
        if decision.ruling in _JOIN:
            table.join(decision)
        else:
            table.part(decision)
    table.settle(row for row in rulings if row.ruling in _PAIRS)
    return table.in_order()


def with_ruled(
    drafts: Sequence[ThreadDraft], before: Iterable[Commitment], after: Iterable[Commitment]
) -> tuple[ThreadDraft, ...]:
    """The drafts of the commitments of `before` with those as they are `after` rulings on them.

    What was taken out is in no draft and possibly the same as none; a draft without a promise is none.
    """
    now = {row.id: row for row in after}
    changed = {row.id: now.get(row.id) for row in before if now.get(row.id) is not row}
    if not changed:
        return tuple(drafts)
    found = (_restated(draft, changed) for draft in drafts)
    return tuple(draft for draft in found if draft is not None)


def _restated(draft: ThreadDraft, changed: Mapping[str, Commitment | None]) -> ThreadDraft | None:
    """A draft with the statements that rulings changed; itself where there are none, None where no promise is left."""
    own = {row.id for row in draft.members if row.id in changed}
    gone = {row.ref for row in draft.candidates if row.ref in changed and changed[row.ref] is None}
    if gone:
        draft = replace(draft, candidates=tuple(row for row in draft.candidates if row.ref not in gone))
    if not own:
        return draft
    kept = _kept(draft, {id_ for id_ in own if changed[id_] is None}, inside=False)
    members = tuple(changed.get(row.id) or row for row in kept.members)
    promised = any(is_promised(row, draft.facts[row.id]) for row in members)
    return replace(kept, members=members) if promised else None


class _Drafts:
    """Drafts by their places, and their members by their quotes: a ruling costs what it is about, not all of them."""

    def __init__(
        self,
        drafts: Iterable[ThreadDraft],
        letters: Iterable[Letter],
        facts: Mapping[str, StatementFacts],
        statements: Iterable[AnyStatement],
    ) -> None:
        self._drafts: dict[_Place, ThreadDraft] = {(at,): draft for at, draft in enumerate(drafts)}
        self._homes: dict[str, list[_Place]] = defaultdict(list)
        """The drafts that each statement is in, by their places: what names several numbers is in several."""
        self._linked: dict[str, list[ThreadDraft]] = defaultdict(list)
        """The drafts that linking gave each statement to."""
        for place, draft in self._drafts.items():
            for row in draft.members:
                self._homes[row.id].append(place)
                self._linked[row.id].append(draft)
        self._letters = {letter.id: at for at, letter in enumerate(letters)}
        self._facts = facts
        self._parted = count()
        self._said: dict[tuple[str, str], dict[str, AnyStatement]] = defaultdict(dict)
        for draft in self._drafts.values():
            for row in draft.members:
                self._said[row.letter, one_space(row.quote)][row.id] = row
        loose = {(row.letter, one_space(row.quote)): row for row in statements if row.id not in self._homes}
        for key, row in loose.items():
            self._said[key][row.id] = row

    def in_order(self) -> tuple[ThreadDraft, ...]:
        """The drafts as they are now."""
        return tuple(self._drafts[place] for place in sorted(self._drafts))

    def join(self, decision: Decision) -> None:
        """The drafts of the quoted statements as one, in the place of the first, its members in their order."""
        rows = self._quoted(decision.quotes)
        homes = [self._homes_of(row) for row in rows]
        if rows and set.intersection(*map(set, homes)):
            return  # they are of one already
        places = sorted({several[0] for several in homes if several})
        lone = [row for row, several in zip(rows, homes, strict=True) if not several]
        if not places or len(places) + len(lone) < 2:
            return
        ours = [self._take(place) for place in places]
        ours += [ThreadDraft((row,), {row.id: self._facts[row.id]}) for row in lone]
        self._put(places[0], self._merged(decision, ours, rows))

    def part(self, decision: Decision) -> None:
        """The quoted statements (of two that differ: the second) as a draft of their own, after the one they leave."""
        differ = decision.ruling is Ruling.DIFFERENT
        homes = {place for row in self._quoted(decision.quotes[:1]) for place in self._homes_of(row)}
        leaving: dict[_Place, set[str]] = defaultdict(set)
        for row in self._quoted(decision.quotes[1:] if differ else decision.quotes):
            for place in self._homes_of(row):
                if not differ or place in homes:
                    leaving[place].add(row.id)
        for place, gone in leaving.items():
            if len(gone) < len(self._drafts[place].members):
                draft = self._take(place)
                self._put(place, self._alone(_kept(draft, gone, inside=False)))
                if homeless := {id_ for id_ in gone if not self._homes[id_]}:
                    self._put((*place, -next(self._parted)), self._alone(_kept(draft, homeless, inside=True)))

    def _alone(self, draft: ThreadDraft) -> ThreadDraft:
        """A part of a draft, about what those drafts were that linking gave its members to, before any was joined."""
        linked = list({id(one): one for row in draft.members for one in self._linked[row.id]}.values())
        about = tuple(dict.fromkeys(row for one in linked for row in one.about))
        candidates = tuple(dict.fromkeys(row for one in linked for row in one.candidates))
        return replace(draft, about=about, candidates=candidates)

    def settle(self, decisions: Iterable[Decision]) -> None:
        """Neither draft has the other or itself as possibly the same: what was ruled is not asked."""
        of_place: dict[_Place, set[_Place]] = defaultdict(set)
        loose: dict[_Place, set[str]] = defaultdict(set)
        for decision in decisions:
            rows = self._quoted(decision.quotes)
            places = {place for row in rows for place in self._homes_of(row)}
            for place in places:
                of_place[place] |= places
                loose[place] |= {row.id for row in rows if not self._homes_of(row)}
        for place, others in of_place.items():
            draft = self._drafts[place]
            kept = (
                row
                for row in draft.candidates
                if others.isdisjoint(self._homes.get(row.ref, ())) and row.ref not in loose[place]
            )
            self._drafts[place] = replace(draft, candidates=tuple(kept))

    def _quoted(self, anchors: Iterable[Anchor]) -> list[AnyStatement]:
        """The statements that are quoted, in the order of their letters."""
        keys = {(anchor.letter, one_space(anchor.quote)) for anchor in anchors}
        return sorted((row for key in keys if key in self._said for row in self._said[key].values()), key=self._order)

    def _homes_of(self, row: AnyStatement) -> list[_Place]:
        return self._homes.get(row.id, [])

    def _take(self, place: _Place) -> ThreadDraft:
        draft = self._drafts.pop(place)
        for row in draft.members:
            self._homes[row.id].remove(place)
        return draft

    def _put(self, place: _Place, draft: ThreadDraft) -> None:
        self._drafts[place] = draft
        for row in draft.members:
            self._homes[row.id] = sorted((*self._homes[row.id], place))

    def _order(self, row: AnyStatement) -> tuple[int, int, int, str]:
        """Sort key: the order that linking gives to the statements of a draft."""
        return self._letters[row.letter], row.location.start, row.location.end, row.id

    def _merged(self, decision: Decision, ours: Sequence[ThreadDraft], quoted: Sequence[AnyStatement]) -> ThreadDraft:
        held = [{row.id for row in draft.members} for draft in ours]
        firsts = [next(row.id for row in quoted if row.id in ids) for ids in held]
        why = (f"{decision.who}: {decision.why}",)
        parts = (LinkPart("ruling", 1.0, 1.0, 1.0, decision.who),)
        ruled = tuple(Link(firsts[0], first, _RULE, 1.0, why, parts) for first in firsts[1:])
        antecedents = {row.later: row for draft in ours for row in draft.antecedents}
        letters = {row.id: row.letter for draft in ours for row in draft.members}
        known = {later for later, antecedent in antecedents.items() if letters[antecedent.earlier] != letters[later]}
        antecedents |= {row.later: row for row in _antecedents(quoted, known, why)}
        return ThreadDraft(
            members=tuple(sorted({row.id: row for draft in ours for row in draft.members}.values(), key=self._order)),
            facts={name: row for draft in ours for name, row in draft.facts.items()},
            links=tuple(row for draft in ours for row in draft.links) + ruled,
            antecedents=tuple(antecedents.values()),
            about=tuple(row for draft in ours for row in draft.about),
            vague=tuple(row for draft in ours for row in draft.vague),
            candidates=tuple(row for draft in ours for row in draft.candidates),
        )


def _antecedents(
    quoted: Sequence[AnyStatement], known: Container[str], why: tuple[str, ...]
) -> Iterator[AntecedentLink]:
    """Each quoted statement takes up the quoted promise of a letter before it, so that their deadlines are compared.

    Those that are `known` to take up a promise of a letter before are left as they are.
    """
    promises: list[Commitment] = []
    for row in quoted:
        earlier = next((one for one in reversed(promises) if one.letter != row.letter), None)
        if earlier is not None and row.id not in known:
            yield AntecedentLink(row.id, earlier.id, 1.0, why, same_act=True)
        promises += [row] if isinstance(row, Commitment) else []


def _kept(draft: ThreadDraft, ids: set[str], *, inside: bool) -> ThreadDraft:
    """The part of a draft that is, or is not, among the ids, with the links and antecedents inside that part."""

    def keeps(*refs: str) -> bool:
        return all((ref in ids) == inside for ref in refs)

    return replace(
        draft,
        members=tuple(row for row in draft.members if keeps(row.id)),
        links=tuple(row for row in draft.links if keeps(row.from_, row.to)),
        antecedents=tuple(row for row in draft.antecedents if keeps(row.later, row.earlier)),
    )
