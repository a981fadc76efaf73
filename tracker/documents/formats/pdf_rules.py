"""The straight rules that a PDF page draws: what strikes words through, and what parts the cells of a table."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from typing import TypeAlias

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it has no types
from msgspec import Struct
from pypdfium2 import raw

_THIN = 1.6
"""Points that a rule is thick at most; and at least so many times as long as thick."""
_LONG = 4
"""A stroke so many times as long as it is thick is a rule: by judgement; not measured."""
_MOST = 20_000
"""A page with more objects is a drawing."""
_PIECES = 2000
"""So is a path with more pieces."""

_Box: TypeAlias = tuple[float, float, float, float]
"""Left, foot, right and top."""


class Stroke(Struct, frozen=True):
    """A thin straight rule, in points from the lower left corner of what is shown: its begin and end, and its place."""

    begin: float
    end: float
    at: float
    """The height of one that lies, the distance from the left of one that stands."""


class Rules(Struct, frozen=True):
    """The rules of a page: those that lie, and those that stand."""

    lying: list[Stroke]
    standing: list[Stroke]


def rules_of(page: pdfium.PdfPage, left: float, foot: float) -> Rules:
    """The rules of a page, whose shown part begins at `left` and `foot`."""
    found = Rules([], [])
    count = raw.FPDFPage_CountObjects(page.raw)
    a, b, c, d = (ctypes.c_float() for _ in range(4))
    for at in range(count if count <= _MOST else 0):
        drawn = raw.FPDFPage_GetObject(page.raw, at)
        if raw.FPDFPageObj_GetType(drawn) != raw.FPDF_PAGEOBJ_PATH or not raw.FPDFPageObj_GetBounds(drawn, a, b, c, d):
            continue
        if not _add(found, a.value - left, b.value - foot, c.value - left, d.value - foot):
            for piece in _pieces(drawn):
                _add(found, piece[0] - left, piece[1] - foot, piece[2] - left, piece[3] - foot)
    return found


def _add(found: Rules, left: float, foot: float, right: float, top: float) -> bool:
    """Add what is as thin as a rule; whether it is."""
    width, height = right - left, top - foot
    if height <= _THIN and width >= _LONG * max(height, 0.5):
        found.lying.append(Stroke(left, right, (foot + top) / 2))
        return True
    if width <= _THIN and height >= _LONG * max(width, 0.5):
        found.standing.append(Stroke(foot, top, (left + right) / 2))
        return True
    return False


def _pieces(drawn: object) -> Iterator[_Box]:
    """The parts of a path: the straight pieces of what a pen draws, the boxes of what is filled."""
    fill, pen = ctypes.c_int(), ctypes.c_int()
    count = raw.FPDFPath_CountSegments(drawn)
    if not 1 < count <= _PIECES or not raw.FPDFPath_GetDrawMode(drawn, fill, pen):
        return
    part: list[tuple[float, float]] = []
    for kind, point, closes in _points(drawn, count):
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if not pen.value and part:
                yield _box(part)
            part = []
        elif pen.value and part and kind == raw.FPDF_SEGMENT_LINETO:
            yield _box([part[-1], point])
        part.append(point)
        if closes and pen.value:
            yield _box([point, part[0]])
    if not pen.value and part:
        yield _box(part)


def _points(drawn: object, count: int) -> Iterator[tuple[int, tuple[float, float], bool]]:
    """The pieces of a path: of what kind, where it ends, and whether it closes its part."""
    matrix, x, y = raw.FS_MATRIX(), ctypes.c_float(), ctypes.c_float()
    raw.FPDFPageObj_GetMatrix(drawn, matrix)
    for at in range(count):
        piece = raw.FPDFPath_GetPathSegment(drawn, at)
        raw.FPDFPathSegment_GetPoint(piece, x, y)
        across = matrix.a * x.value + matrix.c * y.value + matrix.e
        up = matrix.b * x.value + matrix.d * y.value + matrix.f
        yield raw.FPDFPathSegment_GetType(piece), (across, up), bool(raw.FPDFPathSegment_GetClose(piece))


def _box(points: Sequence[tuple[float, float]]) -> _Box:
    across, up = [one[0] for one in points], [one[1] for one in points]
    return min(across), min(up), max(across), max(up)
