"""Letters as git keeps them: a collection as it stood at a revision, and what arrived between two.

The only importer of git. The work tree is neither read nor touched.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from git import Blob, Diff, Git, Repo, Tree
from git.exc import GitError, ODBError
from msgspec import Struct

from tracker.documents.collection import is_utf8, named_like_letter, shown
from tracker.documents.limits import DEFAULT
from tracker.documents.manifest import MANIFEST
from tracker.errors import CollectionError, HistoryError
from tracker.i18n.message import Message, message
from tracker.model import Collection, Refusal, SourceFile
from tracker.storage.bounded import read_bounded

_POINTER = re.compile(rb"version https://git-lfs\.github\.com/spec/v1\n(?:[^\n]*\n)*?oid sha256:([0-9a-f]{64})\n")
"""What Git LFS puts in the place of a file."""

NO_LETTERS = frozenset({"git.no-letters-then", "git.no-folder-then", "git.folder-was-file"})
"""The faults which say that a revision has no letters in a folder."""

LINK = 0o120000
"""The mode of a symbolic link in git."""


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


class Arrival(Struct, frozen=True):
    """A letter that came or changed between two revisions; paths are those of the repository, with forward slashes."""

    path: str
    was: str | None = None
    """Its path before; None where it is new."""
    changed: bool = True
    """Whether its content is another than before."""


def repository_of(folder: Path) -> tuple[Path, str]:
    """The root of the repository that a folder belongs to, and the folder's path in it ("" for the root).

    The folder need not exist now: it may have existed at the revision asked for. Raises HistoryError.
    """
    place = folder.absolute()
    nearest = next(path for path in (place, *place.parents) if path.is_dir())
    try:
        with Repo(nearest, search_parent_directories=True) as repo:
            root = Path(repo.working_tree_dir or repo.git_dir).resolve()
    except GitError as fault:
        raise HistoryError("git.not-in-repository", folder=folder) from fault
    inside = place.resolve().relative_to(root).as_posix()
    return root, "" if inside == "." else inside


def identity(folder: Path) -> str:
    """The name that git would sign a commit of this folder with, "" where nobody told it one."""
    try:
        ident = str(Git(folder)(c="user.useConfigOnly=true").var("GIT_AUTHOR_IDENT"))
    except GitError:
        return ""
    return ident.rpartition(" <")[0]


def home_of(folder: Path) -> Home:
    """The repository that a folder belongs to, as the git that users have sees it, with GIT_DIR and the like honoured.

    Raises HistoryError.
    """
    git = Git(folder)
    try:
        bare, own, common = git.rev_parse("--is-bare-repository", "--absolute-git-dir", "--git-common-dir").splitlines()
        top = own if bare == "true" else str(git.rev_parse("--show-toplevel"))
        hooks = Git(top).rev_parse("--git-path", "hooks")
    except (GitError, ValueError) as fault:
        raise HistoryError("git.no-repository", folder=folder) from fault
    return Home(Path(top), Path(own), (folder / common).resolve(), (Path(top) / hooks).resolve(), bare == "true")


def leave_surroundings() -> None:
    """Forget what git tells a hook in the environment (GIT_DIR and friends), so that paths alone say what is meant."""
    for name in Git().rev_parse("--local-env-vars").split():
        os.environ.pop(name, None)


def settings(home: Home) -> dict[str, str]:
    """What the repository's own configuration says under `tracker.`; names are in lower case."""
    try:
        rows = str(_git(home).config("--local", "--null", "--get-regexp", r"^tracker\."))
    except GitError:
        return {}
    pairs = (row.partition("\n") for row in rows.split("\0") if row)
    return {name.removeprefix("tracker."): value for name, _, value in pairs}


def set_settings(home: Home, values: Mapping[str, str | None]) -> None:
    """Write settings into the repository's own configuration, or take them out where the value is None."""
    present = settings(home)
    for name, value in values.items():
        if value is None and name in present:
            _git(home).config("--local", "--unset-all", f"tracker.{name}")
        elif value is not None and present.get(name) != value:
            _git(home).config("--local", f"tracker.{name}", value)


def commit_of(home: Home, rev: str) -> str | None:
    """The id of the commit that a revision names, None where git knows none."""
    try:
        return str(_git(home).rev_parse("--verify", "--quiet", "--end-of-options", f"{rev}^{{commit}}"))
    except GitError:
        return None


def known_to(home: Home, remote: str, rev: str) -> str | None:
    """The newest commit that a revision builds on and that a remote was last seen to have, None where there is none."""
    try:
        rows = str(_git(home).rev_list("--boundary", rev, "--not", f"--remotes={remote}")) if remote else ""
    except GitError:
        return None
    if not rows:
        return commit_of(home, rev) if remote else None
    return next((row.removeprefix("-") for row in rows.splitlines() if row.startswith("-")), None)


def touched(home: Home, since: str, until: str, folder: str) -> bool:
    """Whether anything under a folder, a letter or what is ruled on one, differs between two commits."""
    paths = ["--", f":(top,literal){folder}"] if folder else []
    return bool(_git(home).diff_tree("-r", "--name-only", since, until, *paths))


def branch_of(home: Home) -> str:
    """The full name of the branch that HEAD stands for, "" where it stands for none."""
    try:
        return str(_git(home).symbolic_ref("--quiet", "HEAD"))
    except GitError:
        return ""


