"""What a check-up finds amiss, and what it says to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import repositories
from tests.sources.server import Services, official, papers
from tests.throwaway_repo import FOLDER, Repo
from tracker.cli import main
from tracker.errors import ExitCode
from tracker.sources.fetch_state import note_untold

POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0" * 64 + "\nsize 12\n"


def test_a_sound_collection(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repositories.write(tmp_path / "brieven")
    assert main(["doctor", str(tmp_path / "brieven")]) == ExitCode.DONE
    assert "3 letters read whole" in capsys.readouterr().out


@pytest.fixture
def troubled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A repository with a letter in Git LFS that is not here, and a hook that another tool has replaced."""
    repo = Repo(tmp_path / "repo")
    repo.begin()
    monkeypatch.chdir(repo.top)
    repositories.write(repo.letters)
    (repo.letters / "groot.txt").write_text(POINTER, encoding="utf-8")
    assert main(["hook", "install", "--letters", FOLDER]) == ExitCode.DONE
    repo.hook("post-merge").write_text("#!/bin/sh\n", encoding="utf-8")
    return repo


@pytest.mark.usefixtures("troubled")
def test_what_is_amiss_is_told_with_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["doctor", FOLDER]) == ExitCode.GATE
    out, err = capsys.readouterr()
    assert "git lfs pull" in out
    assert "tracker hook install" in out
    assert err.startswith("tracker: 2 ")


def test_what_was_fetched_is_looked_at(services: Services, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    services.papers = papers(3)
    assert main(["fetch", "27923", "--into", str(folder)]) == ExitCode.DONE
    capsys.readouterr()
    assert main(["doctor", str(folder)]) == ExitCode.DONE
    assert "3 fetched letters are here" in capsys.readouterr().out
    (folder / "kst-27923-1.xml").unlink()
    (folder / "kst-27923-2.xml").write_bytes(official(2, text="Anders."))
    note_untold(folder, "kst-27923-3.xml")
    assert main(["doctor", str(folder)]) == ExitCode.GATE
    out, err = capsys.readouterr()
    assert "kst-27923-1.xml was fetched and is not here any more" in out
    assert "kst-27923-2.xml was changed since it was fetched" in out
    assert "kst-27923-3.xml came in a round that was stopped" in out
    assert err.startswith("tracker: 2 ")
