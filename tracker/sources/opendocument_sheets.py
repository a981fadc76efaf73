"""The sheets of an OpenDocument spreadsheet as rows of words; days are written as ISO dates."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import repeat

from lxml import etree

from tracker.documents.formats.odt_styles import odf
from tracker.documents.formats.xml import parse_xml
from tracker.documents.formats.zip import DAMAGED, open_zip
from tracker.documents.limits import DEFAULT
from tracker.errors import LetterError

_DAY = len("2024-03-01")
_CELLS = {odf("table:table-cell"), odf("table:covered-table-cell")}
_SPACES = {odf("text:s"), odf("text:tab"), odf("text:line-break")}
_WIDEST = 200
"""Columns of a sheet that are read; a list has fewer. By judgement."""


def opendocument_rows(data: bytes) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """The rows of each sheet, in order, the same ones below one another once.

    Raises LetterError: the spreadsheet is damaged or larger than the limits allow.
    """
    try:
        root = parse_xml(open_zip(data, DEFAULT).read("content.xml"), DEFAULT)
        return tuple(tuple(map(_row, one.iter(odf("table:table-row")))) for one in root.iter(odf("table:table")))
    except DAMAGED as fault:
        raise LetterError("docx.damaged") from fault


def _row(row: etree._Element) -> tuple[str, ...]:
    cells = [words for cell in row if cell.tag in _CELLS for words in _repeated(cell)][:_WIDEST]
    return tuple(cells[: max((at + 1 for at, words in enumerate(cells) if words), default=0)])


def _repeated(cell: etree._Element) -> Iterator[str]:
    """What a cell says, as often as it stands beside itself."""
    times = min(int(cell.get(odf("table:number-columns-repeated"), "1")), _WIDEST)
    return repeat(_cell_text(cell), times)


def _cell_text(cell: etree._Element) -> str:
    """What a cell says, without remarks on it; nothing where another one covers it."""
    if cell.tag != odf("table:table-cell"):
        return ""
    if day := cell.get(odf("office:date-value")):
        return day[:_DAY]
    return " ".join("".join(_texts(one)) for one in cell.iterchildren(odf("text:p")))


def _texts(paragraph: etree._Element) -> Iterator[str]:
    yield paragraph.text or ""
    for one in paragraph:
        if one.tag in _SPACES:
            yield " "
        elif isinstance(one.tag, str) and one.tag != odf("office:annotation"):
            yield from _texts(one)
        yield one.tail or ""
