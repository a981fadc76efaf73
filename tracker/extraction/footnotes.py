"""The footnotes of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tracker.model import Passage, PassageKind


def footnotes_of(passages: Iterable[Passage], passage: Passage, sentence: str) -> Iterator[str]:
    """The texts of the footnotes whose marks stand in a sentence of a passage, or right after it."""
    begin = passage.text.find(sentence)
    end = begin + len(sentence)
    marks = {note.mark for note in passage.notes if begin < note.offset <= end} if begin >= 0 else set()
    if marks:
        yield from (one.text for one in passages if one.kind is PassageKind.FOOTNOTE and one.mark in marks)
