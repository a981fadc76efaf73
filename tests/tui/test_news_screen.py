"""What the newest letter brought, to come back to."""

from __future__ import annotations

from textual.pilot import Pilot

from tests.tui.driving import keys, play
from tui.app import TrackerApp
from tui.screens.news import NewsScreen
from tui.screens.thread import ThreadScreen


def test_the_newest_letter_is_told_and_its_threads_opened(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "6")
        assert isinstance(app.screen, NewsScreen)
        assert "27 923, nr. 492" in app.screen.report.title.replace("\xa0", " ")
        kinds = list(dict.fromkeys(key.partition(" ")[0] for key in app.screen.items))
        assert kinds[0] == "silent"
        assert kinds[-1] == "promised"
        await keys(pilot, "enter")
        assert isinstance(app.screen, ThreadScreen)

    play(real, story)
