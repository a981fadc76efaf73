"""Text → lines with their place, and the shape of the whole: wrapped by hand or not, where pages begin."""

from __future__ import annotations

import re

from msgspec import Struct

_INK = re.compile(r"\S.*\S|\S", re.DOTALL)


class TextLine(Struct, frozen=True):
    """A line that has ink: its trimmed offsets, its words, and what stands around it."""

    begin: int
    end: int
    text: str
    number: int
    """Counts every line of the text from 1."""
    blanks: int
    """How many blank lines stand before it."""
    indent: str
    """The white space before its first word."""
    trailing: bool
    """Whether white space follows its last word."""
    fed: bool = False
    """Whether a form feed stands before it, or a new page or column begins with it."""
    page: int | None = None
    emphasis: float = 0.0
    """How much larger or bolder than the body it was printed, where the format tells."""
    holds: int = 0
    """How many characters a line of its column holds, where the format tells; 0 where it holds what others do."""


class Shape(Struct, frozen=True):
    """How a text's lines were made: `width` is what a full line holds; `wrapped`: lines end where they are full."""

    wrapped: bool
    width: int
    spaced: bool
    """Whether wrapped lines end in a space and a page begins with one, as one widespread converter leaves them."""
    typed: bool = False
    """Whether headings show by their type."""
    cell: bool = False
    """Whether they are the lines of a cell, of which `width` is the longest."""


def split_lines(text: str) -> list[TextLine]:
    """The lines of a text that have ink, in order."""
    lines: list[TextLine] = []
    number, blanks, fed, at = 1, 0, False, 0
    for piece in re.split(r"([\n\f])", text):
        if piece == "\n":
            number += 1
        elif piece == "\f":
            fed = True
        elif ink := _INK.search(piece):
            trailing = ink.end() < len(piece)
            begin, end = at + ink.start(), at + ink.end()
            lines.append(TextLine(begin, end, ink.group(), number, blanks, piece[: ink.start()], trailing, fed))
            blanks, fed = 0, False
        else:
            blanks += bool(piece or text[at : at + 1] == "\n")
        at += len(piece)
    return lines


_ENDS = frozenset(".?!:;")
"""What a paragraph ends in."""
_WIDEST = 160
"""Signs of the longest lines that text is wrapped at. Judged: letters are wrapped at 60 to 110, wide tables at more."""
_ALIKE = 0.9
"""Full lines are at least so long, as a share of the longest of them."""
_MOST_FULL = 0.25
"""The share of the lines that must be full at a narrower width before that is taken for the width. Judged."""
_NARROWER = 0.87
"""A width that is nearer to that of the longest lines tells the same. Judged, not measured."""
_WHOLE = 0.25
"""The share of a text in lines that are paragraphs from which on no line goes on in the next. Judged, not measured."""


def _has_whole_paragraphs(lines: list[TextLine]) -> bool:
    """Whether much of a text stands in lines too long to be wrapped that end like a sentence, whatever stands above."""
    whole = (line.text for line in lines if len(line.text) > _WIDEST and line.text.rstrip("0123456789")[-1:] in _ENDS)
    return sum(map(len, whole)) > _WHOLE * sum(len(line.text) for line in lines)


def shape_of(lines: list[TextLine]) -> Shape:
    """The shape of a text, from the lengths and endings of its lines."""
    long = sorted(len(line.text) for line in lines if len(line.text) > 20)
    if not long:
        return Shape(wrapped=False, width=0, spaced=False)
    width = _full_width(long)
    open_ended = sum(line.text[-1] not in _ENDS for line in lines)
    wrapped = width <= _WIDEST and open_ended > len(lines) * 0.5 and not _has_whole_paragraphs(lines)
    spaced = wrapped and sum(line.trailing for line in lines) > len(lines) * 0.6
    return Shape(wrapped, width, spaced)


def _full_width(lengths: list[int]) -> int:
    """What a full line holds, from the sorted lengths of lines: what nine in ten do not exceed, or most are near to.

    Where links and notes were taken out of a page, some of its lines are two in one, and tell nothing.
    """
    longest = lengths[int(len(lengths) * 0.9)]
    counts = {length: sum(length * _ALIKE <= other <= length for other in lengths) for length in {*lengths}}
    most = max(lengths, key=lambda length: (counts[length], length))
    return most if most < longest * _NARROWER and counts[most] > len(lengths) * _MOST_FULL else longest
