"""The sheets of an Excel workbook as rows of words; days are written as ISO dates."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress

from lxml import etree

from tracker.documents.formats.markup import element_text
from tracker.documents.formats.xml import parse_xml
from tracker.documents.formats.zip import DAMAGED, open_zip
from tracker.documents.limits import DEFAULT
from tracker.errors import LetterError

_STRINGS, _STYLES, _BOOK = "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"
_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_DAYS = frozenset({*range(14, 18), 22, *range(27, 37), *range(45, 48), *range(50, 59)})
"""The built-in formats of days (ECMA-376, part 1, 18.8.30)."""
_OF_DAY = re.compile(r"[dy]", re.IGNORECASE)
_NO_FORMAT = re.compile(r"\"[^\"]*\"|\[[^\]]*\]|\\.")
_STARTS = (dt.datetime(1899, 12, 30, tzinfo=dt.UTC), dt.datetime(1904, 1, 1, tzinfo=dt.UTC))
"""What day 0 is, and in workbooks that count from 1904."""
_WIDEST = 200
"""Columns of a sheet that are read; a list has fewer. By judgement."""


def sheets_of(data: bytes) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """The rows of each sheet, in order. Raises LetterError: the workbook is damaged or larger than the limits allow."""
    try:
        archive = open_zip(data, DEFAULT)
        table = next(_children(archive, _STRINGS, "sst"), None)
        shared = tuple(map(element_text, table)) if table is not None else ()
        days, epoch = _day_styles(archive), _epoch(archive)
        names = sorted((int(found[1]), found[0]) for name in archive.namelist() if (found := _SHEET.fullmatch(name)))
        return tuple(tuple(_rows(archive, name, shared, days, epoch)) for _, name in names)
    except DAMAGED as fault:
        raise LetterError("docx.damaged") from fault


def _children(archive: zipfile.ZipFile, part: str, name: str) -> Iterator[etree._Element]:
    """The elements of a name in a part that a workbook may lack."""
    with suppress(KeyError):
        yield from parse_xml(archive.read(part), DEFAULT).iter(f"{{*}}{name}")


def _day_styles(archive: zipfile.ZipFile) -> frozenset[int]:
    """The places of the styles that show a number as a day."""
    formats = {int(one.get("numFmtId", 0)): one.get("formatCode", "") for one in _children(archive, _STYLES, "numFmt")}
    known = _DAYS | {id_ for id_, code in formats.items() if _OF_DAY.search(_NO_FORMAT.sub("", code))}
    several = next(_children(archive, _STYLES, "cellXfs"), None)
    styles = list(several) if several is not None else []
    return frozenset(at for at, one in enumerate(styles) if int(one.get("numFmtId", 0)) in known)


def _epoch(archive: zipfile.ZipFile) -> dt.datetime:
    told = next(_children(archive, _BOOK, "workbookPr"), None)
    return _STARTS[told is not None and told.get("date1904") in {"1", "true"}]


def _rows(
    archive: zipfile.ZipFile, name: str, shared: tuple[str, ...], days: frozenset[int], epoch: dt.datetime
) -> Iterator[tuple[str, ...]]:
    for row in _children(archive, name, "row"):
        cells: dict[int, str] = {}
        for cell in row.iterfind("{*}c"):
            place = _CELL.fullmatch(cell.get("r", ""))
            at = _column(place[1]) if place else max(cells, default=-1) + 1
            if at < _WIDEST:
                cells[at] = _value(cell, shared, days, epoch)
        yield tuple(cells.get(at, "") for at in range(max(cells, default=-1) + 1))


def _column(letters: str) -> int:
    """The place of a column, from 0."""
    place = 0
    for letter in letters:
        place = 26 * place + ord(letter) - ord("A") + 1
    return place - 1


def _value(cell: etree._Element, shared: tuple[str, ...], days: frozenset[int], epoch: dt.datetime) -> str:
    """What a cell says."""
    value, kind = element_text(cell), cell.get("t", "n")
    if kind == "inlineStr":
        return value
    value = (cell.findtext("{*}v") or "").strip()
    if kind == "s":
        return shared[int(value)]
    if kind == "n" and value and int(cell.get("s", 0)) in days:
        with suppress(OverflowError):
            return (epoch + dt.timedelta(days=float(value))).date().isoformat()
    return value.removesuffix(".0")
