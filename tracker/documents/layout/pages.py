"""Where pages begin, and which lines are page furniture: running heads, page numbers, colophons."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from msgspec.structs import replace

from tracker.documents.layout.lines import Shape, TextLine
from tracker.documents.layout.patterns import match

_NUMBER = re.compile(r"[-–]?\s*(\d{1,3})(?:\s?/\s?\d{1,3})?\s*[-–]?$")
_LAST_NUMBER = re.compile(r"(?<=\s)\d+(?=\D?$)|(?<=[\s/])\d+$|^\d+(?=\s?/\s?\d+$)")
_EDGE = 2
"""How many lines from the top or bottom of a page a running head may stand."""


def number_pages(lines: list[TextLine], shape: Shape) -> list[TextLine]:
    """The lines with the page that each stands on; None throughout where the text does not show its pages."""
    starts = [line.fed or (shape.spaced and line.indent == " ") for line in lines]
    if not any(starts[1:]):
        return lines
    page, paged = 0, []
    for at, line in enumerate(lines):
        page += starts[at] or at == 0
        paged.append(replace(line, page=page))
    return paged


def furniture(lines: list[TextLine]) -> set[int]:
    """The positions in `lines` of page furniture."""
    found = {at for at, line in enumerate(lines) if match("furniture", line.text) or match("site_line", line.text)}
    found |= _page_numbers(lines)
    return found | _repeated(lines)


def _page_numbers(lines: list[TextLine]) -> set[int]:
    """Lone numbers that count the pages: the text's last or first line, or each one more than the one before."""
    lone = [(at, int(found.group(1))) for at, line in enumerate(lines) if (found := _NUMBER.match(line.text))]
    if len(lone) == 1:
        return {at for at, _ in lone if at in (0, len(lines) - 1)}
    chain = {at for (at, value), (_, other) in itertools.pairwise(lone) if other == value + 1}
    chain |= {at for (_, other), (at, value) in itertools.pairwise(lone) if value == other + 1}
    return chain


def _repeated(lines: list[TextLine]) -> set[int]:
    """Short lines at the edge of a page that stand there, but for a last number, on at least three pages."""
    edges = _edges(lines)
    words = {at: _LAST_NUMBER.sub("#", lines[at].text.casefold()) for at in edges if len(lines[at].text) < 100}
    pages: Counter[str] = Counter()
    for text, _ in {(text, lines[at].page) for at, text in words.items()}:
        pages[text] += 1
    return {at for at, text in words.items() if pages[text] >= 3}


def _edges(lines: list[TextLine]) -> list[int]:
    """The positions of lines near the top or bottom of a page."""
    bounds = [at for at in range(1, len(lines)) if lines[at].page != lines[at - 1].page]
    return sorted({at for bound in bounds for at in range(bound - _EDGE, bound + _EDGE) if 0 <= at < len(lines)})
