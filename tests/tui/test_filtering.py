"""A list of promises says what is wrong with its filter, or that nothing fits it."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from textual.content import Content
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Static

from tests.ledgers import POSTPONED, SMALL
from tests.tui.driving import keys, play
from tests.tui.stage import Stage, on_stage
from tui.app import TrackerApp
from tui.screens.filtering import FilteringRows
from tui.view_model import Study
from tui.widgets.rows import Column, Rows


class Listed(FilteringRows):
    """All promises, by their titles."""

    NAME = "review"

    def body(self) -> Iterable[Widget]:
        yield Rows(id="list")
        yield self.bar()

    def show_study(self, study: Study | None, /) -> None:
        found = self.kept(study.entries) if study else ()
        self.query_one(Rows).set_rows([Column("title")], [entry.id for entry in found], lambda key: [Content(key)])


def test_what_fits_is_listed_and_what_is_wrong_is_told() -> None:
    async def story(_: Pilot[None], app: Stage[Listed]) -> None:
        screen = app.shown
        assert screen.why_empty("nothing waits") == "nothing waits"
        assert screen.seek("status:postponed") == 1
        assert screen.page.keys == [POSTPONED.id]
        assert screen.asked() == "status:postponed"
        assert screen.seek("zeppelin") == 0
        assert "Nothing fits" in screen.why_empty("")
        assert screen.seek("colour:red") == 0
        assert "colour" in screen.why_empty("")
        assert not screen.check_action("next", (1,))
        assert screen.offered("status:post") == "status:postponed 1"
        assert screen.seek("") == len(SMALL.threads)

    on_stage(Listed(), story, study=True)


@pytest.mark.parametrize("view", ["2", "5"])
def test_what_is_offered_is_counted_as_this_list_will_show(view: str, real: TrackerApp) -> None:
    """A list of some of the promises counts these alone."""

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, view)
        screen = app.screen
        assert isinstance(screen, FilteringRows)
        for field in ("actor", "status"):
            await keys(pilot, "slash", "ctrl+u", f"'{field}:'")
            told = str(screen.query_one("#hits", Static).content).partition(f"  {field}:")
            offered = [row.rsplit(" ", 1) for row in f"{field}:{told[2]}".split("  ")]
            assert len(offered) > 1
            assert [[word, str(screen.seek(word))] for word, _ in offered] == offered

    play(real, story)


def test_a_key_asks_no_row_for_all_that_it_says() -> None:
    """The filter knows what fits; the words are only lit up in what is seen."""

    async def story(_: Pilot[None], app: Stage[Listed]) -> None:
        app.shown.page._cells_told = None  # type: ignore[assignment, method-assign]
        app.shown.page.told = None  # type: ignore[assignment]
        assert app.shown.seek("verdieping") == 1
        assert app.shown.page.sought == ["verdieping"]

    on_stage(Listed(), story, study=True)
