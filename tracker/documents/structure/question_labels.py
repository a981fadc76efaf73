"""The labels of questions and answers among blocks: numbered ones always, others where they come in pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto

from msgspec import Struct
from msgspec.structs import replace

from tracker.documents.layout.blocks import Block, printed_words
from tracker.documents.layout.patterns import ShapeName, match
from tracker.model import PassageKind


class LabelRole(Enum):
    """What a label begins in a list of questions and answers."""

    QUESTION = auto()
    ANSWER = auto()


class QuestionLabel(Struct, frozen=True):
    """A label, and whether it is one only for the labels around it: such a one is no section of its own."""

    role: LabelRole
    loose: bool


_NAMES: tuple[tuple[ShapeName, LabelRole, bool], ...] = (
    ("question_label", LabelRole.QUESTION, False),
    ("answer_label", LabelRole.ANSWER, False),
    ("question_loose", LabelRole.QUESTION, True),
    ("answer_loose", LabelRole.ANSWER, True),
    ("question_preamble", LabelRole.QUESTION, True),
)


def find_labels(blocks: Sequence[Block], source: str) -> dict[int, QuestionLabel]:
    """The labels by their positions.

    A loose label of a question is one where that of an answer comes next, something is asked between them, and no
    letter begins there; a loose label of an answer is one where a question is open. A preamble belongs to the question
    right below it.
    """
    found = [(at, label) for at, block in enumerate(blocks) if (label := _label(block, source))]
    ends = [*(at for at, _ in found[1:]), len(blocks)][: len(found)]
    kept: dict[int, QuestionLabel] = {}
    last: LabelRole | None = None
    for number, ((at, label), end) in enumerate(zip(found, ends, strict=True)):
        preamble = match("question_preamble", printed_words(blocks[at], source).strip())
        if preamble:
            below = printed_words(blocks[end], source) if end < len(blocks) else ""
            if not _leads(
                preamble["number"], below, answered=any(one.role is LabelRole.ANSWER for one in kept.values())
            ):
                continue
        elif label.loose:
            after = found[number + 1][1].role if number + 1 < len(found) else None
            asks = label.role is LabelRole.QUESTION
            if not (
                after is LabelRole.ANSWER and _asks(blocks[at + 1 : end], source)
                if asks
                else last is LabelRole.QUESTION
            ):
                continue
        kept[at] = label
        last = label.role
    return kept


def _leads(number: str | None, below: str, *, answered: bool) -> bool:
    """Whether a preamble stands above its question: the one of its number, or any before the first answer.

    Below an answer it is the author's.
    """
    asks = match("question_label", below) or match("question_loose", below)
    return bool(asks) and (number in re.findall(r"\d+[a-z]?", below) if number else not answered)


def is_whole(name: ShapeName, text: str) -> bool:
    """Whether a text is what a shape describes and nothing more."""
    found = match(name, text)
    return found is not None and found.end() == len(text)


def part_labels(blocks: Sequence[Block], source: str) -> list[Block]:
    """The blocks, each that begins with a label and goes on with the question or the answer in two."""
    coded = any(
        "?" in printed_words(block, source) and match("question_code", printed_words(block, source)) for block in blocks
    )
    return [piece for block in blocks for piece in _part(block, source, coded=coded)]


def _label(block: Block, source: str) -> QuestionLabel | None:
    if block.kind not in (None, PassageKind.HEADING) or block.place is not None:
        return None
    text = printed_words(block, source).strip()
    return next((QuestionLabel(role, loose) for name, role, loose in _NAMES if is_whole(name, text)), None)


def _asks(between: Sequence[Block], source: str) -> bool:
    texts = [printed_words(block, source) for block in between]
    return any("?" in text for text in texts) and not any(match("salutation", text) for text in texts)


def _part(block: Block, source: str, *, coded: bool) -> Iterator[Block]:
    begin, end = block.spans[0]
    first = source[begin:end]
    asks = match("question_start", first) or (match("question_code", first) if coded else None)
    label = asks or match("answer_start", first) or (match("answer_code", first) if coded else None)
    if block.kind is not None or block.place is not None or label is None:
        yield block
        return
    rest = begin + label.end()
    inline = label.groupdict().get("asks", "code") and (not asks or "?" in printed_words(block, source))
    if (rest == end and len(block.spans) == 1) or not (rest == end or source[rest] == "\n" or inline):
        yield block
        return
    spans = (*(((rest, end),) if source[rest:end].strip() else ()), *block.spans[1:])
    head = tuple(cut for cut in block.cuts if cut.end <= rest)
    yield replace(block, spans=((begin, rest),), cuts=head, lines=1)
    yield replace(block, spans=spans, cuts=tuple(cut for cut in block.cuts if cut.end > rest), gap=0)
