"""Letters as git keeps them: a collection as it stood at a revision, read from git objects.

The only importer of git. The work tree is neither read nor touched.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from git import Blob, Git, Repo, Tree
from git.exc import GitError, ODBError

from tracker.errors import CollectionError, HistoryError
from tracker.letters.collection import SUFFIXES
from tracker.letters.limits import DEFAULT
from tracker.model import Collection, Refusal, SourceFile

LINK = 0o120000
"""The mode of a symbolic link in git."""


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
        raise HistoryError(f"{folder} is in no git repository; leave --rev out to read the folder itself.") from fault
    inside = place.resolve().relative_to(root).as_posix()
    return root, "" if inside == "." else inside


def identity(folder: Path) -> str:
    """The name that git would sign a commit of this folder with, "" where nobody told it one."""
    try:
        ident = str(Git(folder)(c="user.useConfigOnly=true").var("GIT_AUTHOR_IDENT"))
    except GitError:
        return ""
    return ident.rpartition(" <")[0]


def collection_at(repo_path: Path, rev: str, folder: str | None = None) -> Collection:
    """The collection that a folder of a repository held at a revision. Raises HistoryError, CollectionError."""
    try:
        with Repo(repo_path) as repo:
            return _collection(_tree(repo, rev, folder), folder or repo_path.name)
    except GitError as fault:
        raise HistoryError(f"{repo_path} is no git repository; name the folder that holds one.") from fault


def _tree(repo: Repo, rev: str, folder: str | None) -> Tree:
    """The folder's tree in the commit that the revision names."""
    try:
        tree = repo.commit(rev).tree
    except (GitError, ODBError, ValueError, IndexError) as fault:
        raise HistoryError(f"git knows no revision '{rev}'; 'git log --oneline' lists them.") from fault
    if not folder:
        return tree
    try:
        found = tree / folder
    except KeyError as fault:
        raise HistoryError(f"there was no folder '{folder}' at revision '{rev}'; name one that was there.") from fault
    if not isinstance(found, Tree):
        raise HistoryError(f"'{folder}' was no folder at revision '{rev}'; name the folder that held the letters.")
    return found


def _collection(tree: Tree, name: str) -> Collection:
    """The letters of a tree as bytes, with the facts and rulings beside them; links are refused, not followed."""
    blobs = [(str(PurePosixPath(blob.path).relative_to(tree.path)), blob) for blob in _letters(tree)]
    refusals = [Refusal(path, reason) for path, blob in blobs if (reason := _reason_against(blob))]
    files = [SourceFile(path, _bytes(blob)) for path, blob in blobs if not _reason_against(blob)]
    if not files:
        raise CollectionError(f"{name} held no letters at that revision; choose a later one.")
    return Collection(
        PurePosixPath(name).name,
        tuple(sorted(files, key=lambda file: file.path)),
        _text(tree, "letters.toml"),
        _text(tree, "decisions.toml"),
        tuple(sorted(refusals, key=lambda refusal: refusal.path)),
    )


def _reason_against(blob: Blob) -> str:
    """Why a blob is not loaded, or ""."""
    if blob.mode == LINK:
        return "it is a link; put the letter itself there"
    return f"it is larger than {DEFAULT.size >> 20} MB; split it" if blob.size > DEFAULT.size else ""


def _letters(tree: Tree) -> Iterator[Blob]:
    """The blobs under a tree, in all its folders but hidden ones, whose names are those of letters."""
    for item in tree.traverse():
        if isinstance(item, Blob) and _named_like_letter(PurePosixPath(item.path).relative_to(tree.path)):
            yield item


def _named_like_letter(path: PurePosixPath) -> bool:
    return path.suffix.lower() in SUFFIXES and not any(part.startswith(".") for part in path.parts)


def _text(tree: Tree, name: str) -> str | None:
    """A text file beside the letters, if it was there."""
    found = next((blob for blob in tree.blobs if blob.name == name and blob.mode != LINK), None)
    return _bytes(found).decode("utf-8", errors="replace") if found else None


def _bytes(blob: Blob) -> bytes:
    data: bytes = blob.data_stream.read()
    return data
