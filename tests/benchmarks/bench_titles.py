"""Titles of made series beside those of their writers: `python tests/benchmarks/bench_titles.py [--show] [NAME …]`.

Each thread of tests/gold/series (bench_series tells their form) is compared with the thread of the tracker that has
most of its statements. Prints, by series and for all, how many threads were found; how like the two titles are on
average (0..1, the words of both regardless of their order), by the words of the shorter, as score.py of the
annotations counts ("like"), and by all words ("whole"); and the share of titles of more than nine words. `--show`
prints each pair with its likeness.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz import fuzz, utils

from tests.benchmarks.bench_series import SAME, SERIES, ledger_of, read_series

LONGEST = 9


class Pair(NamedTuple):
    """The title that a thread was given, that of its writer, and how like they are (0..1)."""

    given: str
    written: str
    likeness: float
    whole: float


def pairs_of(text: str) -> Iterator[Pair]:
    """The titles of a series whose threads were found."""
    series = read_series(text)
    ledger, letters = ledger_of(series)
    said = {row.id: (letters.index(row.letter), row.quote) for row in (*ledger.commitments, *ledger.reports)}
    written = {
        name.strip(): title.strip()
        for name, title, *_ in (row.split("|") for row in text.partition("\n= threads\n")[2].splitlines() if row)
    }
    for name, members in series.members.items():
        votes = Counter(
            at
            for member in members
            for at, thread in enumerate(ledger.threads)
            for ref in thread.members
            if said[ref.ref][0] == member.paper and fuzz.partial_ratio(said[ref.ref][1], member.text) >= SAME
        )
        if votes and name in written:
            given = ledger.threads[votes.most_common(1)[0][0]].title
            like, whole = (
                ratio(given, written[name], processor=utils.default_process) / 100
                for ratio in (fuzz.token_set_ratio, fuzz.token_sort_ratio)
            )
            yield Pair(given, written[name], like, whole)


def row(name: str, pairs: list[Pair]) -> str:
    """A line of the table."""
    number = max(1, len(pairs))
    long = sum(len(pair.given.split()) > LONGEST for pair in pairs)
    like, whole = (sum(row) / number for row in ([pair.likeness for pair in pairs], [pair.whole for pair in pairs]))
    return f"{name:28}{len(pairs):4}   {like:.3f}   {whole:.3f}   {long / number:.2f}"


def rows(names: list[str], *, shown: bool) -> Iterator[str]:
    """The table, line by line."""
    total: list[Pair] = []
    yield f"{'':28}found  like    whole   long"
    for path in sorted(SERIES.glob("*.series")):
        if not names or path.stem in names:
            found = list(pairs_of(path.read_text(encoding="utf-8")))
            total += found
            if shown:
                yield from (f"{pair.likeness:.2f} {pair.whole:.2f}  {pair.given}  |  {pair.written}" for pair in found)
            yield row(path.stem, found)
    yield row("all", total)


if __name__ == "__main__":
    asked = sys.argv[1:]
    for line in rows([name for name in asked if name != "--show"], shown="--show" in asked):
        print(line, flush=True)
