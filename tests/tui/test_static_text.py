"""Words in their place: the same ones, and others that are as long, lay nothing out anew."""

from __future__ import annotations

from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import Static

from tests.tui.stage import Stage, on_stage
from tui.widgets.static_text import show_words


def test_the_screen_is_laid_out_only_where_words_take_other_room() -> None:
    async def story(pilot: Pilot[None], app: Stage[Static]) -> None:
        asked: list[bool] = []
        place = app.shown
        show_words(place, Content("twelve of 40"))
        await pilot.pause()
        place.refresh = lambda *_, layout=False, **__: asked.append(layout)  # type: ignore[assignment]
        show_words(place, Content("twelve of 40"))
        assert asked == []
        show_words(place, Content("eleven of 40"))
        assert asked == [False]
        show_words(place, Content("eleven of 40").stylize("bold"))
        show_words(place, Content("2 of 40"))
        show_words(place, Content("2 of 4\n"))
        assert asked == [False, False, False, True], "one line is one line"
        show_words(place, Content("2 of 40"))
        place.styles.width = "auto"
        await pilot.pause()
        asked.clear()
        show_words(place, Content("21 of 40"))
        assert asked == [True], "as wide as its words"
        show_words(place, Content("word " * 30))
        show_words(place, Content("other" * 30))
        assert asked[-2:] == [True, True]

    on_stage(Static(""), story)


def test_lines_that_are_folded_are_as_many_as_they_are() -> None:
    async def story(pilot: Pilot[None], app: Stage[Static]) -> None:
        asked: list[bool] = []
        place, width = app.shown, app.shown.size.width
        show_words(place, Content("a" * (width + 1)))
        await pilot.pause()
        place.refresh = lambda *_, layout=False, **__: asked.append(layout)  # type: ignore[assignment]
        show_words(place, Content("b" * (2 * width)))
        assert asked == [False], "two lines, and two lines"
        show_words(place, Content("b" * (2 * width + 1)))
        show_words(place, Content("c" * width))
        assert asked == [False, True, True]

    on_stage(Static(""), story)
