"""What scrolls goes no further than it must, and paints again what changed alone."""

from __future__ import annotations

from textual.content import Content
from textual.pilot import Pilot
from textual.strip import Strip

from tests.tui.stage import Stage, on_stage
from tui.widgets.folded import PageBlock
from tui.widgets.page import Page


def test_lines_are_brought_into_view_and_no_further() -> None:
    async def story(pilot: Pilot[None], app: Stage[Page]) -> None:
        page = app.shown
        page.set_blocks([PageBlock(str(at), Content(f"line {at}")) for at in range(50)])
        await pilot.pause()
        room = page.size.height
        for first, count, top in ((2, 1, 0), (20, 1, 21 - room), (25, 1, 26 - room), (3, 1, 3), (40, 99, 40)):
            page.show_lines(first, count)
            await pilot.pause()
            assert round(page.scroll_offset.y) == min(top, 50 - room)

    on_stage(Page(), story, size=(40, 8))


def test_what_was_painted_is_forgotten_where_it_changed() -> None:
    async def story(pilot: Pilot[None], app: Stage[Page]) -> None:
        page = app.shown
        page.strips = {1: Strip.blank(1), 2: Strip.blank(1)}
        page.redraw(1)
        assert set(page.strips) == {2}
        page.notify_style_update()
        assert page.strips == {}
        assert [strip.text.rstrip() for strip in page.strips_of(Content("a b"), 2)] == ["a", "b"]
        await pilot.pause()

    on_stage(Page(), story)
