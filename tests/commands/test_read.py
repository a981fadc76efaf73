"""`tracker read`: what is read, and pictures where asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import repositories
from tracker.cli import main
from tracker.documents.formats import pdf_ocr
from tracker.errors import ExitCode


def test_a_line_a_letter_and_the_reason_of_each_refusal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = repositories.write(tmp_path / "brieven")
    (folder / "leeg.txt").touch()
    assert main(["read", str(folder)]) == ExitCode.DONE
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in lines[:3]] == list(repositories.NAMES)
    assert "leeg.txt" in lines[3]


def test_pictures_need_their_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = repositories.write(tmp_path / "brieven")
    monkeypatch.setattr(pdf_ocr, "can_recognise", lambda: False)
    assert main(["read", str(folder), "--ocr"]) != ExitCode.DONE
    assert "tesseract" in capsys.readouterr().err
