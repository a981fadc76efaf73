"""Keys that are typed faster than screens open do what they would do typed slowly."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.events import Key
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, OptionList

from tests.tui.driving import keys, play, settle, visible
from tracker.decisions.ruling import Ruling
from tui.app import TrackerApp
from tui.filter_language import Filter
from tui.filters import choose
from tui.keystrokes import HELD, LONGEST, ROUND, KeysInOrder
from tui.rulings import Wish
from tui.screens.base import StudyScreen
from tui.screens.deadlines import DeadlinesScreen
from tui.screens.dialogs import Ask, Choose, Look
from tui.screens.help import HelpScreen
from tui.screens.overview import OverviewScreen
from tui.screens.review import ReviewScreen
from tui.screens.thread import ThreadScreen
from tui.view_model import ThreadItem
from tui.widgets.rows import Rows

NAMED = {"⏎": "enter", "\t": "tab", "/": "slash", " ": "space", ".": "full_stop"}


async def at_once(pilot: Pilot[None], presses: str) -> None:
    """Press keys without waiting for any; "⏎" is enter."""
    for press in presses:
        pilot.app.post_message(Key(NAMED.get(press, press), None if press in "⏎\t" else press))
    await settle(pilot)


def test_what_is_typed_after_the_slash_is_the_filter(desk: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        order = app.state.order
        await at_once(pilot, "/sluizen")
        assert isinstance(app.screen, OverviewScreen)
        assert app.screen.query_one("#filter", Input).value == "sluizen"
        assert app.state.order == order

    play(desk, story)


def test_a_status_typed_at_once_rules_nothing_without_a_reason(desk: TrackerApp, harbour: Path) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "slash", "'loodsen'", "enter", "enter")
        assert isinstance(app.screen, ThreadScreen)
        thread = app.screen.ruled_thread()
        assert thread is not None
        await at_once(pilot, "s")
        assert isinstance(app.screen, Choose)
        options = app.screen.query_one(OptionList)
        assert options.get_option_at_index(options.highlighted or 0).id == thread.status
        await at_once(pilot, "⏎⏎⏎")
        assert isinstance(app.screen, Ask)
        assert not (harbour / "decisions.toml").exists()

    play(desk, story)


def test_a_ruling_is_about_what_is_seen(desk: TrackerApp, harbour: Path) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "slash", "'waalhaven'", "enter", "enter")
        assert isinstance(app.screen, ThreadScreen)
        page = app.screen.page
        page.scroll_to(y=page.total, animate=False)
        await settle(pilot)
        assert not page.sees_cursor
        await keys(pilot, "a")
        assert page.sees_cursor
        await keys(pilot, "m", "s", "u", "q")
        assert isinstance(app.screen, Look)
        assert not (harbour / "decisions.toml").exists()
        await keys(pilot, "a")
        assert not (harbour / "decisions.toml").exists()
        assert isinstance(app.screen, Ask)
        assert app.screen.query_one(Input).value == ""
        await keys(pilot, "enter", "enter")
        assert not (harbour / "decisions.toml").exists()
        await keys(pilot, "'zeker'", "enter")
        assert "because “zeker”, by R." in visible(app)
        assert not (harbour / "decisions.toml").exists()
        await keys(pilot, "enter")
        assert (harbour / "decisions.toml").exists()

    play(desk, story, (60, 10))


WORDS = ("kwaliteitskader⏎", "aanpak⏎⏎", "pabo⏎", "A. Nalyst⏎", "status⏎", "prom⏎⏎", "xylofoon⏎", "menu⏎", "Jaarplan⏎⏎")


PAGES = {"1⏎": WORDS, "5": WORDS[:3], "5\t": WORDS[4:], "8": WORDS[3:6]}


def test_a_word_typed_where_there_is_no_line_rules_nothing(desk: TrackerApp, harbour: Path) -> None:
    """Neither does one that follows a ruling take that back."""

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        assert app.study is not None
        app.notify = lambda *_, **__: None  # type: ignore[method-assign]
        app.rule(Wish(Ruling.NOTE, app.study.index.quotes_of(app.study.ledger.threads[0])[:1], "eerst", value="een"))
        await settle(pilot)
        before = (harbour / "decisions.toml").read_text()
        for page, words in PAGES.items():
            for word in words:
                await at_once(pilot, page)
                await at_once(pilot, word)
                assert (harbour / "decisions.toml").read_text() == before, (page, word)
                await keys(pilot, "escape", "escape", "escape")

    play(desk, story)


def test_a_row_out_of_view_is_shown_before_it_is_ruled_on(desk: TrackerApp, harbour: Path) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "5")
        assert isinstance(app.screen, ReviewScreen)
        rows = app.screen.query_one(Rows)
        rows.styles.height = 2
        await settle(pilot)
        rows.scroll_to(y=len(rows.keys), animate=False)
        await settle(pilot)
        assert not rows.sees_cursor
        await keys(pilot, "a")
        assert rows.sees_cursor
        assert isinstance(app.screen, Look)
        await keys(pilot, "a", "'zeker'", "enter", "enter")
        assert 'why = "zeker"' in (harbour / "decisions.toml").read_text()

    play(desk, story, (60, 14))


def test_words_after_a_slash_are_commands_on_no_page(desk: TrackerApp, harbour: Path) -> None:
    """All letters of the keyboard, on each view and each page on top of one, also on one that has nothing to search."""
    letters = "aseluxdpJmRtwbvcoz"
    pages = [*("1234567890"), "1⏎", "1⏎v", "1⏎l", "1⏎b", "1⏎c", "1f", "L"]

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        app.notify = lambda *_, **__: None  # type: ignore[method-assign]
        for page in pages:
            await at_once(pilot, page)
            before = app.screen
            await at_once(pilot, f"/{letters}")
            assert app.screen is before, page
            assert not (harbour / "decisions.toml").exists()
            if isinstance(before, StudyScreen):
                assert letters in {line.value for line in before.query(Input)}, page
            await keys(pilot, "escape", "escape", "escape")

    play(desk, story)


def test_what_cannot_be_searched_swallows_the_words(desk: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "question_mark")
        await at_once(pilot, "/qa")
        assert isinstance(app.screen, HelpScreen)
        await at_once(pilot, "⏎q")
        assert isinstance(app.screen, OverviewScreen)

    play(desk, story)


def test_words_for_a_search_that_is_none_do_not_swallow_what_is_typed_later(
    desk: TrackerApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where they were typed before the letters were read: the next slash begins a search, and keys act again."""

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        with monkeypatch.context() as unread:
            unread.setattr(app, "_searches", lambda: False)
            await at_once(pilot, "/pabo")
        await at_once(pilot, "/sluizen")
        assert app.screen.query_one("#filter", Input).value == "sluizen"
        await keys(pilot, "enter")
        with monkeypatch.context() as unread:
            unread.setattr(app, "_searches", lambda: False)
            await at_once(pilot, "/pabo2")
        assert isinstance(app.screen, OverviewScreen)
        monkeypatch.setattr("tui.keystrokes.PAUSE", -1.0)
        await keys(pilot, "2")
        assert isinstance(app.screen, DeadlinesScreen)

    play(desk, story)


