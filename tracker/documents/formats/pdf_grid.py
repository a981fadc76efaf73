"""The ruled tables of a page: where rules that lie and rules that stand meet, and which cell a place is in.

Its shares and sizes are by judgement on printed papers; not measured.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from msgspec import Struct

from tracker.documents.formats.pdf_rules import Rules, Stroke

SAME_PLACE = 2.5
"""Points within which two rules are one, and within which rules meet."""
MOST_RULES = 300
"""More rules than that are a chart."""


class Grid(Struct, frozen=True):
    """A ruled table: its rules, the places of its columns from left to right and of its rows from the top."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    lying: tuple[Stroke, ...]
    standing: tuple[Stroke, ...]

    def cell(self, across: float, up: float) -> tuple[int, int] | None:
        """The row and column of the cell that a place is in; of one that spans several, the first. None outside."""
        column = bisect_right(self.columns, across) - 1
        row = bisect_right([-at for at in self.rows], -up) - 1
        if not (0 <= column < len(self.columns) - 1 and 0 <= row < len(self.rows) - 1):
            return None
        while row and not _holds(self.lying, self.rows[row], (self.columns[column] + self.columns[column + 1]) / 2):
            row -= 1
        middle = (self.rows[row] + self.rows[row + 1]) / 2
        while column and not _holds(self.standing, self.columns[column], middle):
            column -= 1
        return row, column

    def width(self, row: int, column: int) -> int:
        """How many columns the cell spans that begins there."""
        middle = (self.rows[row] + self.rows[row + 1]) / 2
        ends = range(column + 1, len(self.columns))
        return next(end for end in ends if end == ends[-1] or _holds(self.standing, self.columns[end], middle)) - column


def grids_of(rules: Rules) -> tuple[Grid, ...]:
    """The ruled tables of a page, from the top: at least two rows of at least two columns."""
    lying, standing = _whole(rules.lying), _whole(rules.standing)
    if not lying or not standing or len(lying) + len(standing) > MOST_RULES:
        return ()
    grids = [_grid(*part) for part in _joined(lying, standing)]
    return tuple(sorted((grid for grid in grids if grid is not None), key=lambda grid: -grid.rows[0]))


def _holds(rules: Iterable[Stroke], at: float, along: float) -> bool:
    """Whether one of the rules is at a place and runs past another."""
    return any(
        abs(rule.at - at) <= SAME_PLACE and rule.begin - SAME_PLACE <= along <= rule.end + SAME_PLACE for rule in rules
    )


def _whole(rules: list[Stroke]) -> list[Stroke]:
    """The rules, pieces of one line as one."""
    whole: list[Stroke] = []
    places: list[float] = []
    for rule in sorted(rules, key=lambda one: one.at):
        places.append(places[-1] if places and rule.at - places[-1] <= SAME_PLACE else rule.at)
    placed = sorted(
        zip(places, sorted(rules, key=lambda one: one.at), strict=True), key=lambda one: (one[0], one[1].begin)
    )
    for place, rule in placed:
        last = whole[-1] if whole else None
        if last is not None and last.at == place and rule.begin <= last.end + SAME_PLACE:
            whole[-1] = Stroke(last.begin, max(last.end, rule.end), place)
        else:
            whole.append(Stroke(rule.begin, rule.end, place))
    return whole


def _joined(lying: list[Stroke], standing: list[Stroke]) -> Iterator[tuple[list[Stroke], list[Stroke]]]:
    """The rules that meet one another, together."""
    left, right = list(lying), list(standing)
    while left:
        flat, upright = [left.pop()], list[Stroke]()
        fresh: list[Stroke] = flat[:]
        while fresh:
            met = [rule for rule in right if any(_meet(one, rule) for one in fresh)]
            right = [rule for rule in right if rule not in met]
            upright += met
            fresh = [rule for rule in left if any(_meet(rule, one) for one in met)]
            left = [rule for rule in left if rule not in fresh]
            flat += fresh
        yield flat, upright


def _meet(lying: Stroke, standing: Stroke) -> bool:
    across = lying.begin - SAME_PLACE <= standing.at <= lying.end + SAME_PLACE
    return across and standing.begin - SAME_PLACE <= lying.at <= standing.end + SAME_PLACE


def _grid(lying: list[Stroke], standing: list[Stroke]) -> Grid | None:
    if not lying or not standing:
        return None
    ends = [end for rule in lying for end in (rule.begin, rule.end)]
    columns = _apart(sorted([*(rule.at for rule in standing), min(ends), max(ends)]))
    ends = [end for rule in standing for end in (rule.begin, rule.end)]
    rows = _apart(sorted([*(rule.at for rule in lying), min(ends), max(ends)]))[::-1]
    if len(columns) <= 2 or len(rows) <= 2:
        return None
    return Grid(tuple(columns), tuple(rows), tuple(lying), tuple(standing))


def _apart(places: list[float]) -> list[float]:
    """The places, those that are the same once."""
    return places[:1] + [place for last, place in itertools.pairwise(places) if place - last > SAME_PLACE]
