"""A repository as the git of its users sees it: where it keeps what, how it is set, and which commits it has."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from tracker.errors import HistoryError
from tracker.git.command import SURROUNDINGS, GitError, said
from tracker.i18n.message import Message, message


class Home(Struct, frozen=True):
    """Where a repository keeps what: absolute paths."""

    top: Path
    """The work tree; of a bare repository its git directory."""
    own: Path
    """The git directory of this work tree."""
    common: Path
    """The git directory that all work trees share."""
    hooks: Path
    bare: bool

    @property
    def place(self) -> Path:
        """The path that opens this repository."""
        return self.top if (self.top / ".git").exists() else self.own


def repository_of(folder: Path) -> tuple[Path, str]:
    """The root of the repository that a folder belongs to, and the folder's path in it ("" for the root).

    The folder need not exist now: it may have existed at the revision asked for. Raises HistoryError.
    """
    place = folder.absolute()
    nearest = next(path for path in (place, *place.parents) if path.is_dir())
    try:
        bare = said(nearest, "rev-parse", "--is-bare-repository", alone=True) == "true"
        root = Path(said(nearest, "rev-parse", "--absolute-git-dir" if bare else "--show-toplevel", alone=True))
    except GitError as fault:
        raise HistoryError("git.not-in-repository", folder=folder) from fault
    inside = place.resolve().relative_to(root.resolve()).as_posix()
    return root.resolve(), "" if inside == "." else inside


def identity(folder: Path) -> str:
    """The name that git would sign a commit of this folder with, "" where nobody told it one."""
    try:
        ident = said(folder, "-c", "user.useConfigOnly=true", "var", "GIT_AUTHOR_IDENT")
    except GitError:
        return ""
    return ident.rpartition(" <")[0]


def home_of(folder: Path) -> Home:
    """The repository that a folder belongs to, as the git that users have sees it, with GIT_DIR and the like honoured.

    Raises HistoryError.
    """
    try:
        bare = said(folder, "rev-parse", "--is-bare-repository") == "true"
        own, common = (said(folder, "rev-parse", name) for name in ("--absolute-git-dir", "--git-common-dir"))
        top = own if bare else said(folder, "rev-parse", "--show-toplevel")
        hooks = said(Path(top), "rev-parse", "--git-path", "hooks")
    except GitError as fault:
        raise HistoryError("git.no-repository", folder=folder) from fault
    return Home(Path(top), Path(own), (folder / common).resolve(), (Path(top) / hooks).resolve(), bare)


def unopened(folder: Path) -> tuple[Path, Message] | None:
    """The nearest .git of a folder or above it where git can open none, and why; None where it opens, or none is there.

    Git passes over a .git that is no repository in silence, and takes one of a folder above for the letters' own.
    """
    place = folder.resolve()
    nearest = next((path / ".git" for path in (place, *place.parents) if os.path.lexists(path / ".git")), None)
    if nearest is None:
        return None
    try:
        opened = said(nearest.parent, "rev-parse", "--absolute-git-dir", alone=True)
    except GitError as fault:
        return nearest, fault.told
    passed_over = not nearest.is_file() and nearest.resolve() != Path(opened).resolve()
    return (nearest, message("git.passed-over")) if passed_over else None


def leave_surroundings() -> None:
    """Forget what git tells a hook in the environment (GIT_DIR and friends), so that paths alone say what is meant."""
    for name in SURROUNDINGS:
        os.environ.pop(name, None)


def settings(home: Home) -> dict[str, str]:
    """What the repository's own configuration says under `tracker.`; names are in lower case."""
    try:
        rows = _git_output(home, "config", "--local", "--null", "--get-regexp", r"^tracker\.")
    except GitError:
        return {}
    pairs = (row.partition("\n") for row in rows.split("\0") if row)
    return {name.removeprefix("tracker."): value for name, _, value in pairs}


def set_settings(home: Home, values: Mapping[str, str | None]) -> None:
    """Write settings into the repository's own configuration, or take them out where the value is None."""
    present = settings(home)
    for name, value in values.items():
        if present.get(name) != value:
            set_setting(home, f"tracker.{name}", value)


def set_setting(home: Home, name: str, value: str | None) -> None:
    """Write one setting into the repository's own configuration, or take it out where the value is None."""
    if value is not None:
        _git_output(home, "config", "--local", name, value)
    else:
        with suppress(GitError):  # it is not there
            _git_output(home, "config", "--local", "--unset-all", name)


def where_set(home: Home, name: str) -> str | None:
    """Whose configuration sets a name: "system", "global", "local", "worktree" or "command"; None where none does."""
    try:
        return _git_output(home, "config", "--show-scope", "--get", name).partition("\t")[0]
    except GitError:
        return None


def setting(home: Home, name: str) -> str | None:
    """What git's configuration says under a name, None where it says nothing."""
    try:
        return _git_output(home, "config", "--get", name)
    except GitError:
        return None


def tracks(home: Home, folder: Path) -> bool:
    """Whether files of a folder in the work tree are under version control."""
    try:
        return bool(
            _git_output(home, "ls-files", "-z", "--", f":(top,literal){folder.relative_to(home.top.resolve())}")
        )
    except (GitError, ValueError):
        return False


def commit_of(home: Home, rev: str) -> str | None:
    """The id of the commit that a revision names, None where git knows none."""
    return object_of(home, f"{rev}^{{commit}}")


def object_of(home: Home, name: str) -> str | None:
    """The id of what a name stands for, such as "HEAD:brieven"; None where git knows none."""
    try:
        return _git_output(home, "rev-parse", "--verify", "--quiet", "--end-of-options", name)
    except GitError:
        return None


def builds_on(home: Home, old: str, new: str) -> bool:
    """Whether a commit is another or comes after it."""
    try:
        _git_output(home, "merge-base", "--is-ancestor", old, new)
    except GitError:
        return False
    return True


def known_to(home: Home, remote: str, rev: str) -> str | None:
    """The newest commit that a revision builds on and that a remote was last seen to have, None where there is none."""
    try:
        command = ("rev-list", "--boundary", rev, "--not", f"--remotes={remote}")
        rows = _git_output(home, *command) if remote else ""
    except GitError:
        return None
    if not rows:
        return commit_of(home, rev) if remote else None
    return next((row.removeprefix("-") for row in rows.splitlines() if row.startswith("-")), None)


def touched(home: Home, since: str, until: str, folder: str) -> bool:
    """Whether anything under a folder, a letter or what is ruled on one, differs between two commits."""
    paths = ["--", f":(top,literal){folder}"] if folder else []
    return bool(_git_output(home, "diff-tree", "-r", "--name-only", since, until, *paths))


def branch_of(home: Home) -> str:
    """The full name of the branch that HEAD stands for, "" where it stands for none."""
    try:
        return _git_output(home, "symbolic-ref", "--quiet", "HEAD")
    except GitError:
        return ""


def _git_output(home: Home, *words: str) -> str:
    """What git answers in a repository. Raises GitError."""
    return said(home.top, f"--git-dir={home.own}", *words)
