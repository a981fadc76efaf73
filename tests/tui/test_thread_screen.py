"""A thread: its steps, and the ways from it to the letter, the comparison and back."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from tests.tui.driving import keys, play, seen
from tui.app import TrackerApp
from tui.screens.compare import CompareScreen
from tui.screens.letter import LetterScreen
from tui.screens.overview import OverviewScreen
from tui.screens.thread import ThreadScreen
from tui.screens.wordings import WordingsScreen
from tui.widgets.page import Page


def test_the_answer_stands_two_keys_away(real: TrackerApp) -> None:
    """Which measure was extended, from when to when, and on what ground."""

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "slash", "'G5 status:extended'", "enter", "enter")
        assert isinstance(app.screen, ThreadScreen)
        text = seen(app.screen.query_one(Page))
        assert "extended" in text
        assert "2024-08-01 → 2025-12-31" in text
        assert "tot 1 augustus 2024" in text
        assert "We verlengen de convenantsaanpak in de G5 met 17 maanden" in text
        assert "Evidence" in text

    play(real, story)


def test_a_screen_that_is_opened_or_closed_right_now_is_no_place_to_come_back_to(real: TrackerApp) -> None:
    """The clock that keeps the place asks whenever it will."""

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "slash", "'G5 status:extended'", "enter", "enter")
        await app.screen.query_one(Page).remove()
        app._remember()
        assert app.state.opened == ()

    play(real, story)


def test_from_a_quote_to_its_letter_and_back(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "slash", "'G5 status:extended'", "enter", "enter", "l")
        assert isinstance(app.screen, LetterScreen)
        row = app.screen.statement()
        assert row is not None
        assert "verlengen de convenantsaanpak" in row.quote
        await keys(pilot, "enter")
        assert isinstance(app.screen, ThreadScreen)
        await keys(pilot, "escape", "escape", "escape")
        assert isinstance(app.screen, OverviewScreen)

    play(real, story)


def test_from_a_step_to_the_comparison_of_its_letters(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "slash", "'G5 status:extended'", "enter", "enter", "c")
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        assert (screen.older, screen.newer) == ("kst-27923-456", "kst-27923-492")

    play(real, story)


def test_a_quote_is_copied_with_its_citation(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "slash", "'G5 status:extended'", "enter", "enter", "y")
        assert app.clipboard.startswith(
            "“We verlengen de convenantsaanpak in de G5 met 17 maanden.” — Kamerstuk 27 923, nr. 492"
        )
        assert "§" in app.clipboard

    play(real, story)


def test_words_are_looked_for_in_the_page(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "slash", "'G5 status:extended'", "enter", "enter", "slash", "'convenant'", "enter")
        page = app.screen.query_one(Page)
        assert page.sought is not None
        await keys(pilot, "escape")
        assert page.sought is None
        assert isinstance(app.screen, ThreadScreen)

    play(real, story)


def test_a_whole_thread_is_copied_and_its_moves_stand_side_by_side(
    real: TrackerApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMUX", "default,1,0")
    notes: list[str] = []
    real.notify = lambda message, **_: notes.append(message)  # type: ignore[method-assign]  # what a toast would say

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "slash", "'dekkend status:postponed'", "enter", "enter", "Y", "enter")
        assert "Kamerstuk 27 923, nr. 456" in app.clipboard
        assert "Kamerstuk 27 923, nr. 492" in app.clipboard
        assert "copied.txt" in notes[-1]
        await keys(pilot, "v")
        assert isinstance(app.screen, WordingsScreen)
        pair = app.screen.query_one(Page).blocks[-1]
        assert pair.right is not None
        assert "{+" in pair.right.plain
        await keys(pilot, "escape")
        assert isinstance(app.screen, ThreadScreen)

    play(real, story)
