"""Letters as git keeps them: a collection as it stood at a revision, and what arrived between two.

The work tree is neither read nor touched.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from msgspec import Struct

from tracker.documents.collection import is_utf8, named_like_letter, shown_name, text_beside
from tracker.documents.lfs import behind, is_pointer
from tracker.documents.limits import DEFAULT
from tracker.documents.manifest import MANIFEST, REGISTER
from tracker.errors import CollectionError, HistoryError, LetterError
from tracker.git.command import GitError, git, said
from tracker.git.objects import LINK, Difference, TreeFile, contents, differences, files_of, kind_of, object_id
from tracker.i18n.message import Message, message
from tracker.model import Collection, Refusal, SourceFile

NO_LETTERS = frozenset({"git.no-letters-then", "git.no-folder-then", "git.folder-was-file"})
"""The faults which say that a revision has no letters in a folder."""

BESIDE = (MANIFEST, "decisions.toml", "learned.toml", REGISTER)
"""The texts beside letters."""


class Arrival(Struct, frozen=True):
    """A letter that came, changed or went between two revisions, by its path in the repository (forward slashes)."""

    path: str
    was: str | None = None
    """Its path before; None where it is new."""
    changed: bool = True
    """Whether its content is another than before."""
    gone: bool = False
    """Whether it is a letter no more; `path` is where it was."""
    id: str = ""
    """The id that git gives to what it holds."""


def arrived(repo: Path, since: str | None, until: str, folder: str | None = None) -> tuple[Arrival, ...]:
    """The letters under a folder that came, changed or went between two revisions, by path; None is before all.

    Raises HistoryError.
    """
    inside = folder or ""
    new = _tree(repo, until, None)
    if since is None:
        items = [Arrival(row.path, id=row.id) for row in files_of(repo, new) if _is_letter(row.path, inside)]
    else:
        rows = differences(repo, _tree(repo, since, None), new, inside)
        items = [found for row in rows if (found := _arrival(row, inside))]
    return tuple(sorted(items, key=lambda row: row.path))


def _arrival(row: Difference, inside: str) -> Arrival | None:
    """What one difference of two trees is to the letters of a folder, None where it is nothing to them."""
    was = row.was if _is_letter(row.was, inside) else None
    if _is_letter(row.path, inside):
        return Arrival(row.path, was, changed=row.before != row.after, id=row.after)
    return Arrival(was, was, gone=True) if was else None


def letters_at(repo: Path, rev: str, folder: str | None = None) -> dict[str, str]:
    """What the letters under a folder held at a revision, the id of it by their path in the repository.

    Raises HistoryError.
    """
    try:
        rows = list(files_of(repo, _tree(repo, rev, folder)))
    except HistoryError as fault:
        if fault.message.id in NO_LETTERS:
            return {}
        raise
    return {PurePosixPath(folder or "", row.path).as_posix(): row.id for row in rows if _is_letter(row.path, "")}


def collection_at(repo: Path, rev: str, folder: str | None = None) -> Collection:
    """The collection that a folder of a repository held at a revision; links are refused, not followed.

    Raises HistoryError, CollectionError.
    """
    name = folder or repo.name
    rows = list(files_of(repo, _tree(repo, rev, folder)))
    letters = sorted((row for row in rows if _is_letter(row.path, "")), key=lambda row: row.path)
    linked = [row for row in rows if row.mode == LINK and _links_folder(repo, row, rows)]
    refusals = [Refusal(shown_name(row.path), message("letter.link")) for row in linked]
    refusals += [Refusal(shown_name(path), message("letter.folder")) for path in _folders_like_letters(rows)]
    if not letters:
        raise CollectionError("git.no-letters-then", name=name)
    sound: list[TreeFile] = []
    total = 0
    for row in letters:
        if reason := _reason_against(row, min(DEFAULT.size, DEFAULT.total - total)):
            refusals.append(Refusal(shown_name(row.path), reason))
        else:
            sound.append(row)
            total += row.size
    if len(sound) > DEFAULT.files:
        raise CollectionError("collection.too-many-letters", folder=name, most=DEFAULT.files)
    texts = list(_texts(rows))
    held = dict(zip((row.path for row in (*sound, *texts)), _held(repo, (*sound, *texts)), strict=True))
    place = _common(repo) if any(map(is_pointer, held.values())) else None
    files: list[SourceFile] = []
    for row in sound:
        try:
            data = behind(held[row.path], place, min(DEFAULT.size, DEFAULT.total - total))
            total += len(data) - row.size
            files.append(SourceFile(row.path, data))
        except LetterError as fault:
            refusals.append(Refusal(row.path, fault.message))
    manifest, decisions, learned, register = (_text(held, name, place) for name in BESIDE)
    return Collection(
        PurePosixPath(name).name,
        tuple(sorted(files, key=lambda file: file.path)),
        manifest,
        decisions,
        tuple(sorted(refusals, key=lambda refusal: refusal.path)),
        learned,
        register,
    )


def _tree(repo: Path, rev: str, folder: str | None) -> str:
    """The id of a folder's tree in the commit that a revision names. Raises HistoryError."""
    _sure(repo)
    try:
        commit = object_id(repo, f"{rev}^{{commit}}") if rev else ""
    except GitError as fault:
        raise HistoryError("git.unknown-revision", rev=rev) from fault
    if not commit or commit.startswith("^"):  # all commits but those of one
        raise HistoryError("git.unknown-revision", rev=rev)
    if not folder:
        return object_id(repo, f"{commit}^{{tree}}")
    try:
        tree = object_id(repo, f"{commit}:{folder}")
    except GitError as fault:
        raise HistoryError("git.no-folder-then", folder=folder, rev=rev) from fault
    if kind_of(repo, tree) != "tree":
        raise HistoryError("git.folder-was-file", folder=folder, rev=rev)
    return tree


