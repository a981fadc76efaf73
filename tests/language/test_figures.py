from __future__ import annotations

import pytest

from tracker.language.figures import figures


@pytest.mark.parametrize(
    "text", ["1 augustus 2024", "1 augustus", "€ 2,5 mln", "EUR 100", "12,5%", "80 procent", "20 miljoen euro"]
)
def test_a_figure_is_one(text: str) -> None:
    """Dates, amounts and shares are found whole."""
    match = figures().fullmatch(text)
    assert match is not None


@pytest.mark.parametrize("text", ["augustus", "12 scholen", "2024", "miljoen"])
def test_what_is_no_figure(text: str) -> None:
    """A bare number or word is none."""
    assert figures().fullmatch(text) is None
