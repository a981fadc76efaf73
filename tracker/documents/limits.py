"""How large an untrusted letter may be: sane defaults, and what TRACKER_LIMITS in the environment sets otherwise."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from msgspec import Struct, ValidationError, convert

from tracker.errors import CollectionError, LetterError
from tracker.i18n.message import message
from tracker.text.wrong_form import form_fault


class Limits(Struct, frozen=True, forbid_unknown_fields=True):
    """Bounds on one collection and on each of its documents."""

    files: int = 5_000
    """Files that a collection may hold."""
    size: int = 50 << 20
    """Bytes of one file."""
    total: int = 1 << 30
    """Bytes of all files together."""
    text: int = 2_000_000
    """Characters of one document's text."""
    lines: int = 100_000
    """Lines of one plain text."""
    tags: int = 400_000
    """Tags of one document in XML or HTML; of one zipped document twice as many, which sets more of them."""
    attributes: int = 2_000
    """Attributes of one tag in HTML."""
    pages: int = 1_000
    seconds: float = 4
    """Seconds of the processor that a page of a PDF may take."""
    memory: int = 1 << 30
    """Bytes of memory that reading a PDF may take."""
    unpacked: int = 200 << 20
    """Bytes that a zipped document may unpack to."""
    entries: int = 2_000
    """Parts of a zipped document."""
    blocks: int = 50_000
    """Blocks of one document."""
    letter: float = 10
    """Seconds of the processor that a letter may take, and as many again for each 20,000 characters of it."""


def stated_limits(text: str) -> Limits:
    """The defaults, but for the limits that a text states: "pages=2000 size=100000000".

    Raises CollectionError: it states something else.
    """
    pairs = dict(word.partition("=")[::2] for word in text.split())
    try:
        return convert(pairs, Limits, strict=False)
    except ValidationError as fault:
        raise CollectionError("limits.not-understood", cause=form_fault(fault)) from fault


DEFAULT = stated_limits(os.environ.get("TRACKER_LIMITS", ""))


def refuse_beyond(most: int, count: int, things: str) -> None:
    """Nothing, as long as a document does not hold more of some things than a letter may.

    Raises LetterError: it does.
    """
    if count > most:
        raise LetterError("letter.too-many", most=f"{most:,}", things=message(f"things.{things}"))


SHARE = 20_000
"""Characters for which a letter gets its time once more."""

_seconds: ContextVar[float] = ContextVar("seconds", default=DEFAULT.letter)
_end: ContextVar[tuple[float, float] | None] = ContextVar("end", default=None)
"""When the time of the letter that is read is over, and how long that was."""


def allow(seconds: float) -> None:
    """Give each letter other seconds of the processor from now on."""
    _seconds.set(seconds)


@contextmanager
def in_time(signs: int) -> Iterator[None]:
    """Bound the time of what is done to a letter of so many characters; `keep_time` in it raises LetterError."""
    allowed = _seconds.get() * (1 + signs / SHARE)
    token = _end.set((time.thread_time() + allowed, allowed))
    try:
        yield
    finally:
        _end.reset(token)


def keep_time() -> None:
    """Nothing, as long as the letter at work has time left. Raises LetterError: it has not."""
    end = _end.get()
    if end is not None and time.thread_time() > end[0]:
        raise LetterError("letter.too-slow", seconds=round(end[1]))
