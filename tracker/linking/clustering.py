"""Groups of statements matched across letters, and the matches joined into clusters: in doubt apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

from msgspec import Struct

from tracker.alignment.clusters import DisjointSets
from tracker.linking.comparison import is_due_delivery, years_on
from tracker.linking.delay_reports import is_said_late
from tracker.linking.match_margin import rival_parts
from tracker.linking.pair_weights import pair_weights
from tracker.linking.profile import StatementProfile
from tracker.linking.stages import Stage, unlike_stages
from tracker.linking.weights import ANSWERING, LATE, LEAD, NEARLY_BEST, NEIGHBOURLY, POSSIBLE
from tracker.model import LinkPart, StatusReport
from tracker.text.log_odds import log_odds

T_co = TypeVar("T_co", covariant=True)


class At(Protocol[T_co]):
    """Values by position."""

    def __getitem__(self, at: int, /) -> T_co:
        """The value at a position."""
        ...


class Group(Struct, frozen=True):
    """Statements of one letter about one promise, as positions among all subjects."""

    letter: int
    members: tuple[int, ...]


class ThreadMatch(Struct, frozen=True, gc=False, array_like=True):
    """The best pair of statements of two groups, older first."""

    older: int
    newer: int
    total: float
    """Log-odds."""
    rule: str
    words: tuple[str, ...]
    pair: tuple[int, int]
    ahead: tuple[float, ...] = ()
    """How far the pair is ahead of the next best of either, by each likeness: weighed, the total has it."""


class StandingMatch(Struct, frozen=True, gc=False, array_like=True):
    """A match that stands."""

    older: int
    newer: int
    pair: tuple[int, int]
    surely: float
    """Log-odds, with how far it is ahead of others."""
    number: int
    """Its place among the matches of its letter."""
    renamed: tuple[LinkPart, ...] = ()
    """Those parts of its evidence that a verdict asks for: that a thing got another name."""


def holding(standing: Iterable[StandingMatch], answers: Iterable[StandingMatch]) -> list[StandingMatch]:
    """What holds statements of two letters together: what stands, best first, then answers to what has no other."""
    found = sorted(standing, key=_best_first)
    answered, answering = {row.older for row in found}, {row.newer for row in found}
    for row in sorted(answers, key=_best_first):
        if row.older not in answered and row.newer not in answering:
            found.append(row)
            answered.add(row.older)
            answering.add(row.newer)
    return found


def _best_first(row: StandingMatch) -> tuple[float, int, int]:
    return -row.surely, row.older, row.newer


class BestPartners:
    """For each group its best match in each other letter, from which follows which matches stand.

    Groups compete for those of one letter alone, so that all matches of a letter with those before it tell which of
    them stand.
    """

    def __init__(self, matches: Sequence[ThreadMatch], groups: At[Group], profiles: At[StatementProfile]) -> None:
        self._matches, self._groups, self._profiles = matches, groups, profiles
        self._ranked: dict[_Side, list[ThreadMatch]] = defaultdict(list)
        for match in matches:
            for side in _sides(match, groups, profiles):
                self._ranked[side].append(match)
        for rows in self._ranked.values():
            rows.sort(key=lambda row: (-row.total, row.pair))
        self._weights = pair_weights()
        self._standing: dict[tuple[int, int], float] = {}
        self._linked = log_odds(self._weights.linked)

    def accepted(self) -> list[ThreadMatch]:
        """The matches that stand, in the order that they were given."""
        return [match for match in self._matches if self.why(match)]

    def answers(self) -> list[ThreadMatch]:
        """The matches that stand where nothing else answers the promise: what was due came so."""
        return [match for match in self._matches if self._answers(match)]

    def _answers(self, match: ThreadMatch) -> bool:
        promise, report = (self._profiles[at] for at in match.pair)
        if LATE <= self.standing(match) < self._linked and is_said_late(promise, report):
            return not self.rivals(match) and not self.why(match)
        named = bool(match.words) and not (promise.thin and promise.facts.points_back)
        bar = ANSWERING if named and years_on(promise, report) <= 0 else 0.0
        if not bar <= self.standing(match) < self._linked or not is_due_delivery(promise, report):
            return False
        return not self.rivals(match) and not self.why(match)

    def rivals(self, match: ThreadMatch) -> list[ThreadMatch]:
        """The better matches of either group with the letter of the other."""
        best = (self._ranked[side][0] for side in _sides(match, self._groups, self._profiles))
        return [row for row in best if row.total > match.total]

    def lead(self, match: ThreadMatch) -> float:
        """How far it is ahead of the next best match of either group, both together; below 0 where it is behind."""
        return sum(self._lead(match, side) for side in _sides(match, self._groups, self._profiles))

    def lead_part(self, match: ThreadMatch) -> LinkPart:
        """What that adds to the evidence, or takes away, as matches are usually ahead."""
        value = self.lead(match) - self._weights.usual_lead
        return LinkPart("lead", value, self._weights.lead, value * self._weights.lead + 0.0)

    def lead_parts(self, match: ThreadMatch) -> tuple[LinkPart, ...]:
        """How far a match is ahead, and its pair: what the evidence of its statements does not tell."""
        return *map(self._weights.weighed, rival_parts(match.ahead)), self.lead_part(match)

    def standing(self, match: ThreadMatch) -> float:
        """The log-odds that a match is right: its evidence, and how far it is ahead."""
        found = self._standing.get(match.pair)
        if found is None:
            found = self._standing[match.pair] = match.total + self.lead_part(match).contribution
        return found

    def why(self, match: ThreadMatch) -> str | None:
        """Why a match stands, None where it does not: each other's best, nearly so, or beside a better one."""
        rivals = self.rivals(match)
        if self.standing(match) >= self._linked:
            if not rivals:
                return "best"
            if all(_nearly_best(match, rival, self._profiles) for rival in rivals):
                return "nearly-best"
        sides = _sides(match, self._groups, self._profiles)
        beside = (rows[0] for side in sides if (rows := self._ranked.get((*side[:2], not side[2]))))
        near = any(self._neighbours(match, rival) for rival in (*rivals, *beside))
        return "beside" if match.total >= NEIGHBOURLY and near else None

    def _lead(self, match: ThreadMatch, side: _Side) -> float:
        others = self._ranked[side]
        at = 1 if others[0].pair == match.pair else 0
        next_best = max(POSSIBLE, others[at].total) if at < len(others) else POSSIBLE
        return max(-LEAD, min(LEAD, match.total - next_best))

    def _neighbours(self, match: ThreadMatch, rival: ThreadMatch) -> bool:
        """Whether a match is of a statement right beside that of its rival, which stands and shares the other one."""
        return self.standing(rival) >= self._linked and _neighbours(match, rival, self._profiles)


