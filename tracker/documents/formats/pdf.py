"""PDF with a text layer → LinearText."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from tracker.documents.formats.pdf_body import Type, type_of
from tracker.documents.formats.pdf_legible import is_garbled, misread
from tracker.documents.formats.pdf_lines import PdfLine, Sheet
from tracker.documents.formats.pdf_ocr import was_tried, with_layer
from tracker.documents.formats.pdf_over_pages import REPEATED, over_pages
from tracker.documents.formats.pdf_pages import PdfColumn, PdfNote, PdfPage, sort_out
from tracker.documents.formats.pdf_tables import Cell, find_cells
from tracker.documents.formats.pdf_worker import read_pages
from tracker.documents.formats.plain import with_cuts
from tracker.documents.layout.blocks import Block, Cut, LinearText, Place, Printed
from tracker.documents.layout.lines import Shape, TextLine, shape_of
from tracker.documents.layout.paragraphs import group
from tracker.documents.layout.patterns import match, rows_table
from tracker.documents.limits import DEFAULT, Limits
from tracker.errors import LetterError
from tracker.i18n.message import Message, message
from tracker.model import PassageKind

_GAP = 1.3
"""Baselines further apart than this many leadings have a blank line between them."""
_LARGER = 1.12
"""Letters larger than those of the text by this factor are stressed: by judgement; not measured."""
_COLUMNS, _TABLES = 100, 100
"""More than a page has, to number its tables apart from those of other pages."""


def read(data: bytes, limits: Limits = DEFAULT) -> LinearText:
    """Read a PDF.

    Raises LetterError: it is encrypted, damaged, larger than the limits allow, or has no text layer.
    """
    pages = read_pages(data, limits)
    sheets, recognised = with_layer(data, pages.sheets)
    tried = any(sheet.picture for sheet in sheets) and was_tried(data)
    if not any(sheet.lines for sheet in sheets):
        if tried:
            raise LetterError("pdf.pictures-illegible")
        raise LetterError("pdf.pictures" if any(sheet.picture for sheet in sheets) else "pdf.blank")
    garbled = [is_garbled(sheet) for sheet in sheets]
    readable = tuple(replace(sheet, lines=()) if bad else sheet for sheet, bad in zip(sheets, garbled, strict=True))
    if not any(sheet.lines for sheet in readable):
        raise LetterError("pdf.garbled")
    kind = type_of(readable)
    text = PdfWriter(kind).write(sort_out(readable, kind))
    notices = (*_recognised_notice(recognised), *_notices(readable, garbled, tried))
    return replace(text, printed=Printed(made=pages.made), notices=notices, recognised=recognised)


def _recognised_notice(recognised: Sequence[int]) -> Iterator[Message]:
    """That pages were read by OCR."""
    if recognised:
        yield message("pdf.recognised", pages=_listed(recognised))


def _notices(sheets: Sequence[Sheet], garbled: Sequence[bool], tried: bool) -> Iterator[Message]:
    """What the reader of a PDF should know: which of its pages were not read, and whether others are misread."""
    if pictures := [number for number, sheet in enumerate(sheets, start=1) if sheet.picture]:
        yield message("pdf.page-illegible" if tried else "pdf.page-is-picture", pages=_listed(pictures))
    if wordless := [number for number, bad in enumerate(garbled, start=1) if bad]:
        yield message("pdf.page-is-garbled", pages=_listed(wordless))
    if any(line.struck for sheet in sheets for line in sheet.lines):
        yield message("notice.struck")
    if share := misread(sheets):
        yield message("pdf.poor-text", share=round(share * 100))


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers))


class PdfWriter:
    """Writes the source text of a PDF, page by page."""

    def __init__(self, kind: Type) -> None:
        self.kind = kind
        self.parts: list[str] = []
        self.length = 0
        self.number = 1
        self.lines: list[TextLine] = []
        self.cells: list[Cell | None] = []
        self.blocks: list[Block] = []
        self.cuts: list[Cut] = []
        self.heads: list[str] = []

    def write(self, sheets: Sequence[PdfPage]) -> LinearText:
        """The text of the pages, with what stands apart on each."""
        for sheet in sheets:
            for line in sheet.head:
                own = line.page == 1 and line.size and not line.struck and not _paged(line)
                kind = PassageKind.MASTHEAD if own else PassageKind.FURNITURE
                written = self._line(line, blanks=0)
                span = (written.begin, written.end)
                self.blocks.append(Block((span,), kind, page=line.page, struck=line.struck))
            for order, column in enumerate(sheet.columns):
                self._body(column, order)
                for note in column.notes:
                    self._note(note)
        text = "".join(self.parts)
        shape = self._shape()
        blocks = [*self.blocks, *_grouped(self.lines, over_pages(self.lines, self.cells), shape)]
        blocks.sort(key=lambda block: block.spans[0])
        return LinearText(text, tuple(with_cuts(blocks, sorted(self.cuts, key=lambda cut: cut.begin))))

    def _body(self, run: PdfColumn, column: int) -> None:
        last: PdfLine | None = None
        placed = _by_cell(run.lines, run.cells, self.heads)
        self.heads = [line.text for line, cell in placed if cell and not cell.row and not cell.prose] or self.heads
        for line, cell in placed:
            step = last.base - line.base if last else 0.0
            blanks = int(last is None or not 0 <= step <= self._room(last, line) or line.page != last.page)
            self.lines.append(replace(self._line(line, blanks), fed=last is None))
            self.cells.append(cell and replace(cell, table=(line.page * _COLUMNS + column) * _TABLES + cell.table))
            last = line

    def _room(self, last: PdfLine, line: PdfLine) -> float:
        """How far below a line the next one stands without a blank line between them: larger letters, larger steps."""
        larger = line.size / self.kind.size if abs(line.size - last.size) < 0.5 else 1.0
        return self.kind.leading * _GAP * max(1.0, larger)

    def _line(self, line: PdfLine, blanks: int) -> TextLine:
        self._write("\n" * blanks)
        self.number += blanks
        begin = self.length
        for mark in line.marks:
            at = begin + mark.offset
            self.cuts.append(Cut(at, at + mark.length, (line.text[mark.offset : mark.offset + mark.length],)))
        self._write(line.text + "\n")
        heavy = line.weight >= _BOLD and line.weight > _HEAVIER * self.kind.weight
        emphasis = 1.0 if heavy else line.stress if line.stress >= _WHOLE else 0.0
        emphasis += 1.0 if line.size > _LARGER * self.kind.size else 0.0
        written = TextLine(
            begin,
            begin + len(line.text),
            line.text,
            self.number,
            blanks,
            "",
            False,
            False,
            line.page,
            emphasis,
            _holds(line),
        )
        self.number += 1
        return written

    def _note(self, note: PdfNote) -> None:
        first, *others = [self._line(line, blanks=0) for line in note.lines]
        self.cuts = [cut for cut in self.cuts if cut.begin != first.begin]
        begin = first.begin + note.skip
        spans = ((begin, first.end), *((line.begin, line.end) for line in others))
        if not note.mark:
            at = max(at for at, block in enumerate(self.blocks) if block.kind is PassageKind.FOOTNOTE)
            earlier = self.blocks[at]
            self.blocks[at] = replace(earlier, spans=(*earlier.spans, *spans), lines=earlier.lines + len(spans))
            return
        self.blocks.append(Block(spans, PassageKind.FOOTNOTE, mark=note.mark, page=first.page, lines=len(spans)))

    def _write(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def _shape(self) -> Shape:
        """The shape of the running text: wrapped always, typed where some line of it is bold, italic or larger."""
        shape = shape_of(self.lines)
        typed = any(line.emphasis for line in self.lines)
        return Shape(wrapped=True, width=shape.width, spaced=False, typed=typed)


_WHOLE = 0.5
"""The share of a line that must be bold for it to be stressed: by judgement; not measured."""
_BOLD = 600
"""No lighter font is bold."""
_HEAVIER = 1.12
"""Bold is heavier than the body by this factor; files that give no true weights give them in proportion."""


def _holds(line: PdfLine) -> int:
    """How many characters a line of its column holds, from its own; 0 where it stands in none."""
    wide = line.right - line.left
    return round(len(line.text) * (line.reach - line.left) / wide) if line.reach and wide > 0 else 0


def _paged(line: PdfLine) -> bool:
    return bool(match("furniture", line.text))


def _by_cell(
    lines: Sequence[PdfLine], ruled: Sequence[Cell], heads: Sequence[str]
) -> list[tuple[PdfLine, Cell | None]]:
    """The lines of a page's text with their cells; those of a table cell by cell, as they are read."""
    cells = ruled or find_cells(lines, heads)
    begins: dict[int, int] = {}
    for at, cell in enumerate(cells):
        if cell is not None:
            begins.setdefault(cell.table, at)
    places = [(begins[cell.table], cell.row, cell.column) if cell else (at, 0, 0) for at, cell in enumerate(cells)]
    return [(lines[at], cells[at]) for at in sorted(range(len(lines)), key=places.__getitem__)]


