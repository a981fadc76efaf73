"""Threads and verdicts of made series that no rule was fitted on: `python tests/benchmarks/bench_series.py [NAME …]`.

tests/gold/series holds ten series of three or four papers, written by the guidelines, their lines marked as in
tests/gold/made and with the thread that each belongs to (`T07`; `T07?` where it may be left out); after the papers each
thread has its title, status and whether it is late. Prints, by series and for all: of the pairs of statements of two
papers that the tracker puts in one thread the share that belongs together (P), of those that belong together the share
that it puts in one (R), of the threads the share with the right status, and of the accusations those that are right.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from rapidfuzz import fuzz

from tracker.model import Ledger
from tracker.pipeline import build_ledger, open_collection
from tracker.statuses import FACTS
from tracker.training.marked import MarkedLine, as_html

SERIES = Path(__file__).parents[1] / "gold" / "series"
THREAD = re.compile(r"T\d+\??")
SAME = 90
"""Of 100: a quote and a line of which the shorter stands in the longer so well are one statement."""


class Member(NamedTuple):
    """A line of a thread: which paper, its words, and whether it may be left out."""

    paper: int
    text: str
    optional: bool


class Series(NamedTuple):
    """The papers by day and lines, the statuses of the threads, and their members."""

    papers: list[tuple[str, list[MarkedLine]]]
    statuses: dict[str, str]
    members: dict[str, list[Member]]


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
        return f"{name:28}" + "   ".join(shares)


def read_series(text: str) -> Series:
    """A series as its file has it."""
    found = Series([], {}, {})
    body, _, table = text.partition("\n= threads\n")
    for line in body.splitlines():
        if line.startswith("@ "):
            found.papers.append((line[2:12], []))
            continue
        marks, tab, words = line.partition("\t")
        names = THREAD.findall(marks) if tab else []
        row = MarkedLine(" + ".join(part for part in marks.split(" + ") if part not in names) if tab else "", words)
        found.papers[-1][1].append(row)
        for name in names:
            member = Member(len(found.papers) - 1, row.bare, name.endswith("?"))
            found.members.setdefault(name.rstrip("?"), []).append(member)
    for line in filter(None, table.splitlines()):
        name, _, status, *_ = (cell.strip() for cell in line.split("|"))
        found.statuses[name] = status
    return found


def ledger_of(series: Series) -> tuple[Ledger, list[str]]:
    """What the tracker says of a series, and the ids of its letters in order."""
    with TemporaryDirectory() as folder:
        for at, (day, lines) in enumerate(series.papers):
            Path(folder, f"{day}_{at}.html").write_text(as_html(lines), encoding="utf-8")
        ledger = build_ledger(open_collection(Path(folder)))
    return ledger, [letter.id for letter in sorted(ledger.letters, key=lambda letter: letter.path)]


def figures_of(series: Series) -> Figures:
    """How right the tracker is on a series."""
    ledger, letters = ledger_of(series)
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
    total = Figures(Counter(), Counter(), Counter(), Counter())
    yield f"{'':28}links P           R               status          accusations"
    for path in sorted(SERIES.glob("*.series")):
        if not names or path.stem in names:
            found = figures_of(read_series(path.read_text(encoding="utf-8")))
            total = total + found
            yield found.row(path.stem)
    yield total.row("all")


if __name__ == "__main__":
    for line in rows(sys.argv[1:]):
        print(line, flush=True)
