"""What a quote is about."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.extraction.analysed_sentence import analyse_sentence
from tracker.extraction.topic import subject_before, topic_of

DAY = dt.date(2025, 1, 6)
BEFORE_RELATIVE = [
    ("Wij verwachten ", "dat het plan in mei verschijnt.", False),
    ("Scholen voor bouwers zijn blij, ", "dat het plan verschijnt.", False),
    ("Wij steunen scholen met de gids voor bouwers, ", "die in mei verschijnt.", True),
    ("Wij steunen scholen volgens het plan voor bouwers ", "dat in mei 2024 is vastgesteld.", True),
]


@pytest.mark.parametrize(("before", "quote", "named"), BEFORE_RELATIVE)
def test_a_relative_clause_begins_with_the_noun_before_it(before: str, quote: str, *, named: bool) -> None:
    assert ("bouwers" in topic_of(quote, quote, analyse_sentence(before + quote, DAY))) is named


SUBJECT_BEFORE = [
    ("De visatlas is vertraagd en ", "de kade gaat in mei open.", ()),
    ("Wij maken een visatlas en ", "sturen die in mei op.", ()),
    ("", "De visatlas komt in mei.", ()),
    ("De visatlas is vertraagd en ", "komt in mei.", ("de", "visatlas")),
    ("Het plan voor de kade kon niet worden afgerond en ", "volgt in mei.", ("het", "plan", "voor", "de", "kade")),
]


@pytest.mark.parametrize(("before", "quote", "subject"), SUBJECT_BEFORE)
def test_a_clause_goes_on_with_the_subject_before_it(before: str, quote: str, subject: tuple[str, ...]) -> None:
    sentence = analyse_sentence(before + quote, DAY)
    assert subject_before(quote, sentence) == subject
    assert topic_of(quote, quote, sentence)[: len(subject)] == subject


@pytest.mark.parametrize("opener", ["Nadat de kaart van de dijk is opgeleverd", "Zodra de kaart van de dijk er is"])
def test_after_what_something_is_done_is_left_out(opener: str) -> None:
    quote = f"{opener}, stellen wij het plan op."
    found = topic_of(quote, quote, analyse_sentence(quote, DAY))
    assert "kaart" not in found
    assert "plan" in found


def test_a_quote_that_only_tells_what_was_done_before_is_about_that() -> None:
    quote = "Nadat de kaart in mei 2024 is opgeleverd"
    assert "kaart" in topic_of(quote, quote, analyse_sentence(f"{quote}, volgt het plan.", DAY))


def test_a_quote_whose_sentence_is_not_known_is_about_its_words() -> None:
    assert topic_of("die in mei verschijnt", "die verschijnt", None) == ("die", "verschijnt")
