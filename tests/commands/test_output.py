"""Where a report is written, and in which language."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.render.test_formats import Page
from tracker.cli import main
from tracker.errors import ExitCode

pytestmark = pytest.mark.usefixtures("small")


def test_a_file_holds_what_would_be_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "audit.md"
    file.write_text("older", encoding="utf-8")
    assert main(["audit", ".", "--format", "csv"]) == ExitCode.DONE
    printed = capsys.readouterr().out
    assert main(["audit", ".", "--format", "csv", "--output", str(file)]) == ExitCode.DONE
    assert capsys.readouterr().out == ""
    assert file.read_bytes().decode() == printed
    assert list(tmp_path.iterdir()) == [file]


def test_a_gate_says_no_after_the_file_is_written(tmp_path: Path) -> None:
    file = tmp_path / "audit.html"
    assert main(["audit", ".", "--format", "html", "--output", str(file), "--fail-on", "slipped"]) == ExitCode.GATE
    assert "<svg" in file.read_text(encoding="utf-8")


def test_links_to_letters_are_seen_from_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mijn brieven").mkdir()
    (tmp_path / "reports").mkdir()
    monkeypatch.chdir(tmp_path)
    assert main(["audit", "mijn brieven", "--format", "html", "--output", "reports/a.html"]) == ExitCode.DONE
    links = Page((tmp_path / "reports" / "a.html").read_text(encoding="utf-8")).links
    assert "../mijn%20brieven/kst-12345-7.txt" in links


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param(["--output", "kst-12345-7.txt"], "would be read as one", id="a letter"),
        pytest.param(["--output", "decisions.toml"], "kept beside letters", id="the rulings"),
        pytest.param(["--output", "nowhere/a.md"], "cannot be written", id="no folder"),
        pytest.param(["--output", "."], "is a directory", id="a folder"),
        pytest.param(["--lang", "fr"], "'fr' is not one of", id="no such language"),
    ],
)
def test_what_cannot_be_is_a_sentence(
    words: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["audit", ".", *words]) == ExitCode.USER
    out, err = capsys.readouterr()
    assert out == ""
    assert told in err
    assert not list(tmp_path.iterdir())


def test_a_workbook_is_not_for_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main(["audit", ".", "--format", "xlsx"]) == ExitCode.USER
    assert "--output FILE" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["audit", "."], "Termijn verstreken, daarna niets meer vernomen (1)"),
        (["report", "."], "havens, per 1 september 2021"),
        (["show", "7", "--in", "."], "Toezeggingen (4)"),
        (["thread", "haven", "--in", "."], "uitgesteld · betrouwbaarheid 0,92"),
        (["diff", "7", "9", "--in", "."], "paragrafen: 1"),
    ],
)
def test_every_face_speaks_dutch(words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*words, "--lang", "nl"]) == ExitCode.DONE
    assert told in capsys.readouterr().out


def test_the_environment_names_the_language_of_a_hook(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TRACKER_LANG", "nl")
    assert main(["audit", "."]) == ExitCode.DONE
    assert "Termijn uitgesteld (1)" in capsys.readouterr().out
    assert main(["audit", ".", "--lang", "en"]) == ExitCode.DONE
    assert "as of 1 September 2021" in capsys.readouterr().out
