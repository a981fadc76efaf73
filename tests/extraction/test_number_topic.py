"""What words around a number say that its promise is about, without those that speak of a promise."""

from __future__ import annotations

import pytest

from tracker.extraction.number_topic import parts_of, pledges, says_nothing, terms_in, things_in, topic_before
from tracker.text.tokens import tokenize


@pytest.mark.parametrize(
    "text", ["", "Toezegging ", "Zoals toegezegd aan het lid Van Dijk (", "Zoals toegezegd in het debat over havens ("]
)
def test_a_promise_to_whom_and_on_which_occasion_is_about_nothing(text: str) -> None:
    assert topic_before(text) == []


def test_what_comes_after_a_promise_is_what_it_is_about() -> None:
    assert ("haven",) in topic_before("Zoals toegezegd komt er een rapport over de havens (")


def test_numbers_and_what_calls_them_say_nothing() -> None:
    assert says_nothing("toezegging TZ202402-158 met nummer ")
    assert not says_nothing("toezegging over de havens")
    assert terms_in("toezegging TZ202402-158") == []


def test_a_compound_has_parts_and_verbs_are_no_things() -> None:
    assert "haven" in parts_of("de havenkaart")
    assert not things_in("te sturen")


def test_words_that_promise_are_known() -> None:
    assert pledges(tokenize("de toezegging"))
    assert not pledges(tokenize("de haven"))
