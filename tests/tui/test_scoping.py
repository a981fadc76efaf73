"""The day and the letters that count are changed inside, and seen in the head."""

from __future__ import annotations

from textual.pilot import Pilot

from tests.tui.driving import keys, play, settle
from tui.app import TrackerApp
from tui.screens.ticks import Ticks
from tui.widgets.masthead import MastheadBar


def test_another_day_and_some_letters(desk: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "D", "ctrl+u", "'2021-12-31'", "enter")
        assert app.study is not None
        assert len(app.study.ledger.letters) == 2
        assert "2021-12-31" in app.screen.query_one(MastheadBar).render().plain
        await keys(pilot, "D", "ctrl+u", "enter")
        assert len(app.study.ledger.letters) == 3
        await keys(pilot, "L")
        assert isinstance(app.screen, Ticks)
        await keys(pilot, "space", "f")
        await settle(pilot)
        assert [letter.anchor.year for letter in app.study.ledger.letters if letter.anchor] == [2021, 2022]
        await keys(pilot, "L", "space", "f")
        assert len(app.study.ledger.letters) == 3

    play(desk, story, (80, 24))


def test_a_scope_that_cannot_be_read_is_not_kept(desk: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        before = app.scope
        app.look_at(rev="nosuch")
        await settle(pilot)
        assert app.scope == before
        assert app.study is not None
        assert app.is_running

    play(desk, story, (80, 24))
