"""How large an untrusted letter may be: sane defaults, and what TRACKER_LIMITS in the environment sets otherwise."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from msgspec import Struct, ValidationError, convert
from msgspec.structs import asdict

from tracker.errors import CollectionError, LetterError
from tracker.i18n.message import message
from tracker.text.escape import is_text
from tracker.text.wrong_form import form_fault
from tracker.time_limit import bounded, left


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
    """Seconds of the processor that a letter may take until it is reported on, without those of the encoder."""


def stated_limits(text: str) -> Limits:
    """The defaults, but for the limits that a text states: "pages=2000 size=100000000".

    Raises CollectionError: it states something else.
    """
    if not is_text(text):
        raise CollectionError("limits.not-understood", cause=message("decisions.no-text"))
    pairs = dict(word.partition("=")[::2] for word in text.split())
    try:
        stated = convert(pairs, Limits, strict=False)
    except ValidationError as fault:
        raise CollectionError("limits.not-understood", cause=form_fault(fault)) from fault
    for name, value in asdict(stated).items():
        if not value > 0:  # so is "nan" told, which is not less than 0 either
            wrong = message("form.no-value", value=pairs[name])
            raise CollectionError("limits.not-understood", cause=message("form.key", key=name, fault=wrong))
    return stated


DEFAULT = stated_limits(os.environ.get("TRACKER_LIMITS", ""))


def refuse_beyond(most: int, count: int, things: str) -> None:
    """Nothing, as long as a document does not hold more of some things than a letter may.

    Raises LetterError: it does.
    """
    if count > most:
        raise LetterError("letter.too-many", most=f"{most:,}", things=message(f"things.{things}"))


ENCODED = 8_000
"""Characters of a letter for each second of its time; the encoder is not asked for longer ones."""

_seconds: ContextVar[float] = ContextVar("seconds", default=DEFAULT.letter)
_OWN = 0.6
"""The part of a letter's time in which it is read and analysed; to begin, compare, link and report takes the rest."""
_read: dict[str, float] = {}
"""Seconds that reading took, by the path of the letter."""


def allow_seconds(seconds: float) -> None:
    """Give each letter other seconds of the processor from now on."""
    _seconds.set(seconds)


def allowed() -> float:
    """Seconds of the processor that a letter may take."""
    return _seconds.get()


def is_long(signs: int) -> bool:
    """Whether a letter has too many characters for the encoder to be asked in the time that it may take."""
    return signs > ENCODED * _seconds.get()


@contextmanager
def time_to_read(path: str) -> Iterator[None]:
    """Bound the time in which a letter is read; `keep_time` in it raises LetterError."""
    whole = _seconds.get()
    with bounded(whole * _OWN, whole):
        try:
            yield
        finally:
            _read[path] = whole * _OWN - left()


@contextmanager
def time_to_analyse(path: str) -> Iterator[None]:
    """Bound the time in which a letter is analysed to what reading it left; `keep_time` in it raises LetterError."""
    whole = _seconds.get()
    with bounded(whole * _OWN - _read.get(path, 0), whole):
        yield
