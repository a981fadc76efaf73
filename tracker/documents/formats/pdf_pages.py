"""The printed lines of a PDF, sorted out: running text, letterhead, running heads and footnotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from tracker.documents.formats.pdf_body import EDGE, FULL, SMALL, Type, text_area
from tracker.documents.formats.pdf_columns import edges_of, in_columns
from tracker.documents.formats.pdf_justified import join_justified
from tracker.documents.formats.pdf_lines import PdfLine, Sheet
from tracker.documents.formats.pdf_rotated_lines import by_turn
from tracker.documents.formats.pdf_ruled import RuledTable, ruled_tables
from tracker.documents.formats.pdf_tables import Cell
from tracker.documents.layout.patterns import match

_STAMP = 300
"""Fewer letters that stand turned from the others of their page are a stamp."""
_MARGIN = 0.09
"""The share of the height of a page that is its margin: by judgement; not measured."""
_TEXT = 40
"""A line of running text has more characters."""
_ENDS = ".?!:;"
_APART = 1.5
"""Notes stand further below the text than this many leadings."""
_SAME_PARAGRAPH = 1.3
"""Lines of a paragraph stand at most so many leadings apart."""
_COLUMN = 8
"""So many lines that begin at one edge make a column of their own."""
_LAST_NUMBER = re.compile(r"(?<=\s)\d+(?=\D?$)|(?<=[\s/])\d+$|^\d+(?=/\d+$)|(?<=\s)\d+(?=\D{1,5}\d+\D?$)")
"""The number of a page, with how many there are perhaps ("- 3 van 12")."""
_PAGE = re.compile(r"(\D{0,60}\s)?\d{1,4}(\s?/\s?\d{1,4})?$")
_NUMBER = re.compile(r"(\d{1,3})[.)]?(?=\s|[^\W\d_])")


class PdfNote(Struct, frozen=True):
    """A footnote: its mark, "" where it goes on from the page before, and its lines; `skip` letters are the mark."""

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


def sort_out(sheets: Sequence[Sheet], kind: Type) -> list[PdfPage]:
    """Each page's lines by what they are, in reading order."""
    sheets = [replace(sheet, lines=tuple(join_justified(sheet.lines))) for sheet in sheets]
    sorter = _Sorter(kind, _repeated([sheet.lines for sheet in sheets]))
    return [sorter.page(sheet) for sheet in sheets]


class _Sorter:
    """Sorts out pages in their order: notes are counted, and go on, from one to the next."""

    def __init__(self, kind: Type, repeated: Container[tuple[str, int]]) -> None:
        self._kind = kind
        self._repeated = repeated
        self._counted = 0
        self._last: PdfNote | None = None
        self._edges: set[float] = set()

    def page(self, sheet: Sheet) -> PdfPage:
        """The next page."""
        head: list[PdfLine] = []
        columns: list[PdfColumn] = []
        for lines in by_turn(sheet):
            if columns and sum(len(line.text) for line in lines) < _STAMP:
                head += lines
                continue
            tables = ruled_tables(lines, sheet.grids, self._runs) if sheet.grids and not lines[0].turn else []
            aside = self._aside(lines, tables, sheet.height)
            head += [line for line, apart in zip(lines, aside, strict=True) if apart]
            for part in _around([line for line, apart in zip(lines, aside, strict=True) if not apart], tables):
                if isinstance(part, RuledTable):
                    columns.append(PdfColumn(part.lines, cells=part.cells))
                    continue
                runs = in_columns(part, self._edges)
                self._edges |= edges_of(runs)
                for lines_down in runs:
                    column, foot = self._column(lines_down, sheet.height)
                    columns.append(column)
                    head += foot
        return PdfPage(tuple(head), tuple(columns))

    def _runs(self, line: PdfLine) -> bool:
        """Whether a line stands at the same place on other pages too."""
        return _place(line) in self._repeated

    def _aside(self, lines: Sequence[PdfLine], tables: Sequence[RuledTable], height: float) -> list[bool]:
        """Which lines stand around the text, those of ruled tables never unless struck."""
        held = {id(line) for table in tables for line in table.lines}
        body = text_area([line for line in lines if id(line) not in held], self._kind)
        own = text_area([line for line in lines if id(line) not in held and not self._runs(line)], self._kind)

        def is_aside(line: PdfLine) -> bool:
            runs = self._runs(line) and not own.surrounds(line)
            return runs or _is_edge(line, height, self._kind, lines) or body.is_aside(line)

        return [line.struck or (id(line) not in held and is_aside(line)) for line in lines]

    def _column(self, lines: list[PdfLine], height: float) -> tuple[PdfColumn, list[PdfLine]]:
        """The text of a column with its notes, and the small lines in the margin below it."""
        rest, others = _going_on(lines, self._kind, self._last)
        notes, text = _notes(others, self._kind, self._counted)
        self._counted += len(notes)
        notes = [*rest, *notes]
        self._last = notes[-1] if notes else self._last
        foot = [one for one in text if one.size < SMALL * self._kind.size and one.base < height * _MARGIN]
        text = [line for line in text if line not in foot] if foot else text
        return PdfColumn(tuple(text), tuple(notes)), foot


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


