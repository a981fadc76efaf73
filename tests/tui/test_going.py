"""One goes from view to view and to pages on top of them, and back the way one came."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from tests.tui.driving import keys, play
from tui.app import TrackerApp
from tui.screens.base import StudyScreen


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
