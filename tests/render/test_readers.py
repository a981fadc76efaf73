"""The readers' table of `tracker explain`."""

from __future__ import annotations

import pytest

from tracker.extraction.learned.opinions import Opinion
from tracker.i18n.catalog import speaking
from tracker.render.readers import render
from tracker.views.text_style import TextStyle

RULES = Opinion("rules", 0.9, 0.8, 0.0, ("inform.parliament",))
STACK = Opinion("stack", 0.7, 0.6, 0.1, ("rules +1.20", "linear -0.10"))
ENCODER = Opinion("encoder", 0.5, 0.4, 0.3)


def test_nothing_where_nobody_judged() -> None:
    assert render((), TextStyle(width=80)) == ""


@pytest.mark.parametrize(
    ("language", "words", "meaning"),
    [
        ("en", ["Readers", "promise", "rules +1.20, words and facts -0.10"], "whoever the letter is for"),
        ("nl", ["Lezers", "toezegging", "regels"], "Toegezegd wordt"),
        ("", ["Readers"], "inform.parliament"),
    ],
)
def test_each_reader_with_its_reasons(language: str, words: list[str], meaning: str) -> None:
    with speaking(language):
        shown = render((RULES, STACK), TextStyle(width=80))
    assert all(word in shown for word in words)
    assert meaning in shown
    assert "[encoder]" in shown


def test_an_encoder_that_was_asked_is_not_called_silent() -> None:
    assert "[encoder]" not in render((RULES, ENCODER, STACK), TextStyle(width=80))
