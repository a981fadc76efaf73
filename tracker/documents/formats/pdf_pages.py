"""The printed lines of a PDF, sorted out: running text, letterhead, running heads and footnotes."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from tracker.documents.formats.pdf_columns import in_columns
from tracker.documents.formats.pdf_lines import PdfLine, Sheet
from tracker.documents.formats.pdf_ruled import RuledTable, ruled_tables
from tracker.documents.formats.pdf_tables import Cell
from tracker.documents.formats.pdf_turns import by_turn
from tracker.documents.layout.patterns import match

_SMALL = 0.92
"""Letters smaller than this share of the body's are those of notes and letterheads."""
_SIDE = 0.62
"""A line above the text that begins beyond this share of its width belongs to the letterhead."""
_SHORT = 40
"""A line of running text has more characters."""
_NARROW = 28
"""The lines of a side column have fewer characters on average."""
_EDGE = 3
"""Points by which lines that begin at one edge may differ."""
_FEW = 3
"""A page with fewer lines of running text shows no layout of its own."""
_STAMP = 300
"""Fewer letters that stand turned from the others of their page are a stamp."""
_MARGIN = 0.09
_CLOSE, _STEP = 0.9, 2.5
"""Lines of a paragraph stand so many letter sizes below one another, at least and at most."""
_COMMON = 3
"""A distance is common where the most common is at most so many times as frequent."""
_FULL = 0.9
"""A line that reaches so far over the width of the text goes on in the next."""
_APART = 1.5
"""Notes stand further below the text than this many leadings."""
_LAST_NUMBER = re.compile(r"(?<=\s)\d+(?=\D?$)|(?<=[\s/])\d+$|^\d+(?=/\d+$)")
_PAGE = re.compile(r"(\D{0,60}\s)?\d{1,4}(\s?/\s?\d{1,4})?$")
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
    columns: tuple[PdfColumn, ...]


class PdfColumn(Struct, frozen=True):
    """Lines that are read downwards, and the notes below them."""

    lines: tuple[PdfLine, ...]
    notes: tuple[PdfNote, ...] = ()
    cells: tuple[Cell, ...] = ()
    """Of a ruled table: the cell of each line."""


class Type(Struct, frozen=True):
    """The body's type: letter size, left and right edge, the distance of its baselines, and how heavy it is."""

    size: float
    left: float
    right: float
    leading: float
    weight: int = 0


def type_of(sheets: Sequence[Sheet]) -> Type:
    """The type of the running text: what most letters are printed in."""
    pages = [sheet.lines for sheet in sheets]
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
    right = rights[int(len(rights) * 0.95)] if rights else left + 400
    weights = Counter[int]()
    for line in body:
        weights[line.weight] += len(line.text)
    weight = max(weights, key=lambda one: (weights[one], -one), default=0)
    return Type(size, left, right, _leading(body, size, left + _FULL * (right - left)), weight)


def _leading(body: Sequence[PdfLine], size: float, full: float) -> float:
    """The distance of baselines in a paragraph: the least of the common ones below lines that reach to `full`.

    In a paper of short paragraphs the distance between them is the most common of all.
    """
    found = [(round(a.base - b.base, 1), a.right >= full) for a, b in itertools.pairwise(body)]
    lines = [(step, goes_on) for step, goes_on in found if size * _CLOSE < step < size * _STEP]
    steps = Counter(step for step, goes_on in lines if goes_on) or Counter(step for step, _ in lines)
    return min((step for step in steps if steps[step] * _COMMON >= max(steps.values())), default=size * 1.2)


def sort_out(sheets: Sequence[Sheet], kind: Type) -> list[PdfPage]:
    """Each page's lines by what they are, in reading order."""
    repeated = _repeated([sheet.lines for sheet in sheets])
    pages: list[PdfPage] = []
    counted = 0

    def runs(line: PdfLine) -> bool:
        return _place(line) in repeated

    for sheet in sheets:
        head: list[PdfLine] = []
        columns: list[PdfColumn] = []
        for lines in by_turn(sheet):
            if columns and sum(len(line.text) for line in lines) < _STAMP:
                head += lines
                continue
            tables = ruled_tables(lines, sheet.grids, runs) if sheet.grids and not lines[0].turn else []
            held = {id(line) for table in tables for line in table.lines}
            body = _body_of([line for line in lines if id(line) not in held], kind)
            aside = [
                line.struck
                or (
                    id(line) not in held
                    and (_place(line) in repeated or _is_edge(line, sheet.height, kind) or body.is_aside(line))
                )
                for line in lines
            ]
            head += [line for line, apart in zip(lines, aside, strict=True) if apart]
            for part in _around([line for line, apart in zip(lines, aside, strict=True) if not apart], tables):
                if isinstance(part, RuledTable):
                    columns.append(PdfColumn(part.lines, cells=part.cells))
                    continue
                for column in in_columns(part):
                    notes, text = _notes(column, kind, counted)
                    counted += len(notes)
                    foot = [one for one in text if one.size < _SMALL * kind.size and one.base < sheet.height * _MARGIN]
                    head += foot
                    text = [line for line in text if line not in foot] if foot else text
                    columns.append(PdfColumn(tuple(text), tuple(notes)))
        pages.append(PdfPage(tuple(head), tuple(columns)))
    return pages


def _around(lines: list[PdfLine], tables: Sequence[RuledTable]) -> Iterator[list[PdfLine] | RuledTable]:
    """The lines above the first table, that table, the lines down to the next, and so on."""
    held = {id(line) for table in tables for line in table.lines}
    rest = [line for line in lines if id(line) not in held]
    for table in tables:
        above = [line for line in rest if line.base > table.top]
        rest = [line for line in rest if line.base <= table.top]
        if above:
            yield above
        yield table
    if rest or not tables:
        yield rest


