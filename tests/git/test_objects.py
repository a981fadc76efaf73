"""Trees and what is in them, with names and contents as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.git.command import GitError, git
from tracker.git.objects import Difference, contents, differences, files_of, kind_of, object_id

ODD = "a\nb\tc.txt"


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """A repository with a file of an odd name, and a commit that gives it a plain one."""
    git(tmp_path, "init", "-q")
    (tmp_path / ODD).write_bytes(b"\0\n blob 3\n")
    (tmp_path / "b.txt").write_bytes(b"")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "one")
    git(tmp_path, "mv", ODD, "c.txt")
    git(tmp_path, "commit", "-q", "-m", "two")
    return tmp_path


def test_files_and_what_they_hold(repo: Path) -> None:
    rows = list(files_of(repo, object_id(repo, "HEAD~1^{tree}")))
    assert [(row.path, row.size) for row in rows] == [(ODD, 10), ("b.txt", 0)]
    assert list(contents(repo, [row.id for row in rows])) == [b"\0\n blob 3\n", b""]
    assert kind_of(repo, object_id(repo, "HEAD")) == "commit"


def test_a_rename_is_one_difference(repo: Path) -> None:
    (row,) = differences(repo, "HEAD~1", "HEAD")
    assert row == Difference(ODD, "c.txt", row.after, row.after)


def test_what_is_not_here_is_an_error(repo: Path) -> None:
    with pytest.raises(GitError, match="missing"):
        list(contents(repo, ["0" * 40]))
