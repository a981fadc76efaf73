"""The weights of linking are fitted; only where the extra `[train]` is installed."""

from __future__ import annotations

import random

import pytest

from tracker.linking.pair_weights import FAMILIES
from tracker.training.pair_examples import Compared, ComparedSeries

pytest.importorskip("sklearn", reason="the extra [train] is not installed")

from tracker.training.pair_figures import series_table, thread_counts
from tracker.training.pair_fit import best_pairs, fit_pairs, totals_of


def series(name: str, seed: int, threads: int = 12) -> ComparedSeries:
    """Two letters with a statement of each thread: of one thread words are shared, and by chance a few of others."""
    chance = random.Random(seed)  # noqa: S311
    rows = []
    for one in range(threads):
        for other in range(threads):
            same = one == other
            words = chance.gauss(6 if same else 1, 1.0)
            evidence = tuple(words if family == "words" else 0.0 for family in FAMILIES)
            rows.append(Compared((one, threads + other), evidence, same, True))
    places = range(2 * threads)
    return ComparedSeries(
        name=name,
        compared=tuple(rows),
        groups=tuple(places),
        letters=tuple("a" if at < threads else "b" for at in places),
        reports=tuple(False for _ in places),
        threads=tuple(frozenset((f"T{at % threads}",)) for at in places),
    )


EXAMPLES = [series(f"{name}-1", seed) for seed, name in enumerate(("maas", "waal", "lek"))]


def test_it_learns_what_tells() -> None:
    weights = fit_pairs(EXAMPLES, 0.5)
    assert weights.families["words"] > 0.5
    assert all(abs(value) < 0.01 for name, value in weights.families.items() if name != "words")
    assert weights.lead >= 0
    totals = totals_of(EXAMPLES[0], weights)
    right = [row.same for row in EXAMPLES[0].compared]
    assert totals[right].mean() > 1 > -1 > totals[[not row for row in right]].mean()
    assert best_pairs(EXAMPLES[0], totals) == list(range(len(EXAMPLES[0].compared)))


def test_threads_come_out_as_they_were_annotated() -> None:
    row = thread_counts(EXAMPLES[0], fit_pairs(EXAMPLES[1:], 0.5), 0.5)
    assert (row.said, row.right, row.joined, row.wanted) == (12, 12, 12, 12)


def test_the_table_leaves_each_body_out_and_adds_all_up() -> None:
    lines = series_table(EXAMPLES).splitlines()
    assert [line.split()[0] for line in lines] == ["left", "maas-1", "waal-1", "lek-1", "all"]
    assert all("1.00/1.00" in line for line in lines[1:])
