"""The colours of statuses: in each mode and theme, and those of no status none."""

from __future__ import annotations

import re

import pytest

from tracker.model import Status
from tracker.views.colours import colour_table, page, screen, terminal


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_each_status_has_a_colour_on_a_page(mode: str) -> None:
    assert {*Status} <= page(mode).keys()
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in page(mode).values())


def test_light_and_dark_differ() -> None:
    assert page("light") != page("dark")


def test_a_terminal_knows_each_status_and_nothing_else() -> None:
    assert all(terminal(status) for status in Status)
    assert terminal("no such thing") is None


def test_every_theme_has_them_all() -> None:
    themes = {theme for row in colour_table().values() for theme in row["screen"]}
    assert themes
    assert all(screen(theme).keys() == colour_table().keys() for theme in themes)
