"""Files brought into the work tree, kept in a commit of their own; the hooks of the repository run as ever."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from tracker.errors import ExitCode, HistoryError
from tracker.git.command import GitError, GitTimeoutError, git, said
from tracker.git.repository import identity
from tracker.i18n.message import message


def in_work_tree(folder: Path) -> bool:
    """Whether a folder is in the work tree of a repository. Raises HistoryError: git does not say."""
    try:
        return said(folder, "rev-parse", "--is-inside-work-tree") == "true"
    except GitError as fault:
        here = folder.resolve()
        if any(os.path.lexists(place / ".git") for place in (here, *here.parents)):
            raise HistoryError("git.no-commit", folder=folder, cause=fault.told) from fault
        return False


def is_committed(folder: Path, path: str) -> bool:
    """Whether git has a file of the work tree as it stands."""
    try:
        git(folder, "--literal-pathspecs", "ls-files", "--error-unmatch", "--", path)
        return not git(folder, "--literal-pathspecs", "status", "--porcelain", "-z", "--", path)
    except GitError:
        return False


def ignored(folder: Path, paths: Sequence[str]) -> frozenset[str]:
    """The files of a folder that git is told not to keep, and does not."""
    try:
        given = "\0".join(paths).encode()
        return frozenset(git(folder, "check-ignore", "-z", "--stdin", given=given).decode().split("\0")) - {""}
    except GitError:  # there is none
        return frozenset()


def commit_only(folder: Path, paths: Sequence[str], subject: Callable[[Sequence[str]], str], author: str = "") -> str:
    """Commit files of a folder, and no others; the id of the commit, "" where git has them as they are.

    `subject` says what the commit is called, by the names of the files that it changes or adds.
    A file that is gone is taken out. Whatever else is staged stays staged, also that a file which is here is taken out;
    where there is no commit nothing is added.
    Raises HistoryError: git does not, with what it says; a merge or the like is under way.
    """
    by = [f"--author={author}"] if author else []
    literal = ("--literal-pathspecs",)
    try:
        _refuse_within(folder)
        gone = [path for path in paths if not (folder / path).is_file()]
        known = said(folder, *literal, "ls-files", "-z", "--", *gone).split("\0") if gone else []
        paths = [path for path in paths if path not in gone or path in known]
        taken_out = git(folder, *literal, "diff", "--cached", "--name-only", "--relative", "--diff-filter=D", "-z")
        paths = [path for path in paths if path in gone or path.encode() not in taken_out.split(b"\0")]
        if not paths:
            return ""
        git(folder, *literal, "add", "--all", "--force", "--", *paths)  # also what git has of a folder it ignores
        staged = (*literal, "diff", "--cached", "--name-only", "--relative", "-z")
        if not git(folder, *staged, "--", *paths):
            return ""
        here = git(folder, *staged, "--diff-filter=d", "--", *paths).decode("utf-8", "surrogateescape")
        said_so = f"--message={subject(here.split(chr(0))[:-1])}"
        git(folder, *_as(folder, author), *literal, "commit", "--quiet", said_so, *by, "--", *paths)
        return said(folder, "rev-parse", "HEAD")
    except GitError as fault:
        with suppress(GitError):
            git(folder, *literal, "reset", "--quiet", "--", *paths)
        raise HistoryError("git.no-commit", folder=folder, cause=fault.told) from fault


def _refuse_within(folder: Path) -> None:
    """Nothing, where no work of git is half done that a commit would end up in. Raises HistoryError: what is."""
    names = [word for name in _HALF_DONE for word in ("--git-path", name)]
    places = said(folder, "rev-parse", *names).splitlines()
    for what, place in zip(_HALF_DONE.values(), places, strict=True):
        if os.path.lexists(folder / place):
            raise HistoryError("git.half-done", folder=folder, what=what)


_HALF_DONE = {
    "MERGE_HEAD": "merge",
    "rebase-merge": "rebase",
    "rebase-apply": "rebase",
    "CHERRY_PICK_HEAD": "cherry-pick",
    "REVERT_HEAD": "revert",
    "BISECT_LOG": "bisect",
}
"""What git keeps while some work of its is under way, and what that is called."""


def names_author(text: str) -> bool:
    """Whether a text names an author as git asks for: "Name <mail>"."""
    return _AUTHOR.fullmatch(text) is not None


def _as(folder: Path, author: str) -> tuple[str, ...]:
    """Where git knows nobody to commit, as on a machine of a forge, the author does."""
    found = _AUTHOR.fullmatch(author)
    if found is None or identity(folder):
        return ()
    return ("-c", f"user.name={found[1]}", "-c", f"user.email={found[2]}")


_AUTHOR = re.compile(r"\s*([^<>\n]+?)\s*<([^<>\n]+)>\s*")
_SAFE = [word for name in ("https", "ssh", "file") for word in ("-c", f"protocol.{name}.allow=always")]
"""The ways that a remote may be reached; none runs a command that its address names."""


class UnreachedError(HistoryError):
    """A remote on another machine cannot be had now; it may be later."""

    code = ExitCode.INCOMPLETE


def cloned(address: str, place: Path, longest: float) -> Path:
    """The newest commit of a remote in a folder, as a bare repository, within so many seconds.

    Raises UnreachedError; HistoryError: there is none on this machine.
    """
    words = ("-c", "protocol.allow=never", *_SAFE, "clone", "--quiet", "--bare", "--depth=1", "--", address, "it")
    try:
        git(place, *words, longest=longest)
    except GitError as fault:
        if isinstance(fault, GitTimeoutError) or _ELSEWHERE.match(address):
            raise UnreachedError(message("git.unreached", address=address, cause=fault.told)) from fault
        raise HistoryError("git.no-remote", address=address, cause=fault.told) from fault
    return place / "it"


_ELSEWHERE = re.compile(r"(?:https?|ssh|git)://|(?!\w+::)[\w.-]+@?[\w.-]*:(?!//)")
"""An address on another machine: of a protocol, or as ssh has it ("git@host:path")."""
