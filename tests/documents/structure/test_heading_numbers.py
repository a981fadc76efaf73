"""Titles in two blocks: an item of a list and the remark in italics below it."""

from __future__ import annotations

from tracker.documents.layout.blocks import Block
from tracker.documents.structure.heading_numbers import join_titles
from tracker.model import PassageKind

_ITEM, _REMARK, _TEXT = "Een nieuwe brug", "(nadeel in 2031 € 20.000)", "De oude brug is op en wordt vervangen."
_SOURCE = "\n".join([_ITEM, _REMARK, _TEXT])


def _blocks(remark: float, lines: int) -> list[Block]:
    begins = [_SOURCE.index(text) for text in (_ITEM, _REMARK, _TEXT)]
    spans = [((begin, begin + len(text)),) for begin, text in zip(begins, (_ITEM, _REMARK, _TEXT), strict=True)]
    item = Block(spans[0], PassageKind.LIST_ITEM, mark="•")
    return [item, Block(spans[1], gap=0, emphasis=remark), Block(spans[2], gap=0, lines=lines)]


def test_an_item_with_a_remark_in_italics_titles_the_paragraph_below() -> None:
    """A list of measures with what each costs."""
    title, text = join_titles(_blocks(0.5, 2), _SOURCE)
    assert (title.kind, len(title.spans), text.kind) == (PassageKind.HEADING, 2, None)


def test_a_remark_in_the_type_of_the_text_is_none() -> None:
    """Nor is one above a single line."""
    assert [len(join_titles(_blocks(*how), _SOURCE)) for how in ((0.0, 2), (0.5, 1))] == [3, 3]
