"""Where reports are written, so that what somebody made of one is never lost."""

from __future__ import annotations

import re
from hashlib import blake2b
from pathlib import Path

from tracker.errors import CollectionError
from tracker.model import Letter
from tracker.storage.atomic import write_new, write_over
from tracker.text.system_fault import system_fault

LONGEST = 120
"""Bytes of a report's name, without its ending."""
MOST = 1000
"""Reports of one name; more are not told apart by a number."""

_STAMP = re.compile(r"\n<!-- tracker: ([0-9a-f]{16}) -->\n\Z")


def stem_of(letter: Letter, instead: str = "") -> str:
    """The name of a letter's report without its ending: its day and its id, or what stands instead of that.

    A name that is too long is cut, with a digest of the whole, so that no two letters share one.
    """
    from tracker.views.names import dated

    whole = f"{dated(letter).replace('..', '_')}-{instead or letter.id}"
    if len(whole.encode()) <= LONGEST:
        return whole
    ending = f"-{_digest(whole)}"
    return whole.encode()[: LONGEST - len(ending)].decode(errors="ignore") + ending


def write_report(top: Path, folder: str, name: str, text: str) -> Path:
    """Write a report under `top`, with a stamp by which it is known as untouched; what somebody edited stays.

    The same report is written once; a newer one takes the place of an untouched older one, or stands beside an edited
    one under a number. The stamp is a comment of Markdown and of HTML. Raises CollectionError: the folder is not inside
    `top`, or cannot be written.
    """
    place = (top / folder).resolve()
    if not place.is_relative_to(top.resolve()):
        raise CollectionError("hook.leads-out", folder=folder, top=top)
    _make(place)
    stamped = f"{text}\n<!-- tracker: {_digest(text)} -->\n"
    first = top / folder / name
    for number in range(1, MOST):
        path = first if number == 1 else first.with_name(f"{first.stem}-{number}{first.suffix}")
        if _put(path, stamped):
            return path
    raise CollectionError("hook.too-many-reports", place=place, name=name)


def _make(place: Path) -> None:
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise CollectionError("hook.no-report-folder", place=place, cause=system_fault(fault)) from fault


def _put(path: Path, stamped: str) -> bool:
    """Write a report where there is none, or an untouched one; False where something else stands."""
    if not path.exists() and not path.is_symlink():
        try:
            write_new(path, stamped)
        except CollectionError:
            if not path.exists():
                raise
        else:
            return True
    if not _untouched(path):
        return False
    if path.read_text(encoding="utf-8") != stamped:
        write_over(path, stamped)
    return True


def _untouched(path: Path) -> bool:
    """Whether a file is a report as it was written."""
    if path.is_symlink() or not path.is_file():
        return False
    text = path.read_bytes().decode("utf-8", errors="replace")
    stamp = _STAMP.search(text)
    return stamp is not None and stamp[1] == _digest(text[: stamp.start()])


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=8).hexdigest()
