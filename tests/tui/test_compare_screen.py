"""Two letters: what changed, one change after another, side by side or in one column."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.events import Key, Paste
from textual.pilot import Pilot

from tests.tui.driving import keys, play, seen, settle, visible
from tracker.model import EditKind
from tui.app import TrackerApp
from tui.comparison import Comparison, Pair, compare_letters
from tui.screens.compare import CompareScreen
from tui.screens.dialogs import Choose
from tui.screens.letter import LetterScreen


def screen(app: TrackerApp) -> CompareScreen:
    assert isinstance(app.screen, CompareScreen)
    return app.screen


def test_n_walks_the_changes(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "3")
        first = screen(app).page.key
        await keys(pilot, "n")
        second = screen(app).page.key
        assert first != second
        await keys(pilot, "N")
        assert screen(app).page.key == first

    play(real, story)


def test_it_is_one_column_where_it_is_narrow_and_two_when_it_grows(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "3")
        assert all(block.right is None for block in screen(app).page.blocks)
        await pilot.resize_terminal(140, 40)
        await pilot.pause()
        assert any(block.right is not None for block in screen(app).page.blocks)

    play(real, story, (80, 24))


def test_any_two_letters_can_be_chosen(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "3", "o")
        assert isinstance(app.screen, Choose)
        await keys(pilot, "'2016'", "enter")
        assert (screen(app).older, screen(app).newer) == ("kst-27923-231", "kst-27923-492")
        await keys(pilot, "w", "'2016'", "enter")
        assert (screen(app).older, screen(app).newer) == ("kst-27923-231", "kst-27923-492"), "the other one of the two"
        await keys(pilot, "o", "'2023'", "enter", "w", "'2016'", "enter")
        assert (screen(app).older, screen(app).newer) == ("kst-27923-231", "kst-27923-456"), "the older stands first"

    play(real, story)


def test_what_did_not_change_folds(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "3")
        folded = len(screen(app).page.blocks)
        await keys(pilot, "z")
        assert len(screen(app).page.blocks) >= folded
        await keys(pilot, "l")
        assert isinstance(app.screen, LetterScreen)

    play(real, story)


def test_sections_are_walked(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "3", "right_square_bracket", "right_square_bracket")
        page = screen(app).page
        assert "Recht doen" in seen(page)
        assert page.scroll_offset.y > 0

    play(real, story)


def test_passages_about_the_same_stand_beside_each_other_and_a_thread_opens_at_them(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "slash", "'dekkend status:postponed'", "enter", "enter", "c")
        assert app.study is not None
        parts = screen(app).comparison.parts if screen(app).comparison else ()
        both = [part for part in parts if isinstance(part, Pair) and part.akin]
        assert len(both) >= 10
        for pair in both:
            assert "".join(e.text for e in pair.edits if e.kind is not EditKind.INSERT) == pair.old
            assert "".join(e.text for e in pair.edits if e.kind is not EditKind.DELETE) == pair.new
        before, _, after = (screen(app).page.key or "").partition("|")
        assert app.study.index.passages[before].text.count("landelijk dekkend netwerk")
        assert after
        await keys(pilot, "s", "'1.2'", "enter")
        page = screen(app).page
        assert page.sees_cursor

    play(real, story)


def test_a_section_is_asked_for_before_the_letters_are_compared(
    real: TrackerApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The question says that it waits, is filled in the end, and takes what was typed meanwhile."""
    hold = Event()

    def slowly(*of: Any) -> Comparison:
        hold.wait(10)
        return compare_letters(*of)

    monkeypatch.setattr("tui.screens.compare.letter_comparison", slowly)

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        pilot.app.post_message(Key("3", "3"))
        pilot.app.post_message(Key("s", "s"))
        while not isinstance(app.screen, Choose) or not app.screen.is_mounted:
            await pilot.pause()
        pilot.app.post_message(Paste("onderwijsregio"))
        pilot.app.post_message(Key("enter", None))
        pilot.app.post_message(Key("n", "n"))
        await pilot.pause()
        assert "Still comparing" in visible(app)
        hold.set()
        await settle(pilot)
        page = screen(app).page
        assert "onderwijsregio" in page.blocks[page.place(page.top_key() or "")].content.plain.lower()

    play(real, story)


def test_the_newest_two_letters_are_compared_until_others_were_chosen(desk: TrackerApp, harbour: Path) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "3")
        assert (screen(app).older[-2:], screen(app).newer[-2:]) == ("-9", "12")
        app.look_at(as_of=date(2021, 12, 31))
        await settle(pilot)
        assert (screen(app).older[-2:], screen(app).newer[-2:]) == ("-7", "-9")
        app.look_at(as_of=None)
        await settle(pilot)
        assert (screen(app).older[-2:], screen(app).newer[-2:]) == ("-9", "12")
        await keys(pilot, "o", "'2020'", "enter")
        app.read_letters()
        await settle(pilot)
        assert (screen(app).older[-2:], screen(app).newer[-2:]) == ("-7", "12")
        await keys(pilot, "o", "'2021'", "enter")
        app.look_at(as_of=date(2021, 12, 31))
        await settle(pilot)
        assert (screen(app).older[-2:], screen(app).newer[-2:]) == ("-7", "-9")

    play(desk, story)


def test_the_line_is_kept_when_the_folder_changes_and_the_next_time(real: TrackerApp, seeds: Path) -> None:
    places: list[tuple[object, ...]] = []

    def at(app: TrackerApp) -> tuple[object, ...]:
        page = screen(app).page
        return page.top(), page.key, screen(app).folded

    async def read_on(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "3", "z", "n", "n", "pagedown", "pagedown", "pagedown", "j")
        places.append(at(app))
        app.read_letters()
        await settle(pilot)
        screen(app).follow()
        await settle(pilot)
        assert at(app) == places[0]
        app._leave()

    async def come_back(pilot: Pilot[None], app: TrackerApp) -> None:
        await settle(pilot)
        assert at(app) == places[0]
        assert screen(app).page.scroll_offset.y > 20

    play(real, read_on)
    play(TrackerApp(seeds, lang="en", watching=False), come_back)
