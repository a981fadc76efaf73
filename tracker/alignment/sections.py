"""The sections of two letters, matched in fixed, named passes.

The order is part of the meaning: what is plain (identical, same number and heading) is settled before what is likely,
and a family of sections before its members are. A pair is kept only on grounds that hold from both sides, so the
alignment of (newer, older) is this one seen in a mirror. In doubt a section is gone and another new: a wrong "same"
hides a change, and that costs a reader more than two rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rapidfuzz import fuzz

from tracker.alignment.profiles import Profile
from tracker.alignment.table import Match, Table

TITLE_ALIKE = 90.0
"""rapidfuzz's token_sort_ratio from which two titles are one with a slip of the pen."""
LEAST_TITLE = 8
"""Characters; shorter titles must be equal."""
HEADINGS_SHARED, HEADING_WITHIN, HEADING_SUBJECT = 0.6, 0.85, 0.05
"""What the headings must share, how much of the lighter must stand in the other, and the subject they must share."""
BOTH_BEST = 0.12
"""The likeness of two sections that are each other's best."""
ONE_BEST, ONE_BEST_SUBJECT = 0.18, 0.1
"""The likeness, and the shared subject, of two sections of which only one is the other's best: the parts of a split."""
EXPLAINED = 1.25
"""How much more alike one of its subsections must be for a section to be like another only through that subsection."""
FAMILY_SHARE = 0.5
"""The share of its subsections that must be matched with a section for their parent to be matched with it too."""
MEMBER, MEMBER_OF_MANY, MEMBER_NEAR = 0.06, 0.04, 0.6
"""The content that a subsection must share with one of the matched family, less where most of the family is matched
already; and the same as a share of what it shares with its best elsewhere."""
MOVED_SHARE, MOVED_LENGTH = 0.5, 200
"""The share of a section's text that stands word for word in another, and the least number of characters of it."""


Pass = Callable[[Table], Iterable[tuple[Profile, Profile, float]]]


def match_sections(older: tuple[Profile, ...], newer: tuple[Profile, ...]) -> tuple[Match, ...]:
    """Match the sections of two letters; a section may have several matches, or none."""
    table = Table(older, newer)
    for name, run in PASSES:
        table.record(name, run(table))
    return tuple(table.found[a.id, b.id] for a, b in table.cells() if (a.id, b.id) in table.found)


def _identical(table: Table) -> Iterator[tuple[Profile, Profile, float]]:
    """The same title and text, whatever the number."""
    yield from _equal(table, lambda section: (section.title, section.text) if section.text else None)


def _same_number_and_heading(table: Table) -> Iterator[tuple[Profile, Profile, float]]:
    yield from _equal(table, lambda section: (section.number, section.title) if section.number else None)


def _heading_alike(table: Table) -> Iterator[tuple[Profile, Profile, float]]:
    """One title, or one role, or nearly; or headings that share nearly all of their weight."""
    yield from _equal(table, lambda section: section.title or None)
    yield from _equal(table, lambda section: section.role)
    for a, b in table.open_cells():
        ratio = fuzz.token_sort_ratio(a.title, b.title)
        if ratio >= TITLE_ALIKE and min(len(a.title), len(b.title)) >= LEAST_TITLE:
            yield a, b, ratio / 100
        elif _headings_agree(table, a, b):
            yield a, b, table.words.heading(a, b)


def _headings_agree(table: Table, a: Profile, b: Profile) -> bool:
    alike = table.alike[a.id, b.id]
    return (
        (table.best_for(a, alike) or table.best_for(b, alike))
        and table.subject[a.id, b.id] >= HEADING_SUBJECT
        and table.words.heading(a, b) >= HEADINGS_SHARED
        and table.words.within(a, b) >= HEADING_WITHIN
    )


