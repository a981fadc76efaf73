"""Pages that are only pictures, read by a program that is called tesseract: what is kept, cited and refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.documents.raw_pdf import raw_pdf, words
from tracker.cli import main
from tracker.documents import read_letter
from tracker.documents.formats.pdf_ocr import can_recognise, pictured_pages, recognise, with_layer
from tracker.documents.formats.pdf_worker import draw_page, read_pages
from tracker.documents.limits import DEFAULT
from tracker.errors import LetterError
from tracker.extraction import read_statements
from tracker.views.names import located

_SEEN = ["Den Haag, 4 maart 2031", "Geachte voorzitter,", "Wij sturen uw Kamer uiterlijk 1 december 2031 het plan."]
_SCAN = raw_pdf("", picture=(1,))
_MIXED = raw_pdf(words(["De brug wordt hersteld."]), "", picture=(2,))


@pytest.fixture
def tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of that name which sees one page whatever it is shown."""
    (tmp_path / "seen.pdf").write_bytes(raw_pdf(words(_SEEN, leading=30)))
    program = tmp_path / "tesseract"
    program.write_text(f'#!/bin/sh\n[ "$1" = --list-langs ] && echo nld || cat {tmp_path}/seen.pdf\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return program


@pytest.mark.usefixtures("tesseract", "remembering")
def test_what_was_read_from_a_picture_is_kept_and_marked() -> None:
    """A scan is refused until its pictures are read; then its date is known and its promises are marked."""
    with pytest.raises(LetterError, match="--ocr"):
        read_letter("x.pdf", _SCAN)
    assert recognise(_SCAN, pictured_pages(_SCAN))
    letter = read_letter("x.pdf", _SCAN)
    promise = read_statements(letter)[0][0]
    assert (str(letter.date), promise.location.page, promise.location.ocr) == ("2031-03-04", 1, True)
    assert ", OCR, " in located(promise, "x", "")
    assert [str(notice)[:20] for notice in letter.notices] == ["page 1 is a picture "]


@pytest.mark.usefixtures("tesseract", "remembering")
def test_only_the_pages_without_text_are_read_so() -> None:
    """What the paper says itself is not marked, and nothing is read twice."""
    assert pictured_pages(_MIXED) == (2,)
    assert recognise(_MIXED, (2,))
    assert pictured_pages(_MIXED) == ()
    letter = read_letter("x.pdf", _MIXED)
    assert {one.page for one in letter.passages if one.ocr} == {2}
    assert {one.page for one in letter.passages if not one.ocr} == {1}


@pytest.mark.usefixtures("tesseract", "remembering")
def test_the_command_reads(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`tracker read --ocr` is all that it takes."""
    folder = tmp_path / "brieven"
    folder.mkdir()
    (folder / "x.pdf").write_bytes(_SCAN)
    assert main(["read", str(folder)]) == 0
    assert "--ocr" in capsys.readouterr().out
    assert main(["read", str(folder), "--ocr"]) == 0
    assert "x.pdf: " in capsys.readouterr().out


@pytest.mark.usefixtures("tesseract")
def test_without_a_cache_nothing_is_kept() -> None:
    """The tests have none; the command tells so."""
    assert not recognise(_SCAN, (1,))


@pytest.mark.usefixtures("remembering")
def test_a_program_that_fails_is_told(tesseract: Path) -> None:
    """No page is taken for read that was not."""
    tesseract.write_text("#!/bin/sh\nexit 1\n")
    assert not can_recognise()
    with pytest.raises(LetterError, match="page 1"):
        recognise(_SCAN, (1,))


def test_a_page_is_drawn_in_grey() -> None:
    """As many dots as the resolution asks for."""
    drawn = draw_page(_MIXED, 1, 72, DEFAULT)
    assert drawn.startswith(b"P5 595 842 255\n")
    assert len(drawn) == len(b"P5 595 842 255\n") + 595 * 842


def test_other_files_have_no_pictures_to_read() -> None:
    """Nothing is drawn of plain text, and pages with text stay as they are."""
    assert pictured_pages(b"Geachte voorzitter,") == ()
    sheets = read_pages(_MIXED, DEFAULT).sheets
    assert with_layer(_MIXED, sheets) == (sheets, ())


@pytest.mark.usefixtures("remembering")
@pytest.mark.parametrize(("scan", "told"), [(_SCAN, None), (_MIXED, "page 2 is a picture in which OCR read nothing")])
def test_pictures_in_which_nothing_is_read_are_told_with_another_remedy(
    tesseract: Path, scan: bytes, told: str | None
) -> None:
    """To run the command again would change nothing."""
    (tesseract.parent / "seen.pdf").write_bytes(raw_pdf(""))
    assert recognise(scan, pictured_pages(scan))
    if told is None:
        with pytest.raises(LetterError, match="OCR read nothing"):
            read_letter("x.pdf", scan)
    else:
        assert told in " ".join(map(str, read_letter("x.pdf", scan).notices))
