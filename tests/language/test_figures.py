from __future__ import annotations

import pytest

from tracker.language.figures import figure_pattern
from tracker.storage.cache import noted


@pytest.mark.parametrize(
    "text",
    [
        "1 augustus 2024",
        "1 augustus",
        "€ 2,5 mln",
        "EUR 100",
        "12,5%",
        "80 procent",
        "20 miljoen euro",
        "2 mrd.",
        "30 duizend euro",
    ],
)
def test_a_figure_is_one(text: str) -> None:
    """Dates, amounts and shares are found whole."""
    match = figure_pattern().fullmatch(text)
    assert match is not None


@pytest.mark.parametrize("text", ["augustus", "12 scholen", "2024", "miljoen", "5 miljard."])
def test_what_is_no_figure(text: str) -> None:
    """A bare number or word is none, and the end of a sentence no part of one."""
    assert figure_pattern().fullmatch(text) is None


def test_what_it_is_made_of_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first screen of the terminal UI shows word edits, and is not to wait for tables of the language."""
    figure_pattern.cache_clear()
    with noted():
        made = figure_pattern()
        figure_pattern.cache_clear()
        monkeypatch.setattr("tracker.language.figures.word_list", lambda *_: pytest.fail("read anew"))
        assert figure_pattern() == made
