"""Repositories with and without the hooks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.throwaway_repo import FOLDER, Repo
from tracker.cli import main
from tracker.errors import ExitCode


@pytest.fixture
def plain(shared: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A repository without hooks of ours, as the current folder; what was read is remembered for all tests."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent.parent.parent))
    repo = Repo(tmp_path / "een répo")
    repo.begin()
    monkeypatch.chdir(repo.top)
    return repo


@pytest.fixture
def repo(plain: Repo, capsys: pytest.CaptureFixture[str]) -> Repo:
    """A repository with the hooks installed."""
    assert main(["hook", "install", "--letters", FOLDER]) == ExitCode.DONE
    capsys.readouterr()
    return plain
