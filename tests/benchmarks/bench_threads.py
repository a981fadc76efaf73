"""How long linking and judging take as a series grows: `python tests/benchmarks/bench_threads.py [LETTERS]`.

The letters are made by recombining and re-dating passages of the seeds with their statements. Prints the seconds for a
quarter, a half and all of the letters, and the exponent of the growth (1 is linear).
"""

from __future__ import annotations

import datetime as dt
import math
import random
import resource
import sys
import time
from pathlib import Path

from msgspec.structs import replace

from tracker.documents import read_collection
from tracker.documents.collection import load_collection
from tracker.extraction import analyse, read_statements
from tracker.linking import link
from tracker.model import AnyStatement, Commitment, Letter, Passage, PassageKind, Section, StatusReport
from tracker.status import judge_all

SEEDS = Path(__file__).parent.parent.parent / "seeds"
PASSAGES_A_LETTER = 25
SPEAKING = frozenset({PassageKind.PARAGRAPH, PassageKind.LIST_ITEM})
FIRST = dt.date(2000, 1, 3)

Piece = tuple[Passage, str, list[AnyStatement], dt.date]


def pieces() -> list[Piece]:
    """The passages of the seeds in which a letter speaks: with heading, statements and their letter's day."""
    found: list[Piece] = []
    for letter in read_collection(load_collection(SEEDS)).letters:
        commitments, reports = read_statements(letter)
        headings = {section.id: section.heading for section in letter.sections}
        for passage in letter.passages:
            rows = [row for row in (*commitments, *reports) if row.passage == passage.id]
            if (rows or passage.kind in SPEAKING) and letter.anchor:
                found.append((passage, headings.get(passage.section or "", ""), rows, letter.anchor))
    return found


def made_letter(number: int, chosen: list[Piece]) -> tuple[Letter, list[AnyStatement]]:
    """A letter of the pieces, each in a section of its own, a week after the one before."""
    name, day = f"letter-{number:04}", FIRST + dt.timedelta(weeks=number)
    sections, passages, statements = [], [], []
    for at, (passage, heading, rows, written) in enumerate(chosen):
        section = Section(f"{name}/s{at}", heading or f"Deel {at}", 1, at + 1)
        sections.append(section)
        placed = replace(passage, id=f"{name}/p{at}", section=section.id, row=None)
        passages.append(placed)
        statements += [moved(row, placed, name, at, day - written) for row in rows]
    return Letter(name, f"{name}.txt", "", tuple(passages), tuple(sections), date=day), statements


def moved(row: AnyStatement, passage: Passage, letter: str, at: int, by: dt.timedelta) -> AnyStatement:
    """A statement in another letter, its deadline moved with it."""
    place = replace(row.location, start=at * 10_000 + row.location.start % 10_000)
    place = replace(place, end=place.start + len(row.quote))
    copy = replace(
        row,
        id=f"{letter}/{row.id.split('/')[1]}-{at}",
        letter=letter,
        section=passage.section,
        passage=passage.id,
        location=place,
    )
    if isinstance(copy, Commitment) and copy.deadline is not None and copy.deadline.end is not None:
        due = copy.deadline
        start = due.start + by if due.start else None
        return replace(copy, deadline=replace(due, start=start, end=(due.end or FIRST) + by))
    return copy


def timed(series: list[tuple[Letter, list[AnyStatement]]]) -> float:
    """The seconds that linking and judging take."""
    letters = [analyse(letter) for letter, _ in series]
    rows = [row for _, statements in series for row in statements]
    begin = time.perf_counter()
    drafts = link(
        letters,
        [row for row in rows if isinstance(row, Commitment)],
        [row for row in rows if isinstance(row, StatusReport)],
        (),
    )
    linked = time.perf_counter()
    threads = judge_all(drafts, letters, max(letter.date for letter, _ in series if letter.date))
    done = time.perf_counter()
    print(
        f"{len(letters):5} letters {len(rows):6} statements {len(threads):6} threads: "
        f"linked {linked - begin:6.1f} s, judged {done - linked:6.1f} s"
    )
    return done - begin


def main(count: int) -> None:
    """Print the figures for `count` letters."""
    dice = random.Random(7)
    known = pieces()
    series = [made_letter(number, dice.sample(known, PASSAGES_A_LETTER)) for number in range(count)]
    timed(series[:10])
    quarter, half, whole = (timed(series[: count // part]) for part in (4, 2, 1))
    print(f"exponent {math.log(whole / quarter) / math.log(4):.2f} (upper half {math.log2(whole / half):.2f})")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
