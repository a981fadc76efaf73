"""A repository: where it is, how it is set, and which commits it has."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tracker.errors import HistoryError
from tracker.git.repository import (
    branch_of,
    builds_on,
    commit_of,
    home_of,
    object_of,
    repository_of,
    set_settings,
    setting,
    settings,
    touched,
    tracks,
    where_set,
)


def git(repo: Path, *words: str) -> str:
    """Run git in a repository and give what it prints."""
    done = subprocess.run(["git", "-C", str(repo), *words], check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """A repository with two commits: a letter, and a note beside the letters."""
    root = tmp_path / "répo with space"
    (root / "mijn brieven").mkdir(parents=True)
    git(root, "init", "-q", "-b", "main")
    for name in ("mijn brieven/a.txt", "note.md"):
        (root / name).write_text("Beste leden,\n", encoding="utf-8")
        git(root, "add", "-A")
        git(root, "commit", "-q", "-m", name)
    return root


def test_a_folder_finds_its_repository(repo: Path) -> None:
    assert repository_of(repo / "mijn brieven") == (repo.resolve(), "mijn brieven")
    assert repository_of(repo / "no longer" / "there") == (repo.resolve(), "no longer/there")
    assert repository_of(repo) == (repo.resolve(), "")


def test_outside_git_there_is_no_repository(tmp_path: Path) -> None:
    for ask in (repository_of, home_of):
        with pytest.raises(HistoryError, match="no git repository"):
            ask(tmp_path)


def test_a_bare_repository_has_its_git_directory_for_its_top(repo: Path, tmp_path: Path) -> None:
    git(repo, "clone", "-q", "--bare", str(repo), str(tmp_path / "bare.git"))
    home = home_of(tmp_path / "bare.git")
    assert home.bare
    assert home.top == home.own == home.place
    assert not home_of(repo).bare


def test_settings_are_written_and_taken_out(repo: Path) -> None:
    home = home_of(repo)
    assert (settings(home), setting(home, "tracker.lang"), where_set(home, "tracker.lang")) == ({}, None, None)
    set_settings(home, {"lang": "nl", "letters": "mijn brieven\nen meer"})
    assert settings(home) == {"lang": "nl", "letters": "mijn brieven\nen meer"}
    assert (setting(home, "tracker.lang"), where_set(home, "tracker.lang")) == ("nl", "local")
    set_settings(home, {"lang": None, "absent": None})
    assert set(settings(home)) == {"letters"}


def test_commits_and_what_they_touch(repo: Path) -> None:
    home = home_of(repo)
    old, new = commit_of(home, "HEAD~1"), commit_of(home, "HEAD")
    assert old
    assert new
    assert (commit_of(home, "no-such"), object_of(home, "HEAD:nowhere")) == (None, None)
    assert builds_on(home, old, new)
    assert not builds_on(home, new, old)
    assert touched(home, old, new, "")
    assert not touched(home, old, new, "mijn brieven")
    assert tracks(home, repo.resolve() / "mijn brieven")
    assert not tracks(home, repo.resolve() / ".github")


def test_the_branch_that_is_checked_out(repo: Path) -> None:
    home = home_of(repo)
    assert branch_of(home) == "refs/heads/main"
    git(repo, "checkout", "-q", "--detach")
    assert branch_of(home) == ""
