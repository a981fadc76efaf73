"""Which files of a folder rounds wrote, for who commits them, and which a person changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from tracker.documents.manifest import MANIFEST, REGISTER
from tracker.sources.fetch_state import KEPT, SHARED, is_of_rounds, wrote
from tracker.sources.folder_session import opened
from tracker.sources.holdings import Holdings
from tracker.sources.letter_files import digest_of


def own_files(folder: Path) -> tuple[list[str], list[str]]:
    """The files in a folder that rounds wrote: papers, their facts, what is remembered; apart those you changed."""
    holdings = Holdings(folder)
    papers = {entry.path: holdings.touched(entry) for entry in holdings.all_fetched()}
    remembered = {f"{KEPT}/{name}": False for name in SHARED}
    beside = {MANIFEST: not is_of_rounds(folder, holdings.stated.text), **remembered, REGISTER: False}
    here = {path: yours for path, yours in {**papers, **beside}.items() if (folder / path).is_file()}
    return [path for path, yours in here.items() if not yours], [path for path, yours in here.items() if yours]


def letter_files(folder: Path) -> frozenset[str]:
    """The files in a folder that are letters which rounds wrote."""
    return frozenset(entry.path for entry in Holdings(folder).all_fetched())


def digests(folder: Path, paths: Iterable[str]) -> dict[str, str]:
    """What files of a folder hold."""
    return {path: digest_of(folder / path) for path in paths}


def adopted(folder: Path, before: Mapping[str, str]) -> bool:
    """Take files that git's own hooks changed since they held something for what came; whether there are any."""
    changed = [path for path, digest in digests(folder, before).items() if digest and digest != before[path]]
    if changed:
        with opened(folder) as holdings:
            for path in changed:
                holdings.adopt(path)
    return bool(changed)


def settled(folder: Path) -> None:
    """Take letters.toml as it stands for the ground of what rounds write: git has it so."""
    text = Holdings(folder).stated.text
    if not is_of_rounds(folder, text):
        wrote(folder, text, text, anew=True)
