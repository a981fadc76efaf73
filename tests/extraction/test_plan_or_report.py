"""Words that read as a promise and as a report of it done say one of the two."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from tracker.extraction.plan_or_report import said_once
from tracker.model import LEARNED, Commitment, Deadline, Firmness, Kind, Location, Outcome, Precision, StatusReport

WRITTEN = dt.date(2024, 6, 26)
WORDS = "De oeverbruggen in het slotpark zijn hersteld."
PLACE = Location(page=1, line=1, start=0, end=1)
COMMON = {"letter": "b", "section": None, "passage": "b/p1", "sentence": "", "location": PLACE, "confidence": 0.8}


def promise(rule: str, start: str, end: str, firmness: Firmness = Firmness.FIRM) -> Commitment:
    day = Deadline("in 2024", dt.date.fromisoformat(start), dt.date.fromisoformat(end), "", Precision.YEAR)
    row = {"firmness": firmness, "kind": Kind.TARGET, "actor": "", "deadline": day}
    return Commitment(id="b/c-1", quote=WORDS, rule=rule, **COMMON, **row)  # type: ignore[arg-type]


def told(quote: str, outcome: Outcome = Outcome.DELIVERED) -> StatusReport:
    return StatusReport(id="b/r-1", quote=quote, rule="report.done", outcome=outcome, **COMMON)  # type: ignore[arg-type]


RULED = promise("planned.result", "2024-01-01", "2025-12-31")


@pytest.mark.parametrize(
    ("made", "report", "kept"),
    [
        (RULED, told("Alle oeverbruggen in het slotpark zijn in mei hersteld."), (True, True)),
        (RULED, told(WORDS, Outcome.IN_PROGRESS), (True, True)),
        (RULED, told(f"Hierbij meld ik u: {WORDS}"), (True, True)),
        (promise("planned.result", "2024-01-01", "2024-03-31"), told(WORDS), (True, True)),
        (promise("planned.result", "2024-01-01", "2025-12-31", Firmness.SOFT), told(WORDS), (True, True)),
        (replace(promise(LEARNED, "2024-01-01", "2024-12-31"), deadline=None), told(WORDS), (True, True)),
        (RULED, told(WORDS), (True, False)),
        (RULED, told(f"6.1: {WORDS}"), (True, False)),
        (promise(LEARNED, "2025-01-01", "2025-12-31"), told(WORDS), (True, False)),
        (promise(LEARNED, "2024-01-01", "2024-12-31"), told(WORDS), (False, True)),
    ],
)
def test_a_plan_is_no_report_and_a_report_no_plan(
    made: Commitment, report: StatusReport, kept: tuple[bool, bool]
) -> None:
    promises, reports = said_once([made], [report], WRITTEN)
    assert (bool(promises), bool(reports)) == kept
