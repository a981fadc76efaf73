"""CSV as RFC 4180 has it, and as a Dutch Excel opens it."""

from __future__ import annotations

import csv
import io

from tests.ledgers import SMALL
from tracker.commands.options import CSV_FOR
from tracker.ledger.queries import Index
from tracker.render.csv_dialect import DIALECTS, written
from tracker.render.csv_rows import write
from tracker.views import audit
from tracker.views.content import SheetContent

ROWS = [["a;b", 0.25, None, "=1+1", 7]]


def test_every_dialect_can_be_asked_for() -> None:
    assert tuple(DIALECTS) == CSV_FOR


def test_the_plain_one() -> None:
    assert written(ROWS, "rfc") == "a;b,0.25,,'=1+1,7\r\n"


def test_a_dutch_excel_finds_columns_signs_and_decimals() -> None:
    assert written(ROWS, "excel-nl").encode() == '\ufeff"a;b";0,25;;\'=1+1;7\r\n'.encode()


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
