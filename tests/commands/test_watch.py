"""One round for cron: a new letter leads to a commit, to the hook and to its report."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.sources.server import Paper, Services, official
from tests.throwaway_repo import Repo
from tracker.cli import main
from tracker.errors import ExitCode

FIRST, THEN = dt.date(2024, 3, 1), dt.date(2025, 9, 1)


def test_a_new_letter_leads_to_commit_hook_and_report(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = Path(__file__).parents[2]
    repo = Repo(tmp_path / "clone")
    repo.begin()
    repo.letters.mkdir()
    monkeypatch.chdir(repo.top)
    monkeypatch.setenv("PYTHONPATH", str(root))
    services.papers = [Paper(1, "Voortgang", FIRST, forms={"xml": official(1, FIRST)})]
    assert main(["fetch", "27923", "--into", str(repo.letters)]) == ExitCode.DONE
    assert main(["watch", str(repo.letters)]) == ExitCode.GATE, "nothing came in this round"
    assert "kst-27923-1.xml" in repo.git("ls-files", "-z"), "what is here is committed all the same"
    assert main(["hook", "install", "--letters", str(repo.letters)]) == ExitCode.DONE
    late = official(2, THEN, "Het rapport 1 over de havens sturen we niet in juni 2025 maar in december 2026.")
    services.papers.append(Paper(2, "Uitstel", THEN, forms={"xml": late}, changed="2025-09-02T00:00:00Z"))
    capsys.readouterr()
    assert (
        main(["watch", str(repo.letters), "--author", "Tracker <t@example.org>", "--message", "New"]) == ExitCode.DONE
    )
    assert "nr. 2" in capsys.readouterr().out
    assert repo.git("log", "-1", "--format=%an: %s") == "Tracker: New\n"
    assert any("kst-27923-2" in name for name in repo.reports())
    assert repo.git("status", "--porcelain", "--untracked-files=no") == ""
    assert main(["watch", str(repo.letters)]) == ExitCode.GATE
