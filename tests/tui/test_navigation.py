"""One goes from view to view and to pages on top of them, and back the way one came."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import msgspec
import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.tui.driving import keys, play, settle
from tui.app import TrackerApp
from tui.screens.base import StudyScreen
from tui.screens.overview import OverviewScreen
from tui.screens.thread import ThreadScreen
from tui.state import State
from tui.widgets.masthead import VIEWS
from tui.widgets.rows import Rows
from tui.widgets.searchbar import SearchBar


@pytest.mark.parametrize(
    ("presses", "view", "page"),
    [
        (("2", "escape"), "overview", "overview"),
        (("2", "7", "escape"), "deadlines", "deadlines"),
        (("2", "7", "escape", "escape", "escape"), "overview", "overview"),
        (("2", "7", "2", "escape"), "counts", "counts"),
        (("enter", "l"), "overview", "letters"),
        (("enter", "l", "escape"), "overview", "thread"),
        (("enter", "l", "5", "1"), "overview", "overview"),
    ],
    ids=lambda given: given if isinstance(given, str) else " ".join(given),
)
def test_back_goes_the_way_one_came(desk: TrackerApp, presses: tuple[str, ...], view: str, page: str) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, *presses)
        assert app.current_mode == view
        assert isinstance(app.screen, StudyScreen)
        assert page == app.screen.NAME

    play(desk, story)


def test_a_thread_that_there_is_not_opens_nothing(desk: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        app.open_thread("t-gone")
        app.open_wordings("t-gone")
        await pilot.pause()
        assert len(app.screen_stack) == 1

    play(desk, story)


def test_an_open_thread_is_open_again_the_next_time_at_the_same_step(real: TrackerApp, seeds: Path) -> None:
    places: list[tuple[str, str | None]] = []

    def at(app: TrackerApp) -> tuple[str, str | None]:
        assert isinstance(app.screen, ThreadScreen)
        return app.screen.thread_id, app.screen.page.key

    async def read_on(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "j", "enter", "j", "j")
        places.append(at(app))
        app._leave()

    async def come_back(pilot: Pilot[None], app: TrackerApp) -> None:
        assert at(app) == places[0]
        await keys(pilot, "escape")
        assert isinstance(app.screen, OverviewScreen)
        app._leave()

    async def begin(_: Pilot[None], app: TrackerApp) -> None:
        assert isinstance(app.screen, OverviewScreen)

    play(real, read_on)
    play(TrackerApp(seeds, lang="en", watching=False), come_back)
    play(TrackerApp(seeds, lang="en", watching=False), begin)


def test_an_open_thread_is_open_again_as_far_as_it_was_read_with_what_was_looked_for(
    real: TrackerApp, seeds: Path
) -> None:
    places: list[tuple[int, str]] = []

    def at(app: TrackerApp) -> tuple[int, str]:
        assert isinstance(app.screen, ThreadScreen)
        return round(app.screen.page.scroll_offset.y), app.screen.query_one(SearchBar).words

    async def read_on(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "slash", "'leraren'", "enter", "enter", "slash", "'de'", "enter")
        assert isinstance(app.screen, ThreadScreen)
        app.screen.page.scroll_relative(y=5, animate=False)
        await settle(pilot)
        places.append(at(app))
        app._leave()

    async def come_back(pilot: Pilot[None], app: TrackerApp) -> None:
        await settle(pilot)
        assert at(app) == places[0]
        assert places[0][0] > 0
        assert places[0][1] == "de"
        await keys(pilot, "escape")
        assert isinstance(app.screen, ThreadScreen)
        await keys(pilot, "escape")
        assert isinstance(app.screen, OverviewScreen)

    play(real, read_on, (80, 12))
    play(TrackerApp(seeds, lang="en", watching=False), come_back, (80, 12))


def test_escape_in_the_overview_goes_back_to_the_view_before(desk: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "2", "1", "escape")
        assert app.current_mode == "deadlines"
        await keys(pilot, "1", "slash", "h", "enter", "escape")
        assert (app.current_mode, app.state.filter) == ("overview", "")
        await keys(pilot, "escape")
        assert app.current_mode == "deadlines"

    play(desk, story)


def test_each_list_is_gone_on_with_next_time(real: TrackerApp, seeds: Path) -> None:
    """Its filter, or what was looked for in it, and the row."""
    typed = {"2": "status:promised", "5": "confidence:<0.5", "6": "", "7": "regio", "0": "zij-instroom"}
    left: dict[str, tuple[object, ...]] = {}

    async def lists(pilot: Pilot[None], app: TrackerApp) -> AsyncIterator[tuple[str, Rows, str]]:
        for view in typed:
            app.go(VIEWS[int(view) - 1])
            await settle(pilot)
            words = app.screen.query_one("#words" if view == "0" else "#sought", Input).value
            yield view, app.screen.query_one(Rows), words

    async def leave(pilot: Pilot[None], app: TrackerApp) -> None:
        async for view, rows, _ in lists(pilot, app):
            if typed[view]:
                await keys(pilot, "slash", f"'{typed[view]}'", "enter")
            rows.action_edge(1)
            await settle(pilot)
            left[view] = rows.key, len(rows.keys), typed[view]

    async def return_to(pilot: Pilot[None], app: TrackerApp) -> None:
        async for view, rows, words in lists(pilot, app):
            assert (rows.key, len(rows.keys), words) == left[view], view

    play(real, leave)
    again = TrackerApp(seeds, lang="en", watching=False)
    again.state = msgspec.json.decode(msgspec.json.encode(real.state), type=State)
    again.state.opened = ()
    play(again, return_to)
    assert len({row for row, *_ in left.values()}) == len(left)
