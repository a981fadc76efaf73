"""Passes for split and merged sections: what a section's subsections are matched with tells of it, and it of them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from tracker.alignment.match_table import MatchTable, ProfilePair, SectionMatch
from tracker.alignment.section_profile import Profile
from tracker.alignment.weights import FAMILY_SHARE, MEMBER, MEMBER_OF_MANY, NEAREST_SHARE, SECOND_ANSWER


class _Candidate(Struct, frozen=True):
    """Two members of a matched family; `single` where one of the two families has one member only."""

    a: Profile
    b: Profile
    score: float
    single: bool

    def rank(self) -> tuple[float, int, int]:
        """Surest first, the same whichever letter comes first."""
        ours, theirs = self.a.section.order, self.b.section.order
        return -self.score, ours + theirs, ours


def parents(table: MatchTable) -> Iterator[ProfilePair]:
    """Match a parent of which half of the subsections are matched with the other section or below it."""
    for a, b in table.free_cells():
        if table.content[a.id, b.id] >= MEMBER and _settled(table, a, b):
            yield a, b, table.content[a.id, b.id]


def members(table: MatchTable) -> Iterator[ProfilePair]:
    """SectionMatch, inside matched families, each subsection with what is nearest to it in the other family.

    A section without subsections answers all that come near; where both have subsections each answers one, the surest
    first, or it shares much.
    """
    candidates = [candidate for match in table.found.values() for candidate in _candidates(table, match)]
    answered = {section for pair in table.found for section in pair}
    for one in sorted(candidates, key=_Candidate.rank):
        both = {one.a.id, one.b.id}
        if one.single or one.score >= SECOND_ANSWER or not both & answered:
            answered |= both
            yield one.a, one.b, one.score


def _candidates(table: MatchTable, match: SectionMatch) -> Iterator[_Candidate]:
    ours, theirs = (
        [leaf for leaf in table.leaves(side) if leaf.id not in table.plain] for side in (match.older, match.newer)
    )
    if not ours or not theirs:
        return
    least = MEMBER_OF_MANY if _settled(table, match.older, match.newer) else MEMBER
    single = len(ours) == 1 or len(theirs) == 1
    family, other_family = (frozenset(leaf.id for leaf in side) for side in (ours, theirs))
    for a in ours if len(ours) > 1 else ():
        for b in _nearest(table, a, other_family, least):
            yield _Candidate(a, b, table.shares(a, b), single)
    for b in theirs if len(theirs) > 1 else ():
        for a in _nearest(table, b, family, least):
            yield _Candidate(a, b, table.shares(a, b), single)


def _settled(table: MatchTable, a: Profile, b: Profile) -> bool:
    """Whether half of the subsections of either, and two or more, are matched within the other's family."""
    for parent, other in ((a, b), (b, a)):
        leaves, family = table.leaves(parent), {other.id, *(below.id for below in table.below(other))}
        matched = sum(bool(family & table.partners(leaf)) for leaf in leaves)
        if matched >= 2 and matched >= FAMILY_SHARE * len(leaves):
            return True
    return False


def _nearest(table: MatchTable, member: Profile, family: frozenset[str], least: float) -> list[Profile]:
    """The nearest of the family, given by ids; none if the member is much nearer to a section elsewhere."""
    compared = [other for other in table.compared(member) if other.id in family]
    best = max((table.shares(member, other) for other in compared), default=0.0)
    if best < max(least, NEAREST_SHARE * table.most_shared(member)):
        return []
    return [other for other in compared if table.shares(member, other) == best]