def _git(home: Home) -> Git:
    """The git of a repository for one command."""
    return Git(home.top)(git_dir=home.own)


def arrived(repo_path: Path, since: str | None, until: str, folder: str | None = None) -> tuple[Arrival, ...]:
    """The letters under a folder that came or changed between two revisions, in order of path; None is before all.

    Raises HistoryError.
    """
    try:
        with Repo(repo_path) as repo:
            new = _tree(repo, until, None)
            if since is None:
                items = [Arrival(str(blob.path)) for blob in _blobs(new)]
            else:
                differences = _tree(repo, since, None).diff(new, paths=folder or None)
                items = [_arrival(row) for row in differences if row.change_type in {"A", "M", "R", "C", "T"}]
    except GitError as fault:
        raise HistoryError("git.no-repository-there", path=repo_path) from fault
    inside = (row for row in items if PurePosixPath(row.path).is_relative_to(folder or ""))
    named = (row for row in inside if _is_letter(PurePosixPath(row.path).relative_to(folder or "")))
    return tuple(sorted(named, key=lambda row: row.path))


def _blobs(tree: Tree) -> Iterator[Blob]:
    return (item for item in tree.traverse() if isinstance(item, Blob))


def _arrival(row: Diff) -> Arrival:
    """One difference of two trees; a copy is a letter of its own."""
    was = row.a_path if row.change_type in {"M", "R", "T"} else None
    return Arrival(str(row.b_path), was, changed=row.a_blob != row.b_blob)


def collection_at(repo_path: Path, rev: str, folder: str | None = None) -> Collection:
    """The collection that a folder of a repository held at a revision. Raises HistoryError, CollectionError."""
    try:
        with Repo(repo_path) as repo:
            return _collection(_tree(repo, rev, folder), folder or repo_path.name)
    except GitError as fault:
        raise HistoryError("git.no-repository-there", path=repo_path) from fault


def _tree(repo: Repo, rev: str, folder: str | None) -> Tree:
    """The folder's tree in the commit that the revision names."""
    try:
        tree = repo.commit(rev).tree
    except (GitError, ODBError, ValueError, IndexError) as fault:
        raise HistoryError("git.unknown-revision", rev=rev) from fault
    if not folder:
        return tree
    try:
        found = tree / folder
    except KeyError as fault:
        raise HistoryError("git.no-folder-then", folder=folder, rev=rev) from fault
    if not isinstance(found, Tree):
        raise HistoryError("git.folder-was-file", folder=folder, rev=rev)
    return found


def _collection(tree: Tree, name: str) -> Collection:
    """The letters of a tree as bytes, with the facts and rulings beside them; links are refused, not followed."""
    blobs = [(str(PurePosixPath(blob.path).relative_to(tree.path)), blob) for blob in _letters(tree)]
    refusals = [Refusal(path, reason) for path, blob in blobs if (reason := _reason_against(blob))]
    files = [SourceFile(path, _content(blob)) for path, blob in blobs if not _reason_against(blob)]
    refusals = [Refusal(shown(row.path), row.reason) for row in refusals]
    if not files:
        raise CollectionError("git.no-letters-then", name=name)
    return Collection(
        PurePosixPath(name).name,
        tuple(sorted(files, key=lambda file: file.path)),
        _text(tree, MANIFEST),
        _text(tree, "decisions.toml"),
        tuple(sorted(refusals, key=lambda refusal: refusal.path)),
        _text(tree, "learned.toml"),
    )


def _reason_against(blob: Blob) -> Message | None:
    """Why a blob is not loaded, or None."""
    if blob.mode == LINK:
        return message("letter.link")
    if not is_utf8(str(blob.path)):
        return message("letter.name-not-utf8")
    return message("letter.too-large", size=DEFAULT.size >> 20) if blob.size > DEFAULT.size else None


def _letters(tree: Tree) -> Iterator[Blob]:
    """The blobs under a tree, in all its folders but hidden ones, whose names are those of letters."""
    return (blob for blob in _blobs(tree) if _is_letter(PurePosixPath(blob.path).relative_to(tree.path)))


def _is_letter(path: PurePosixPath) -> bool:
    return named_like_letter(path.name) and not any(part.startswith(".") for part in path.parts)


def _text(tree: Tree, name: str) -> str | None:
    """A text file beside the letters, if it was there."""
    found = next((blob for blob in tree.blobs if blob.name == name and blob.mode != LINK), None)
    try:
        return _bytes(found).decode("utf-8-sig") if found else None
    except UnicodeDecodeError as fault:
        raise CollectionError("collection.not-utf8", file=name, byte=str(fault.start)) from fault


def _content(blob: Blob) -> bytes:
    """What a letter holds; where Git LFS keeps that in this repository, from there."""
    data = _bytes(blob)
    pointer = _POINTER.match(data)
    if pointer is None:
        return data
    oid = pointer[1].decode()
    kept = Path(blob.repo.common_dir, "lfs", "objects", oid[:2], oid[2:4], oid)
    try:
        return read_bounded(kept, DEFAULT.size)
    except OSError:
        return data


def _bytes(blob: Blob) -> bytes:
    data: bytes = blob.data_stream.read()
    return data
