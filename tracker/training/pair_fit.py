"""The weights of linking, fitted: the evidence of two statements, then how far a match is ahead of the next best."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from tracker.linking.pair_weights import FAMILIES, PairWeights
from tracker.linking.weights import LEAD, POSSIBLE
from tracker.text.log_odds import probabilities
from tracker.training.pair_examples import ComparedSeries, Side

PENALTY = 0.1
"""C of scikit-learn on standardised evidence; .01 to 1 gave the same figures on five series left out in turn."""

_CONSTANT = 1e-9
"""Evidence that varies less tells nothing, and is not stretched."""


def fit_pairs(examples: Sequence[ComparedSeries], linked: float, ruled: float = 0.0) -> PairWeights:
    """The weights of these series; `linked` and `ruled` are given."""
    from sklearn.linear_model import LogisticRegression

    told = [[row for row in one.compared if row.told] for one in examples]
    rows = np.array([row.evidence for part in told for row in part])
    same = np.array([row.same for part in told for row in part])
    spread = rows.std(axis=0)
    spread[spread < _CONSTANT] = 1.0
    model = LogisticRegression(C=PENALTY, max_iter=2000)
    model.fit(rows / spread, same, sample_weight=_shares([len(part) for part in told]))
    families = dict(zip(FAMILIES, (model.coef_[0] / spread).round(4).tolist(), strict=True))
    first = PairWeights(round(float(model.intercept_[0]), 4), families, 0.0, 0.0, linked, ruled)
    found = [_matches(one, first) for one in examples]
    total, lead = (np.concatenate(column) for column in zip(*(row[:2] for row in found), strict=True))
    right = np.concatenate([row[2] for row in found])
    slope, offset = _fit_lead(total, lead, right, _shares([len(row[2]) for row in found]))
    return replace(first, lead=round(slope, 4), usual_lead=round(-offset / slope, 4) if slope else 0.0)


def _shares(sizes: Sequence[int]) -> NDArray[np.float64]:
    """A weight for each example, so that every series counts as much, and 1 in the mean."""
    found = np.concatenate([np.full(size, 1 / max(1, size)) for size in sizes])
    return np.asarray(found / found.mean())


def _matches(
    one: ComparedSeries, weights: PairWeights
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.bool_]]:
    """The evidence of the best pairs of groups of which an annotation tells, their leads, and which are right."""
    totals = totals_of(one, weights)
    kept = best_pairs(one, totals)
    leads = leads_of(one, totals, kept)
    told = [at for at, row in enumerate(kept) if one.compared[row].told]
    right = [one.compared[kept[at]].same for at in told]
    return totals[[kept[at] for at in told]], leads[told], np.array(right, dtype=bool)


def totals_of(one: ComparedSeries, weights: PairWeights) -> NDArray[np.float64]:
    """The log-odds of everything that was compared of a series, of shape (compared,)."""
    families = np.array([weights.families[name] for name in FAMILIES])
    rows = np.array([row.evidence for row in one.compared]).reshape(-1, len(FAMILIES))
    return np.asarray(weights.bias + rows @ families)


def best_pairs(one: ComparedSeries, totals: NDArray[np.float64]) -> list[int]:
    """Of each two groups the best pair, by its place among what was compared."""
    best: dict[tuple[int, int], int] = {}
    for at, row in enumerate(one.compared):
        key = one.groups[row.pair[0]], one.groups[row.pair[1]]
        if key not in best or totals[at] > totals[best[key]]:
            best[key] = at
    return sorted(best.values())


def leads_of(one: ComparedSeries, totals: NDArray[np.float64], kept: Sequence[int]) -> NDArray[np.float64]:
    """How far each match is ahead of the next best of both its groups, as clustering has it."""
    ranked: dict[Side, list[float]] = {}
    for at in kept:
        if totals[at] >= POSSIBLE:
            for side in one.sides(at):
                ranked.setdefault(side, []).append(float(totals[at]))
    for rows in ranked.values():
        rows.sort(reverse=True)

    def lead(at: int, side: Side) -> float:
        rows, mine = ranked.get(side, []), float(totals[at])
        others = rows[1:2] if rows and mine == rows[0] else rows[:1]
        return max(-LEAD, min(LEAD, mine - (others[0] if others else POSSIBLE)))

    return np.array([sum(lead(at, side) for side in one.sides(at)) for at in kept])


def _fit_lead(
    total: NDArray[np.float64], lead: NDArray[np.float64], right: NDArray[np.bool_], weight: NDArray[np.float64]
) -> tuple[float, float]:
    """The slope of the lead and the offset of a logistic regression that takes `total` as it is (Newton's method)."""
    rows = np.column_stack([lead, np.ones_like(lead)])
    found = np.zeros(2)
    for _ in range(50):
        told = probabilities(total + rows @ found)
        slope = rows.T @ (weight * (right - told)) - 1e-3 * found
        bend = (rows * (weight * told * (1 - told))[:, None]).T @ rows + 1e-3 * np.eye(2)
        step = np.linalg.solve(bend, slope)
        found += step
        if np.abs(step).max() < 1e-8:
            break
    return float(found[0]), float(found[1])
