"""Blocks folded to the width: where each begins, how high it is, and what stands at the top in another width."""

from __future__ import annotations

from textual.content import Content
from textual.pilot import Pilot

from tests.tui.stage import Stage, on_stage
from tui.widgets.wrapped_text import GUTTER, FoldedText, PageBlock

WORDS = "havens en sluizen en kades en loodsen en veren en boten"


class Blocks(FoldedText):
    """Some blocks."""

    def on_mount(self) -> None:
        """Show them."""
        self.blocks = [
            PageBlock("one", Content(WORDS), rail=True),
            PageBlock("two", Content("kort"), right=Content(WORDS)),
            PageBlock("three", Content("\n".join("abcdefghijklmnop"))),
        ]


def test_blocks_are_folded_to_the_width_and_to_half_of_it() -> None:
    async def story(pilot: Pilot[None], app: Stage[Blocks]) -> None:
        text = app.shown
        text.lay_out()
        first, second, third = (text.height_of(place) for place in range(3))
        assert first == len(Content(WORDS).wrap(text.room))
        assert second > first, "half of the width folds into more lines"
        assert text.tops == [0, first, first + second]
        assert text.total == first + second + third
        left = text.render_line(first).text
        assert left[GUTTER:].startswith("kort")
        assert "│" in left
        assert text.render_line(0).text.startswith("│")
        await pilot.pause()

    on_stage(Blocks(), story, size=(40, 8))


def test_another_width_keeps_the_block_at_the_top() -> None:
    async def story(pilot: Pilot[None], app: Stage[Blocks]) -> None:
        text = app.shown
        text.lay_out()
        text.reveal("three", before=0)
        assert text.top_key() == "three"
        await pilot.resize_terminal(24, 8)
        await pilot.pause()
        assert text.top_key() == "three"

    on_stage(Blocks(), story, size=(40, 8))


def test_another_height_keeps_the_line_at_the_top() -> None:
    async def story(pilot: Pilot[None], app: Stage[Blocks]) -> None:
        text = app.shown
        text.lay_out()
        text.scroll_to(y=text.tops[2] + 3, animate=False, force=True)
        await pilot.resize_terminal(40, 6)
        await pilot.pause()
        assert round(text.scroll_offset.y) == text.tops[2] + 3

    on_stage(Blocks(), story, size=(40, 8))


def test_what_is_not_there_has_no_place() -> None:
    async def story(pilot: Pilot[None], app: Stage[Blocks]) -> None:
        assert app.shown.place("four") == -1
        app.shown.reveal("four")
        await pilot.pause()

    on_stage(Blocks(), story)
