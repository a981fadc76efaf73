"""A hostile letter, read from its file and told by every face in both languages: its text is never more than text."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.render.test_formats import Page
from tracker.cli import main
from tracker.errors import ExitCode
from tracker.render.table_rows import FORMULA
from tracker.text.escape import HARMFUL

LETTER = """12 345 nr. {number} BRIEF VAN DE MINISTER VAN HAVENS

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, {day}

1. =HYPERLINK("http://evil.example") <script>alert(1)</script>

{words}

De Minister van Havens,
@SUM(A1) <img src=x onerror=alert(1)>
"""
FIRST = (
    "Uiterlijk eind 2021 leveren wij het $\\frac{{havenplan <script>alert(2)</script> [x](javascript:1) op. "
    "In juni 2020 sturen wij u =1+1 \x1b[31m \u202e de evaluatie {{{{7*7}}}} {{% raw %}} van de veren toe."
)
SECOND = "Het havenplan <b onclick=x> $\\frac wordt niet eind 2021 maar eind 2022 opgeleverd."


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    folder = tmp_path / "-=brieven <b>"
    folder.mkdir()
    for number, day, words in ((7, "2 maart 2020", FIRST), (9, "1 september 2021", SECOND)):
        text = LETTER.format(number=number, day=day, words=words.replace("{{", "{").replace("}}", "}"))
        (folder / f"=brief {number} <i>.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("form", ["text", "md", "html", "csv"])
@pytest.mark.parametrize("command", ["audit", "report"])
def test_its_text_is_text(
    command: str, form: str, lang: str, letters: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, str(letters), "--format", form, "--lang", lang]) == ExitCode.DONE
    out = capsys.readouterr().out
    assert "havenplan" in out
    assert not [line for line in out.splitlines() if HARMFUL.search(line)]
    if form == "html":
        page = Page(out)
        assert not {"script", "img", "b onclick", "i"} & set(page.tags)
        assert all(link.startswith(("#", "./", "https://zoek.officiele", "../")) for link in page.links)
        assert "{{7*7}}" in page.text
    if form == "csv":
        assert not [cell for row in csv.reader(io.StringIO(out)) for cell in row if cell.startswith(FORMULA)]


def test_its_workbook_computes_nothing(letters: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "audit.xlsx"
    assert main(["audit", str(letters), "--format", "xlsx", "--output", str(file)]) == ExitCode.DONE
    assert capsys.readouterr().out == ""
    cells = [cell for page in load_workbook(file) for row in page for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
