"""`tracker hook`: install, status and uninstall in one repository."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.throwaway_repo import FOLDER, Repo
from tracker.cli import main
from tracker.errors import ExitCode


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    made = Repo(tmp_path / "repo")
    made.begin()
    monkeypatch.chdir(made.top)
    return made


def test_what_is_installed_is_told_and_goes_again(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    repo.letters.mkdir()
    assert main(["hook", "install", "--letters", FOLDER, "--html"]) == ExitCode.DONE
    assert repo.hook().is_file()
    assert not repo.hook("pre-push").exists()
    capsys.readouterr()
    assert main(["hook", "status"]) == ExitCode.DONE
    assert FOLDER in capsys.readouterr().out
    assert main(["hook", "uninstall"]) == ExitCode.DONE
    assert not repo.hook().exists()


def test_a_gate_is_a_hook_before_a_push(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    repo.letters.mkdir()
    assert main(["hook", "install", "--letters", FOLDER, "--fail-on", "dropped"]) == ExitCode.DONE
    assert repo.hook("pre-push").is_file()


@pytest.mark.parametrize("words", [["--letters", "/"], ["--report-dir", "../elders"]])
def test_nothing_outside_the_repository(repo: Repo, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["hook", "install", *words]) == ExitCode.USER
    assert not repo.hook().exists()
