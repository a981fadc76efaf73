"""What is taken along is data: no markup, no formula, whatever a letter says."""

from __future__ import annotations

import csv
import io

import pytest

from tui.export import FORMATS, ExportTable, as_csv, as_html, as_markdown

TABLE = ExportTable(
    "Wat <b>blijft</b>",
    ["Belofte", "Citaat"],
    [["haven | kade", '=HYPERLINK("x")'], ["<script>alert(1)</script>", "\x1b[31m **vet** `x`\nregel"]],
)


def test_html_holds_no_markup_of_a_letter() -> None:
    page = as_html(TABLE)
    assert "<script>" not in page
    assert "<b>" not in page
    assert "&lt;script&gt;" in page


def test_markdown_escapes_its_signs_and_keeps_a_row_a_line() -> None:
    lines = as_markdown(TABLE).splitlines()
    assert len(lines) == 2 + 2 + len(TABLE.rows)
    assert r"haven \| kade" in lines[4]
    assert r"\*\*vet\*\*" in lines[5]


def test_csv_gives_back_its_rows_without_formulas() -> None:
    rows = list(csv.reader(io.StringIO(as_csv(TABLE))))
    assert rows[0] == list(TABLE.heads)
    assert rows[1][1].startswith("'=")


@pytest.mark.parametrize("form", FORMATS)
def test_no_control_code_leaves(form: str) -> None:
    assert "\x1b" not in FORMATS[form](TABLE)
