"""Habits: help everywhere, the palette, themes, place kept, letters that arrive, empty folders, hostile letters."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from tests import repositories
from tests.ledgers import SMALL
from tests.tui.driving import instead, keys, play, settle
from tracker.errors import CollectionError
from tui.app import TrackerApp, run_app
from tui.labels import Labels
from tui.screens.help import HelpScreen
from tui.screens.letter import LetterScreen
from tui.screens.thread import ThreadScreen
from tui.state import read_state
from tui.study_loader import Scope
from tui.widgets.rows import Rows


def text_of(app: TrackerApp, selector: str) -> str:
    return str(app.screen.query_one(selector, Static).content)


def test_every_screen_has_help(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        for way in ("1", "2", "3", "4", "5", "1 enter"):
            await keys(pilot, *way.split())
            below = app.screen
            await keys(pilot, "question_mark")
            assert isinstance(app.screen, HelpScreen), way
            await keys(pilot, "escape")
            assert app.screen is below, way

    play(real, story)


def test_the_palette_goes_to_a_thread_and_a_letter(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "ctrl+p", "'Convenantsaanpak'")
        await keys(pilot, "enter")
        assert isinstance(app.screen, ThreadScreen)
        await keys(pilot, "ctrl+p", "'Brief over het Lerarenregister'")
        await keys(pilot, "enter")
        assert isinstance(app.screen, LetterScreen)
        assert app.screen.letter_id == "kst-27923-283"

    play(real, story)


def test_themes_are_worn_in_turn_and_kept(real: TrackerApp, seeds: Path) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        worn = [app.theme]
        for _ in range(3):
            await keys(pilot, "T")
            worn.append(app.theme)
        assert worn == ["dark", "light", "contrast", "dark"]
        await keys(pilot, "T")

    play(real, story)
    assert read_state(seeds).theme == "light"


def test_the_place_is_kept_for_the_next_time(real: TrackerApp, seeds: Path) -> None:
    async def leave(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "slash", "'status:postponed'", "enter", "j", "j", "s", "2")

    async def come_back(_: Pilot[None], app: TrackerApp) -> None:
        assert app.current_mode == "deadlines"
        assert app.state.filter == "status:postponed"
        assert app.state.order == "slip"

    play(real, leave)
    play(TrackerApp(seeds, lang="en", watching=False), come_back)


def test_a_letter_that_arrives_is_read_and_told(harbour: Path) -> None:
    last = repositories.NAMES[-1]
    (harbour / last).unlink()
    app = TrackerApp(harbour, lang="en")

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        assert app.study is not None
        assert len(app.study.ledger.letters) == 2
        notes: list[str] = []
        app.notify = lambda message, **_: notes.append(message)  # type: ignore[method-assign]  # what a toast would say
        for _ in range(300):
            (harbour / last).write_text(repositories.text(last), encoding="utf-8")
            await pilot.pause(0.1)
            if len(app.study.ledger.letters) == 3:
                break
        await settle(pilot)
        assert len(app.study.ledger.letters) == 3
        assert any("nr. 12" in note.replace("\xa0", " ") for note in notes)

    play(app, story)


def test_an_empty_folder_says_what_to_do(tmp_path: Path) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        assert "put them there" in text_of(app, "#empty")
        assert not app.screen.active_bindings.keys() & {"e", "y", "l", "s", "f", "enter"}
        await keys(pilot, "2", "3", "4", "5")
        assert app.screen.has_class("-empty")

    play(TrackerApp(tmp_path, lang="en", watching=False), story)


def test_no_folder_is_a_fault_with_its_remedy(tmp_path: Path) -> None:
    with pytest.raises(CollectionError, match="name the folder"):
        run_app(Scope(tmp_path / "none"))


def test_a_filter_that_fits_nothing_says_how_to_go_on(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "slash", "'status:dropped zeppelin'")
        assert "Escape clears it" in text_of(app, "#empty")

    play(real, story)


def test_dutch_labels(known: None, seeds: Path) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        assert app.labels.language == "nl"
        await keys(pilot, "slash", "'status:uitgesteld'")
        assert 0 < len(app.screen.query_one(Rows).keys) < 50

    play(TrackerApp(seeds, lang="nl", watching=False), story)


def test_hostile_letters_are_only_text(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    instead(monkeypatch, SMALL)

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        for way in ("1", "2", "3", "4", "5"):
            await keys(pilot, way)
            picture = app.export_screenshot()
            assert "\x1b" not in picture
            assert "\u202e" not in picture
        await keys(pilot, "1", "slash", "'[red]'", "enter", "enter")
        assert isinstance(app.screen, ThreadScreen)
        assert "[red]" in app.export_screenshot().replace("&#160;", " ").replace("&#x27;", "'")

    play(TrackerApp(tmp_path, lang="en", watching=False), story)


@pytest.mark.slow
def test_every_screen_stands_in_every_size(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        for size in ((80, 24), (40, 12), (200, 60)):
            await pilot.resize_terminal(*size)
            for way in ("1", "2", "3", "4", "5"):
                await keys(pilot, way)
            await keys(pilot, "1", "enter", "question_mark", "escape")
            assert isinstance(app.screen, ThreadScreen)
            assert app.size == size

    play(real, story, (100, 30))


def test_without_colours_nothing_is_lost(monkeypatch: pytest.MonkeyPatch, known: None, seeds: Path) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def story(_: Pilot[None], app: TrackerApp) -> None:
        assert app.no_color
        picture = app.export_screenshot()
        assert Labels("en")("status.postponed") in picture

    play(TrackerApp(seeds, lang="en", watching=False), story)
