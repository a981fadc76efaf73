"""A length that prolongs moves the last known end: read from letters to the ledger."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tracker.model import Ledger, Status
from tracker.pipeline import build_ledger, open_collection

DAYS = ("20 juni 2023", "20 juni 2024", "20 juni 2025")
RUNS = "De subsidieregeling lerarenbeurs loopt tot 1 januari 2025."
ACT = "Wij ronden de evaluatie van de lerarenbeurs af voor 1 januari 2025."
LONGER = "De subsidieregeling lerarenbeurs wordt verlengd met anderhalf jaar."
MORE_TIME = "De termijn voor de evaluatie van de lerarenbeurs wordt verlengd met anderhalf jaar."


def read(folder: Path, *sentences: str, as_of: str = "") -> Ledger:
    """The ledger of letters of one sentence each, a year apart."""
    for name, day, sentence in zip("abc", DAYS, sentences, strict=False):
        (folder / f"{name}.txt").write_text(
            f"Den Haag, {day}\n\nGeachte voorzitter,\n\n{sentence}\n\nHoogachtend,\n", "utf-8"
        )
    return build_ledger(open_collection(folder), dt.date.fromisoformat(as_of) if as_of else None)


def ends(ledger: Ledger) -> set[dt.date]:
    """Every last day that statements, steps and slips of the newest letter name."""
    last = ledger.letters[-1].id
    steps = [step.new_end for thread in ledger.threads for step in thread.members if step.letter == last]
    rows = [row.deadline for row in ledger.commitments if row.letter == last]
    told = [row.new_deadline for row in ledger.reports if row.letter == last]
    slips = {slip.new_end for thread in ledger.threads for slip in thread.slips if slip.to_letter == last}
    return {row.end for row in (*rows, *told) if row}.union(steps, slips) - {None}


NOT_COUNTED = {
    "from the day on which a measure was to begin": (
        "Voor 1 januari 2025 komt er een subsidieregeling lerarenbeurs.",
        "De looptijd van de subsidieregeling lerarenbeurs wordt verlengd met anderhalf jaar.",
    ),
    "where no end is known": ("De subsidieregeling lerarenbeurs loopt door.", LONGER),
    "without a length": (RUNS, "De subsidieregeling lerarenbeurs wordt verlengd."),
    "a length that is not sure": (RUNS, "De subsidieregeling lerarenbeurs wordt met minimaal een jaar verlengd."),
    "a length of something else": (RUNS, "De tweejarige subsidieregeling lerarenbeurs wordt verlengd."),
    "what is not done": (RUNS, "De subsidieregeling lerarenbeurs wordt niet verlengd met anderhalf jaar."),
    "what is looked into": (
        RUNS,
        "Wij onderzoeken of de subsidieregeling lerarenbeurs met anderhalf jaar kan worden verlengd.",
    ),
    "what hangs on something": (
        RUNS,
        "Als er geld is, wordt de subsidieregeling lerarenbeurs met anderhalf jaar verlengd.",
    ),
    "what is not late": (ACT, "De evaluatie van de lerarenbeurs is niet met drie maanden vertraagd."),
    "another measure": (RUNS, "De proef met visquota wordt verlengd met anderhalf jaar."),
}


@pytest.mark.parametrize(("older", "newer"), NOT_COUNTED.values(), ids=NOT_COUNTED.keys())
def test_nothing_is_counted(tmp_path: Path, older: str, newer: str) -> None:
    ledger = read(tmp_path, older, newer)
    assert ends(ledger) == set()
    assert not any(thread.slips for thread in ledger.threads)


COUNTED = {
    "a measure": (RUNS, LONGER, "2026-06-30"),
    "by hours": (RUNS, "De subsidieregeling lerarenbeurs wordt met 72 uur verlengd.", "2025-01-03"),
    "it is told as done": (RUNS, "De subsidieregeling lerarenbeurs is verlengd met anderhalf jaar.", "2026-06-30"),
    "we do it": (RUNS, "Wij verlengen de subsidieregeling lerarenbeurs met een half jaar.", "2025-06-30"),
    "by a school year": (
        "De pilot brugklas in Zwolle loopt tot 1 augustus 2024.",
        "Wij verlengen de pilot brugklas in Zwolle met een schooljaar.",
        "2025-07-31",
    ),
    "the time that it runs": (
        RUNS,
        "De looptijd van de subsidieregeling lerarenbeurs wordt met twee kwartalen verlengd.",
        "2025-06-30",
    ),
    "through a last day": (
        "De subsidieregeling lerarenbeurs loopt tot en met 2024.",
        LONGER,
        "2026-06-30",
    ),
    "a promised act": (ACT, MORE_TIME, "2026-06-30"),
    "an act with a deadline": (
        ACT,
        "De deadline voor de evaluatie van de lerarenbeurs wordt met drie maanden verlengd.",
        "2025-03-31",
    ),
    "an act that is late": (
        ACT,
        "De evaluatie van de lerarenbeurs is met drie maanden vertraagd.",
        "2025-03-31",
    ),
}


@pytest.mark.parametrize(("older", "newer", "end"), COUNTED.values(), ids=COUNTED.keys())
def test_the_new_end_stands_wherever_the_deadline_is_told(tmp_path: Path, older: str, newer: str, end: str) -> None:
    ledger = read(tmp_path, older, newer)
    assert ends(ledger) == {dt.date.fromisoformat(end)}
    assert [str(thread.members[-1].new_end) for thread in ledger.threads] == [end]
    assert all(row.new_deadline is not None for row in ledger.reports if row.letter == ledger.letters[-1].id)


def test_a_measure_that_runs_longer_is_no_slip(tmp_path: Path) -> None:
    (thread,) = read(tmp_path, RUNS, LONGER, as_of="2025-06-01").threads
    assert (thread.status, thread.slips) == (Status.EXTENDED, ())


def test_what_got_more_time_is_due_at_its_new_end(tmp_path: Path) -> None:
    statuses = [
        read(tmp_path, ACT, MORE_TIME, as_of=day).threads[0].status
        for day in ("2025-06-01", "2026-06-30", "2026-07-01")
    ]
    assert statuses == [Status.POSTPONED, Status.POSTPONED, Status.DUE]


def test_what_got_more_time_slips_once(tmp_path: Path) -> None:
    (thread,) = read(tmp_path, ACT, MORE_TIME).threads
    assert [(slip.old_end, slip.new_end, slip.days) for slip in thread.slips] == [
        (dt.date(2024, 12, 31), dt.date(2026, 6, 30), 546)
    ]


AGAIN = {
    "told again": ("De subsidieregeling lerarenbeurs is met anderhalf jaar verlengd.", "2026-06-30"),
    "once more": ("De subsidieregeling lerarenbeurs wordt nogmaals met anderhalf jaar verlengd.", "2027-12-31"),
    "by another length": ("De subsidieregeling lerarenbeurs wordt met een half jaar verlengd.", "2026-12-31"),
}


@pytest.mark.parametrize(("third", "end"), AGAIN.values(), ids=AGAIN.keys())
def test_the_same_length_told_in_a_later_letter_counts_once(tmp_path: Path, third: str, end: str) -> None:
    (thread,) = read(tmp_path, RUNS, LONGER, third).threads
    assert str(max(step.new_end for step in thread.members if step.new_end)) == end


def test_more_time_told_again_slips_once(tmp_path: Path) -> None:
    again = "De termijn voor de evaluatie van de lerarenbeurs is met anderhalf jaar verlengd."
    (thread,) = read(tmp_path, ACT, MORE_TIME, again).threads
    assert [slip.to_letter for slip in thread.slips] == ["b"]