def _grouped(lines: Sequence[TextLine], cells: Sequence[Cell | None], shape: Shape) -> Iterator[Block]:
    """The blocks of the running text and of the cells of its tables."""
    start = at = 0
    while at < len(lines):
        cell = cells[at]
        if cell is None:
            at += 1
            continue
        yield from group(lines[start:at], shape)
        end = next((other for other in range(at, len(lines)) if not _goes_on(cells[other], cell)), len(lines))
        if cell.prose:
            yield from group(lines[at:end], replace(shape, width=max(len(line.text) for line in lines[at:end])))
        else:
            yield from _table(lines[at:end], [one for one in cells[at:end] if one], shape)
        start = at = end
    yield from group(lines[start:], shape)


def _goes_on(cell: Cell | None, first: Cell) -> bool:
    """Whether a cell is one of the table that begins with `first`, or of text in columns as that is."""
    return cell is not None and (cell.table == first.table or (cell.prose and first.prose))


def _table(lines: Sequence[TextLine], cells: Sequence[Cell], shape: Shape) -> Iterator[Block]:
    texts: dict[tuple[int, int], list[TextLine]] = {}
    for line, cell in zip(lines, cells, strict=True):
        texts.setdefault((cell.row, cell.column), []).append(line)
    width = max(cell.column for cell in cells) + 1
    heads = _heads(lines, cells, width)
    known = rows_table(heads)
    title, titled = "", 0
    for (row, column), inside in sorted(texts.items()):
        blocks = group(inside, replace(shape, typed=False, width=_broadest(texts, column), cell=True))
        if row != titled:
            title, titled = _joined_lines(inside[: blocks[0].lines]), row
        for order, block in enumerate(blocks):
            inner = 0 < row < REPEATED
            first = inner and not column and not order
            head = heads[column] if inner else None
            place = Place(cells[0].table, title if inner else "", head, first, known.label if known else None)
            yield replace(block, place=place)


def _heads(lines: Sequence[TextLine], cells: Sequence[Cell], width: int) -> tuple[str, ...]:
    """The words above each column: its own, and those of heads that span it; what spans all is the table's title."""
    heads: list[list[TextLine]] = [[] for _ in range(width)]
    for line, cell in zip(lines, cells, strict=True):
        if cell.row == 0 and cell.span < width:
            for column in range(cell.column, min(cell.column + cell.span, width)):
                heads[column].append(line)
    return tuple(map(_joined_lines, heads))


def _joined_lines(lines: Sequence[TextLine]) -> str:
    return " ".join(line.text for line in lines)


def _broadest(texts: dict[tuple[int, int], list[TextLine]], column: int) -> int:
    """The characters of the longest line of a column: lines wrap sooner there than on the page."""
    return max(len(line.text) for (_, at), inside in texts.items() if at == column for line in inside)
