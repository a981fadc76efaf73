"""Sheets as a workbook: an overview with the figures, then every entry in one table with filters and real dates."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from tracker.i18n.catalog import LOCALES, gettext, language
from tracker.render.table_rows import TableCell, defused, heads, rows
from tracker.views.content import SheetContent
from tracker.views.sheet import ReportView, ViewTable

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

LONGEST = 32_000
"""Characters of a cell; Excel refuses more than 32,767."""

WIDTHS = {"text": 60, "name": 36, "date": 12, "number": 10, "share": 10, "word": 14}
"""Columns of text that a column of each kind is wide."""

_ISO_DATE = "yyyy-mm-dd"
_MADE = dt.datetime(2000, 1, 1)
"""What the file says of its making where the sheet has no day: the same sheets give the same bytes."""


class _Looks(Struct, frozen=True):
    """The formats of a workbook."""

    title: Format
    head: Format
    text: Format
    date: Format
    number: Format
    share: Format


def write(content: SheetContent) -> bytes:
    """Sheets as a workbook."""
    from xlsxwriter.workbook import Workbook

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    sheets = content.sheets
    with Workbook(out, options) as book:
        days = [sheet.as_of for sheet in sheets if sheet.as_of]
        made = dt.datetime.combine(max(days), dt.time()) if days else _MADE
        book.set_properties({"title": _text(sheets[0].title) if sheets else "", "created": made})
        looks = _looks(book)
        _overview(book.add_worksheet(gettext("sheet.overview")), sheets, looks)
        _entries(book.add_worksheet(gettext("sheet.promises")), sheets, looks)
    return out.getvalue()


def _cell_date() -> str:
    """The format of dates in the language spoken; without one as ISO 8601 has them."""
    return LOCALES[spoken].cell_date if (spoken := language()) else _ISO_DATE


def _looks(book: Workbook) -> _Looks:
    top = {"valign": "top"}
    return _Looks(
        title=book.add_format({"bold": True, "font_size": 14}),
        head=book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#E8EDF3"}),
        text=book.add_format({"text_wrap": True, **top}),
        date=book.add_format({"num_format": _cell_date(), "align": "left", **top}),
        number=book.add_format({"num_format": "#,##0", **top}),
        share=book.add_format({"num_format": "0%", **top}),
    )


def _overview(page: Worksheet, sheets: Sequence[ReportView], looks: _Looks) -> None:
    """Titles, remarks, the number of entries of each part, and the tables, below one another."""
    page.set_column(0, 0, WIDTHS["text"])
    page.set_column(1, 7, WIDTHS["word"])
    rows = (row for sheet in sheets for row in _lines(sheet, looks))
    for at, (cells, look) in enumerate(rows):
        for column, cell in enumerate(cells):
            if look is None:
                _put(page, at, column, cell, looks)
            else:
                page.write_string(at, column, _text(str(cell)), look)
    page.fit_to_pages(1, 0)


def _lines(sheet: ReportView, looks: _Looks) -> Iterator[tuple[tuple[str | int, ...], Format | None]]:
    """The rows of an overview, each with its look; None where each cell looks as what it is."""
    yield (sheet.title,), looks.title
    yield from (((remark,), None) for remark in sheet.remarks)
    parts = tuple((block.heading, len(block.entries)) for block in sheet.blocks)
    for table in (ViewTable("parts", "", (gettext("column.part"), gettext("column.promises")), parts), *sheet.tables):
        yield (), None
        if table.heading:
            yield (table.heading,), looks.title
        yield table.heads, looks.head
        yield from ((row, None) for row in table.rows)
    yield (), None


def _entries(page: Worksheet, sheets: Sequence[ReportView], looks: _Looks) -> None:
    """A row for each entry under a frozen head with filters."""
    columns = heads()
    for column, (head, kind) in enumerate(columns):
        page.set_column(column, column, WIDTHS[kind])
        page.write_string(0, column, head, looks.head)
    at = 0
    for at, row in enumerate(rows(sheets), start=1):
        for column, cell in enumerate(row):
            _put(page, at, column, cell, looks)
    page.autofilter(0, 0, at, len(columns) - 1)
    page.freeze_panes(1, 2)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _put(page: Worksheet, at: int, column: int, cell: TableCell, looks: _Looks) -> None:
    """Write one cell as what it is; text is never taken for a formula, an address or a figure."""
    if cell is None or cell == "":
        page.write_blank(at, column, None, looks.text)
    elif isinstance(cell, dt.date):
        page.write_datetime(at, column, cell, looks.date)
    elif isinstance(cell, int | float):
        page.write_number(at, column, cell, looks.share if isinstance(cell, float) else looks.number)
    else:
        page.write_string(at, column, _text(cell), looks.text)


def _text(text: str) -> str:
    return defused(text)[:LONGEST]
