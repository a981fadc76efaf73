"""Lists of promises as they are published, as tables of words: CSV, Excel, OpenDocument, web pages and copied text."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree
from msgspec import Struct

from tracker.documents.formats.decode import decode
from tracker.documents.formats.html import parse_html
from tracker.documents.formats.markup import element_text
from tracker.documents.formats.markup_grid import TableGrid, spans
from tracker.documents.formats.zip import open_zip
from tracker.documents.limits import DEFAULT, refuse_beyond
from tracker.errors import LetterError
from tracker.sources.opendocument_sheets import opendocument_rows
from tracker.sources.workbook import sheets_of
from tracker.text.normalize import one_space

_DELIMITERS = (";", ",", "\t", "|")
_BLOCKS = frozenset({"p", "div", "li", "tr", "dt", "dd", "br", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "table"})
"""Elements of a page that begin a line."""
_OTHERS = (b"%PDF", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf")
"""How files begin that have tables and are not read as lists: PDF, those of Office before 2007, RTF."""
_WORKBOOKS = {"xl/workbook.xml": sheets_of, "content.xml": opendocument_rows}
"""How a workbook is read, by a part that it has."""
_TEXT_DOCUMENT, _MEDIA = b"application/vnd.oasis.opendocument.text", 200
"""What an OpenDocument text says that it is, in so many first bytes (OpenDocument 1.3, part 2, 3.3)."""
_PAGE = re.compile(r"\s*<(?:!doctype|html|table)\b", re.IGNORECASE)

ListRow = tuple[str, ...]


class ListFile(Struct, frozen=True):
    """What a file of a list has: its tables, for each sign that may separate their cells, and its lines."""

    readings: tuple[tuple[tuple[ListRow, ...], ...], ...]
    lines: tuple[str, ...] = ()


def list_file(path: Path, data: bytes) -> ListFile:
    """The tables of a file, by its name and bytes. Raises LetterError: it cannot be read."""
    if data.startswith(b"PK"):
        return ListFile((_sheets(data),))
    if data.lstrip().startswith(_OTHERS):
        raise LetterError("list.other-form")
    text, _ = decode(data)
    if path.suffix.lower() in {".html", ".htm", ".xhtml"} or _PAGE.match(text):
        return _of_page(text)
    refuse_beyond(DEFAULT.lines, text.count("\n"), "lines")
    lines = tuple(map(one_space, text.splitlines()))
    return ListFile(tuple((_separated(text, sign),) for sign in _DELIMITERS if sign in text), lines)


def _sheets(data: bytes) -> tuple[tuple[ListRow, ...], ...]:
    """The sheets of a workbook, by what it holds. Raises LetterError: it is none that is read, or is damaged."""
    parts = frozenset(open_zip(data, DEFAULT).namelist())
    read = next((read for part, read in _WORKBOOKS.items() if part in parts), None)
    if read is None or _TEXT_DOCUMENT in data[:_MEDIA]:
        raise LetterError("list.other-form")
    return read(data)


def _separated(text: str, sign: str) -> tuple[ListRow, ...]:
    """The rows of text whose cells a sign separates, none where it cannot; of a table of text, without its borders."""
    try:
        rows = [tuple(map(one_space, row)) for row in csv.reader(text.splitlines(keepends=True), delimiter=sign)]
    except csv.Error:
        return ()
    if sign == "|":
        rows = [_without_border(row) for row in rows if not set("".join(row)) <= set("-:=+ ")]
    return tuple(rows)


def _without_border(row: ListRow) -> ListRow:
    begin = 1 if row and not row[0] else 0
    return row[begin : len(row) - 1] if len(row) > begin + 1 and not row[-1] else row[begin:]


def _of_page(text: str) -> ListFile:
    refuse_beyond(DEFAULT.tags, text.count("<"), "tags")
    root = parse_html(text)
    tables = (one for one in root.iter("table") if next(one.iterdescendants("table"), None) is None)
    return ListFile((tuple(tuple(_rows(one)) for one in tables),), tuple(_lines(root)))


def _rows(table: etree._Element) -> Iterator[ListRow]:
    """The rows of a table; what spans several stands in the first of its columns in each of them."""
    grid, held = TableGrid(0), dict[int, tuple[int, str]]()
    for row in table.iter("tr"):
        grid.next_row()
        cells = {at: words for at, (last, words) in held.items() if last >= grid.row}
        for cell in row.iterchildren("td", "th"):
            columns, rows = spans(cell)
            grid.next_cell(columns, rows)
            cells[grid.column] = element_text(cell)
            if rows > 1:
                held[grid.column] = (grid.row + rows - 1, cells[grid.column])
        yield tuple(cells.get(at, "") for at in range(max(cells, default=-1) + 1))


def _lines(root: etree._Element) -> Iterator[str]:
    """The lines of a page, one for each block; the cells of a row stand in one."""
    parts: list[str] = []
    walk: Callable[..., Iterator[tuple[str, etree._Element]]] = etree.iterwalk
    for event, element in walk(root, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        if element.tag in _BLOCKS and not (element.tag in {"p", "div", "br"} and _in_row(element)):
            yield one_space(" ".join(parts))
            parts.clear()
        parts.append((element.text if event == "start" else element.tail) or "")
    yield one_space(" ".join(parts))


def _in_row(element: etree._Element) -> bool:
    return next(element.iterancestors("tr"), None) is not None
