"""Numbers of headings that stand on a line of their own, before or after the title that they belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from tracker.documents.layout.blocks import Block, Cut, is_undecided, printed_words
from tracker.documents.structure.candidates import BOLD
from tracker.model import PassageKind
from tracker.text.offsets import Span

_NUMBER = re.compile(r"\d{1,2}(\.\d{1,2})+\.?$")
_REMARK = 3
"""A remark in brackets below a title has at most so many lines."""
_TITLE = 200
"""Characters of a title at most."""
_TEXT = 120
"""What follows a title is longer than this."""


def join_numbers(blocks: Sequence[Block], source: str) -> list[Block]:
    """The blocks, with each lone number ("2.1") and the title beside it made one heading, where text follows."""
    joined = list(blocks)
    at = 0
    while at < len(joined) - 1:
        if _alone(joined[at], source):
            if _titles(joined, at + 1, source) and _is_text(joined, at + 2, source):
                joined[at : at + 2] = [_one(joined[at], joined[at + 1])]
            elif at and _titles(joined, at - 1, source) and _is_text(joined, at + 1, source):
                joined[at - 1 : at + 1] = [_one(joined[at], joined[at - 1])]
                continue
        at += 1
    return joined


def join_titles(blocks: Sequence[Block], source: str) -> list[Block]:
    """The blocks, with a bold line that goes on in a second bold line, or between brackets right below, made one.

    So is the item of a list above a paragraph, where the remark in brackets between them is set off by its type.
    """
    joined: list[Block] = []
    for at, block in enumerate(blocks):
        if joined and _remarks(joined[-1], block, blocks[at + 1 : at + 2], source):
            item = joined[-1]
            joined[-1] = replace(
                item, kind=PassageKind.HEADING, spans=(*item.spans, *block.spans), cuts=(*item.cuts, *block.cuts)
            )
            continue
        lines = _bracketed(joined[-1], block, source) if joined else 0
        if joined and (lines or _goes_on(joined[-1], block, source)):
            before, count = joined[-1], lines or len(block.spans)
            joined[-1] = replace(
                before,
                spans=(*before.spans, *block.spans[:count]),
                cuts=(*before.cuts, *_cuts(block, block.spans[:count])),
            )
            rest = block.spans[count:]
            if rest:
                joined.append(replace(block, spans=rest, cuts=_cuts(block, rest), lines=len(rest)))
        else:
            joined.append(block)
    return joined


def _remarks(item: Block, block: Block, after: Sequence[Block], source: str) -> bool:
    """Whether a block is a remark in italics, in brackets, between an item of one line and a paragraph."""
    bulleted = item.kind is PassageKind.LIST_ITEM and item.place is None and len(item.spans) == 1
    if not (bulleted and is_undecided(block) and not block.gap and after and is_undecided(after[0])):
        return False
    words = printed_words(block, source)
    whole = words[0] == "(" and words[-1] == ")" and len(words) <= _TITLE
    return whole and block.emphasis > item.emphasis and after[0].emphasis < block.emphasis and after[0].lines > 1


def _bracketed(before: Block, block: Block, source: str) -> int:
    """How many lines right below a bold line are a remark in brackets that belongs to it."""
    if not (is_undecided(before) and is_undecided(block)) or before.emphasis <= BOLD or block.gap:
        return 0
    text = ""
    for count, (begin, end) in enumerate(block.spans[:_REMARK], start=1):
        text += source[begin:end]
        if text[0] != "(":
            return 0
        if text.count("(") == text.count(")"):
            return count if text[-1] == ")" else 0
    return 0


def _cuts(block: Block, spans: Sequence[Span]) -> tuple[Cut, ...]:
    return tuple(cut for cut in block.cuts if any(begin <= cut.begin <= end for begin, end in spans))


def _goes_on(before: Block, block: Block, source: str) -> bool:
    if not (is_undecided(before) and is_undecided(block) and min(before.emphasis, block.emphasis) > BOLD):
        return False
    return (
        not block.gap
        and printed_words(block, source)[:1].islower()
        and printed_words(before, source)[-1] not in ".?!:;"
    )


def _alone(block: Block, source: str) -> bool:
    return is_undecided(block) and len(block.spans) == 1 and bool(_NUMBER.match(printed_words(block, source)))


def _titles(blocks: Sequence[Block], at: int, source: str) -> bool:
    text = printed_words(blocks[at], source)
    return is_undecided(blocks[at]) and text[:1].isupper() and len(text) <= _TITLE and text[-1] not in ":;,?"


def _is_text(blocks: Sequence[Block], at: int, source: str) -> bool:
    return at < len(blocks) and is_undecided(blocks[at]) and len(printed_words(blocks[at], source)) > _TEXT


def _one(number: Block, title: Block) -> Block:
    spans = (*number.spans, *title.spans)
    return replace(title, spans=spans, kind=PassageKind.HEADING, lines=len(spans))
