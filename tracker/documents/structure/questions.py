"""Lists of questions and answers: a question's number and its words are one heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from tracker.documents.layout.blocks import Block
from tracker.documents.layout.patterns import match
from tracker.model import PassageKind

_NUMBER = re.compile(r"(\d{1,3})\.?$")


def join_questions(blocks: Sequence[Block], source: str) -> list[Block]:
    """The blocks, with each question's number and words made one heading; a number alone counts on from the last."""
    joined: list[Block] = []
    last, at = "", 0
    while at < len(blocks):
        this, number = blocks[at], _number(blocks[at], source)
        if number is not None and at + 1 < len(blocks) and _asks(blocks[at + 1], source):
            joined.append(_one(this, blocks[at + 1]))
            last, at = number, at + 1
        elif number is not None and (not number or (last and int(number) == int(last) + 1)):
            joined.append(replace(this, kind=PassageKind.HEADING))
            last = number
        else:
            joined.append(this)
        at += 1
    return joined


def _number(block: Block, source: str) -> str | None:
    """The number of a question whose label stands alone; empty where the label is in words ("Vraag 3")."""
    if block.kind is not None or block.place is not None or len(block.spans) > 1:
        return None
    text = source[block.spans[0][0] : block.spans[0][1]]
    label = match("question_label", text)
    if label and label.end() == len(text):
        return ""
    alone = _NUMBER.match(text)
    return alone.group(1) if alone else None


def _asks(block: Block, source: str) -> bool:
    text = " ".join(source[begin:end] for begin, end in block.spans)
    return block.kind is None and "?" in text and not match("answer_label", text)


def _one(number: Block, question: Block) -> Block:
    spans = (*number.spans, *question.spans)
    return replace(number, spans=spans, cuts=(*number.cuts, *question.cuts), kind=PassageKind.HEADING, lines=len(spans))
