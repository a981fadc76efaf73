"""A letter: its outline, its statements one after another, and words looked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static, Tree

from tests.tui.driving import keys, play, seen, settle, visible
from tracker.ledger.rejudging import Judged
from tracker.model import Ledger
from tui.app import TrackerApp
from tui.screens.letter import LetterScreen
from tui.screens.thread import ThreadScreen
from tui.view_model import Study
from tui.widgets.page import Page


def letter(app: TrackerApp) -> LetterScreen:
    assert isinstance(app.screen, LetterScreen)
    return app.screen


def test_the_newest_letter_is_open_with_every_word_of_its_text(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "4")
        assert letter(app).letter_id == "kst-27923-492"
        assert app.study is not None
        text = seen(letter(app).page)
        for passage in app.study.index.letters["kst-27923-492"].passages[5:40]:
            assert all(word in text for word in passage.text.split()), passage.id

    play(real, story)


def test_n_walks_the_statements_and_enter_opens_the_thread(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "4", "n", "n", "n")
        assert letter(app).text is not None
        refs = [row.id for row in letter(app).text.rows]
        first = refs.index(letter(app).ref)
        await keys(pilot, "N")
        assert refs.index(letter(app).ref) == first - 1
        while app.study and app.study.index.thread_of.get(letter(app).ref) is None:
            await keys(pilot, "n")
        await keys(pilot, "enter")
        assert isinstance(app.screen, ThreadScreen)

    play(real, story)


def test_a_section_of_the_outline_is_gone_to(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "4", "o")
        assert letter(app).query_one(Tree).has_focus
        await keys(pilot, "down", "down", "down", "enter")
        assert letter(app).page.has_focus
        assert letter(app).page.scroll_offset.y > 0

    play(real, story)


def test_brackets_change_letters(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "4", "left_square_bracket", "left_square_bracket")
        assert letter(app).letter_id == "kst-27923-283"
        await keys(pilot, "right_square_bracket")
        assert letter(app).letter_id == "kst-27923-456"

    play(real, story)


def test_what_became_of_the_register(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "4", "left_square_bracket", "left_square_bracket", "slash", "'lerarenregister'", "enter")
        assert "lines" in str(letter(app).query_one("#hits", Static).content)
        before = letter(app).page.scroll_offset.y
        await keys(pilot, "n", "n", "n")
        assert letter(app).page.scroll_offset.y >= before

    play(real, story)


@pytest.mark.parametrize("width", [80, 120, 200])
def test_the_outline_gives_way_where_it_is_narrow(real: TrackerApp, width: int) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "4")
        assert letter(app).query_one(Tree).display is (width >= 100)

    play(real, story, (width, 30))


def test_text_keeps_its_place_when_the_terminal_changes(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "4", "pagedown", "pagedown", "pagedown")
        page = app.screen.query_one("#text", Page)
        before = page.top_key()
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert page.top_key() == before

    play(real, story)


def test_the_place_is_kept_when_the_folder_changes_and_the_next_time(real: TrackerApp, seeds: Path) -> None:
    places: list[str | None] = []

    async def read_on(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "4", "pagedown", "pagedown", "pagedown")
        places.append(letter(app).page.top_key())
        app.read_letters()
        await settle(pilot)
        letter(app).follow()
        await settle(pilot)
        assert letter(app).page.top_key() == places[0]
        app._leave()

    async def come_back(_: Pilot[None], app: TrackerApp) -> None:
        assert letter(app).page.top_key() == places[0]

    play(real, read_on)
    play(TrackerApp(seeds, lang="en", watching=False), come_back)


def test_of_a_letter_of_which_no_statement_was_read_none_is_counted(real: TrackerApp) -> None:
    """The first letter is shown before anything is judged, and stays where the reading is stopped then."""

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        assert app.study is not None
        whole = app.study.ledger
        await keys(pilot, "4")
        assert "not read" not in visible(app)
        unread = Ledger(whole.as_of, whole.letters[:1], (), (), (), (), name=whole.name)
        app.show(Study(Judged(unread), number=5))
        app.state.letter = letter(app).letter_id = whole.letters[0].id
        letter(app).follow()
        await settle(pilot)
        assert "statements: not read" in visible(app)
        await keys(pilot, "1")
        assert "0 of 0" not in visible(app)

    play(real, story)
