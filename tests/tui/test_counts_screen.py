"""Counts, and the promises behind a count."""

from __future__ import annotations

from textual.pilot import Pilot
from textual.widgets import Input

from tests.tui.driving import keys, play, visible
from tui.app import TrackerApp
from tui.filter_language import read_filter
from tui.filters import choose
from tui.screens.counts import CountsScreen
from tui.screens.overview import OverviewScreen
from tui.widgets.rows import Rows


def test_enter_lists_as_many_as_were_counted(real: TrackerApp) -> None:
    """Of "leraren" those alone, not those of "leraren en schoolleiders"."""

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "7")
        screen = app.screen
        assert isinstance(screen, CountsScreen)
        assert app.study is not None
        for item in screen.items.values():
            wanted = read_filter(screen.filter_of(item), app.labels)
            assert len(choose(app.study.entries, wanted)) == item[1].number, item
        item = screen.item
        assert item is not None
        await keys(pilot, "enter")
        assert isinstance(app.screen, OverviewScreen)
        assert len(app.screen.query_one(Rows).keys) == item[1].number, app.state.filter

    play(real, story)


def test_escape_goes_back_to_the_counts_and_to_the_filter_before(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "slash", *"is:late", "enter", "7", "j", "enter")
        assert app.state.filter.startswith("is:late ")
        await keys(pilot, "escape")
        assert isinstance(app.screen, CountsScreen)
        assert app.state.filter == "is:late"
        await keys(pilot, "escape")
        assert isinstance(app.screen, OverviewScreen)
        assert app.screen.query_one(Input).value == "is:late"
        await keys(pilot, "7", "enter", "1", "escape")
        assert isinstance(app.screen, OverviewScreen), "gone to by its own key it is no page of the counts"
        assert app.state.filter == ""

    play(real, story)


def test_from_a_list_that_is_filtered_what_that_keeps_is_counted(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        app.state.filter = "is:late"
        asked = "due:2024-06-26..2024-12-26"
        await keys(pilot, "2", "slash", f"'{asked}'", "enter", "7")
        screen = app.screen
        assert isinstance(screen, CountsScreen)
        assert f"promises: {asked}" in visible(app)
        assert app.study is not None
        kept = choose(app.study.entries, read_filter(asked, app.labels))
        assert sum(row.number for field, row in screen.items.values() if field == "status") == len(kept)
        await keys(pilot, "enter")
        assert app.state.filter.startswith(f"{asked} ")
        await keys(pilot, "escape")
        assert f"promises: {asked}" in visible(app)
        assert app.state.filter == "is:late"

    play(real, story)
