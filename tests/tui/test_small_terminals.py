"""In a terminal of 20 by 5 every screen shows what it is about, and a question can be answered."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from tests.tui.driving import keys, play, visible
from tui.app import TrackerApp
from tui.widgets.page import Page
from tui.widgets.rows import Rows

TINY = (20, 5)


@pytest.mark.parametrize("view", ["1", "2", "5", "6", "7"])
def test_rows_are_seen(desk: TrackerApp, view: str) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, view)
        rows = app.screen.query_one(Rows)
        assert rows.size.height >= 3
        assert rows.sees_cursor
        assert rows.render_line(rows.cursor + 1 - round(rows.scroll_offset.y)).text.strip()[2:5] in visible(app)

    play(desk, story, TINY)


def test_text_is_seen(desk: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        for way in ("enter", "3", "4", "5 tab"):
            await keys(pilot, *way.split())
            page = app.screen.query_one(Page)
            assert page.size.height >= 4, way

    play(desk, story, TINY)


def test_a_filter_is_seen_while_it_counts(desk: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        assert "filter" not in visible(app)
        await keys(pilot, "slash", "'kade'")
        assert "kade" in visible(app).splitlines()[1]
        await keys(pilot, "enter")
        assert "kade" in visible(app).splitlines()[1]
        await keys(pilot, "escape")
        assert "kade" not in visible(app).splitlines()[1]

    play(desk, story, TINY)


QUESTIONS = {
    "agreement": ("enter s enter 'seen' enter", "keeps:"),
    "choice": ("enter s", "» postponed"),
    "filter list": ("f", "[ ]"),
    "letters": ("L", "[x]"),
    "day": ("D ctrl+u 'x' enter", "is no day"),
    "help": ("question_mark", "Overview"),
}


def test_a_question_can_be_answered(desk: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        for name, (way, told) in QUESTIONS.items():
            await keys(pilot, "1", *way.split())
            assert told in " ".join(visible(app).split()), name
            await keys(pilot, "escape")

    play(desk, story, TINY)
