"""Tab in a line goes through what it may go on to, and never leaves it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Button

from tests.tui.driving import keys, settle, visible
from tests.tui.stage import Stage, on_stage
from tui.widgets.line import Line

WAYS = {"st": ("status:", "steps:"), "status:p": ("status:promised", "status:postponed"), "x": ("xy",), "xy": ("xyz",)}
PRESSED = {
    "nothing known": ("q", "tab tab shift+tab", "q"),
    "the first": ("st", "tab", "status:"),
    "the next": ("st", "tab tab", "steps:"),
    "round": ("st", "tab tab tab", "status:"),
    "backwards": ("st", "shift+tab", "steps:"),
    "typed on": ("st", "tab p tab", "status:promised"),
    "typed back": ("st", "tab backspace tab", "status"),
    "further where there is one way": ("x", "tab tab", "xyz"),
    "the cursor goes to the end": ("st", "home tab z", "status:z"),
}


class Beside(Horizontal):
    """A line, and what Tab would go to."""

    def compose(self) -> ComposeResult:
        yield Line(completions=lambda text: WAYS.get(text, ()))
        yield Button("after")


def test_tab_completes_and_stays() -> None:
    async def story(pilot: Pilot[None], app: Stage[Beside]) -> None:
        line = app.shown.query_one(Line)
        line.focus()
        for name, (typed, presses, stands) in PRESSED.items():
            line.value = ""
            await keys(pilot, *typed, *presses.split())
            assert (line.value, app.focused) == (stands, line), name
        line.value = "st"
        await pilot.pause()
        await keys(pilot, "right")
        assert line.value == "status:", "what is shown"

    on_stage(Beside(), story)


def test_what_is_pasted_in_several_lines_becomes_one() -> None:
    async def story(pilot: Pilot[None], app: Stage[Beside]) -> None:
        line = app.shown.query_one(Line)
        line.focus()
        joined = {"een\n twee\r\ndrie": "een twee drie", "zij-\n instroom mbo": "zij-instroom mbo"}
        for pasted, stands in joined.items():
            line.value = ""
            pilot.app.post_message(Paste(pasted))
            await settle(pilot)
            assert line.value == stands

    on_stage(Beside(), story)


def test_what_is_typed_lays_nothing_out_anew_and_scrolls_with_its_cursor() -> None:
    async def story(pilot: Pilot[None], app: Stage[Beside]) -> None:
        line = app.shown.query_one(Line)
        line.focus()
        await settle(pilot)
        begun: list[bool] = []
        line.refresh = lambda *_, layout=False, **__: begun.append(layout) or line  # type: ignore[assignment, func-returns-value]
        await keys(pilot, *"xyz", "backspace")
        assert begun
        assert not any(begun)
        del line.refresh
        await keys(pilot, *"0123456789" * 12)
        assert line.scroll_offset.x + line.size.width > 120, "the end is seen"
        await keys(pilot, "home")
        assert line.scroll_offset.x == 0

    on_stage(Beside(), story)


def test_the_end_of_what_stands_there_from_the_start_is_seen() -> None:
    """Of a path that is proposed the name is at the end, and that is where one types on."""

    async def story(pilot: Pilot[None], app: Stage[Beside]) -> None:
        line = Line("/home/" + 30 * "map/" + "einde.md")
        await app.shown.mount(line, before=0)
        line.focus()
        await pilot.pause()
        await pilot.pause()
        assert "einde.md" in visible(app)

    on_stage(Beside(), story)
