"""The overview: rows for threads, a filter as one types, and the quotes of the row."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from tests.ledgers import SMALL
from tests.tui.driving import keys, play, seen
from tracker.ledger.rejudging import Judged
from tracker.model import StepKind
from tui.app import TrackerApp
from tui.view_model import Study
from tui.widgets.page import Page
from tui.widgets.rows import Rows


def rows(app: TrackerApp) -> Rows:
    return app.screen.query_one("#threads", Rows)


def test_every_thread_has_a_row_the_most_telling_first(real: TrackerApp) -> None:
    async def story(_: Pilot[None], app: TrackerApp) -> None:
        assert app.study is not None
        assert len(rows(app).keys) == len(app.study.ledger.threads)
        assert app.study.index.threads[rows(app).keys[0]].slips

    play(real, story)


def test_a_filter_narrows_the_rows_while_it_is_typed(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "slash", *"G5 status:ext")
        assert len(rows(app).keys) == 1
        assert "G5" in seen(app.screen.query_one("#preview", Page))
        await keys(pilot, "escape")
        assert len(rows(app).keys) > 1

    play(real, story)


def test_the_preview_follows_the_cursor(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        first = seen(app.screen.query_one("#preview", Page))
        await keys(pilot, "j")
        second = seen(app.screen.query_one("#preview", Page))
        assert first != second
        await keys(pilot, "up")
        assert seen(app.screen.query_one("#preview", Page)) == first

    play(real, story)


STEPS = {
    "progress does not hide a slip": ("repeated postponed progress", StepKind.POSTPONED),
    "a slip said twice is one": ("postponed repeated postponed", StepKind.POSTPONED),
    "delivered before dropped": ("postponed delivered dropped changed", StepKind.DELIVERED),
    "delivered before postponed": ("promised postponed delivered", StepKind.DELIVERED),
    "changed before repeated": ("repeated changed repeated", StepKind.CHANGED),
    "a promise before progress": ("progress promised", StepKind.PROMISED),
}


@pytest.mark.parametrize(("steps", "shown"), STEPS.values(), ids=STEPS)
def test_a_letter_shows_the_most_telling_of_its_steps(steps: str, shown: StepKind) -> None:
    thread = next(thread for thread in SMALL.threads if thread.members)
    first = thread.members[0]
    members = tuple(replace(first, step=StepKind(step)) for step in steps.split())
    study = Study(Judged(replace(SMALL, threads=(replace(thread, members=members),))))
    assert study.entries[0].steps == {first.letter: shown}


@pytest.mark.parametrize("width", [120, 60, 46, 40])
def test_no_number_is_cut_in_a_narrow_terminal(real: TrackerApp, width: int) -> None:
    """The columns of the oldest letters go first; what stays is whole: the day that is due and each letter's sign."""

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        rows = app.screen.query_one(Rows)
        lines = [rows.render_line(y).text.rstrip() for y in range(1, 12)]
        assert all(re.search(r" (20\d\d-\d\d-\d\d|–)( |$)", line) for line in lines), lines
        assert all(len(line) <= width for line in lines)
        years = re.findall(r" (\d\d)(?= )", rows.render_line(0).text)
        assert years == ["15", "16", "17", "23", "24"][-len(years) :] if years else width == 40
        assert len(years) == 5 or width < 60

    play(real, story, size=(width, 30))
