"""Where a ruling stands in decisions.toml: by the hash of its first quote, so that two branches rarely meet.

Git merges two rulings by itself where a line that both branches have stands between them. Rulings in the order of
their hashes stand apart as soon as there are some; in a new file marks do so from the first.
"""

from __future__ import annotations

from collections.abc import Iterator

_HEADER = (
    "# Rulings of analysts on the letters of this folder. Written by `tracker decide`; may be edited by hand.",
    "# They stand by the hash of their first quote below the marks, so that git can merge those of two branches.",
)
_MARKS = tuple(f"{at:02x}" for at in range(0, 256, 8))
EMPTY = "\n".join((*_HEADER, *(f"\n# {mark}" for mark in _MARKS))) + "\n"
"""A file without rulings."""
_HEAD = "\n[[decision]]\n"
_HASH = 'hash = "'
_DIGITS = 8
"""Hexadecimal figures of a hash that name a ruling."""


def is_ours(comment: str) -> bool:
    """Whether a comment says nothing that is not in every new file."""
    return comment in _HEADER or comment.removeprefix("# ") in _MARKS


def number_of(text: str) -> int:
    """How many rulings begin in a text as they are written here."""
    return text.count(_HEAD) + text.startswith(_HEAD[1:])


def place_of(text: str, key: str, number: int) -> int:
    """Where a ruling of this hash begins in a file of so many: before the one with the next hash, or the next mark.

    At the end, where there is neither, or something stands there in another layout.
    """
    if number_of(text) != number or '"""' in text or "'''" in text:
        return len(text)
    first, last = _between_marks(text, key)
    later = [(other, at) for other, at in _heads(text, first, last) if other > key]
    return _with_remark(text, min(later)[1]) if later else last


def inserted(text: str, place: int, block: str) -> str:
    """The text with a ruling in this place, an empty line before and after it."""
    before, after = text[:place], text[place:]
    gap = "" if before.endswith("\n\n") else "\n" if before.endswith("\n") else "\n\n"
    return f"{before}{gap}{block}\n{after}" if after else f"{before}{gap}{block}"


def _between_marks(text: str, key: str) -> tuple[int, int]:
    """The part of a text from the mark at or before a hash, or its begin, to the next mark, or its end."""
    if f"\n# {_MARKS[0]}\n" not in text:
        return 0, len(text)
    before = (text.find(f"\n# {mark}\n") for mark in reversed(_MARKS) if mark <= key)
    first = next(at for at in before if at >= 0)
    after = (text.find(f"\n# {mark}\n", first) for mark in _MARKS if mark > key)
    return first, next((at + 1 for at in after if at >= 0), len(text))


def _heads(text: str, first: int, last: int) -> Iterator[tuple[str, int]]:
    """The rulings that begin in a part of a text, each with its hash and where it begins."""
    before, *rulings = f"\n{text[first:last]}".split(_HEAD)
    at = first + len(before)
    for ruling in rulings:
        key = ruling.find(_HASH) + len(_HASH)
        yield ruling[key : key + _DIGITS], at
        at += len(_HEAD) + len(ruling)


def _with_remark(text: str, place: int) -> int:
    """Where the comments right above a place begin; the place itself where they are the head of the file."""
    begin = place
    while begin and text.startswith("#", line := text.rfind("\n", 0, begin - 1) + 1):
        begin = line
    return begin or place
