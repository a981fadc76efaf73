"""The footnotes of a sentence."""

from __future__ import annotations

import pytest

from tracker.extraction.footnotes import footnotes_of
from tracker.model import NoteMark, Passage, PassageKind

SENTENCES = ("De haven is diep.", "De kade is nieuw.")
TEXT = " ".join(SENTENCES)
NOTED = Passage("p", None, PassageKind.PARAGRAPH, TEXT, (), 1, notes=(NoteMark(8, "1"), NoteMark(len(TEXT), "2")))
NOTES = tuple(Passage(f"n{at}", None, PassageKind.FOOTNOTE, f"Noot {at}.", (), 2, mark=str(at)) for at in (1, 2, 3))


@pytest.mark.parametrize(
    ("sentence", "found"), [(SENTENCES[0], ["Noot 1."]), (SENTENCES[1], ["Noot 2."]), ("Iets anders.", [])]
)
def test_a_sentence_has_the_notes_whose_marks_stand_in_it(sentence: str, found: list[str]) -> None:
    assert list(footnotes_of((NOTED, *NOTES), NOTED, sentence)) == found
