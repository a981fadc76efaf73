"""Files that stand whole or not at all: written beside their place under a hidden name, then put there at once.

What is no regular file (a pipe, a device) cannot be put in place: it is opened and written.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tracker.errors import CollectionError
from tracker.text.system_fault import system_fault

_STREAM = re.compile(r"/dev/(stdout|stderr)|/dev/fd/(\d+)|/proc/self/fd/(\d+)")
"""Names of what this process has open already."""
_NUMBERS = {"stdout": 1, "stderr": 2}
_SHOWN = 40
"""Characters of a name that its draft bears too: at most 160 bytes, for a draft's name is no longer than may be."""


def write_new(path: Path, text: str) -> None:
    """Write a file that must not be there yet: all of it, or nothing. Raises CollectionError."""
    try:
        with _draft(path, text.encode(), durable=True) as draft:
            os.link(draft, path)
    except FileExistsError as fault:
        raise CollectionError("write.exists", path=path) from fault
    except OSError as fault:
        raise CollectionError("write.unwritable", path=path, cause=system_fault(fault)) from fault


def write_over(path: Path, text: str | bytes, *, durable: bool = True) -> None:
    """Write a file in the place of what is there, if anything: all of it, or nothing; its mode and owner stay.

    Raises OSError. With `durable` it is on the disk when this returns; without, a crash of the machine may lose or
    empty it.
    """
    data = text.encode() if isinstance(text, str) else text
    with _draft(path, data, durable=durable) as draft:
        if path.is_file():
            _as_it_was(draft, path.stat())
        draft.replace(path)
    if durable:
        _settle(path.parent)


def write_out(path: Path, text: str | bytes) -> None:
    """Write where a user said: through a symbolic link, into a pipe or device, or over a file as `write_over` does.

    Raises OSError.
    """
    data = text.encode() if isinstance(text, str) else text
    if stream := _STREAM.fullmatch(str(path.absolute())):
        _pour(_NUMBERS[stream[1]] if stream[1] else int(stream[2] or stream[3]), data)
        return
    target = path.resolve()
    if not target.exists() or target.is_file():
        write_over(target, data)
        return
    with target.open("wb", buffering=0) as file:
        _pour(file.fileno(), data)


def _pour(number: int, data: bytes) -> None:
    """Write all of it, however little is taken at once."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(number, rest) :]


def _as_it_was(draft: Path, before: os.stat_result) -> None:
    """Give a draft the owner and mode of the file that it replaces, as far as that may be done."""
    now = draft.stat()
    if (now.st_uid, now.st_gid) != (before.st_uid, before.st_gid):
        with suppress(OSError):
            os.chown(draft, -1, before.st_gid)
        with suppress(OSError):
            os.chown(draft, before.st_uid, -1)
    draft.chmod(stat.S_IMODE(before.st_mode))


def _settle(folder: Path) -> None:
    """Have the disk keep the name too, where the system can be asked for it."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


@contextmanager
def _draft(path: Path, data: bytes, *, durable: bool) -> Iterator[Path]:
    """The data in a file of its own in the same folder, which is gone afterwards if it was not put into its place."""
    draft = path.with_name(f".{path.name[:_SHOWN]}.{os.getpid()}-{os.urandom(4).hex()}.new")
    try:
        with draft.open("xb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        yield draft
    finally:
        draft.unlink(missing_ok=True)
