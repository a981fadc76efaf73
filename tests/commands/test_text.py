"""`git diff` on letters kept as Word and PDF, set up as the README says."""

from __future__ import annotations

import os
import re
import shlex
import sys
from html import escape
from pathlib import Path

import pytest
from fpdf import FPDF

from tests.documents.docx_printer import packed, paragraph
from tests.throwaway_repo import Repo
from tracker.cli import main

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
ATTRIBUTES = re.findall(r"`(\*\.\w+ diff=letter)`", README)
CONFIG = re.findall(r"`git (config diff\.letter\.textconv .+?)`", README)
OLD = "Het rapport over de haven [kade] sturen we uiterlijk eind 2020."
NEW = OLD.replace("2020", "2021")


def docx(text: str) -> bytes:
    """A Word document of one paragraph."""
    return packed(paragraph(f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'))


def pdf(text: str) -> bytes:
    """A PDF of one paragraph."""
    page = FPDF()
    page.add_page()
    page.set_font("helvetica", size=11)
    page.write(5, text)
    return bytes(page.output())


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A repository set up by the README's lines, with the tracker where a shell finds it."""
    command = tmp_path / "bin" / "tracker"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -P -m tracker "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{command.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    repo = Repo(tmp_path / "een répo")
    repo.begin()
    (repo.top / ".gitattributes").write_text("\n".join(ATTRIBUTES) + "\n", encoding="utf-8")
    repo.git(*shlex.split(CONFIG[0]))
    return repo


@pytest.mark.slow
def test_the_words_of_word_and_pdf_are_compared(repo: Repo) -> None:
    letters = {"brief één.docx": docx, "brief twee.pdf": pdf}
    for text in (OLD, NEW):
        for name, printed in letters.items():
            (repo.top / name).write_bytes(printed(text))
        repo.git("add", ".")
        repo.git("commit", "-q", "-m", text)
    shown = repo.git("diff", "--word-diff", "HEAD~1", "HEAD")
    assert "Binary" not in shown
    assert shown.count(OLD.replace("2020.", "[-2020.-]{+2021.+}")) == 2


def test_a_letter_may_be_shown_by_its_path_from_anywhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "brief.txt").write_text("Den Haag, 3 mei 2030\n\nWij sturen u in juni het plan.\n")
    assert main(["show", "--check", str(tmp_path / "brief.txt")]) == 0
    assert capsys.readouterr().out.startswith("brief: ")
