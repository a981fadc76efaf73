"""Words in all letters, and from there a subject, a letter, a thread."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

from textual.pilot import Pilot
from textual.widgets import Input, Static

from tests.tui.driving import keys, play, seen, visible
from tracker.model import Status
from tracker.views.search import Sought, around
from tui.app import TrackerApp
from tui.screens.letter import LetterScreen
from tui.screens.search import SearchScreen
from tui.screens.subject import SubjectScreen
from tui.screens.thread import ThreadScreen


def test_words_are_found_in_all_letters_and_opened_there(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "0", "'zij-instroom'", "enter")
        assert isinstance(app.screen, SearchScreen)
        assert len({hit.letter for hit in app.screen.items.values()}) >= 3
        passage = app.screen.item.passage if app.screen.item else ""
        await keys(pilot, "enter")
        assert isinstance(app.screen, LetterScreen)
        assert app.screen.page.place(passage) >= 0
        await keys(pilot, "escape", "slash", "ctrl+u", "'lerarenregister'", "enter")
        assert "nr. 492" in str(app.screen.query_one("#title", Static).content).replace("\xa0", " ")
        await keys(pilot, "b")
        assert isinstance(app.screen, SubjectScreen)
        text = seen(app.screen.page)
        assert "silent" in text
        assert "2017-12-01" in text
        assert app.screen.found is not None
        assert Status.LAPSED in {thread.status for thread in app.screen.found.threads}
        await keys(pilot, "enter")
        assert isinstance(app.screen, ThreadScreen)

    play(real, story)


def test_the_key_of_the_view_types_whatever_was_looked_for_before(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        for words in ("zij-instroom", "lerarenregister"):
            await keys(pilot, "0", *words, "enter")
            assert app.screen.query_one("#words", Input).value == words
            await keys(pilot, "1")
        await keys(pilot, "0", "slash", "'en/of'")
        assert app.screen.query_one("#words", Input).value == "en/of"

    play(real, story)


def test_words_of_last_time_are_not_typed_over(real: TrackerApp, seeds: Path) -> None:
    """Where the app opens with what was found last time a key goes to another view; 0 types other words."""

    async def look(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "0", "'lerarenregister'", "enter")
        app._leave()

    async def come_back(pilot: Pilot[None], app: TrackerApp) -> None:
        assert isinstance(app.screen, SearchScreen)
        await keys(pilot, "2")
        assert (app.current_mode, app.state.sought) == ("deadlines", "lerarenregister")
        await keys(pilot, "0", "'pabo'")
        assert app.state.sought == "pabo"

    play(real, look)
    play(TrackerApp(seeds, lang="en", watching=False), come_back)


def test_the_section_of_a_hit_stands_in_the_list_of_a_narrow_terminal(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "0", "'zij-instroom'", "enter")
        assert isinstance(app.screen, SearchScreen)
        index = app.screen.study.index if app.screen.study else None
        assert index is not None
        named = (index.passages[hit.passage].section for hit in app.screen.items.values())
        section = next(index.sections[id_].heading for id_ in named if id_)
        assert section[:15] in visible(app)

    play(real, story, size=(80, 24))


def test_what_stands_around_the_words_is_made_of_the_rows_that_are_seen(real: TrackerApp) -> None:
    """A word that stands in every letter costs a key no excerpt of a row that nobody sees."""
    made: list[str] = []

    def noted(text: str, wanted: Sought) -> str:
        made.append(text)
        return around(text, wanted)

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        with patch("tui.screens.search.around", noted):
            await keys(pilot, "0", "'de'")
        assert isinstance(app.screen, SearchScreen)
        assert len(app.screen.items) > 300
        assert 0 < len(set(made)) <= 24

    play(real, story, size=(80, 24))
