"""How many threads have each status: a bar, and the words on as many lines as they need."""

from __future__ import annotations

from textual.geometry import Size
from textual.pilot import Pilot

from tests.tui.stage import Stage, on_stage
from tracker.model import Status
from tui.labels import Labels
from tui.widgets.totals import Totals

COUNTS = {status: at for at, status in enumerate(Status, 1)}


def test_the_numbers_stand_below_the_bar_and_a_click_names_a_status() -> None:
    async def story(pilot: Pilot[None], app: Stage[Totals]) -> None:
        totals = app.shown
        totals.show(COUNTS, (Status.DROPPED,))
        await pilot.pause()
        bar, *lines = totals.render().plain.split("\n")
        assert len(bar) == totals.content_size.width
        text = " ".join(lines)
        assert [status for status in Status if Labels("en")(f"status.{status}") not in text] == []
        heights = [totals.get_content_height(Size(0, 0), Size(0, 0), width) for width in (30, 60, 400)]
        assert heights == sorted(heights, reverse=True)
        assert heights[-1] == 2
        metas = [span.style.meta.get("status") for span in totals.render().spans if not isinstance(span.style, str)]
        assert {*metas} - {None} <= set(Status)
        assert Status.DROPPED in metas

    on_stage(Totals(Labels("en")), story)
