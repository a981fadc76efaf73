"""Pages on pages: few stand ready, and back goes through all of them."""

from __future__ import annotations

from textual.pilot import Pilot
from textual.widget import Widget

from tests.tui.driving import keys, play, settle
from tui.app import TrackerApp
from tui.pages import READY
from tui.screens.letter import LetterScreen
from tui.screens.thread import ThreadScreen


def seen(app: TrackerApp) -> str:
    screen = app.screen
    if isinstance(screen, ThreadScreen):
        return screen.thread_id
    return screen.letter_id if isinstance(screen, LetterScreen) else ""


def test_back_goes_through_more_pages_than_stand(desk: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        assert app.study
        threads = [thread.id for thread in app.study.ledger.threads]
        letters = [letter.id for letter in app.study.ledger.letters]
        walk = [*threads[:6], *letters, *threads[:2]]
        for place in walk:
            (app.open_thread if place in threads else app.open_letter)(place)
            await settle(pilot)
            assert seen(app) == place
            assert len(app.screen_stack) <= READY + 1
        for place in reversed(walk[:-1]):
            await keys(pilot, "escape")
            assert seen(app) == place
        await keys(pilot, "escape")
        assert len(app.screen_stack) == 1
        for place in walk:
            (app.open_thread if place in threads else app.open_letter)(place)
        await settle(pilot)
        await keys(pilot, "1", "escape")
        assert len(app.screen_stack) == 1, "nothing is left of what stood on the view"

    play(desk, story)


def test_a_page_that_is_left_keeps_nothing_that_was_painted(desk: TrackerApp) -> None:
    """Textual remembers a thousand widgets that are no more by how they were painted."""

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        for way in ("escape", "1"):
            await keys(pilot, "enter", "l")
            painted = [widget._styles_cache for widget in app.screen.walk_children(Widget, with_self=True)]
            assert any(cache._cache for cache in painted)
            await keys(pilot, way)
            assert not any(cache._cache for cache in painted)

    play(desk, story)
