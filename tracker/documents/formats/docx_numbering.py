"""The numbers and bullets that Word makes for list paragraphs and numbered headings, counted as Word counts them."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from docx.oxml.ns import qn
from msgspec import Struct

_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class _Level(Struct, frozen=True):
    """How one level of a list is numbered: "%1.%2" with the format of its own counter."""

    form: str
    text: str
    start: int


class Numbering:
    """The lists of a document; each call counts on."""

    def __init__(self, root: Any) -> None:
        """Take the numbering part's root element, or None where a document has none."""
        abstract = (
            {} if root is None else {_value(one, "w:abstractNumId"): one for one in root.findall(qn("w:abstractNum"))}
        )
        self._levels: dict[tuple[str, int], _Level] = {}
        self._counts: dict[str, list[int]] = defaultdict(lambda: [0] * 9)
        for number in () if root is None else root.findall(qn("w:num")):
            pointer = number.find(qn("w:abstractNumId"))
            base = abstract.get(pointer.get(qn("w:val"))) if pointer is not None else None
            for level in () if base is None else base.findall(qn("w:lvl")):
                self._levels[_value(number, "w:numId"), int(_value(level, "w:ilvl") or 0)] = _read(level)

    def next(self, list_id: str, depth: int) -> str:
        """The mark of the next paragraph of a list: "•", "3.", "2.1", "b)"; empty where the list has none."""
        level = self._levels.get((list_id, depth))
        if level is None or level.form == "none":
            return ""
        counts = self._counts[list_id]
        counts[depth] = counts[depth] + 1 if counts[depth] else level.start
        counts[depth + 1 :] = [0] * (8 - depth)
        if level.form == "bullet":
            return "•"
        mark = level.text
        for at in range(depth + 1):
            form = self._levels.get((list_id, at), level).form
            mark = mark.replace(f"%{at + 1}", formatted(max(counts[at], 1), form))
        return mark.strip()


def _value(element: Any, name: str) -> str:
    return element.get(qn(name)) or ""


def _read(level: Any) -> _Level:
    def child(name: str, default: str) -> str:
        found = level.find(qn(name))
        return default if found is None else found.get(qn("w:val")) or default

    start = child("w:start", "1")
    return _Level(child("w:numFmt", "decimal"), child("w:lvlText", "")[:40], int(start) if start.isdigit() else 1)


def formatted(count: int, form: str) -> str:
    """A number as a list prints it: in figures, letters or roman numerals."""
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman"):
        numeral = _roman(count % 300)
        return numeral.upper() if form == "upperRoman" else numeral
    return str(count)


def _roman(count: int) -> str:
    numeral = ""
    for value, letters in _ROMAN:
        while count >= value:
            numeral, count = numeral + letters, count - value
    return numeral
