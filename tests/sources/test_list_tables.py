"""Files of lists as tables of words."""

from __future__ import annotations

from pathlib import Path

import pytest

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
