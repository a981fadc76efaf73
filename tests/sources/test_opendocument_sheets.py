"""OpenDocument spreadsheets as rows of words."""

from __future__ import annotations

from contextlib import suppress

import pytest

from tests.documents.hostile_files import zipped
from tests.documents.odt_printer import SPACES
from tracker.errors import LetterError
from tracker.sources.opendocument_sheets import opendocument_rows

MEDIA = "application/vnd.oasis.opendocument.spreadsheet"


def spreadsheet(*sheets: str) -> bytes:
    """A spreadsheet with sheets of these rows."""
    body = "".join(f"<table:table>{rows}</table:table>" for rows in sheets)
    content = f"<office:document-content {SPACES}><office:body><office:spreadsheet>{body}</office:spreadsheet>"
    return zipped(mimetype=MEDIA, **{"content.xml": f"{content}</office:body></office:document-content>"})


def row(*cells: str) -> str:
    """A row of cells, each with its words."""
    inner = "".join(f"<table:table-cell><text:p>{words}</text:p></table:table-cell>" for words in cells)
    return f"<table:table-row>{inner}</table:table-row>"


def test_words_days_and_what_is_repeated() -> None:
    day = '<table:table-cell office:value-type="date" office:date-value="2024-02-01T00:00:00"><text:p>1 feb</text:p>'
    odd = (
        '<table:table-row><table:table-cell table:number-columns-repeated="2"/><table:covered-table-cell>'
        f"<text:p>onder</text:p></table:covered-table-cell>{day}</table:table-cell>"
        '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
    )
    empty = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    first, second = opendocument_rows(spreadsheet(row("Nr.", "Datum") + odd + empty, ""))
    assert first == (("Nr.", "Datum"), ("", "", "", "2024-02-01"), ())
    assert second == ()


def test_lines_of_a_cell_and_no_remarks_on_it() -> None:
    remark = "<office:annotation><text:p>Klopt dit?</text:p></office:annotation>"
    words = "Het <text:span>rap</text:span>port<text:line-break/>komt<!-- nog -->.</text:p>"
    words += f"{remark}<text:p>Dat is{remark} al"
    assert opendocument_rows(spreadsheet(row(words))) == ((("Het rapport komt. Dat is al",),),)


def test_broken_spreadsheets_are_refused_or_read() -> None:
    data = spreadsheet(row("Nummer", "Toezegging") + row("T-1", "Het hek komt."))
    for at in range(0, len(data), 7):
        broken = bytearray(data)
        broken[at] ^= 1 + at % 255
        with suppress(LetterError):
            opendocument_rows(bytes(broken))
    with pytest.raises(LetterError, match="damaged"):
        opendocument_rows(b"PK\x03\x04")
    with pytest.raises(LetterError, match="damaged"):
        opendocument_rows(
            spreadsheet('<table:table-row><table:table-cell table:number-columns-repeated="x"/></table:table-row>')
        )
