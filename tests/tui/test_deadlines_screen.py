"""Deadlines: what is due next first, then what slipped and what passed; and the chart of how dates moved."""

from __future__ import annotations

from textual.pilot import Pilot
from textual.widgets import Static

from tests.tui.driving import keys, play, visible
from tracker.model import Status
from tui.app import TrackerApp
from tui.screens.deadlines import DeadlinesScreen
from tui.screens.thread import ThreadScreen
from tui.widgets.rows import Rows
from tui.widgets.trend import Trend


def test_everything_due_in_the_coming_half_year_is_listed_first(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "2")
        rows = app.screen.query_one(Rows)
        groups = list(dict.fromkeys(key.partition(" ")[0] for key in rows.keys))
        assert groups[0] == "coming"
        assert rows.key is not None
        assert rows.key.startswith("coming t-")
        await keys(pilot, "enter")
        assert isinstance(app.screen, ThreadScreen)

    play(real, story)


def test_the_cursor_passes_over_headings(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "2")
        rows = app.screen.query_one(Rows)
        for _ in range(len(rows.keys)):
            rows.action_line(1)
            assert rows.cursor not in rows.groups
        for _ in range(len(rows.keys)):
            rows.action_line(-1)
            assert rows.cursor not in rows.groups
        assert rows.cursor == 1

    play(real, story)


def test_the_trend_is_drawn_and_follows_the_cursor(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "2", "t")
        trend = app.screen.query_one(Trend)
        assert trend.display
        assert all(len(points) > 1 for points in trend.lines.values())
        slipped = next(key for key in app.screen.query_one(Rows).keys if key.partition(" ")[2] in trend.lines)
        app.screen.query_one(Rows).go(slipped)
        await pilot.pause()
        assert trend.chosen == slipped.partition(" ")[2]
        await keys(pilot, "t")
        assert not trend.display

    play(real, story)


def test_the_key_of_the_view_shows_the_list_and_escape_leaves_the_chart(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "slash", "'landelijk dekkend'", "enter", "t")
        assert isinstance(app.screen, DeadlinesScreen)
        assert app.screen.has_class("-trend")
        await keys(pilot, "escape")
        assert app.current_mode == "overview", "where it was asked for"
        await keys(pilot, "t", "1", "2")
        assert not app.screen.has_class("-trend")
        await keys(pilot, "t", "escape")
        assert (app.current_mode, app.screen.has_class("-trend")) == ("deadlines", False)
        await keys(pilot, "t", "2")
        assert not app.screen.has_class("-trend")

    play(real, story)


def test_fields_and_words_narrow_the_list(real: TrackerApp) -> None:
    """As in the overview: what is due, by ministry."""

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "2")
        rows = app.screen.query_one(Rows)
        before = list(rows.keys)
        assert app.study is not None
        await keys(pilot, "slash", "'status:postponed'", "enter")
        found = [key.partition(" ")[2] for key in rows.keys if key.partition(" ")[2]]
        assert {app.study.by_id[id_].thread.status for id_ in found} == {Status.POSTPONED}
        assert rows.key in rows.keys
        assert "status:postponed" in visible(app)
        assert f"({len(found)})" in visible(app)
        await keys(pilot, "slash", "ctrl+u", "'minister:nobody'")
        assert "nobody" in visible(app)
        assert not rows.key
        await keys(pilot, "ctrl+u", "'colour:red'")
        assert "colour" in visible(app)
        await keys(pilot, "escape")
        assert list(rows.keys) == before

    play(real, story)


def test_the_count_of_a_filter_follows_the_as_of_day_and_the_window(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        def told() -> tuple[str, int]:
            rows = app.screen.query_one(Rows)
            return str(app.screen.query_one("#hits", Static).content), len(rows.keys) - len(rows.groups)

        await keys(pilot, "2", "slash", "'kind:legislate'", "enter")
        found = [told()]
        await keys(pilot, "D", "ctrl+u", "'2017-12-31'", "enter")
        found.append(told())
        await keys(pilot, "w", "ctrl+u", "'1'", "enter")
        found.append(told())
        assert len({number for _, number in found}) > 1
        assert [words.split()[0] for words, _ in found] == [str(number) for _, number in found]

    play(real, story)
