"""The level of each heading: by its number ("2.1" below "2."), else one below the numbered heading it stands under."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from tracker.documents.layout.list_markers import label_of
from tracker.documents.layout.patterns import match

DEEPEST = 9
"""The lowest level; the word processors at hand have no lower ones, and what compares sections walks up all of them."""
_COUNT = re.compile(r"\d{1,3}(\.\d{1,3})*(?=[.)]?\s)")


class Title(Struct, frozen=True):
    """A heading as the levels look at it: its words, the level that the format gave, the part of the letter."""

    text: str
    given: int | None = None
    emphasis: float = 0.0
    tight: bool = False
    """Whether the text follows without a blank line."""
    part: int = 0
    """0 for the letter itself, counting on for what is annexed to it."""


def levels_of(titles: Sequence[Title]) -> list[int]:
    """The levels of the headings, in order; none is more than one below that before it, or below DEEPEST."""
    levels: list[int] = []
    numbered: dict[str, int] = {}
    counted: dict[tuple[str, ...], int] = {}
    part = 0
    for title in titles:
        if title.part != part:
            part, numbered, counted = title.part, {}, {}
        level = title.given or _level(title, levels, numbered)
        if found := _COUNT.match(title.text):
            parts = tuple(found[0].split("."))
            level = counted.get(parts[:-1], level - 1) + 1
            counted[parts] = level
        levels.append(min(level, levels[-1] + 1, DEEPEST) if levels else 1 if title.given is None else level)
    return levels


def _level(title: Title, levels: list[int], numbered: dict[str, int]) -> int:
    """The level of a title that its format gives none."""
    label = label_of(title.text)
    if label is not None:
        return _of_number(label.kind, len(label.parts), levels, numbered)
    if match("end_heading", title.text):
        return 1
    if numbered:
        return max(numbered.values()) + 1 if len(numbered) == 1 else min(numbered.values()) + 1
    return _unnumbered(title, levels)


def _of_number(kind: str, parts: int, levels: list[int], numbered: dict[str, int]) -> int:
    """Figures by their parts; a new kind of number goes one below the heading that it stands under."""
    if kind not in numbered:
        numbered[kind] = 1 if kind == "1" or not levels or not numbered else levels[-1] + 1
    return numbered[kind] + parts - 1


def _unnumbered(title: Title, levels: list[int]) -> int:
    """In a part without numbers: a heading right above its text stands below one with a blank line."""
    if title.part == 0 or not title.tight or not levels:
        return 1
    return 2
