"""An answer of the tracker is no letter, wherever it lies: what it tells as promised was promised by others."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests import repositories
from tests.documents.docx_printer import as_docx
from tests.documents.printers import as_html
from tracker.cli import main
from tracker.documents import read_letter
from tracker.documents.own_output import is_made_here, is_text_made_here
from tracker.errors import ExitCode, LetterError

LETTER = "Brief van 3 maart 2020\n\nIn oktober 2020 sturen wij u het plan voor de haven.\n"
ANSWERS = {
    "page.html": ("report", "--format", "html"),
    "audit.html": ("audit", "--format", "html", "--lang", "nl"),
    "rappel.docx": ("rappel", "--format", "docx"),
    "audit.txt": ("audit",),
    "report.txt": ("report", "--all", "--lang", "nl"),
    "audit-md.txt": ("audit", "--format", "md"),
    "audit-csv.txt": ("audit", "--format", "csv"),
    "audit-csv-nl.txt": ("audit", "--format", "csv", "--csv-for", "excel-nl"),
    "audit-digest.txt": ("audit", "--format", "digest"),
    "rappel.txt": ("rappel",),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_among_letters_is_left_out_and_told(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, aside = tmp_path / "brieven", tmp_path / name
    folder.mkdir()
    (folder / "brief.txt").write_text(LETTER, encoding="utf-8")
    verb, *words = ANSWERS[name]
    others = repositories.write(tmp_path / "andere")
    assert main([verb, str(others), *words, "--output", str(aside)]) == ExitCode.DONE
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


@pytest.mark.parametrize(
    "text",
    [
        "Uw kenmerk: t-f64e96e3",
        "Uw kenmerk:\tt-f64e96e3\n\nDe toezegging (t-f64e96e3) is nagekomen.",
        "Van t-f64e96e3, t-1d275efd en t-84d66bb7 is het rapport (t-84d66bb7) gereed.",
        "t-f64e96e3: het rapport is gereed.\n- t-1d275efd\n| t-84d66bb7 | gereed |",
        "Bouwdelen  t-12345678a  en  T-F64E96E3  zijn geplaatst · zie 1-f64e96e3",
        "x = [1-]+{2}",
    ],
)
def test_a_letter_that_answers_the_tracker_is_a_letter(text: str) -> None:
    assert not is_text_made_here(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "  Het rapport over de kades        t-f64e96e3\r\n",
        "Het rapport\n  t-f64e96e3 · unclear · confidence 0.36\n",
        "    deliver · cabinet · line 63 · t-0792622b niets meer vernomen",
        "wording: In [-mei 2025-]{+juni 2025+} is het gereed.",
        '"te late, postponed",Rapport,t-f64e96e3,postponed,,2024-07-07',
    ],
)
def test_a_text_that_is_set_as_ours_is_none(text: str) -> None:
    assert is_text_made_here(text.encode())
    assert is_text_made_here(text.encode("utf-16"))
