"""Several of a list are ticked, and given in the order of the list."""

from __future__ import annotations

import pytest
from textual.content import Content
from textual.pilot import Pilot

from tests.tui.driving import keys
from tests.tui.stage import Stage, on_stage
from tui.screens.checklist import Ticks

CHOICES = [(key, Content(key.upper())) for key in "abc"]


@pytest.mark.parametrize(
    ("presses", "given"),
    [
        (("f",), ("b",)),
        (("space", "f"), ("a", "b")),
        (("j", "space", "f", "space", "f"), ("b",)),
        (("k", "space", "f"), ("b", "c")),
        (("enter", "f"), ("a", "b")),
        (("space", "escape"), None),
    ],
)
def test_what_is_ticked_is_given(presses: tuple[str, ...], given: tuple[str, ...] | None) -> None:
    async def story(pilot: Pilot[None], app: Stage[Ticks]) -> None:
        await keys(pilot, *presses)
        await pilot.pause()
        assert app.given == [given]

    on_stage(Ticks("which?", "space ticks", CHOICES, ["b"], needed="one at least"), story)
