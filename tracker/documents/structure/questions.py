"""Answers to questions: the label of a question is a section, its words are quoted, only the answer is the author's.

In a list whose questions have a number without a word ("71."), number and question are one heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from tracker.documents.layout.blocks import Block, is_undecided, printed_words, table_rows
from tracker.documents.layout.list_markers import label_of
from tracker.documents.layout.patterns import match
from tracker.documents.structure.question_labels import (
    LabelRole,
    QuestionLabel,
    find_labels,
    is_whole,
    part_labels,
)
from tracker.model import PassageKind

_AFTER = 60
"""After its last question mark a question has no more letters."""
_NUMBER = re.compile(r"(\d{1,3})\.?$")


def mark_questions(blocks: Sequence[Block], source: str) -> list[Block]:
    """The blocks, with each "Vraag 3" a heading, the question below it a quote, and "Antwoord 3" no heading.

    A loose label ("Reactie van het college") stays what it is.
    """
    marked = part_labels(list(_freed(blocks, source)), source)
    labels = find_labels(marked, source)
    answers = [at for at, label in labels.items() if label.role is LabelRole.ANSWER]
    for at in _unlabelled(marked, labels, source):
        marked[at] = replace(marked[at], kind=PassageKind.QUOTE)
        if at and _number(marked[at - 1], source):
            marked[at - 1] = replace(marked[at - 1], kind=PassageKind.HEADING, level=1)
    for (at, label), end in zip(labels.items(), [*list(labels)[1:], len(marked)], strict=False):
        if not label.loose:
            marked[at] = _settled(marked[at], label.role)
        if label.role is LabelRole.ANSWER:
            continue
        answered = bool(answers) and at < answers[-1]
        for inside in range(at + 1, end if answered else _last_asking(marked, at, end, source) + 1):
            if marked[inside].kind in (None, PassageKind.LIST_ITEM):
                marked[inside] = replace(marked[inside], kind=PassageKind.QUOTE)
    return marked


def _settled(label: Block, role: LabelRole) -> Block:
    """A numbered label as a heading of the level that its format gives it, that of an answer as a paragraph."""
    if role is LabelRole.ANSWER:
        return replace(label, kind=PassageKind.PARAGRAPH, level=None)
    return replace(label, kind=PassageKind.HEADING, level=label.level or 1)


def _freed(blocks: Sequence[Block], source: str) -> Iterator[Block]:
    """The blocks, those of a table whose rows begin with the labels of questions and answers out of their cells."""
    for table, group in groupby(blocks, lambda block: block.place.table if block.place else None):
        cells = list(group)
        labels = [printed_words(row[0], source) for row in table_rows(cells)] if table is not None else []
        asked = [label for label in labels if is_whole("question_label", label) or is_whole("question_loose", label)]
        said = [label for label in labels if is_whole("answer_label", label) or is_whole("answer_loose", label)]
        listed = bool(asked and said) and len(asked) + len(said) == len(labels)
        yield from (replace(cell, place=None) for cell in cells) if listed else cells


def _unlabelled(blocks: Sequence[Block], labels: dict[int, QuestionLabel], source: str) -> Iterator[int]:
    """The questions that have no label but a number perhaps, each right above the label of its answer or its column."""
    last = 0
    for at, label in labels.items():
        above = at - 1
        while label.role is LabelRole.ANSWER and last <= above and _asks(blocks[above], source):
            yield above
            if label_of(printed_words(blocks[above], source)) is not None and _counts(blocks[above], source):
                break
            above -= 1
        last = at + 1
    yield from (at for at, block in enumerate(blocks) if block.place and _in_questions(blocks, block))


def _asks(block: Block, source: str) -> bool:
    free = block.kind in (None, PassageKind.LIST_ITEM) and block.place is None
    return free and ("?" in printed_words(block, source) or _counts(block, source))


def _counts(block: Block, source: str) -> bool:
    """Whether a block begins with a figure that counts it."""
    label = label_of(printed_words(block, source))
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
        words = printed_words(blocks[at], source)
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
        if number and after is not None and is_undecided(after) and _only_asks(printed_words(after, source)):
            joined.append(_one(this, after))
            last, at = number, at + 1
        elif number and last and number == last + 1:
            joined.append(replace(this, kind=PassageKind.HEADING))
            last = number
        else:
            joined.append(this)
        at += 1
    return joined


def _number(block: Block, source: str) -> int:
    """The number that is all that a block says, else 0."""
    alone = _NUMBER.match(printed_words(block, source)) if is_undecided(block) and len(block.spans) == 1 else None
    return int(alone[1]) if alone else 0


def _one(number: Block, question: Block) -> Block:
    spans = (*number.spans, *question.spans)
    return replace(number, spans=spans, cuts=(*number.cuts, *question.cuts), kind=PassageKind.HEADING, lines=len(spans))


def _only_asks(text: str) -> bool:
    """Whether a text asks and says little more: what is told at length after a question is its answer."""
    _, asked, said = text.rpartition("?")
    return bool(asked) and len(said) < _AFTER and not match("answers_plainly", said.strip())
