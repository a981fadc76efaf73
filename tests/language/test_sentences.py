"""Sentences end where Dutch ends them; every word is in one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.language.sentences import split_sentences

ONE = [
    "De motie van het lid Visser c.s. vraagt dit (Kamerstuk 27 923, nr. 443).",
    "Dit gaat o.a. over 2.000 plaatsen d.m.v. nieuwbouw.",
    "Hiervoor is € 8 mln. Per jaar beschikbaar.",
    "Op 18 mei jl. zijn de eerste afspraken gemaakt.",
]
TWO = [
    "Het bedrag stijgt van € 1 mln. naar € 2 mln. In 2026 volgt de rest.",
    "Dat is op 18 mei jl. besproken. De brief volgt.",
    "Lukt dat? Ik denk het wel.",
]


@pytest.mark.parametrize("text", ONE)
def test_an_abbreviation_does_not_end_a_sentence(text: str) -> None:
    assert split_sentences(text) == ((0, len(text)),)


@pytest.mark.parametrize("text", TWO)
def test_two_sentences(text: str) -> None:
    assert len(split_sentences(text)) == 2


@given(st.text(alphabet="Ab c.?!nr1 mln", max_size=60))
def test_every_word_is_in_a_sentence(text: str) -> None:
    kept = "".join(text[begin:end] for begin, end in split_sentences(text))
    assert "".join(kept.split()) == "".join(text.split())
