"""Letters of reminder as a Word document, a page for each; the same letters give the same bytes."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING

from tracker.text.escape import plain
from tracker.views.rappel import RappelContent, RappelItem, RappelLetter

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Row

_WIDTHS = (6.6, 3.2, 2.8, 2.2, 2.2)
"""Centimetres of the columns, the quote in the widest: together what a page has between its margins."""

_MADE = dt.datetime(2000, 1, 1)
_STAMP = (1980, 1, 1, 0, 0, 0)
"""What the file and its parts say of their making where nothing else is known."""


def write(content: RappelContent) -> bytes:
    """The letters in one document."""
    import docx
    from docx.shared import Cm, Pt

    document = docx.Document()
    document.styles["Normal"].font.size = Pt(10)
    for side in ("left_margin", "right_margin"):
        setattr(document.sections[0], side, Cm(2))
    for at, letter in enumerate(content.letters):
        if at:
            document.add_page_break()  # type: ignore[no-untyped-call]
        _letter(document, letter)
    made = dt.datetime.combine(content.as_of, dt.time()) if content.as_of else _MADE
    known = document.core_properties
    known.identifier = "progress-letter-tracker"
    known.title = plain(content.letters[0].subject) if content.letters else ""
    known.author, known.created, known.modified, known.last_modified_by = "", made, made, ""
    out = io.BytesIO()
    document.save(out)
    return _stamped(out.getvalue())


def _letter(document: Document, letter: RappelLetter) -> None:
    for line in (letter.to, letter.date):
        document.add_paragraph(plain(line))
    document.add_heading(plain(letter.subject), level=1)
    for line in (letter.salutation, *letter.paragraphs):
        document.add_paragraph(plain(line))
    table = document.add_table(rows=1, cols=len(letter.heads), style="Table Grid")
    for cell, head in zip(table.rows[0].cells, letter.heads, strict=True):
        cell.paragraphs[0].add_run(plain(head)).bold = True
    for item in letter.items:
        _fill(table.add_row(), item)
    _lay_out(table)
    for line in letter.closing:
        document.add_paragraph()
        document.add_paragraph(plain(line))


def _lay_out(table: Table) -> None:
    """Columns of their widths, rows that no page cuts, and heads that stand on every page."""
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    table.autofit = False
    for at, row in enumerate(table.rows):
        for cell, width in zip(row.cells, _WIDTHS, strict=True):
            cell.width = Cm(width)
        for name in ("w:cantSplit", *(["w:tblHeader"] if at == 0 else [])):
            row._tr.get_or_add_trPr().append(OxmlElement(name))


def _fill(row: _Row, item: RappelItem) -> None:
    """An item in its row; the last two cells are the minister's."""
    first, deadline, state, *_ = row.cells
    first.paragraphs[0].add_run(plain(item.title)).bold = True
    first.add_paragraph(plain(f"“{item.quote}”"))
    first.add_paragraph(plain(f"{item.place} ({item.thread})"))
    deadline.text, state.text = plain(item.deadline), plain(item.state)


def _stamped(data: bytes) -> bytes:
    """The same package with one day for all its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _STAMP), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
