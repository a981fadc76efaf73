"""CSV as RFC 4180 has it, and as a Dutch Excel opens it."""

from __future__ import annotations

import csv
import datetime as dt
import io

import pytest

from tests.ledgers import SMALL
from tracker.commands.options import CSV_FOR
from tracker.ledger.queries import Index
from tracker.render.csv_dialect import DIALECTS, csv_text
from tracker.render.csv_rows import write
from tracker.views import audit
from tracker.views.content import SheetContent

ROWS = [["a;b", 0.25, None, "=1+1", 7]]


def test_every_dialect_can_be_asked_for() -> None:
    assert tuple(DIALECTS) == CSV_FOR


def test_the_plain_one() -> None:
    assert csv_text(ROWS, "rfc") == "a;b,0.25,,'=1+1,7\r\n"


def test_a_dutch_excel_finds_columns_signs_and_decimals() -> None:
    assert csv_text(ROWS, "excel-nl").encode() == '\ufeff"a;b";0,25;;\'=1+1;7\r\n'.encode()


@pytest.mark.parametrize(
    "words", ["18 juni", "1 juni 2018", "mei 2023", "Maart 2024", "27 feb", "27 feb. 2024", "mei", "3-4", "12/2024"]
)
def test_words_that_a_dutch_excel_takes_for_a_day_stay_words(words: str) -> None:
    assert csv_text([[words]], "excel-nl") == f"\ufeff'{words}\r\n"
    assert csv_text([[words]], "rfc") == f"{words}\r\n"


@pytest.mark.parametrize(
    "words", ["eind 2024", "in mei 2023", "18 juni komt het", "27 923", "231", "meibomen", "kst-27923-231"]
)
def test_other_words_stay_as_they_are(words: str) -> None:
    assert csv_text([[words]], "excel-nl") == f"\ufeff{words}\r\n"


def test_a_day_is_a_day_for_a_dutch_excel() -> None:
    assert csv_text([[dt.date(2024, 6, 30)]], "excel-nl") == "\ufeff2024-06-30\r\n"


def test_where_nothing_was_judged_nothing_stands() -> None:
    rows = list(csv.DictReader(io.StringIO(write(SheetContent((audit.sheet(Index(SMALL)),))))))
    cells = {row["thread"]: (row["late"], row["days postponed"], row["times postponed"]) for row in rows}
    assert cells == {"t-aaaa0001": ("", "730", "1"), "t-aaaa0002": ("yes", "", ""), "t-aaaa0003": ("", "", "")}


def test_each_promise_tells_its_paper_line_and_signatory() -> None:
    (row, *_) = csv.DictReader(io.StringIO(write(SheetContent((audit.sheet(Index(SMALL)),)))))
    names = ("dossier", "letter", "section", "line", "signed by", "firmness", "deadline in words", "sureness")
    assert [row[name] for name in names] == [
        "12 345", "7", "Havens", "3", "A. Minister", "firm", "2020-06", "probable"
    ]  # fmt: skip
