"""Help tells every key that works, once, and every sign."""

from __future__ import annotations

from textual.pilot import Pilot
from textual.widgets import Static

from tests.tui.stage import Stage, on_stage
from tracker.statuses import LISTED
from tui.labels import Labels
from tui.screens.help import HelpScreen

EN = Labels("en")


def test_each_act_has_a_line_with_all_its_keys() -> None:
    keys = [("l", "letter"), ("enter", "open"), ("o", "open"), ("enter", "open"), ("z", "no such act")]

    async def story(pilot: Pilot[None], app: Stage[HelpScreen]) -> None:
        text = "\n".join(str(row.content) for row in app.shown.query(Static))
        lines = [line.split("  ")[0] for line in text.splitlines()]
        assert "l" in lines
        assert "enter o" in lines
        assert "z" not in lines
        assert EN("purpose.overview") in text
        assert [status for status in LISTED if EN(f"meaning.{status}") not in text] == []
        await pilot.press("j", "k", "q")
        await pilot.pause()
        assert app.given == [None]

    on_stage(HelpScreen("overview", keys, EN), story)
