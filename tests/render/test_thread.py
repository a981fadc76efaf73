"""`tracker thread`: one promise, letter by letter."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.ledgers import LAPSED, POSTPONED, PROMISED, SMALL
from tracker.ledger.queries import Index
from tracker.model import Thread
from tracker.render.thread import OTHERS, render
from tracker.views.text_style import TextStyle


def told(thread: Thread, *others: Thread) -> str:
    return render(Index(SMALL), thread, others, TextStyle(120))


def test_each_letter_says_what_it_said_and_the_slip_has_its_days() -> None:
    text = told(POSTPONED)
    order = ["2020-03-02", "promised", "2021-09-01", "postponed", "730 days", "omdat het slib vervuild was"]
    assert [text.find(word) >= 0 for word in order] == [True] * len(order)
    assert text.index("2020-03-02") < text.index("2021-09-01") < text.index("omdat het slib")


def test_a_slip_that_nobody_explains_is_said_to_be_so() -> None:
    (slip,) = POSTPONED.slips
    silent = replace(POSTPONED, slips=(replace(slip, explained=""),))
    assert "omdat" not in told(silent).partition("730 days")[2].splitlines()[0]


def test_the_letters_searched_in_vain_are_named() -> None:
    assert "0.11" in told(LAPSED)
    assert "0.11" not in told(PROMISED)


@pytest.mark.parametrize(("count", "more"), [(0, False), (OTHERS, False), (OTHERS + 3, True)])
def test_others_that_the_words_fit_are_listed_to_a_limit(count: int, more: bool) -> None:
    others = tuple(replace(PROMISED, id=f"t-{at:04}") for at in range(count))
    text = told(POSTPONED, *others)
    assert sum(f"t-{at:04}" in text for at in range(count)) == min(count, OTHERS)
    assert ("3 more" in text) is more
