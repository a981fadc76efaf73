"""The line for words to look for: it shows while it is needed, and tells what is typed."""

from __future__ import annotations

from textual.pilot import Pilot
from textual.widgets import Static

from tests.tui.driving import keys
from tests.tui.stage import Stage, on_stage
from tui.labels import Labels
from tui.widgets.searchbar import SearchBar

TOLD: list[str] = []


class ToldBar(SearchBar):
    """One whose words are written down."""

    def post_message(self, message: object) -> bool:
        if isinstance(message, SearchBar.Typed | SearchBar.Done):
            TOLD.append(getattr(message, "text", "done"))
        return super().post_message(message)  # type: ignore[arg-type]


def test_words_are_told_as_they_are_typed() -> None:
    async def story(pilot: Pilot[None], app: Stage[ToldBar]) -> None:
        bar = app.shown
        assert not bar.active
        bar.open()
        await pilot.pause()
        await keys(pilot, "a", "b", "enter")
        await pilot.pause()
        assert bar.active
        bar.tell(3)
        assert "3" in str(bar.query_one("#hits", Static).content)
        bar.close()
        await pilot.pause()
        bar.tell(3)
        assert str(bar.query_one("#hits", Static).content) == ""
        assert not bar.active
        assert TOLD == ["a", "ab", "done"]  # who closes it knows that nothing is looked for any more

    on_stage(ToldBar(Labels("en")), story)
