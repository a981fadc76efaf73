"""The sections of two letters, matched in fixed, named passes.

The order is part of the meaning: what is plain (identical, same number and heading) is settled before what is likely,
and a family of sections before its members are. A pair is kept only on grounds that hold from both sides, so the
alignment of (newer, older) is this one seen in a mirror. In doubt a section is gone and another new: a wrong "same"
hides a change, and that costs a reader more than two rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from rapidfuzz import fuzz

from tracker.alignment.match_table import MatchTable, ProfilePair, SectionMatch
from tracker.alignment.section_profile import Profile
from tracker.alignment.split_merge import members, parents
from tracker.alignment.weights import (
    BOTH_BEST,
    EXPLAINED,
    HEADING_SUBJECT,
    HEADING_WITHIN,
    HEADINGS_SHARED,
    LEAST_TITLE,
    MOVED_LENGTH,
    MOVED_SHARE,
    ONE_BEST,
    ONE_BEST_SUBJECT,
    TITLE_ALIKE,
)

_Pass = Callable[[MatchTable], Iterable[ProfilePair]]


def match_sections(older: tuple[Profile, ...], newer: tuple[Profile, ...]) -> tuple[SectionMatch, ...]:
    """Match the sections of two letters; a section may have several matches, or none."""
    table = MatchTable(older, newer)
    for name, run in _PLAIN_PASSES:
        table.record(name, run(table), plain=True)
    for name, run in _LIKELY_PASSES:
        table.record(name, run(table), plain=False)
    return tuple(sorted(table.found.values(), key=lambda one: (one.older.section.order, one.newer.section.order)))


def _identical(table: MatchTable) -> Iterator[ProfilePair]:
    """The same title and text, whatever the number."""
    return _equal(table, lambda section: (section.title, section.text) if section.text else None)


def _same_number_and_heading(table: MatchTable) -> Iterator[ProfilePair]:
    return _equal(table, lambda section: (section.number, section.title) if section.number and section.title else None)


def _same_heading(table: MatchTable) -> Iterator[ProfilePair]:
    """One title, or one role in the letter."""
    yield from _equal(table, lambda section: section.title or None)
    yield from _equal(table, lambda section: section.role)


def _equal(table: MatchTable, key: Callable[[Profile], object]) -> Iterator[ProfilePair]:
    """Sections with an equal key, where both letters have as many of them: in the order in which they stand."""
    groups: dict[object, tuple[list[Profile], list[Profile]]] = {}
    for side, sections in enumerate((table.older, table.newer)):
        for section in sections:
            if section.id not in table.plain and (value := key(section)) is not None:
                groups.setdefault(value, ([], []))[side].append(section)
    for ours, theirs in groups.values():
        if len(ours) == len(theirs):
            yield from ((a, b, 1.0) for a, b in zip(ours, theirs, strict=True))


def _heading_alike(table: MatchTable) -> Iterator[ProfilePair]:
    """Titles that differ by a slip of the pen or a year, or headings that share nearly all of their weight."""
    yield from _titles_alike(table)
    for a, b in table.free_cells():
        if _headings_agree(table, a, b):
            yield a, b, table.words.headings(a, b)[0]


def _titles_alike(table: MatchTable) -> Iterator[ProfilePair]:
    """Each title with the nearest, where each is nearest to the other."""
    rows = [
        (a, b, fuzz.token_sort_ratio(a.title, b.title, score_cutoff=TITLE_ALIKE))
        for a, b in table.free_cells()
        if min(len(a.title), len(b.title)) >= LEAST_TITLE
    ]
    nearest: dict[str, float] = defaultdict(float)
    for a, b, ratio in rows:
        nearest[a.id] = max(ratio, nearest[a.id])
        nearest[b.id] = max(ratio, nearest[b.id])
    for a, b, ratio in rows:
        if TITLE_ALIKE <= ratio == nearest[a.id] == nearest[b.id]:
            yield a, b, ratio / 100


def _headings_agree(table: MatchTable, a: Profile, b: Profile) -> bool:
    alike = table.alike[a.id, b.id]
    if not (table.best_for(a, alike) or table.best_for(b, alike)):
        return False
    shared, within = table.words.headings(a, b)
    return table.subject[a.id, b.id] >= HEADING_SUBJECT and shared >= HEADINGS_SHARED and within >= HEADING_WITHIN


def _content_alike(table: MatchTable) -> Iterator[ProfilePair]:
    """Each other's best, or the best of one of them by more; not where only a subsection is what is alike."""
    for a, b in table.free_cells():
        alike = table.alike[a.id, b.id]
        sides = table.best_for(a, alike) + table.best_for(b, alike)
        one_sided = alike >= ONE_BEST and table.subject[a.id, b.id] >= ONE_BEST_SUBJECT
        if ((sides == 2 and alike >= BOTH_BEST) or (sides and one_sided)) and not _explained(table, a, b):
            yield a, b, alike


def _explained(table: MatchTable, a: Profile, b: Profile) -> bool:
    """Whether a subsection of one is so much more like the other that the section itself says nothing more."""
    bound = EXPLAINED * table.alike[a.id, b.id]
    return any(table.alike.get((below.id, b.id), 0.0) >= bound for below in table.below(a)) or any(
        table.alike.get((a.id, below.id), 0.0) >= bound for below in table.below(b)
    )


def _moved(table: MatchTable) -> Iterator[ProfilePair]:
    """A good part of one section's text stands word for word in the other."""
    for a, b in table.open_cells():
        shared = sum(len(line) for line in a.lines & b.lines)
        whole = min(len(a.text), len(b.text))
        if shared >= MOVED_LENGTH and shared >= MOVED_SHARE * whole:
            yield a, b, shared / whole


_PLAIN_PASSES: tuple[tuple[str, _Pass], ...] = (
    ("identical", _identical),
    ("same number and heading", _same_number_and_heading),
    ("same heading", _same_heading),
)
"""What needs no weighing; a section matched here answers no other section by resemblance."""
_LIKELY_PASSES: tuple[tuple[str, _Pass], ...] = (
    ("heading alike", _heading_alike),
    ("content alike", _content_alike),
    ("moved", _moved),
    ("split and merged", parents),
    ("split and merged", members),
    ("split and merged", members),
)
"""Members come twice, since what the first round finds settles more families; a pair bears its first pass's name."""
