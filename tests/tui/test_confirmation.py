"""What will be kept is agreed to with enter or a click, once it is asked."""

from __future__ import annotations

from typing import Any

import pytest
from textual import on
from textual.containers import Vertical
from textual.pilot import Pilot
from textual.widgets import Button

from tests.tui.driving import keys
from tests.tui.stage import Stage, on_stage
from tui.widgets.confirmation import Agreement


class Beside(Vertical):
    """An agreement beside something that has the focus before it."""

    def __init__(self) -> None:
        super().__init__()
        self.given = 0

    def compose(self) -> Any:
        yield Button("before")
        yield Agreement("agreement")

    @on(Agreement.Given)
    def _given(self) -> None:
        self.given += 1


@pytest.mark.parametrize(
    ("asked", "presses", "given"),
    [(False, ("tab", "enter"), 0), (True, (), 0), (True, ("a", "space", "q"), 0), (True, ("enter",), 1)],
)
def test_only_enter_agrees_to_what_is_asked(asked: bool, presses: tuple[str, ...], given: int) -> None:
    async def story(pilot: Pilot[None], app: Stage[Beside]) -> None:
        agreement = app.shown.query_one(Agreement)
        if asked:
            agreement.ask("status: dropped")
            await pilot.pause()
            assert "dropped" in str(agreement.content)
        await keys(pilot, *presses)
        await pilot.pause()
        assert app.shown.given == given
        assert agreement.has_focus is asked

    on_stage(Beside(), story)


def test_a_click_agrees() -> None:
    async def story(pilot: Pilot[None], app: Stage[Beside]) -> None:
        app.shown.query_one(Agreement).ask("status: dropped")
        await pilot.pause()
        await pilot.click(Agreement)
        await pilot.pause()
        assert app.shown.given == 1

    on_stage(Beside(), story)
