"""Lines that are broken by hand within a paragraph and are lines of their own: labels, codes, offices and names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from tracker.documents.layout.blocks import Block, part_of
from tracker.documents.layout.patterns import ShapeName, match
from tracker.documents.structure.date_line import labelled_date
from tracker.model import PassageKind
from tracker.text.offsets import Span

_LONGEST = 120
"""A longer line is running text, and so is the paragraph that it stands in."""
_TITLE = 60
"""A title that was broken off by hand has no more letters."""
_PROSE = 9
"""A sentence of running text has at least so many words. Judged, not measured."""
_MOST = 8
"""Lines of an address or signature at most: by judgement; not measured."""
_ALONE: tuple[ShapeName, ...] = ("subject_label", "date_heading", "paper_code", "labels")
"""What is a line of its own wherever it stands in a paragraph; a name is one beside an office."""
_LINE = re.compile(r"[^\n]*[^\s][^\n]*")


def part_lines(blocks: Sequence[Block], source: str) -> list[Block]:
    """The blocks, each whose lines are of their own parted into them."""
    return [piece for block in blocks for piece in _parted(block, source)]


def _parted(block: Block, source: str) -> Iterator[Block]:
    """A block of one stretch whose lines are of their own, line by line; any other as it is."""
    begin, end = block.spans[0]
    free = block.kind in (None, PassageKind.FURNITURE) and block.place is None and len(block.spans) == 1
    spans = [found.span() for found in _LINE.finditer(source, begin, end)] if free else []
    texts = [source[first:last].strip() for first, last in spans]
    if len(spans) > 1 and _titles(texts):
        yield _piece(block, spans[0], block.gap)
        yield _piece(block, (spans[1][0], end), 0)
        return
    if not 1 < len(spans) <= _MOST or max(map(len, texts)) > _LONGEST or not _own(texts):
        yield block
        return
    for at, span in enumerate(spans):
        yield _piece(block, span, 0 if at else block.gap)


def _titles(texts: Sequence[str]) -> bool:
    """Whether the first line stands above running text as its title does: short, with a capital, and no sentence."""
    first, below = texts[0], texts[1]
    whole = first[0].isupper() and first[-1].isalnum() and len(first) <= _TITLE
    return whole and below[0].isupper() and below[-1] in ".?!" and len(below.split()) >= _PROSE


def _piece(block: Block, span: Span, gap: int) -> Block:
    return replace(part_of(block, span), gap=gap, lines=1)


def _own(texts: Sequence[str]) -> bool:
    """Whether some line says that the lines are of their own."""
    names = any(match("person", text) for text in texts)
    offices = any(match("function", text) or match("office", text) for text in texts)
    told = any(labelled_date(text) or match("subject_label", text.partition(":")[0]) for text in texts)
    return (names and offices) or told or any(match(name, text) for text in texts for name in _ALONE)
