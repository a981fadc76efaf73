"""Files brought into the work tree, kept in a commit of their own; the hooks of the repository run as ever."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tracker.errors import HistoryError
from tracker.git.command import GitError, git, said


def in_work_tree(folder: Path) -> bool:
    """Whether a folder is in the work tree of a repository."""
    try:
        return said(folder, "rev-parse", "--is-inside-work-tree") == "true"
    except GitError:
        return False


def keep(folder: Path, paths: Sequence[str], subject: str, author: str = "") -> str:
    """Commit files of a folder, and no others; the id of the commit, "" where git has them as they are.

    Whatever else is staged stays staged. Raises HistoryError: git does not, with what it says.
    """
    by = [f"--author={author}"] if author else []
    literal = ("--literal-pathspecs",)
    try:
        git(folder, *literal, "add", "--all", "--", *paths)
        if not git(folder, *literal, "diff", "--cached", "--name-only", "-z", "--", *paths):
            return ""
        git(folder, *literal, "commit", "--quiet", f"--message={subject}", *by, "--", *paths)
        return said(folder, "rev-parse", "HEAD")
    except GitError as fault:
        said_ = " ".join(str(fault).split())[:200]
        raise HistoryError("git.no-commit", folder=folder, cause=said_) from fault