class _Body(Struct, frozen=True):
    """Where the running text of a page stands."""

    kind: Type
    left: float
    right: float
    top: float
    """The baseline of its first line of running text."""
    lines: tuple[PdfLine, ...]
    """The lines of running text, in the type of the body."""
    all: tuple[PdfLine, ...]

    def is_aside(self, line: PdfLine) -> bool:
        """Whether a line stands in a column beside the running text, or in the letterhead above it."""
        small = line.size < _SMALL * self.kind.size
        if small and line.right < self.left - line.size:
            return True
        if line.page == 1 and line.base > self.top:
            return line.left > self.left + _SIDE * (self.right - self.left) and (small or not self._level(line))
        if line.left <= self.left + (self.right - self.left) / 2 or not (
            small or (line.page == 1 and self._is_narrow(line))
        ):
            return False
        return not any(other.left < line.left - 1 and other.right > line.left for other in self.lines)

    def _is_narrow(self, line: PdfLine) -> bool:
        """Whether the lines that begin at the edge at which a line does are too short for running text."""
        lengths = [len(other.text) for other in self.all if abs(other.left - line.left) < _EDGE]
        return sum(lengths) <= _NARROW * len(lengths)

    def _level(self, line: PdfLine) -> bool:
        """Whether a line of the body's type stands on the baseline of another."""
        return any(
            abs(other.base - line.base) < 1 and other.right <= line.left and abs(other.size - line.size) < 1
            for other in self.lines
        )


def _body_of(lines: Sequence[PdfLine], kind: Type) -> _Body:
    body = tuple(line for line in lines if abs(line.size - kind.size) <= 0.5 and not _is_short(line))
    lefts = Counter[int]()
    for line in body:
        lefts[round(line.left)] += len(line.text)
    if len(body) < _FEW:
        return _Body(kind, kind.left, kind.right, float("inf"), body, tuple(lines))
    left = float(max(lefts, key=lambda one: (lefts[one], -one)))
    top = next((a.base for a, b in itertools.pairwise(body) if 0 < a.base - b.base <= kind.leading * 1.3), body[0].base)
    return _Body(kind, left, max(line.right for line in body), top, body, tuple(lines))


def _is_short(line: PdfLine) -> bool:
    return len(line.text) <= _SHORT


def _place(line: PdfLine) -> tuple[str, int]:
    """A line's words without a last number, and roughly where it stands."""
    return _LAST_NUMBER.sub("#", line.text.casefold()), round(line.base / 12)


def _repeated(pages: Sequence[Sequence[PdfLine]]) -> set[tuple[str, int]]:
    """The lines that stand at the same place on at least three pages, or on both of two; labels of questions do so."""
    places: Counter[tuple[str, int]] = Counter()
    for page in pages:
        places.update({_place(line) for line in page if not _is_label(line)})
    return {place for place, count in places.items() if count >= min(3, max(2, len(pages)))}


def _is_label(line: PdfLine) -> bool:
    """Whether a line is the label of a question or of its answer, which may stand anywhere on a page."""
    return bool(match("question_label", line.text) or match("answer_label", line.text))


def _is_edge(line: PdfLine, height: float, kind: Type) -> bool:
    """Whether a line is what is printed at the top or foot of every page; small type at the top is nothing else."""
    if _is_label(line):
        return False
    if line.base > height * (1 - _MARGIN) and line.size < _SMALL * kind.size:
        return True
    edge = not height * _MARGIN <= line.base <= height * (1 - _MARGIN)
    return edge and bool(_PAGE.match(line.text) or match("page_number", line.text) or match("furniture", line.text))


def _notes(lines: list[PdfLine], kind: Type, counted: int) -> tuple[list[PdfNote], list[PdfLine]]:
    """The notes at the foot of a page, and the lines above them."""
    start = _foot(lines, kind)
    marked = {line.text[mark.offset :][: mark.length] for line in lines[:start] for mark in line.marks if mark.offset}
    while start < len(lines) and _number(lines[start]) is None:
        start += 1
    notes: list[PdfNote] = []
    for line in lines[start:]:
        number = _number(line)
        last = notes[-1].mark if notes else "0"
        if number is not None and (
            _begins_raised(line)
            or int(number) == counted + len(notes) + 1
            or (number in marked and int(number) > int(last))
        ):
            notes.append(PdfNote(number, (line,), len(number)))
        elif notes:
            notes[-1] = PdfNote(notes[-1].mark, (*notes[-1].lines, line), notes[-1].skip)
        else:
            return [], lines
    return notes, lines[:start]


def _foot(lines: Sequence[PdfLine], kind: Type) -> int:
    """Where the small lines at the foot of a page begin; one in larger type that begins with a mark is of them."""
    start = len(lines)
    while start:
        line, below_gap = lines[start - 1], start > 1 and lines[start - 2].base - lines[start - 1].base
        if line.size >= _SMALL * kind.size and not (_begins_raised(line) and below_gap > _APART * kind.leading):
            break
        start -= 1
    return start


def _begins_raised(line: PdfLine) -> bool:
    return bool(line.marks) and line.marks[0].offset == 0


def _number(line: PdfLine) -> str | None:
    """The number that a line begins with, raised or not."""
    if _begins_raised(line):
        return line.text[: line.marks[0].length]
    found = _NUMBER.match(line.text)
    return found.group(1) if found else None
