"""Threads and verdicts of made series: `python tests/benchmarks/bench_series.py [--vectors FILE] [NAME …]`.

tests/gold/series holds series of three or four papers, written by the guidelines; tracker/training/series.py tells
their form. The weights of linking learned from them, but for those whose name begins with `unseen-`; figures of series
left out are printed where these are fitted (`python -m tracker.training.pairs`); with `--vectors`, which
`python -m tracker.training.meanings` wrote, what statements mean is said by networks that did not see their body.
Prints, by series and for both kinds:
of the pairs of statements of two papers that the tracker puts in one thread the share that belongs together (P), of
those that belong together the share that it puts in one (R), of the threads the share with the right status, and of the
accusations those that are right.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz

from tracker.linking.meaning import MeaningNetwork
from tracker.statuses import FACTS
from tracker.training.arguments import add_vectors, given_vectors
from tracker.training.series import SAME, UNSEEN, Member, Series, read_series, series_ledger

SERIES = Path(__file__).parents[1] / "gold" / "series"


class Figures(NamedTuple):
    """Right and all of: pairs that were put together, pairs that belong together, statuses, accusations."""

    joined: Counter[bool]
    wanted: Counter[bool]
    statuses: Counter[bool]
    accused: Counter[bool]

    def __add__(self, other: Figures) -> Figures:  # type: ignore[override]
        """The figures of both."""
        return Figures(*(mine + yours for mine, yours in zip(self, other, strict=True)))

    def row(self, name: str) -> str:
        """A line of the table."""
        shares = (f"{row[True]:4}/{row.total():<4}{row[True] / max(1, row.total()):.2f}" for row in self)
        return f"{name:32}" + "   ".join(shares)


def figures_of(series: Series) -> Figures:
    """How right the tracker is on a series."""
    ledger, letters = series_ledger(series)
    said = {row.id: (letters.index(row.letter), row.quote) for row in (*ledger.commitments, *ledger.reports)}
    place = {ref.ref: at for at, thread in enumerate(ledger.threads) for ref in thread.members}
    of: dict[str, set[str]] = {}
    where: dict[Member, set[int]] = {}
    for name, members in series.members.items():
        for member in members:
            for ref, (paper, quote) in said.items():
                if paper == member.paper and fuzz.partial_ratio(quote, member.text) >= SAME:
                    of.setdefault(ref, set()).add(name)
                    if ref in place:
                        where.setdefault(member, set()).add(place[ref])
    joined = Counter(
        bool(of[one.ref] & of[other.ref])
        for thread in ledger.threads
        for one, other in combinations([ref for ref in thread.members if ref.ref in of], 2)
        if said[one.ref][0] != said[other.ref][0]
    )
    wanted = Counter(
        bool(where.get(one, set()) & where.get(other, set()))
        for members in series.members.values()
        for one, other in combinations([row for row in members if not row.optional], 2)
        if one.paper != other.paper
    )
    right, accused = Counter[bool](), Counter[bool]()
    for name, status in series.statuses.items():
        votes = Counter(at for member in series.members[name] for at in where.get(member, ()))
        given = ledger.threads[votes.most_common(1)[0][0]].status if votes else None
        right[given == status] += 1
        if given is not None and FACTS[given].is_accusing:
            accused[given == status] += 1
    return Figures(joined, wanted, right, accused)


def rows(names: list[str]) -> Iterator[str]:
    """The table, line by line."""
    learned, unseen = (Figures(Counter(), Counter(), Counter(), Counter()) for _ in range(2))
    yield f"{'':32}links P           R               status          accusations"
    for path in sorted(SERIES.glob("*.series")):
        if not names or path.stem in names:
            found = figures_of(read_series(path.read_text(encoding="utf-8")))
            if path.stem.startswith(UNSEEN):
                unseen = unseen + found
            else:
                learned = learned + found
            yield found.row(path.stem)
    yield learned.row("all but those that only measure")
    yield unseen.row("those that only measure")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME")
    add_vectors(parser)
    given = parser.parse_args()
    with given_vectors(given, MeaningNetwork()):
        for line in rows(given.names):
            print(line, flush=True)
