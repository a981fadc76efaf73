"""What is remembered between rounds, in a hidden folder beside the letters. It is no loss where it is lost.

Then more is asked for again.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from tracker.documents.limits import DEFAULT
from tracker.i18n.message import Message
from tracker.sources.services import PaperKind
from tracker.storage.atomic import write_over
from tracker.storage.bounded_read import read_bounded

KEPT = ".fetched"
"""The hidden folder."""
STATE = "state.json"
_UNTOLD = "untold.json"
_IGNORE = ".gitignore"
_IGNORED = f"/{_UNTOLD}\n/{_IGNORE}\n".encode()
"""What is of this folder alone stays out of git, also where somebody commits all there is."""
_WROTE = "wrote.json"
_FAILING = "failing.json"
SHARED = (STATE, _WROTE, _FAILING)
"""What is committed with the letters, so that a round in another clone knows it; the rest is of this folder alone."""


class Held(Struct, frozen=True, omit_defaults=True):
    """What is remembered of a paper that was fetched; `stamps` as its services had them then."""

    path: str
    url: str
    sha256: str
    etag: str = ""
    modified: str = ""
    record: str = ""
    """What names it in the register of parliament."""
    stamps: dict[str, str] = {}
    offered: tuple[str, ...] = ()
    """The addresses of its forms that were tried."""
    gone: bool = False
    """Whether it was taken back when it was last told of."""
    said: dict[str, str | tuple[str, ...]] = {}
    """What its source said of it last, as letters.toml has it where no person states another thing."""
    undated: bool = False
    """Whether its file prints no day, so that the one that a feed tells is its own."""
    printed: str = ""
    """The id of the paper that its file says that it is."""
    copy: bool = False
    """Whether its file is that of another letter here, of the same paper."""
    sent: str = ""
    """What came, as a digest, where hooks of git changed the file since."""


class Refused(Struct, frozen=True, omit_defaults=True):
    """What stood at an address and is not kept: its version, why not, and the version of the tracker that says so."""

    fault: Message
    by: str
    etag: str = ""
    modified: str = ""


class Answered(Struct, omit_defaults=True):
    """A question that was answered whole: up to which moment, and the papers that were known then, wanted or not."""

    moment: str
    papers: tuple[str, ...] = ()
    kind: PaperKind | None = None
    """The kind that was asked for, as it was understood then."""


class Memory(Struct, omit_defaults=True):
    """What is remembered of the services: papers by id, and the questions that were answered."""

    papers: dict[str, Held] = {}
    answered: dict[str, Answered] = {}
    refused: dict[str, Refused] = {}
    """What was refused, by its address: it is asked for with its version, and comes again only as another."""
    writing: str = ""
    """The file that is being written, of which letters.toml does not tell yet."""
    written: str = ""
    """What it holds, as a digest: another file of that name is a person's."""
    saying: dict[str, dict[str, str | tuple[str, ...]]] = {}
    """What letters.toml is being made to say of a paper: where it says so, no person does."""
    own: dict[str, str] = {}
    """The files of papers that are listed and that a person put here: one that is gone is fetched."""


def read_memory(folder: Path) -> Memory:
    """What was remembered of the services, nothing where it is lost or damaged."""
    try:
        return msgspec.json.decode(read_bounded(folder / KEPT / STATE, DEFAULT.size), type=Memory)
    except (OSError, ValueError, RecursionError):
        return Memory()


def write_memory(folder: Path, memory: Memory) -> None:
    """Remember it."""
    data = msgspec.json.format(msgspec.json.encode(memory, order="sorted"), indent=1) + b"\n"
    with suppress(OSError):
        if not same_bytes(folder / KEPT / STATE, data):
            write_over(folder / KEPT / STATE, data, durable=False)


def note_untold(folder: Path, name: str) -> None:
    """Remember of a file, before it changes, that nobody was told of it yet. Raises OSError."""
    names = untold(folder)
    if name not in names:
        if not same_bytes(folder / KEPT / _IGNORE, _IGNORED):
            write_over(folder / KEPT / _IGNORE, _IGNORED, durable=False)
        write_over(folder / KEPT / _UNTOLD, msgspec.json.encode([*names, name]), durable=False)


def untold(folder: Path) -> list[str]:
    """The files that changed and of which nobody was told, the first first; a round may have been stopped before."""
    try:
        return msgspec.json.decode(read_bounded(folder / KEPT / _UNTOLD, DEFAULT.size), type=list[str])
    except (OSError, ValueError, RecursionError):
        return []


def note_told(folder: Path) -> None:
    """Remember that a person was told of every file that changed."""
    with suppress(OSError):
        (folder / KEPT / _UNTOLD).unlink(missing_ok=True)


def told_before(folder: Path) -> dict[str, str]:
    """What a person was told of once: papers that cannot be had or were taken back, with how they stood; and notes."""
    try:
        return msgspec.json.decode(read_bounded(folder / KEPT / _FAILING, DEFAULT.size), type=dict[str, str])
    except (OSError, ValueError, RecursionError):
        return {}


def told_of(folder: Path, things: dict[str, str]) -> None:
    """Remember what a person was told of, with how it stands."""
    if things != told_before(folder):
        with suppress(OSError):
            (folder / KEPT).mkdir(exist_ok=True)
            write_over(folder / KEPT / _FAILING, msgspec.json.encode(things, order="sorted") + b"\n", durable=False)


def wrote(folder: Path, before: str, after: str, *, anew: bool = False) -> None:
    """Remember, before letters.toml is written, that nobody but rounds changed it; not where somebody did."""
    if not (anew or before == "" or is_of_rounds(folder, before)):
        return
    data = msgspec.json.encode([_digest(before), _digest(after)]) + b"\n"
    with suppress(OSError):
        if not same_bytes(folder / KEPT / _WROTE, data):
            (folder / KEPT).mkdir(exist_ok=True)
            write_over(folder / KEPT / _WROTE, data, durable=False)


def is_of_rounds(folder: Path, text: str) -> bool:
    """Whether letters.toml with this text holds what rounds wrote on what git had, and no change by another hand."""
    try:
        digests = msgspec.json.decode(read_bounded(folder / KEPT / _WROTE, DEFAULT.size), type=list[str])
    except (OSError, ValueError, RecursionError):
        return False
    return _digest(text) in digests


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def same_bytes(path: Path, data: bytes) -> bool:
    """Whether a file has this content."""
    try:
        return read_bounded(path, DEFAULT.size) == data
    except OSError:
        return False
