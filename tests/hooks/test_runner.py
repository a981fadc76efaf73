"""Whatever goes wrong with a report, git goes on."""

from __future__ import annotations

import pytest

from tests import repositories
from tests.throwaway_repo import Repo

FIRST = repositories.NAMES[0]


@pytest.mark.parametrize("fault", ["rulings", "folder"])
def test_trouble_goes_to_a_log_and_stops_nothing(fault: str, repo: Repo) -> None:
    if fault == "rulings":
        repo.letters.mkdir()
        (repo.letters / "decisions.toml").write_text("no toml at all", encoding="utf-8")
    else:
        (repo.top / "reports").write_text("a file where the folder should be", encoding="utf-8")
    said = repo.bring(FIRST)
    log = repo.top / ".git" / "tracker-hook.log"
    assert "no report of what arrived (" in said
    assert str(log) in said
    assert "Traceback" not in said
    assert "Traceback" in log.read_text(encoding="utf-8")
    assert repo.git("log", "--format=%s").strip() == "a letter"


def test_an_unreadable_letter_is_named(repo: Repo) -> None:
    repo.have(FIRST)
    (repo.letters / "scan.txt").write_bytes(bytes(range(256)) * 40)
    repo.git("add", ".")
    assert "scan.txt cannot be read" in repo.git("commit", "-m", "a scan")
