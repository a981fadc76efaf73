"""Answers to questions: the label of a question is a section, its words are quoted, only the answer is the author's.

In a list whose questions have a number without a word ("71."), number and question are one heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import groupby

from msgspec.structs import replace

from tracker.documents.layout.blocks import Block, rows_of
from tracker.documents.layout.list_markers import label_of
from tracker.documents.layout.patterns import ShapeName, match
from tracker.model import PassageKind

_AFTER = 60
"""After its last question mark a question has no more letters."""
_NUMBER = re.compile(r"(\d{1,3})\.?$")


class _Role(Enum):
    """What a line is in a list of questions and answers."""

    QUESTION = auto()
    ANSWER = auto()


def mark_questions(blocks: Sequence[Block], source: str) -> list[Block]:
    """The blocks, with each "Vraag 3" a heading, the question below it a quote, and "Antwoord 3" no heading."""
    marked = [piece for block in _freed(blocks, source) for piece in _part(block, source)]
    roles = _roles(marked, source)
    answers = [at for at, role in roles.items() if role is _Role.ANSWER]
    for at in _unlabelled(marked, roles, source):
        marked[at] = replace(marked[at], kind=PassageKind.QUOTE)
    for (at, role), end in zip(roles.items(), [*list(roles)[1:], len(marked)], strict=False):
        if role is _Role.ANSWER:
            marked[at] = replace(marked[at], kind=PassageKind.PARAGRAPH)
            continue
        marked[at] = replace(marked[at], kind=PassageKind.HEADING, level=1)
        answered = bool(answers) and at < answers[-1]
        for inside in range(at + 1, end if answered else _last_asking(marked, at, end, source) + 1):
            if marked[inside].kind in (None, PassageKind.LIST_ITEM):
                marked[inside] = replace(marked[inside], kind=PassageKind.QUOTE)
    return marked


def _freed(blocks: Sequence[Block], source: str) -> Iterator[Block]:
    """The blocks, those of a table whose rows begin with the labels of questions and answers out of their cells."""
    for table, group in groupby(blocks, lambda block: block.place.table if block.place else None):
        cells = list(group)
        labels = [_words(row[0], source) for row in rows_of(cells)] if table is not None else []
        asked = [label for label in labels if _whole("question_label", label)]
        listed = bool(asked) and all(_whole("answer_label", label) or label in asked for label in labels)
        yield from (replace(cell, place=None) for cell in cells) if listed else cells


def _unlabelled(blocks: Sequence[Block], roles: dict[int, _Role], source: str) -> Iterator[int]:
    """The questions that have no label but a number perhaps, each right above the label of its answer or its column."""
    last = 0
    for at, role in roles.items():
        above = at - 1
        while role is _Role.ANSWER and last <= above and _asks(blocks[above], source):
            yield above
            if label_of(_words(blocks[above], source)) is not None and _counts(blocks[above], source):
                break
            above -= 1
        last = at + 1
    yield from (at for at, block in enumerate(blocks) if block.place and _in_questions(blocks, block))


def _asks(block: Block, source: str) -> bool:
    free = block.kind in (None, PassageKind.LIST_ITEM) and block.place is None
    return free and ("?" in _words(block, source) or _counts(block, source))


def _counts(block: Block, source: str) -> bool:
    """Whether a block begins with a figure that counts it."""
    label = label_of(_words(block, source))
    return label is not None and label.kind == "1" and len(label.parts) == 1


def _in_questions(blocks: Sequence[Block], block: Block) -> bool:
    """Whether a cell stands in the column of the questions of a table that has one of answers."""
    place = block.place
    if place is None or place.column is None or block.kind is not None or not match("question_column", place.column):
        return False
    others = {one.place.column for one in blocks if one.place and one.place.table == place.table and one.place.column}
    return any(match("answer_column", other) for other in others)


def _last_asking(blocks: Sequence[Block], label: int, end: int, source: str) -> int:
    """The last block with a question mark below a label, where no label says that the answer begins."""
    last = label
    for at in range(label + 1, end):
        words = _words(blocks[at], source)
        if "?" in words and not _only_asks(words):
            break
        last = at if "?" in words else last
    return last


def join_questions(blocks: Sequence[Block], source: str) -> list[Block]:
    """The blocks, with each lone number and the question below it one heading; a number alone counts on from the last.

    The format itself may number its lists: what it shows to be a heading or an item stays one.
    """
    joined: list[Block] = []
    last, at = 0, 0
    while at < len(blocks):
        this, number = blocks[at], _number(blocks[at], source)
        after = blocks[at + 1] if at + 1 < len(blocks) else None
        if number and after is not None and _undecided(after) and _only_asks(_words(after, source)):
            joined.append(_one(this, after))
            last, at = number, at + 1
        elif number and last and number == last + 1:
            joined.append(replace(this, kind=PassageKind.HEADING))
            last = number
        else:
            joined.append(this)
        at += 1
    return joined


def _roles(blocks: Sequence[Block], source: str) -> dict[int, _Role]:
    """The labels of questions and answers by their positions."""
    roles: dict[int, _Role] = {}
    for at, block in enumerate(blocks):
        text = _words(block, source)
        if _undecided(block) and _whole("question_label", text):
            roles[at] = _Role.QUESTION
        elif _undecided(block) and _whole("answer_label", text):
            roles[at] = _Role.ANSWER
    return roles


def _part(block: Block, source: str) -> list[Block]:
    """A block that begins with a label and goes on with the question or the answer, in two."""
    begin, end = block.spans[0]
    label = match("question_start", source[begin:end]) or match("answer_start", source[begin:end])
    if not _undecided(block) or label is None or (begin + label.end() == end and len(block.spans) == 1):
        return [block]
    rest = begin + label.end()
    own_line = rest == end or source[rest] == "\n"
    if not own_line and not (label["asks"] and "?" in _words(block, source)):
        return [block]
    spans = (*(((rest, end),) if source[rest:end].strip() else ()), *block.spans[1:])
    return [
        replace(block, spans=((begin, rest),), cuts=tuple(cut for cut in block.cuts if cut.end <= rest), lines=1),
        replace(block, spans=spans, cuts=tuple(cut for cut in block.cuts if cut.end > rest), gap=0),
    ]


def _whole(name: ShapeName, text: str) -> bool:
    found = match(name, text)
    return found is not None and found.end() == len(text)


def _number(block: Block, source: str) -> int:
    """The number that is all that a block says, else 0."""
    alone = _NUMBER.match(_words(block, source)) if _undecided(block) and len(block.spans) == 1 else None
    return int(alone[1]) if alone else 0


def _one(number: Block, question: Block) -> Block:
    spans = (*number.spans, *question.spans)
    return replace(number, spans=spans, cuts=(*number.cuts, *question.cuts), kind=PassageKind.HEADING, lines=len(spans))


def _undecided(block: Block) -> bool:
    return block.kind is None and block.place is None


def _only_asks(text: str) -> bool:
    """Whether a text asks and says little more: what is told at length after a question is its answer."""
    return "?" in text and len(text) - text.rindex("?") <= _AFTER


def _words(block: Block, source: str) -> str:
    return " ".join(source[begin:end] for begin, end in block.spans)
