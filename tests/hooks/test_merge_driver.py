"""Git merges the rulings of two branches, once the hooks are installed; before that it tells of a conflict."""

from __future__ import annotations

import datetime as dt

import pytest

from tests import repositories
from tests.throwaway_repo import FOLDER, Repo
from tracker.cli import main
from tracker.decisions.file import read_rulings, record
from tracker.decisions.ruling import Decision, Ruling, anchor
from tracker.errors import ExitCode
from tracker.git.repository import home_of
from tracker.hooks.merge_driver import NAME, in_force, install_driver

pytestmark = pytest.mark.slow


def ruled(repo: Repo, value: str, minute: int) -> None:
    """Commit a ruling."""
    when = dt.datetime(2024, 7, 1, 12, minute, tzinfo=dt.UTC)
    quotes = (anchor("kst-12345-7", "De proef met walstroom"),)
    record(
        repo.letters / "decisions.toml",
        Decision(ruling=Ruling.NOTE, who="A", when=when, why="w", quotes=quotes, value=value),
    )
    repo.git("add", ".")
    repo.git("commit", "-qm", value)


def branched(repo: Repo) -> None:
    """Two branches with rulings of their own; "main" is checked out."""
    repo.have(repositories.NAMES[0])
    ruled(repo, "begin", 0)
    repo.git("branch", "side")
    ruled(repo, "main", 2)
    repo.git("checkout", "-q", "side")
    ruled(repo, "side", 1)
    ruled(repo, "side again", 3)
    repo.git("checkout", "-q", "main")


def test_rulings_of_two_branches_merge(repo: Repo) -> None:
    branched(repo)
    repo.git("merge", "-q", "--no-edit", "side")
    values = [row.value for row in read_rulings(repo.letters / "decisions.toml")]
    assert values == ["begin", "side", "main", "side again"]
    assert repo.git("status", "--porcelain", "--", FOLDER, ".gitattributes") == ""


def test_what_cannot_be_merged_is_a_conflict_as_ever(repo: Repo) -> None:
    branched(repo)
    repo.git("config", "tracker.python", "/nowhere/python")
    assert "CONFLICT" in repo.git("merge", "-q", "--no-edit", "side", code=1)
    assert ">>>>>>> theirs" in (repo.letters / "decisions.toml").read_text(encoding="utf-8")
    assert main(["report", FOLDER]) == ExitCode.USER


def test_without_its_line_among_the_attributes_it_is_not_in_force(repo: Repo) -> None:
    """Git asks the driver only of files that the attributes name."""
    home = home_of(repo.top)
    assert in_force(home)
    attributes = repo.top / ".git" / "info" / "attributes"
    attributes.write_text("*.txt text\n", encoding="utf-8")
    assert not in_force(home)
    install_driver(home)
    repo.git("config", "--local", f"merge.{NAME}.driver", "another")
    assert not in_force(home)


def test_uninstalling_leaves_the_attributes_of_others(repo: Repo) -> None:
    attributes = repo.top / ".git" / "info" / "attributes"
    attributes.write_text("*.txt text\n" + attributes.read_text(encoding="utf-8"), encoding="utf-8")
    assert main(["hook", "uninstall"]) == ExitCode.DONE
    assert attributes.read_text(encoding="utf-8") == "*.txt text\n"
    assert "tracker" not in repo.git("config", "--local", "--list")
