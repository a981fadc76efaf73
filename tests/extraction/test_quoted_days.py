"""When the promise was made that a row of a table quotes by its number, and what else of the row is said today."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.documents import read_letter
from tracker.extraction import analyse, read_statements
from tracker.extraction.quoted_days import quoted_days

HEAD = "<tr><th>Toezegging</th><th>Stand van zaken</th></tr>"
OPEN = "<p>Aan het einde van dit kalenderjaar ontvangt de Tweede Kamer een update over de sluizen.</p>"
ANSWER = "<p>De brief over de dijken volgt dit najaar.</p>"
IN_2023, IN_2024 = (dt.date(2023, 10, 1), dt.date(2023, 12, 31)), (dt.date(2024, 10, 1), dt.date(2024, 12, 31))
ROWS = {
    "a number that tells no month": ("<p>TZ-299</p>" + OPEN, ANSWER, IN_2024),
    "a thirteenth month": ("<p>TZ202313-299</p>" + OPEN, ANSWER, IN_2024),
    "a number among other words": ("<p>Zie TZ202306-299.</p>" + OPEN, ANSWER, IN_2024),
    "below the promise": ("<p>Sluizen</p>" + OPEN + "<p>TZ202306-299</p>", ANSWER, IN_2024),
    "no answer beside it": ("<p>TZ202306-299</p>" + OPEN, "", IN_2024),
    "in the column of the answer": ("<p>Sluizen</p>", "<p>TZ202306-299</p>" + OPEN, IN_2024),
    "the number alone above it": ("<p>TZ202306-299</p>" + OPEN, ANSWER, IN_2023),
    "below the head of its row": ("<p>Sluizen</p><p>TZ202306-299</p>" + OPEN, ANSWER, IN_2023),
    "in another spelling": ("<p>tz 202306-299</p>" + OPEN, ANSWER, IN_2023),
}


@pytest.mark.parametrize(("promise", "answer", "due"), ROWS.values(), ids=ROWS.keys())
def test_a_promise_quoted_under_its_number_counts_from_its_month(
    promise: str, answer: str, due: tuple[dt.date, dt.date]
) -> None:
    table = f"<table>{HEAD}<tr><td>{promise}</td><td>{answer}</td></tr></table>"
    letter = read_letter("2024-06-26_a.html", f"<html><body>{table}</body></html>".encode())
    made, _ = read_statements(letter)
    days = {row.quote: (row.deadline.start, row.deadline.end) for row in made if row.deadline}
    assert next(day for quote, day in days.items() if "kalenderjaar" in quote) == due
    said_today = [day for quote, day in days.items() if "najaar" in quote]
    assert all(day == (dt.date(2024, 9, 1), dt.date(2024, 11, 30)) for day in said_today)
    assert len(said_today) == (ANSWER in answer)


def test_prose_quotes_no_promise() -> None:
    letter = read_letter("2024-06-26_a.html", f"<html><body><p>TZ202306-299</p>{OPEN}</body></html>".encode())
    assert quoted_days(letter.passages) == {}
    assert analyse(letter).sentences
