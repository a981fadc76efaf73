"""The filter is completed to the value that keeps most, and only in its last token."""

from __future__ import annotations

import asyncio

import pytest

from tui.screens.completion import FilterSuggester

OFFERS = (("status:postponed", 3), ("status:promised", 2))


@pytest.mark.parametrize(
    ("typed", "offered", "whole"),
    [
        ("haven", (), None),
        ("status:p", OFFERS, "status:postponed"),
        ("-regio status:p", OFFERS, "-regio status:postponed"),
    ],
)
def test_the_last_token_is_made_whole(typed: str, offered: tuple[tuple[str, int], ...], whole: str | None) -> None:
    suggester = FilterSuggester(lambda _: offered)
    assert asyncio.run(suggester.get_suggestion(typed)) == whole
