"""A page of a PDF → its letters with their places and types, the page turned so that each stands upright."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from functools import lru_cache

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it has no types
from msgspec import Struct
from pypdfium2 import raw


class PdfLetter(Struct, frozen=True):
    """A character with its box, its baseline and type, in points."""

    char: str
    left: float
    right: float
    base: float
    size: float
    stress: float
    made: bool
    turn: int = 0
    """Quarter turns to the left in which it is printed; its box and baseline are given as if it stood upright."""
    weight: int = 0


_LEVEL = 0.005
"""A line whose slope is less is level."""
_ALIKE = 0.015
"""Lines whose slopes differ by less lie on one page that slopes: what reads pictures tells each slope for itself."""
_ASKEW = 0.035
"""One that slopes more stands turned from the others of its page, as a stamp does; less is a page scanned askew."""
_TILTED = 4
"""What the turn of such a line is more than the quarter turns nearest to it."""
_NEAR = 3
"""A letter within so many letter sizes of the last, on its slope, is of one line with it."""
_STEEP = 0.3
"""Near the diagonal the width of a letter does not follow from its box."""
_BREAK = PdfLetter(" ", 0.0, 0.0, 0.0, 0.0, 0.0, made=True)
"""What the library puts where it sees a space or the end of a line."""


def characters_of(text: pdfium.PdfTextPage, frame: tuple[float, float, float, float]) -> Iterator[PdfLetter]:
    """The letters of a page with their place and type; `frame`: left, foot, right and top of what is shown of it."""
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    x, y, box, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF(), raw.FS_MATRIX()
    page = text.raw
    slope = _Slope()
    for at in range(text.count_chars()):
        char = chr(raw.FPDFText_GetUnicode(page, at))
        if raw.FPDFText_IsGenerated(page, at) == 1 or char in "\r\n":
            yield _BREAK
            continue
        raw.FPDFText_GetLooseCharBox(page, at, box)
        raw.FPDFText_GetCharOrigin(page, at, x, y)
        raw.FPDFText_GetFontInfo(page, at, name, 128, flags)
        raw.FPDFText_GetMatrix(page, at, matrix)
        stress = _stress(name.value)
        size = raw.FPDFText_GetFontSize(page, at) * (math.hypot(matrix.c, matrix.d) or 1.0)
        weight = raw.FPDFText_GetFontWeight(page, at)
        a, b = matrix.a, matrix.b
        turn = _turn(a, b)
        left, right, base = _upright(turn, (box.left, box.bottom, box.right, box.top), (x.value, y.value), frame)
        if a and b and min(abs(a), abs(b)) > _LEVEL * max(abs(a), abs(b)):
            at_x, _, _ = _upright(turn, (x.value, y.value) * 2, (x.value, y.value), frame)
            angle = math.atan2(b, a) - turn * math.pi / 2
            height = box.top - box.bottom if turn % 2 == 0 else box.right - box.left
            left, base = slope.levelled(at_x, base, angle, size)
            right = left + _width(right - left, height, angle, size)
            turn += _TILTED * (abs(math.sin(angle)) > _ASKEW)
        yield PdfLetter(char, left, right, base, size, stress, False, turn, weight)


class _Slope:
    """The line that slopes and is being read: its letters are given as if it were level, from its first one on.

    Lines that slope alike are of a page that was scanned askew: where they begin is turned about the first of them.
    """

    def __init__(self) -> None:
        self._x = self._y = self._end = self._level = self._angle = math.inf
        self._shift = (0.0, 0.0)
        self._pivot: tuple[float, float, float] | None = None

    def levelled(self, x: float, y: float, angle: float, size: float) -> tuple[float, float]:
        """Where the next letter stands once its line is level."""
        along, across = self._turned(x, y) if math.isclose(angle, self._angle, abs_tol=_LEVEL) else (math.inf, 0.0)
        if not (abs(along - self._end) < _NEAR * size and abs(across - self._level) < size):
            self._x, self._y, self._angle, self._level = x, y, angle, y
            self._shift = self._shifted(x, y, angle)
            along, across = x, y
        self._end = along
        return along + self._shift[0], across + self._shift[1]

    def _shifted(self, x: float, y: float, angle: float) -> tuple[float, float]:
        """How far the beginning of a line moves when the page is turned level."""
        self._pivot = self._pivot or (x, y, angle)
        from_x, from_y, page = self._pivot
        if not math.isclose(angle, page, abs_tol=_ALIKE):
            return 0.0, 0.0
        cos, sin = math.cos(page), math.sin(page)
        right, up = x - from_x, y - from_y
        return right * cos + up * sin - right, up * cos - right * sin - up

    def _turned(self, x: float, y: float) -> tuple[float, float]:
        right, up = x - self._x, y - self._y
        cos, sin = math.cos(self._angle), math.sin(self._angle)
        return self._x + right * cos + up * sin, self._y - right * sin + up * cos


def _width(across: float, height: float, angle: float, size: float) -> float:
    """How wide a letter is that slopes in a level box."""
    lean = math.cos(2 * angle)
    if abs(lean) < _STEEP:
        return size / 2
    return max(0.0, (across * math.cos(angle) - height * abs(math.sin(angle))) / lean)


def _turn(a: float, b: float) -> int:
    """The quarter turns of letters whose base runs in the direction (a, b)."""
    if abs(a) >= abs(b):
        return 0 if a >= 0 else 2
    return 1 if b > 0 else 3


def _upright(
    turn: int, box: tuple[float, float, float, float], origin: tuple[float, float], frame: tuple[float, ...]
) -> tuple[float, float, float]:
    """The left and right edge and the baseline of a letter, the page turned so that it stands upright."""
    if turn == 0:
        return box[0] - frame[0], box[2] - frame[0], origin[1] - frame[1]
    if turn == 1:
        return box[1] - frame[1], box[3] - frame[1], frame[2] - origin[0]
    if turn == 2:
        return frame[2] - box[2], frame[2] - box[0], frame[3] - origin[1]
    return frame[3] - box[3], frame[3] - box[1], origin[0] - frame[0]


@lru_cache(maxsize=256)
def _stress(font: bytes) -> float:
    name = font.lower()
    if b"bold" in name or b"black" in name:
        return 1.0
    return 0.5 if b"italic" in name or b"oblique" in name else 0.0
