"""The printed lines of a PDF, sorted out: running text, letterhead, running heads and footnotes."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from tracker.documents.formats.pdf_lines import PdfLine
from tracker.documents.layout.patterns import match

_SMALL = 0.92
"""Letters smaller than this share of the body's are those of notes and letterheads."""
_SIDE = 0.62
"""A line that begins beyond this share of the page's text width stands in the margin column."""
_MARGIN = 0.09
_LAST_NUMBER = re.compile(r"(?<=\s)\d+(?=\D?$)|(?<=[\s/])\d+$|^\d+(?=/\d+$)")
_PAGE = re.compile(r"(\D{0,60}\s)?\d{1,4}(\s?(/|van|of)\s?\d{1,4})?$")
_NUMBER = re.compile(r"(\d{1,3})[.)]?(?=\s|[^\W\d_])")


class PdfNote(Struct, frozen=True):
    """A footnote: its mark and its lines; `skip` letters of the first are the mark itself."""

    mark: str
    lines: tuple[PdfLine, ...]
    skip: int


class PdfPage(Struct, frozen=True):
    """A page in reading order."""

    head: tuple[PdfLine, ...]
    """What stands around the text: letterhead, running heads, page numbers."""
    body: tuple[PdfLine, ...]
    notes: tuple[PdfNote, ...]


class Type(Struct, frozen=True):
    """The body's type: letter size, left and right edge, and the distance of its baselines."""

    size: float
    left: float
    right: float
    leading: float


def type_of(pages: Sequence[Sequence[PdfLine]]) -> Type:
    """The type of the running text: what most letters are printed in."""
    sizes: Counter[float] = Counter()
    for line in (line for page in pages for line in page):
        sizes[round(line.size * 2) / 2] += len(line.text)
    size = max(sizes, key=lambda one: (sizes[one], one), default=10.0)
    body = [line for page in pages for line in page if abs(line.size - size) < 0.5]
    lefts = Counter[int]()
    for line in body:
        lefts[round(line.left)] += len(line.text)
    left = float(max(lefts, key=lambda one: (lefts[one], -one), default=0))
    rights = sorted(line.right for line in body if abs(line.left - left) < size * 3)
    steps = Counter(round(a.base - b.base, 1) for a, b in itertools.pairwise(body) if 0 < a.base - b.base < size * 2.5)
    leading = max(steps, key=lambda one: (steps[one], -one), default=size * 1.2)
    return Type(size, left, rights[int(len(rights) * 0.95)] if rights else left + 400, leading)


def sort_out(pages: Sequence[Sequence[PdfLine]], kind: Type, height: float) -> list[PdfPage]:
    """Each page's lines by what they are, from top to bottom."""
    repeated = _repeated(pages)
    sheets: list[PdfPage] = []
    counted = 0
    for page in pages:
        lines = sorted(page, key=lambda line: (-round(line.base, 0), line.left))
        aside = [_place(line) in repeated or _is_aside(line, kind, height) for line in lines]
        head = [line for line, apart in zip(lines, aside, strict=True) if apart]
        rest = [line for line, apart in zip(lines, aside, strict=True) if not apart]
        notes, body = _notes(rest, kind, counted)
        counted += len(notes)
        sheets.append(PdfPage(tuple(head), tuple(body), tuple(notes)))
    return sheets


def _place(line: PdfLine) -> tuple[str, int]:
    """A line's words without a last number, and roughly where it stands."""
    return _LAST_NUMBER.sub("#", line.text.casefold()), round(line.base / 12)


def _repeated(pages: Sequence[Sequence[PdfLine]]) -> set[tuple[str, int]]:
    """The lines that stand at the same place on at least three pages, or on both of two."""
    places: Counter[tuple[str, int]] = Counter()
    for page in pages:
        places.update({_place(line) for line in page})
    return {place for place, count in places.items() if count >= min(3, max(2, len(pages)))}


def _is_aside(line: PdfLine, kind: Type, height: float) -> bool:
    edge = not height * _MARGIN <= line.base <= height * (1 - _MARGIN)
    if edge and (match("furniture", line.text) or _PAGE.match(line.text)):
        return True
    beyond = line.left > kind.left + _SIDE * (kind.right - kind.left)
    return beyond and (line.page == 1 or line.size < _SMALL * kind.size)


def _notes(lines: list[PdfLine], kind: Type, counted: int) -> tuple[list[PdfNote], list[PdfLine]]:
    """The notes at the foot of a page, and the lines above them."""
    start = len(lines)
    while start and lines[start - 1].size < _SMALL * kind.size:
        start -= 1
    while start < len(lines) and _number(lines[start]) is None:
        start += 1
    notes: list[PdfNote] = []
    for line in lines[start:]:
        number = _number(line)
        if number is not None and (
            (line.marks[:1] and line.marks[0].offset == 0) or int(number) == counted + len(notes) + 1
        ):
            notes.append(PdfNote(number, (line,), len(number)))
        elif notes:
            notes[-1] = PdfNote(notes[-1].mark, (*notes[-1].lines, line), notes[-1].skip)
        else:
            return [], lines
    return notes, lines[:start]


def _number(line: PdfLine) -> str | None:
    """The number that a line begins with, raised or not."""
    if line.marks and line.marks[0].offset == 0:
        return line.text[: line.marks[0].length]
    found = _NUMBER.match(line.text)
    return found.group(1) if found else None
