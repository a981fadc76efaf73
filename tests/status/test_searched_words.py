"""The words by which a letter is searched: of what speaks, and of its sentences; read once."""

from __future__ import annotations

import pytest

from tracker.extraction import AnalysedLetter, analyse
from tracker.model import Letter, Passage, PassageKind
from tracker.status.searched_words import searched_words

TEXTS = {
    PassageKind.FURNITURE: "Pagina drie",
    PassageKind.SIGNATURE: "De minister van Bruggen",
    PassageKind.PARAGRAPH: "Het beleidsplan sport komt in mei. De tunnel blijft dicht.",
}


def letter(*kinds: PassageKind) -> Letter:
    passages = tuple(Passage(f"a/p{at}", None, kind, TEXTS[kind], (), at + 1) for at, kind in enumerate(kinds))
    return Letter("a", "a.txt", "", passages, ())


def test_only_what_speaks_is_searched_as_a_passage() -> None:
    found = searched_words(analyse(letter(*TEXTS))).passages
    assert [row.place for row in found] == [2]
    assert {"tunnel", "sport"} <= found[0].stems
    assert found[0].subjects == {"sport"}


def test_sentences_are_told_by_their_place_furniture_has_none() -> None:
    found = searched_words(analyse(letter(*TEXTS))).sentences
    assert [row.passage for row in found] == ["a/p1", "a/p2", "a/p2"]
    text = TEXTS[PassageKind.PARAGRAPH]
    assert [text[row.begin : row.end].strip() for row in found[1:]] == [
        "Het beleidsplan sport komt in mei.",
        "De tunnel blijft dicht.",
    ]
    assert "tunnel" in found[2].stems
    assert "tunnel" not in found[1].stems


@pytest.mark.usefixtures("remembering")
def test_a_letter_is_read_once_for_its_words_wherever_it_lies(monkeypatch: pytest.MonkeyPatch) -> None:
    first = searched_words(analyse(letter(PassageKind.PARAGRAPH)))
    asked: list[str] = []
    monkeypatch.setattr(AnalysedLetter, "words_of", lambda _, passage: asked.append(passage) or ())
    monkeypatch.setattr(AnalysedLetter, "split_of", lambda _, passage: asked.append(passage) or ())
    assert searched_words(analyse(letter(PassageKind.PARAGRAPH))) == first
    assert asked == []
    searched_words(analyse(letter(PassageKind.PARAGRAPH, PassageKind.PARAGRAPH)))
    assert asked
