"""Frames and bars: what has got another size has the screen laid out once, not again for that."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Static

from tests.tui.stage import Stage, on_stage
from tui.widgets.frames import AcrossFrame, DownFrame, PlainFrame
from tui.widgets.rows import Rows


class Framed(Widget):
    """All frames in each other, around a list with a bar beside it."""

    def compose(self) -> ComposeResult:
        """A line below it comes and goes."""
        with PlainFrame(), AcrossFrame(), DownFrame():
            yield Rows()
        yield Static("below", id="below")


def test_another_size_asks_for_no_second_layout() -> None:
    async def story(pilot: Pilot[None], app: Stage[Framed]) -> None:
        rows = app.shown.query_one(Rows)
        rows.set_rows([], [str(number) for number in range(99)], lambda _: [])
        await pilot.pause()
        high, laid_out = rows.size.height, list[int]()
        app.screen.screen_layout_refresh_signal.subscribe(app.screen, lambda _: laid_out.append(1), immediate=True)
        app.shown.query_one("#below").display = False
        await pilot.pause()
        await pilot.pause()
        assert rows.size.height == high + 1
        assert laid_out == [1]

    on_stage(Framed(), story)


def test_frames_lay_out_as_their_names_say() -> None:
    """A frame has the style of the container that it is."""

    async def story(pilot: Pilot[None], app: Stage[Framed]) -> None:
        assert [app.shown.query_one(kind).styles.layout.name for kind in (AcrossFrame, DownFrame)] == [  # type: ignore[union-attr]
            "horizontal",
            "vertical",
        ]

    on_stage(Framed(), story)
