"""Marks of notes that stand in the text as signs: "[3]" and "³" are no words, and what begins with one is its note."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from tracker.documents.layout.blocks import Block, Cut
from tracker.documents.layout.list_markers import in_formula
from tracker.model import PassageKind
from tracker.text.offsets import Span

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_MARKS = re.compile(
    rf"(?<=[^\W\d_])[{_RAISED}]{{1,3}}(?!\w)|(?<=[.,;:!?)\]»”’])[{_RAISED}]{{1,3}}(?!\w)|(?:\[\d{{1,3}}\])+"
)
_ONE = re.compile(rf"\[\d+\]|[{_RAISED}]+")
_BEGINS = re.compile(rf"(\[\d{{1,3}}\]|[{_RAISED}]{{1,3}})\s*(?=[^\W_])")
_FIGURES = str.maketrans(_RAISED, "0123456789")
_NEAR = 8
"""So many signs before a raised figure tell whether it is a power or counts atoms."""
_NOTED = (None, PassageKind.LIST_ITEM, PassageKind.HEADING)
"""What a note looks like to who reads the format."""


def set_notes_apart(blocks: Sequence[Block], source: str) -> list[Block]:
    """The blocks without the marks in their words, and those that begin with a mark seen before as notes."""
    seen: set[str] = set()
    found: list[Block] = []
    for block in blocks:
        if block.kind is PassageKind.FURNITURE:
            found.append(block)
            continue
        begins = _BEGINS.match(source, *block.spans[0])
        if begins and begins[1] in seen and block.kind in _NOTED and block.place is None:
            first = (begins.end(), block.spans[0][1])
            spans = (first, *block.spans[1:])
            found.append(replace(block, kind=PassageKind.FOOTNOTE, mark=begins[1], spans=spans))
            continue
        cuts = [cut for span in block.spans for cut in _cuts(source, span)]
        taken = {at for one in block.cuts for at in range(one.begin, one.end)} if cuts else set[int]()
        fresh = [cut for cut in cuts if taken.isdisjoint(range(cut.begin, cut.end))]
        seen.update(mark for cut in fresh for mark in cut.marks)
        found.append(replace(block, cuts=tuple(sorted([*block.cuts, *fresh], key=_begin))) if fresh else block)
    return found


def _begin(cut: Cut) -> int:
    return cut.begin


def _cuts(source: str, span: Span) -> Iterator[Cut]:
    """The marks in a stretch, but for one that it begins with."""
    for mark in _MARKS.finditer(source, *span):
        figure = mark.group().translate(_FIGURES)
        power = figure.isdecimal() and in_formula(source[max(span[0], mark.start() - _NEAR) : mark.start()], figure)
        if source[span[0] : mark.start()].strip() and not power:
            yield Cut(*mark.span(), tuple(_ONE.findall(mark.group())))