def _sure(repo: Path) -> None:
    """Nothing, where a repository is. Raises HistoryError."""
    try:
        git(repo, "rev-parse", "--git-dir", alone=True)
    except GitError as fault:
        raise HistoryError("git.no-repository-there", path=repo) from fault


def _held(repo: Path, rows: Iterable[TreeFile]) -> Iterator[bytes]:
    """What files hold. Raises HistoryError: something of it is not in this repository."""
    try:
        yield from contents(repo, [row.id for row in rows])
    except GitError as fault:
        raise HistoryError("git.object-missing", path=repo) from fault


def _reason_against(row: TreeFile, most: int) -> Message | None:
    """Why a file is not loaded, or None."""
    if row.mode == LINK:
        return message("letter.link")
    if not is_utf8(row.path):
        return message("letter.name-not-utf8")
    return message("letter.file-too-large", size=row.size >> 20, most=most >> 20) if row.size > most else None


def _texts(rows: Iterable[TreeFile]) -> Iterator[TreeFile]:
    """The texts beside letters. Raises CollectionError: one is a link, a folder or too large; it is not passed over."""
    for row in rows:
        name, _, inside = row.path.partition("/")
        if name not in BESIDE:
            continue
        reason = message("letter.folder") if inside else _reason_against(row, DEFAULT.size)
        if reason:
            raise CollectionError("collection.unusable-file", file=name, reason=reason)
        yield row


def _folders_like_letters(rows: Iterable[TreeFile]) -> Iterator[str]:
    """The folders that are named like a letter; what is in them is read all the same."""
    folders = {folder.as_posix() for row in rows for folder in PurePosixPath(row.path).parents}
    yield from (path for path in sorted(folders) if _is_letter(path, ""))


def _links_folder(repo: Path, link: TreeFile, rows: Iterable[TreeFile]) -> bool:
    """Whether a link without the name of a letter leads to a folder of the tree, or out of it to what may be one."""
    if named_like_letter(PurePosixPath(link.path).name) or not _is_seen(link.path):
        return False
    to = os.fsdecode(b"".join(_held(repo, (link,))))
    place = posixpath.normpath(posixpath.join(posixpath.dirname(link.path), to))
    if posixpath.isabs(place) or place.partition("/")[0] == "..":
        return not PurePosixPath(place).suffix
    return place == "." or any(row.path.startswith(f"{place}/") for row in rows)


def _is_letter(path: str, folder: str) -> bool:
    """Whether a path of the repository is a letter of a folder: in it or in folders of it that are not hidden."""
    whole = PurePosixPath(path)
    if not whole.is_relative_to(folder):
        return False
    inside = whole.relative_to(folder)
    return named_like_letter(inside.name) and _is_seen(inside.as_posix())


def _is_seen(path: str) -> bool:
    """Whether a file and all folders that it is in are not hidden."""
    return not any(part.startswith(".") for part in PurePosixPath(path).parts)


def _text(held: Mapping[str, bytes], name: str, place: Path | None) -> str | None:
    """A text file beside the letters, if it was there, from where Git LFS keeps it too."""
    if name not in held:
        return None
    try:
        return text_beside(name, behind(held[name], place, DEFAULT.size))
    except LetterError as fault:
        raise CollectionError("collection.unusable-file", file=name, reason=fault.message) from fault


def _common(repo: Path) -> Path:
    """The git directory that all work trees share."""
    return repo / said(repo, "rev-parse", "--git-common-dir", alone=True)
