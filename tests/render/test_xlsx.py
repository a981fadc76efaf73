"""The workbook, opened by another library than the one that wrote it."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from tests.ledgers import HOSTILE_THREAD, NEW, SMALL
from tests.render.test_formats import EVIL, sheet_of
from tracker.i18n.catalog import speaking
from tracker.ledger.queries import Index
from tracker.render.table_rows import FORMULA
from tracker.render.xlsx import write
from tracker.text.escape import HARMFUL
from tracker.views import audit, new_letter, overview
from tracker.views.content import SheetContent
from tracker.views.sheet import ReportView

INDEX = Index(SMALL)


def opened(sheets: Sequence[ReportView]) -> Workbook:
    return load_workbook(io.BytesIO(write(SheetContent(tuple(sheets)))))


def texts(book: Workbook) -> list[str]:
    return [str(cell.value) for page in book for row in page for cell in row if isinstance(cell.value, str)]


class TestEntries:
    """The table of promises of an audit."""

    page = opened([audit.sheet(INDEX)])["Promises"]
    heads = tuple(cell.value for cell in page[1])

    def column(self, head: str) -> list[object]:
        at = self.heads.index(head) + 1
        return [self.page.cell(row, at).value for row in range(2, self.page.max_row + 1)]

    def test_every_promise_has_its_row_and_its_part(self) -> None:
        rows = [(block.heading, entry.thread) for block in audit.sheet(INDEX).blocks for entry in block.entries]
        assert list(zip(self.column("part"), self.column("thread"), strict=True)) == rows

    def test_days_are_days_and_numbers_are_numbers(self) -> None:
        at = self.column("part").index("Postponed")
        assert self.column("first deadline")[at] == dt.datetime(2021, 12, 31)
        assert self.column("last deadline")[at] == dt.datetime(2023, 12, 31)
        assert self.column("days postponed")[at] == 730
        assert self.page.cell(at + 2, self.heads.index("last deadline") + 1).is_date
        assert self.page.cell(at + 2, self.heads.index("confidence") + 1).number_format == "0%"

    def test_old_and_new_words_and_the_reason_stand_in_their_columns(self) -> None:
        at = self.column("part").index("Postponed")
        assert self.column("earlier quote")[at] == "De haven is eind 2021 verdiept."
        assert str(self.column("latest quote")[at]).startswith("De verdieping van de haven schuift door")
        assert self.column("explanation")[at] == "omdat het slib vervuild was"
        assert self.column("latest quote in")[at] == "Kamerstuk 12 345, nr. 9, § Havens en sluizen, p. 1, line 1"

    def test_the_head_is_frozen_and_filters(self) -> None:
        assert self.page.freeze_panes == "C2"
        assert self.page.auto_filter.ref == self.page.dimensions

    def test_quotes_are_wrapped_and_columns_are_wide_enough(self) -> None:
        at = self.heads.index("latest quote") + 1
        assert self.page.cell(2, at).alignment.wrap_text
        assert self.page.column_dimensions[self.page.cell(1, at).column_letter].width > 40


@pytest.mark.parametrize(("spoken", "written"), [("", "yyyy-mm-dd"), ("en", "d mmm yyyy"), ("nl", "d-m-yyyy")])
def test_a_day_is_written_as_the_language_does(spoken: str, written: str) -> None:
    with speaking(spoken):
        (page,) = opened([audit.sheet(INDEX)]).worksheets[1:]
    assert {cell.number_format for row in page for cell in row if cell.is_date} == {written}


def test_the_overview_has_the_figures() -> None:
    with speaking("nl"):
        page = opened([audit.sheet(INDEX)])["Overzicht"]
    rows = [[cell.value for cell in row if cell.value is not None] for row in page]
    assert rows[0] == ["Stand van de toezeggingen in havens, per 1 september 2021"]
    assert ["Termijn uitgesteld", 1] in rows
    assert ["niet gelezen: scan.pdf: it has no text layer; run ocrmypdf on it"] in rows


def test_several_sheets_share_a_workbook() -> None:
    book = opened([new_letter.sheet(INDEX, NEW), overview.sheet(INDEX, (HOSTILE_THREAD,))])
    assert len({cell.value for cell in book["Promises"]["W"][1:]}) == 2


def test_nothing_to_tell_is_no_fault() -> None:
    assert opened([]).sheetnames == ["Overview", "Promises"]


def test_the_same_sheets_give_the_same_bytes() -> None:
    assert write(SheetContent((audit.sheet(INDEX),))) == write(SheetContent((audit.sheet(INDEX),)))


@pytest.mark.parametrize(
    "text", [EVIL, "=1+1", "@SUM(A1)", "\t=cmd|' /C calc'!A0", "x" * 40_000, "http://x.example", "\uffff\ud800\x00"]
)
def test_a_hostile_text_is_text(text: str) -> None:
    book = opened([sheet_of(text)])
    assert all(cell.data_type != "f" and cell.hyperlink is None for page in book for row in page for cell in row)
    assert not [value for value in texts(book) if value.lstrip().startswith(FORMULA) or HARMFUL.search(value)]


@settings(max_examples=25)
@given(st.text())
def test_any_text_makes_a_workbook_that_opens(text: str) -> None:
    assert not [value for value in texts(opened([sheet_of(text)])) if value.lstrip().startswith(FORMULA)]
