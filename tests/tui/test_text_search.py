"""Words are looked for in a page: escape forgets them first, and goes back only then."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.pilot import Pilot
from textual.widget import Widget

from tests.tui.driving import keys
from tests.tui.stage import Stage, on_stage
from tui.screens.text_search import SEARCH_KEYS, Searching
from tui.widgets.page import Page
from tui.widgets.searchbar import SearchBar
from tui.widgets.wrapped_text import PageBlock


class Reading(Searching):
    """A screen with a page of three stops."""

    NAME = "subject"
    BINDINGS: ClassVar[list[BindingType]] = [*SEARCH_KEYS]

    def body(self) -> Iterable[Widget]:
        yield Page(id="text")
        yield SearchBar(self.labels)

    @property
    def page(self) -> Page:
        return self.query_one("#text", Page)

    def begin(self) -> None:
        self.page.set_blocks([PageBlock(key, Content(f"de {key} brug"), stop=True) for key in "abc"])
        self.page.focus()


def test_n_walks_the_stops_until_words_are_looked_for() -> None:
    async def story(pilot: Pilot[None], app: Stage[Reading]) -> None:
        screen = app.shown
        await keys(pilot, "n")
        assert screen.page.key == "b"
        await keys(pilot, "N")
        assert screen.page.key == "a"
        await keys(pilot, "slash", "b", "r", "u", "g", "enter")
        await pilot.pause()
        assert screen.page.sought is not None
        assert screen.page.has_focus
        await keys(pilot, "escape")
        assert screen.page.sought is None
        assert app.did == []
        await keys(pilot, "escape")
        assert app.did == [("back",)]

    on_stage(Reading(), story, study=True)
