"""The lines that date a letter: the table of heads, and what such a head makes of a whole letter."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tracker.documents import read_letter
from tracker.documents.structure.date_line import find_date_line, find_month_line
from tracker.model import DateSource

_CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "date_lines.toml").read_text("utf-8")
)["case"]
_PROSE = "Met deze brief informeren wij uw Kamer over de voortgang van de brug over de rivier. " * 4


@pytest.mark.parametrize("case", _CASES, ids=lambda case: " ↵ ".join(case["lines"]))
def test_find_date_line(case: dict[str, Any]) -> None:
    """A day is read from the head of a letter however it is printed, and no other document's day is taken for it."""
    found = find_date_line(case["lines"], case["lines"])
    assert (str(found.day) if found else "") == case["date"]


def test_a_label_outweighs_a_bare_day() -> None:
    """The line with the label dates a letter, though a stamp stands above it."""
    found = find_date_line(["3 OKT. 2020", "Datum 1 oktober 2020"], [])
    assert found is not None
    assert (found.day, found.line) == (dt.date(2020, 10, 1), "Datum 1 oktober 2020")


def test_a_day_far_below_the_top_dates_nothing() -> None:
    """What the text of a letter dates is not the letter."""
    assert find_date_line([], [*["Nog een regel."] * 60, "Datum 1 oktober 2020"]) is None


@pytest.mark.parametrize(
    "head", ["Datum 01-10-2020", "1 oktober 2020", "Datum\n1 OKT. 2020", "Brief over de brug\n\nDatum 1 oktober 2020"]
)
def test_a_letter_is_dated_by_its_head(head: str) -> None:
    """The day of the head is the letter's, and the line is kept as evidence."""
    text = f"De voorzitter van de Tweede Kamer\n\n{head}\n\nGeachte voorzitter,\n\n{_PROSE}\n"
    letter = read_letter("x.txt", text.encode())
    assert (letter.date, letter.date_source) == (dt.date(2020, 10, 1), DateSource.HEADER)
    assert len(letter.date_evidence) == 1


@pytest.mark.parametrize(
    "head", ["Datum maart 2021", "Den Haag, maart 2021", "DATUM\nmaart 2021", "Rapportage over de brug\n\nMaart 2021"]
)
def test_a_month_without_a_day_is_an_interval(head: str) -> None:
    """A paper that prints a month in the place of its day is of that month, whatever its text speaks of."""
    letter = read_letter("x.txt", f"{head}\n\nGeachte voorzitter,\n\n{_PROSE}\n".encode())
    assert (letter.date, letter.earliest, letter.latest) == (None, dt.date(2021, 3, 1), dt.date(2021, 3, 31))
    assert letter.date_source is DateSource.HEADER
    assert len(letter.date_evidence) == 1


def test_the_day_in_a_file_s_name_is_more_than_the_month_that_is_printed() -> None:
    """A name that gives a day of the month printed dates the paper; a day of another month does not."""
    data = f"Datum maart 2021\n\nGeachte voorzitter,\n\n{_PROSE}\n".encode()
    assert read_letter("2021-03-14.txt", data).date == dt.date(2021, 3, 14)
    assert read_letter("2021-05-14.txt", data).latest == dt.date(2021, 3, 31)


@pytest.mark.parametrize("line", ["Voortgang maart 2021", "In maart 2021 begint de bouw.", "maart 2021 en verder"])
def test_a_month_among_other_words_dates_nothing(line: str) -> None:
    """What is planned for a month is not when the paper was written."""
    assert find_month_line([line], [line], [line]) is None
