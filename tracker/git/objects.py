"""What git keeps: the files of a tree, what they hold, and how two trees differ."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from tracker.git.command import GitError, git, said

LINK = 0o120000
"""The mode of a symbolic link in git."""
_MODULE = 0o160000
"""The mode of another repository in git."""


class TreeFile(Struct, frozen=True):
    """A file of a tree: its path there, its mode, the id of what it holds, and how many bytes that is."""

    path: str
    mode: int
    id: str
    size: int


class Difference(Struct, frozen=True):
    """A file that is not the same in two trees; `was` is its path in the first, `path` in the second, "" for none."""

    was: str
    path: str
    before: str
    """The id of what it held."""
    after: str


def object_id(folder: Path, name: str) -> str:
    """The id of what a name stands for. Raises GitError: for nothing."""
    return said(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", name, alone=True)


def kind_of(folder: Path, id_: str) -> str:
    """What an id is: "commit", "tree" or "blob". Raises GitError: nothing."""
    return said(folder, "cat-file", "-t", id_, alone=True)


def files_of(folder: Path, tree: str) -> Iterator[TreeFile]:
    """The files of a tree, in all its folders. Raises GitError."""
    for row in git(folder, "ls-tree", "-r", "-z", "-l", "--full-tree", tree, alone=True).split(b"\0")[:-1]:
        facts, _, path = row.partition(b"\t")
        mode, _, id_, size = facts.split()
        if int(mode, 8) != _MODULE:
            yield TreeFile(os.fsdecode(path), int(mode, 8), id_.decode(), int(size))


def contents(folder: Path, ids: Iterable[str]) -> Iterator[bytes]:
    """What files hold, in the order of their ids. Raises GitError: one is not here."""
    asked = list(ids)
    answer = git(folder, "cat-file", "--batch", given="".join(f"{id_}\n" for id_ in asked).encode(), alone=True)
    at = 0
    for id_ in asked:
        end = answer.index(b"\n", at)
        head = answer[at:end].split()
        if len(head) != 3:
            raise GitError(f"{id_} is missing")
        at = end + 1 + int(head[2])
        yield answer[end + 1 : at]
        at += 1


def differences(folder: Path, old: str, new: str, inside: str = "") -> Iterator[Difference]:
    """The files under a folder that differ in two trees; one of much the same content is a rename. Raises GitError."""
    paths = ["--", f":(top,literal){inside}"] if inside else []
    command = ("diff-tree", "-r", "-z", "-M", "--raw", "--no-abbrev", old, new, *paths)
    words = iter(git(folder, *command, alone=True).split(b"\0")[:-1])
    for facts in words:
        _, _, before, after, kind = facts.decode().split()
        first = os.fsdecode(next(words))
        second = os.fsdecode(next(words)) if kind[0] in {"R", "C"} else first
        yield Difference("" if kind[0] in {"A", "C"} else first, "" if kind[0] == "D" else second, before, after)
