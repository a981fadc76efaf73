"""Letters of reminder as a Word document."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import docx

from tests.render.test_rappel_markdown import HEADS, letter
from tracker.render.rappel_docx import write
from tracker.views.rappel import RappelContent


def test_a_table_a_letter_and_a_page_between_two() -> None:
    document = docx.Document(io.BytesIO(write(RappelContent((letter("Aan A"), letter("Aan B")), None))))
    assert [row.text for row in document.paragraphs if row.text.startswith("Aan")] == ["Aan A", "Aan B"]
    assert [[cell.text for cell in table.rows[0].cells] for table in document.tables] == [list(HEADS)] * 2
    assert [cell.text for cell in document.tables[0].rows[1].cells][1:] == ["eind 2021", "open", "", ""]
    assert sum('w:type="page"' in row._p.xml for row in document.paragraphs) == 1


def test_it_was_made_on_the_day_of_the_letter_and_its_parts_tell_no_time() -> None:
    data = write(RappelContent((letter("Aan A"),), dt.date(2024, 5, 1)))
    assert docx.Document(io.BytesIO(data)).core_properties.created.date() == dt.date(2024, 5, 1)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_quote_has_the_widest_column_heads_stand_on_each_page_and_no_row_is_cut() -> None:
    document = docx.Document(io.BytesIO(write(RappelContent((letter("Aan A"),), None))))
    (table,) = document.tables
    widths = [cell.width for cell in table.rows[0].cells]
    assert widths[0] == max(widths)
    section = document.sections[0]
    assert sum(widths) <= section.page_width - section.left_margin - section.right_margin
    assert [("tblHeader" in row._tr.xml, "cantSplit" in row._tr.xml) for row in table.rows] == [
        (True, True), *[(False, True)] * (len(table.rows) - 1)
    ]  # fmt: skip
