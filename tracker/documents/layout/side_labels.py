"""A side column of labels beside the address of a letter, in text that keeps the places of words with spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from tracker.documents.layout.lines import TextLine
from tracker.documents.layout.patterns import match

_REACH = 40
"""So many lines from the top the address of a letter ends: by judgement; not measured."""
_GAP = re.compile(r" {3,}(?=\S)")
"""White space between two columns."""
_SLACK = 2
"""Columns by which the pieces of a side column may differ: by judgement; not measured."""


def part_side(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines, those above the salutation parted where a column of labels begins beside them."""
    end = next((at for at, line in enumerate(lines[:_REACH]) if match("salutation", line.text)), 0)
    column = next((at for line in lines[:end] if (at := _label_column(line))), None)
    if column is None:
        return list(lines)
    return [*(piece for line in lines[:end] for piece in _parted(line, column)), *lines[end:]]


def _label_column(line: TextLine) -> int | None:
    """Where the label begins that stands behind white space on a line."""
    for gap in _GAP.finditer(line.text):
        if match("date_heading", line.text[gap.end() :]):
            return len(line.indent) + gap.end()
    return None


def _parted(line: TextLine, column: int) -> Iterator[TextLine]:
    """A line as what stands before a column and what begins there."""
    for gap in _GAP.finditer(line.text):
        if abs(len(line.indent) + gap.end() - column) <= _SLACK:
            left, right = line.text[: gap.start()], line.text[gap.end() :]
            yield replace(line, end=line.begin + len(left), text=left)
            yield replace(line, begin=line.end - len(right), text=right, blanks=0, indent=" " * column)
            return
    yield line
