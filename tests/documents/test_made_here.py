"""An answer of the tracker is no letter, wherever it lies: what it tells as promised was promised by others."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests.documents.docx_printer import as_docx
from tests.documents.printers import as_html
from tracker.cli import main
from tracker.documents import read_letter
from tracker.documents.made_here import is_made_here
from tracker.errors import ExitCode, LetterError

LETTER = "Brief van 3 maart 2020\n\nIn oktober 2020 sturen wij u het plan voor de haven.\n"
ANSWERS = {
    "page.html": ("report", "--format", "html"),
    "audit.html": ("audit", "--format", "html", "--lang", "nl"),
    "rappel.docx": ("rappel", "--format", "docx"),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_among_letters_is_left_out_and_told(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, aside = tmp_path / "brieven", tmp_path / name
    folder.mkdir()
    (folder / "brief.txt").write_text(LETTER, encoding="utf-8")
    verb, *words = ANSWERS[name]
    assert main([verb, str(folder), *words, "--output", str(aside)]) == ExitCode.DONE
    alone = reported(folder, capsys)
    aside.rename(folder / name)
    told = reported(folder, capsys)
    assert f"not read: {name}: the tracker wrote it itself" in " ".join(told.split())
    assert told.count("“") == alone.count("“")
    with pytest.raises(LetterError, match="wrote it itself"):
        read_letter(name, (folder / name).read_bytes())


def reported(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert main(["report", str(folder), "--all"]) == ExitCode.DONE
    return capsys.readouterr().out


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(as_html(), id="a page of others"),
        pytest.param(as_docx(), id="a document of others"),
        pytest.param(b"<p>progress-letter-tracker</p>", id="a page about it"),
        pytest.param(b"PK\x03\x04 progress-letter-tracker", id="no archive"),
        pytest.param(LETTER.encode(), id="text"),
        pytest.param(b"", id="nothing"),
    ],
)
def test_what_others_wrote_is_theirs(data: bytes) -> None:
    assert not is_made_here(io.BytesIO(data))
