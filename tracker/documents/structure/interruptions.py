"""Sentences that a table, a box, a figure or a note cuts in two: what goes on below belongs to what stands above."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from tracker.documents.layout.blocks import Block
from tracker.documents.layout.list_markers import BULLET, label_of
from tracker.documents.layout.patterns import match, phrases

_REACH = 6
"""What stands between has at most so many paragraphs of its own."""
_ENDS = ".?!:;»”\"’'"
_LONG = 40
"""A shorter line breaks off no sentence: it is a title, a label or a value."""
_FULL = 0.85
"""The last line before the cut is as long as the longest of its paragraph, but for this."""
_EMPHASIS = 0.5
"""Blocks whose emphasis differs by less look alike: by judgement; not measured."""


def join_interrupted(blocks: Sequence[Block], source: str) -> list[Block]:
    """The blocks, with the rest of a sentence that something stands in the middle of at its begin."""
    joined = list(blocks)
    at = 0
    while at < len(joined):
        rest = _rest(joined, at, source)
        if rest is not None:
            low = joined.pop(rest)
            top = joined[at]
            joined[at] = replace(
                top, spans=(*top.spans, *low.spans), cuts=(*top.cuts, *low.cuts), lines=top.lines + low.lines
            )
        else:
            at += 1
    return joined


def _rest(blocks: Sequence[Block], at: int, source: str) -> int | None:
    """The position of the block that goes on with the sentence which block `at` breaks off, past what cuts it."""
    top = blocks[at]
    if not _free(top) or not _breaks_off(top, source):
        return None
    between: list[str] = []
    for low in range(at + 1, len(blocks)):
        block = blocks[low]
        if not _free(block):
            if block.place is None:
                return None
            continue
        text = _stripped_words(block, source)
        if low > at + 1 and _goes_on(block, top, text, source) and _whole(between, top, source):
            return low
        between.append(text)
        if len(between) > _REACH or block.page is None or top.page is None or block.page > top.page + 1:
            return None
    return None


def _free(block: Block) -> bool:
    return block.kind is None and block.place is None and block.hard and block.mark is None


def _breaks_off(block: Block, source: str) -> bool:
    """Whether a paragraph ends in the middle of a sentence."""
    text = _stripped_words(block, source)
    return len(text) > _LONG and text[-1] not in _ENDS and label_of(text) is None and not match("caption", text)


def _goes_on(block: Block, top: Block, text: str, source: str) -> bool:
    """Whether a paragraph begins in the middle of a sentence, in the type of the one that breaks off."""
    small = text[:1].islower() or (text[:1].isdigit() and _wants_more(top, source))
    small = small or (_is_name(text) and _stripped_words(top, source).split()[-1].casefold() in phrases().unfinished)
    begins = label_of(text) is not None or BULLET.match(text)
    return small and not begins and len(text) > _LONG and abs(block.emphasis - top.emphasis) < _EMPHASIS


def _is_name(text: str) -> bool:
    """Whether a text begins with a name of several words, as a sentence that goes on may."""
    first, second, *_ = [*text.split(maxsplit=2), "", ""]
    return first.isalpha() and first[0].isupper() and second[:1].isupper()


def _whole(between: Sequence[str], top: Block, source: str) -> bool:
    """Whether what stands between is whole by itself: captions, or text that ends below a paragraph that wants more."""
    texts = [text for text in between if not match("caption", text)]
    if not texts:
        return True
    return _wants_more(top, source) and texts[-1][-1] in _ENDS and not any(text[:1].islower() for text in texts)


def _wants_more(block: Block, source: str) -> bool:
    """Whether a paragraph ends in a word that something must follow, or fills its last line."""
    lines = [source[begin:end].strip() for begin, end in block.spans]
    last = lines[-1]
    filled = len(lines) > 1 and len(last) >= _FULL * max(map(len, lines))
    return last[-1] == "," or filled or last.split()[-1].casefold() in phrases().unfinished


def _stripped_words(block: Block, source: str) -> str:
    return " ".join(source[begin:end].strip() for begin, end in block.spans).strip()
