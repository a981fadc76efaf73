"""How a sentence is read, and why it is no promise."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.render.explain import render
from tracker.views.text_style import TextStyle

DAY = dt.date(2023, 6, 20)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param("De motie verzoekt de regering om een plan te maken.", "commitments: no", id="what a motion asks"),
        pytest.param("Het weer was vorig jaar goed.", "Nothing in it is read as a promise", id="a fact"),
        pytest.param("In oktober informeren we u hierover.", "2023-10-01..2023-10-31", id="a month"),
        pytest.param("In oktober informeren we u hierover.", "firm, inform, by cabinet", id="a promise"),
    ],
)
def test_the_reading_is_told(words: str, told: str) -> None:
    assert told in render(words, DAY, TextStyle())


def test_without_a_date_relative_words_have_no_dates() -> None:
    out = render("In oktober informeren we u hierover.", None, TextStyle())
    assert "give its date with --date" in out
    assert "due" not in out


def test_nothing_said_is_no_fault() -> None:
    assert "Nothing" in render("", DAY, TextStyle())