def _is_edge(line: PdfLine, height: float, kind: Type, lines: Sequence[PdfLine]) -> bool:
    """Whether a line is what is printed at the top or foot of every page; small type at the top is nothing else."""
    if _is_label(line):
        return False
    if line.base > height * (1 - _MARGIN) and line.size < SMALL * kind.size:
        return True
    edge = not height * _MARGIN <= line.base <= height * (1 - _MARGIN)
    if not edge:
        return False
    numbered = _PAGE.match(line.text) or match("page_number", line.text)
    alone = numbered and not _ends_paragraph(line, kind, lines) and not _leads_row(line, lines)
    return bool(match("furniture", line.text) or alone)


def _leads_row(line: PdfLine, lines: Sequence[PdfLine]) -> bool:
    """Whether running text stands right of a line on its baseline: it is a cell ("Actie 3") and numbers no page."""
    return any(
        abs(other.base - line.base) < 1
        and other.left > line.right
        and len(other.text) > _TEXT
        and abs(other.size - line.size) < 0.5
        for other in lines
    )


def _ends_paragraph(line: PdfLine, kind: Type, lines: Sequence[PdfLine]) -> bool:
    """Whether a line stands right below a full line of running text: it may end in a number, as that of a page does."""
    edge = [other for other in lines if abs(other.left - line.left) < EDGE and abs(other.size - line.size) < 0.5]
    column = len(edge) >= _COLUMN and abs(line.left - kind.left) >= EDGE
    left, right = (line.left, max(one.right for one in edge)) if column else (kind.left, kind.right)
    goes_on = line.text[0].islower() and not match("page_number", line.text)
    return any(
        0 < above.base - line.base <= kind.leading * _SAME_PARAGRAPH
        and (above.right >= left + FULL * (right - left) or (goes_on and above.text[-1] not in _ENDS))
        for above in edge
    )


def _going_on(lines: list[PdfLine], kind: Type, last: PdfNote | None) -> tuple[list[PdfNote], list[PdfLine]]:
    """What the last note of an earlier page still says above the notes of this one, and the other lines."""
    start = _foot(lines, kind)
    end = next((at for at in range(start, len(lines)) if _number(lines[at]) is not None), len(lines))
    begins = last is not None and last.lines[-1].text[-1] not in _ENDS and last.lines[-1].page + 1 == lines[0].page
    apart = 0 < start < end and lines[start - 1].base - lines[start].base > _APART * kind.leading
    if not (begins and apart and lines[start].text[0].islower()):
        return [], lines
    return [PdfNote("", tuple(lines[start:end]), 0)], [*lines[:start], *lines[end:]]


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
        if line.size >= SMALL * kind.size and not (_begins_raised(line) and below_gap > _APART * kind.leading):
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
