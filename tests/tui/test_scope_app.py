"""The day and the letters that count are changed inside, and seen in the head."""

from __future__ import annotations

from textual.pilot import Pilot

from tests.tui.driving import keys, play, settle, visible
from tui.app import TrackerApp
from tui.screens.checklist import Ticks
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


def test_what_is_typed_takes_the_place_of_the_day_and_the_window_that_stand_there(desk: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "D", "'2021-12-31'", "enter")
        assert app.study is not None
        assert str(app.study.ledger.as_of) == "2021-12-31"
        await keys(pilot, "2", "w", "'30'", "enter")
        assert app.state.window == 30

    play(desk, story, (80, 24))


def test_before_the_first_letter_it_says_that_no_letter_is_as_old(desk: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "D", "'1999-12-31'", "enter")
        for view in ("1", "2"):
            await keys(pilot, view)
            assert "No letter is of 1999-12-31 or earlier" in visible(app)

    play(desk, story, (80, 24))
