"""A ledger as large as asked for, made by hand: ten letters, threads of two statements each."""

from __future__ import annotations

import datetime as dt

from tests.ledgers import commitment, letter, year
from tracker.model import Evidence, Kind, Lateness, Ledger, Slip, Status, Step, StepKind, Thread

LETTERS = 10


def ledger(statements: int, number: int = LETTERS) -> Ledger:
    """A ledger with that many commitments in that many letters; every fifth thread slipped."""
    each = statements // number
    days = [dt.date(2010 + at * LETTERS // number, 3, 1) for at in range(number)]
    letters = [letter(f"kst-1-{at + 1}", days[at], _texts(at, each), "Havens") for at in range(number)]
    rows = [
        [commitment(of, n, Kind.DELIVER, year(days[at].year + 1)) for n in range(each)] for at, of in enumerate(letters)
    ]
    threads = [
        _thread(f"t-{at:04}{n:06}", rows[at][n].id, rows[at + 1][n].id, n)
        for at in range(0, number, 2)
        for n in range(each)
    ]
    return Ledger(
        as_of=dt.date(2020, 1, 1),
        letters=tuple(letters),
        commitments=tuple(row for some in rows for row in some),
        reports=(),
        threads=tuple(threads),
        alignments=(),
        name="many",
    )


def _texts(at: int, each: int) -> tuple[str, ...]:
    return tuple(f"De haven {number} van {2010 + at} leveren we eind {2011 + at} op. " for number in range(each))


def _thread(id_: str, first: str, second: str, number: int) -> Thread:
    letters = [ref.partition("/")[0] for ref in (first, second)]
    slipped = number % 5 == 0
    status = Status.POSTPONED if slipped else Status.REPEATED
    steps = (Step(letters[0], first, StepKind.PROMISED, "first"), Step(letters[1], second, StepKind(status), "again"))
    slip = Slip(letters[0], letters[1], dt.date(2011, 12, 31), dt.date(2012, 12, 31), 366, None, first, second)
    evidence = (Evidence("shared-words", 0.8, "haven"),)
    slips = (slip,) if slipped else ()
    return Thread(id_, f"haven {number}", status, False, Lateness.UNKNOWN, steps, slips, evidence, 0.8)
