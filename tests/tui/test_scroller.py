"""What scrolls goes no further than it must, and paints again what changed alone."""

from __future__ import annotations

from textual.content import Content
from textual.pilot import Pilot
from textual.strip import Strip

from tests.tui.stage import Stage, on_stage
from tui.widgets.page import Page
from tui.widgets.wrapped_text import PageBlock


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


def test_a_line_by_itself_is_painted_as_a_folded_one() -> None:
    async def story(pilot: Pilot[None], app: Stage[Page]) -> None:
        content = Content.assemble(("haven ", "bold $accent"), "en sluis", (" é…", "$faint on $chosen"))
        (folded,) = app.shown.strips_of(content, content.cell_length, "line--chosen")
        line = app.shown.line_of(content, "line--chosen")
        assert line.cell_length == folded.cell_length
        looks = [
            [(text, style.color, style.bgcolor, style.bold) for text, style, _ in strip if style]
            for strip in (line, folded)
        ]
        assert looks[0] == looks[1]
        await pilot.pause()

    on_stage(Page(), story, size=(40, 8))


def test_another_number_of_lines_lays_nothing_else_out() -> None:
    async def story(pilot: Pilot[None], app: Stage[Page]) -> None:
        page = app.shown
        page.grow(100)
        await pilot.pause()
        laid: list[bool] = []
        page.refresh = lambda *_, layout=False, **__: laid.append(layout)  # type: ignore[assignment]
        page.grow(90)
        assert not any(laid)
        assert page.max_scroll_y == 90 - page.size.height

    on_stage(Page(), story, size=(40, 8))