def _content_alike(table: Table) -> Iterator[tuple[Profile, Profile, float]]:
    """Each other's best, or the best of one of them by more; not where only a subsection is what is alike."""
    for a, b in table.open_cells():
        alike = table.alike[a.id, b.id]
        sides = table.best_for(a, alike) + table.best_for(b, alike)
        enough = (
            alike >= BOTH_BEST if sides == 2 else alike >= ONE_BEST and table.subject[a.id, b.id] >= ONE_BEST_SUBJECT
        )
        if sides and enough and not _explained(table, a, b):
            yield a, b, alike


def _explained(table: Table, a: Profile, b: Profile) -> bool:
    """Whether a subsection of one is so much more like the other that the section itself says nothing more."""
    bound = EXPLAINED * table.alike[a.id, b.id]
    return any(table.alike[below.id, b.id] >= bound for below in table.below(a)) or any(
        table.alike[a.id, below.id] >= bound for below in table.below(b)
    )


def _moved(table: Table) -> Iterator[tuple[Profile, Profile, float]]:
    """A good part of one section's text stands word for word in the other."""
    for a, b in table.open_cells():
        shared = sum(len(line) for line in a.lines & b.lines)
        whole = min(len(a.text), len(b.text))
        if shared >= MOVED_LENGTH and shared >= MOVED_SHARE * whole:
            yield a, b, shared / whole


def _family(table: Table) -> Iterator[tuple[Profile, Profile, float]]:
    """A parent of which half of the subsections are matched with the other section or below it."""
    for a, b in table.open_cells():
        if _settled(table, a, b):
            yield a, b, table.content[a.id, b.id]


def _members(table: Table) -> Iterator[tuple[Profile, Profile, float]]:
    """Inside a matched family, each subsection with what is most like it there."""
    for match in list(table.found.values()):
        ours, theirs = table.leaves(match.older), table.leaves(match.newer)
        least = MEMBER_OF_MANY if _settled(table, match.older, match.newer) else MEMBER
        for a in ours if len(ours) > 1 else ():
            yield from ((a, b, score) for b, score in _nearest(table, a, theirs) if score >= least)
        for b in theirs if len(theirs) > 1 else ():
            yield from ((a, b, score) for a, score in _nearest(table, b, ours) if score >= least)


def _settled(table: Table, a: Profile, b: Profile) -> bool:
    """Whether half of the subsections of either, and two or more, are matched within the other's family."""
    for parent, other in ((a, b), (b, a)):
        leaves, family = table.leaves(parent), {other.id, *(below.id for below in table.below(other))}
        matched = sum(bool(family & table.partners(leaf)) for leaf in leaves)
        if matched >= 2 and matched >= FAMILY_SHARE * len(leaves):
            return True
    return False


def _nearest(table: Table, member: Profile, family: list[Profile]) -> Iterator[tuple[Profile, float]]:
    """The most alike of the family, unless the member is much more like a section elsewhere."""
    best = max(table.shares(member, other) for other in family)
    if best >= MEMBER_NEAR * table.most_shared(member):
        yield from ((other, best) for other in family if table.shares(member, other) == best)


def _equal(table: Table, key: Callable[[Profile], object]) -> Iterator[tuple[Profile, Profile, float]]:
    """Sections with an equal key, where it is one of a kind on both sides; several in the order they stand in."""
    groups: dict[object, tuple[list[Profile], list[Profile]]] = {}
    for side, sections in enumerate((table.older, table.newer)):
        for section in sections:
            if (value := key(section)) is not None:
                groups.setdefault(value, ([], []))[side].append(section)
    for ours, theirs in groups.values():
        if len(ours) == len(theirs):
            yield from ((a, b, 1.0) for a, b in zip(ours, theirs, strict=True))


PASSES: tuple[tuple[str, Pass], ...] = (
    ("identical", _identical),
    ("same number and heading", _same_number_and_heading),
    ("heading alike", _heading_alike),
    ("content alike", _content_alike),
    ("moved", _moved),
    ("split and merged", _family),
    ("split and merged", _members),
)
"""The passes in their order; a pair bears the name of the first that found it."""
