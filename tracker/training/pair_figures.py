"""How the threads of series come out by weights that did not see their body: precision and joins at several bars."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np

from tracker.alignment.clusters import DisjointSets
from tracker.linking.pair_weights import PairWeights
from tracker.text.log_odds import log_odds
from tracker.training.pair_examples import ComparedSeries, Side
from tracker.training.pair_fit import best_pairs, fit_pairs, leads_of, totals_of

BARS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
"""The probabilities at which figures are printed."""


class Counted(NamedTuple):
    """Pairs of two letters in one thread, those of them that belong together, joins found and joins annotated."""

    said: int
    right: int
    joined: int
    wanted: int


def thread_counts(one: ComparedSeries, weights: PairWeights, bar: float) -> Counted:
    """How the threads of a series come out: matches that are each other's best and at the bar, joined best first."""
    totals = totals_of(one, weights)
    kept = best_pairs(one, totals)
    standing = totals[kept] + weights.lead * (leads_of(one, totals, kept) - weights.usual_lead)
    best: dict[Side, float] = {}
    for at in kept:
        for side in one.sides(at):
            best[side] = max(best.get(side, -np.inf), float(totals[at]))
    least = log_odds(bar)
    accepted = [
        (float(value), at)
        for value, at in zip(standing, kept, strict=True)
        if value >= least and all(totals[at] >= best[side] for side in one.sides(at))
    ]
    thread = _threads(one, accepted)
    places = [(at, thread[one.groups[at]]) for at in range(len(one.groups)) if one.threads[at]]
    pairs = [
        bool(one.threads[mine] & one.threads[yours])
        for (mine, here), (yours, there) in combinations(places, 2)
        if here == there and one.letters[mine] != one.letters[yours]
    ]
    joins: dict[tuple[str, str, str], bool] = {}
    for (mine, here), (yours, there) in combinations(places, 2):
        for name in one.threads[mine] & one.threads[yours]:
            if one.letters[mine] != one.letters[yours]:
                first, last = sorted((one.letters[mine], one.letters[yours]))
                joins[name, first, last] = joins.get((name, first, last), False) or here == there
    return Counted(len(pairs), sum(pairs), sum(joins.values()), len(joins))


def _threads(one: ComparedSeries, accepted: list[tuple[float, int]]) -> dict[int, int]:
    """The thread of each group: matches joined best first, never two groups of one letter."""
    sets = DisjointSets(sorted(set(one.groups)))
    letter = dict(zip(one.groups, one.letters, strict=True))
    for _, at in sorted(accepted, reverse=True):
        mine, yours = (one.groups[place] for place in one.compared[at].pair)
        met = {letter[row] for row in sets.members(mine)} & {letter[row] for row in sets.members(yours)}
        if not sets.together(mine, yours) and not met:
            sets.join(mine, yours)
    return {group: sets.find(group) for group in set(one.groups)}


def series_table(examples: Sequence[ComparedSeries]) -> str:
    """Precision and joins of every series by weights that did not see its body, at several bars."""
    lines = [f"{'left out':28}" + "".join(f"{f'P/joins at {bar}':>16}" for bar in BARS)]
    totals = {bar: Counted(0, 0, 0, 0) for bar in BARS}
    for one in examples:
        weights = fit_pairs([other for other in examples if other.body != one.body], 0.5)
        cells = []
        for bar in BARS:
            row = thread_counts(one, weights, bar)
            totals[bar] = Counted(*map(sum, zip(totals[bar], row, strict=True)))
            cells.append(_cell(row))
        lines.append(f"{one.name:28}" + "".join(f"{cell:>16}" for cell in cells))
    lines.append(f"{'all':28}" + "".join(f"{_cell(totals[bar]):>16}" for bar in BARS))
    return "\n".join(lines) + "\n"


def _cell(row: Counted) -> str:
    return f"{row.right / max(1, row.said):.2f}/{row.joined / max(1, row.wanted):.2f}"
