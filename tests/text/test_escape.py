"""No text of a letter is ever a command to the terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.escape import HARMFUL, is_text, plain


@pytest.mark.parametrize(
    "text",
    [
        "gewone tekst",
        "bèta-techniek",
        "€ 1,5 mln.",
        "[red]markup is text[/]",
        "‘citaat’ – “citaat”",
        "👩‍🏫 voor de klas",
        "日本",
    ],
)
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert plain(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("\x1b[31mrood\x1b[0m", "␛[31mrood␛[0m", id="colour codes"),
        pytest.param("\x1b]0;titel\x07", "␛]0;titel␇", id="window title"),
        pytest.param("\x9b2J", "�2J", id="one-byte control sequence"),
        pytest.param("a\u202eb\u202c", "a�b�", id="direction override"),
        pytest.param("regel\nregel\ttab\u2028eind", "regel regel tab eind", id="white space"),
        pytest.param("on\u00adderwijs", "onderwijs", id="soft hyphen"),
        pytest.param("nul\u200bbreed", "nul�breed", id="invisible space"),
        pytest.param("niets\ufffe\uffff", "niets��", id="no characters"),
        pytest.param("half\ud800", "half�", id="lone surrogate"),
    ],
)
def test_commands_become_visible_signs(text: str, expected: str) -> None:
    assert plain(text) == expected


@given(st.text())
def test_nothing_harmful_is_left_and_twice_is_once(text: str) -> None:
    assert not HARMFUL.search(plain(text))
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize(("words", "whole"), [("", True), ("€ 1,5 mln. 👩‍🏫", True), ("a\udcff", False)], ids=ascii)
def test_bytes_that_are_no_text_are_known(words: str, whole: bool) -> None:
    assert is_text(words) is whole