_Side = tuple[int, int, bool]
"""A group, a letter, and whether the partner there reports."""


def _sides(match: ThreadMatch, groups: At[Group], subjects: At[StatementProfile]) -> tuple[_Side, _Side]:
    """Each group with the letter that its partner is of and whether it reports: reports compete with reports."""
    reports = [isinstance(subjects[at].statement, StatusReport) for at in match.pair]
    return (match.older, groups[match.newer].letter, reports[1]), (match.newer, groups[match.older].letter, reports[0])


def _nearly_best(match: ThreadMatch, rival: ThreadMatch, subjects: At[StatementProfile]) -> bool:
    """Whether a match is nearly as good as its rival, and both lead to one section."""
    same = all(
        subjects[match.pair[side]].statement.section == subjects[rival.pair[side]].statement.section for side in (0, 1)
    )
    return same and match.total >= rival.total - NEARLY_BEST


def _neighbours(match: ThreadMatch, rival: ThreadMatch, subjects: At[StatementProfile]) -> bool:
    """Whether a match is of a statement right beside that of its rival, which shares the other statement.

    Such a statement promises to tell, has no subject of its own, and stands in the passage of the rival's or in the
    next of the section.
    """
    if (match.pair[0] != rival.pair[0]) == (match.pair[1] != rival.pair[1]):
        return False
    side = 0 if match.pair[0] != rival.pair[0] else 1
    mine, yours = subjects[match.pair[side]], subjects[rival.pair[side]]
    near = mine.statement.section == yours.statement.section and abs(mine.place - yours.place) <= 1
    return near and mine.informs and mine.thin and mine.facts.points_back


class Staged(Protocol):
    """What names numbered stages of a thing."""

    @property
    def stages(self) -> frozenset[Stage]:
        """Each with its noun."""
        ...


def are_apart(one: Group, other: Group, subjects: At[Staged]) -> bool:
    """Whether two groups of one letter are surely of two promises: of two stages of one thing."""
    pairs = ((subjects[mine], subjects[yours]) for mine in one.members for yours in other.members)
    return any(unlike_stages(mine.stages, yours.stages) for mine, yours in pairs)


def cluster(
    matches: Sequence[ThreadMatch] | Sequence[StandingMatch],
    groups: Sequence[Group],
    apart: Callable[[int, int], bool] = lambda *_: False,
) -> dict[int, int]:
    """The cluster of each group: matches joined in the order given, which is best first.

    A match is left out where two groups of one letter would meet that no match of both with one third group justifies,
    or that are said to be `apart`.
    """
    sets = DisjointSets(range(len(groups)))
    partners: dict[int, set[int]] = defaultdict(set)
    for match in matches:
        partners[match.older].add(match.newer)
        partners[match.newer].add(match.older)
    by_letter = {number: {groups[number].letter: [number]} for number in partners}
    """Of each cluster, by the group that stands for it, the groups of each letter."""
    for match in matches:
        older, newer = sets.find(match.older), sets.find(match.newer)
        if older == newer:
            continue
        ours, theirs = by_letter[older], by_letter[newer]
        met = ((mine, yours) for at in ours.keys() & theirs.keys() for mine in theirs[at] for yours in ours[at])
        if all(not partners[mine].isdisjoint(partners[yours]) and not apart(mine, yours) for mine, yours in met):
            sets.join(older, newer)
            kept = by_letter[sets.find(older)]
            for letter, numbers in by_letter.pop(newer if kept is ours else older).items():
                kept.setdefault(letter, []).extend(numbers)
    return {number: sets.find(number) for number in range(len(groups))}
