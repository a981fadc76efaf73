"""Files of lists as tables of words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.hostile_files import zipped
from tests.documents.odt_printer import packed
from tests.sources.files import PDF, word
from tests.sources.test_opendocument_sheets import row, spreadsheet
from tracker.errors import LetterError
from tracker.sources.list_tables import list_file


def test_text_is_read_by_each_sign_that_may_separate_cells() -> None:
    file = list_file(Path("a.txt"), b"a;b|c\n")
    assert file.readings == (((("a", "b|c"),),), ((("a;b", "c"),),))
    assert file.lines == ("a;b|c",)


def test_borders_of_a_table_of_text_are_no_cells() -> None:
    ((rows,),) = list_file(Path("a.md"), b"| Nr | Status |\n|----|:------:|\n| 1  |        |\n").readings
    assert rows == (("Nr", "Status"), ("1", ""))


def test_cells_of_a_page_over_several_rows_and_columns() -> None:
    page = b"<table><tr><td colspan=2>a</td><td rowspan=2>b</td></tr><tr><td>c</td><td>d</td></tr></table>"
    ((rows,),) = list_file(Path("a.html"), page).readings
    assert rows == (("a", "", "b"), ("c", "d", "b"))


def test_lines_of_a_page() -> None:
    file = list_file(
        Path("x"), b"<html><body><h2>a <b>b</b></h2><p>c<br>d</p><table><tr><td><p>e</p></td><td>f</td></tr></table>"
    )
    assert [line for line in file.lines if line] == ["a b", "c", "d", "e f"]


@pytest.mark.parametrize("data", [b"\x00\x01", b"PK\x03\x04x", b"<table>" * 9_000])
def test_what_cannot_be_read_is_refused(data: bytes) -> None:
    with pytest.raises(LetterError):
        list_file(Path("a.html" if data.startswith(b"<") else "a.csv"), data)


def test_an_opendocument_spreadsheet_is_known_by_what_it_holds() -> None:
    assert list_file(Path("a.xls"), spreadsheet(row("Nr", "Status"))).readings == (((("Nr", "Status"),),),)


@pytest.mark.parametrize(
    "data",
    [
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
        PDF,
        word(),
        packed("<text:p>Nummer; Toezegging</text:p>"),
        zipped(**{"xl/workbook.bin": "x"}),
        b"{\\rtf1 Nummer; Toezegging}",
    ],
)
def test_what_has_tables_and_is_not_read_as_a_list_says_what_to_do(data: bytes) -> None:
    with pytest.raises(LetterError, match=r"save its table as \.xlsx, \.ods or CSV"):
        list_file(Path("lijst.xlsx"), data)
