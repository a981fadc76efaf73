"""Keys that are typed faster than screens open do what they would do typed slowly."""

from __future__ import annotations

from pathlib import Path

from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from tests.tui.driving import keys, play, settle
from tui.app import TrackerApp
from tui.screens.dialogs import Ask, Choose
from tui.screens.overview import OverviewScreen
from tui.screens.thread import ThreadScreen


async def at_once(pilot: Pilot[None], presses: str) -> None:
    """Press keys without waiting for any; "⏎" is enter."""
    for press in presses:
        pilot.app.post_message(Key("enter", None) if press == "⏎" else Key({"/": "slash"}.get(press, press), press))
    await settle(pilot)


def test_what_is_typed_after_the_slash_is_the_filter(desk: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        order = app.state.order
        await at_once(pilot, "/sluizen")
        assert isinstance(app.screen, OverviewScreen)
        assert app.screen.query_one("#filter", Input).value == "sluizen"
        assert app.state.order == order

    play(desk, story)


def test_a_status_typed_at_once_rules_nothing_without_a_reason(desk: TrackerApp, harbour: Path) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "slash", "'loodsen'", "enter", "enter")
        assert isinstance(app.screen, ThreadScreen)
        thread = app.screen.ruled_thread()
        assert thread is not None
        await at_once(pilot, "s")
        assert isinstance(app.screen, Choose)
        options = app.screen.query_one(OptionList)
        assert options.get_option_at_index(options.highlighted or 0).id == thread.status
        await at_once(pilot, "⏎⏎⏎")
        assert isinstance(app.screen, Ask)
        assert not (harbour / "decisions.toml").exists()

    play(desk, story)


def test_a_ruling_is_about_what_is_seen(desk: TrackerApp, harbour: Path) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "slash", "'waalhaven'", "enter", "enter")
        assert isinstance(app.screen, ThreadScreen)
        page = app.screen.page
        page.scroll_to(y=page.total, animate=False)
        await settle(pilot)
        assert not page.sees_cursor
        await keys(pilot, "a")
        assert page.sees_cursor
        assert not (harbour / "decisions.toml").exists()
        await keys(pilot, "a")
        assert (harbour / "decisions.toml").exists()

    play(desk, story, (60, 10))