def test_the_foot_names_no_key_that_is_typed(desk: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        assert "  q quit" in visible(app)
        await keys(pilot, "slash")
        assert " quit" not in visible(app)
        assert "esc clear" in visible(app)

    play(desk, story)


@pytest.mark.parametrize("end", ["", "⏎", "⏎2"])
def test_words_that_are_typed_at_once_are_looked_for_once(
    desk: TrackerApp, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    """What the words so far would show nobody sees; whatever comes after them, the whole is looked for."""
    asked: list[tuple[str, ...]] = []

    def chosen(entries: tuple[ThreadItem, ...], wanted: Filter) -> tuple[ThreadItem, ...]:
        asked.append(wanted.words)
        return choose(entries, wanted)

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        monkeypatch.setattr("tui.screens.overview.choose", chosen)
        await at_once(pilot, f"/sluizen{end}")
        assert app.state.filter == "sluizen"

    play(desk, story)
    assert asked == [("sluizen",)]


def test_what_a_key_does_in_parts_is_painted_once(desk: TrackerApp, monkeypatch: pytest.MonkeyPatch) -> None:
    """The list, the quotes below it, the head and the keys at the foot: each would be a painting of its own."""
    painted: list[int] = []
    paint = Screen._compositor_refresh
    monkeypatch.setattr(Screen, "_compositor_refresh", lambda screen: (painted.append(1), paint(screen)))

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "slash")
        for press in "lo":
            painted.clear()
            await app.on_event(Key(press, press))
            while app.typing:
                await asyncio.sleep(0)
            await pilot.pause()
            assert len(painted) == 1
        assert "'lo" not in visible(app)

    play(desk, story)


def test_what_takes_longer_is_painted_meanwhile(desk: TrackerApp) -> None:
    """Keys without end hold the paint a tenth of a second."""

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        assert not app.holds_paint
        app._typing = asyncio.create_task(asyncio.sleep(9))
        app._held_until = time.monotonic() + HELD
        assert app.holds_paint
        app._held_until -= HELD
        assert not app.holds_paint
        app._typing.cancel()
        app._typing = None

    play(desk, story)


class Busy:
    """What takes its time to have a key passed, on a machine on which the clock runs on meanwhile."""

    _parent = None

    def call_later(self, done: Callable[[], None]) -> bool:
        self.passing = asyncio.create_task(self.passed(done))
        return True

    async def passed(self, done: Callable[[], None]) -> None:
        for _ in range(3):
            begun = time.monotonic()
            while time.monotonic() < begun + 12 * ROUND:
                pass
            await asyncio.sleep(0)
        done()


def test_a_key_waits_for_the_one_before_by_turns_and_not_by_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.keystrokes.LONGEST", 10 * ROUND)
    assert LONGEST > 10 * ROUND

    async def story() -> None:
        busy = Busy()
        await KeysInOrder()._passed(busy)
        assert busy.passing.done()

    asyncio.run(story())
