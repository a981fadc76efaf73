"""A long text in blocks: a cursor walks along its stops, and words are found in it."""

from __future__ import annotations

import pytest
from textual.content import Content
from textual.pilot import Pilot

from tests.tui.driving import keys
from tests.tui.stage import Stage, on_stage
from tui.widgets.page import Page
from tui.widgets.wrapped_text import PageBlock

BLOCKS = [
    PageBlock("head", Content("Havens")),
    PageBlock("a", Content("De haven " * 30), stop=True),
    PageBlock("b", Content("De brug"), stop=True, right=Content("De sluis")),
    PageBlock("c", Content("De sluis " * 40), stop=True),
]


def test_the_cursor_halts_at_stops_alone() -> None:
    async def story(pilot: Pilot[None], app: Stage[Page]) -> None:
        page = app.shown
        page.set_blocks(BLOCKS)
        assert page.key == "a"
        assert page.step(1)
        assert page.key == "b"
        page.go("head")
        assert page.key == "b"
        page.go("c")
        assert not page.step(1)
        assert page.place("z") == -1
        page.set_blocks(BLOCKS, at="b")
        assert page.key == "b"
        await pilot.pause()

    on_stage(Page(), story, size=(40, 8))


@pytest.mark.parametrize(
    ("at", "now", "nearest"),
    [
        pytest.param("b", "abc", "b", id="itself"),
        pytest.param("b", "ac", "c", id="the next one"),
        pytest.param("c", "ab", "b", id="of the last the one before"),
        pytest.param("a", "", None, id="none is left"),
    ],
)
def test_a_stop_that_is_gone_is_read_on_beside(at: str, now: str, nearest: str | None) -> None:
    async def story(pilot: Pilot[None], app: Stage[Page]) -> None:
        page = app.shown
        page.set_blocks(BLOCKS, at=at)
        assert page.nearest([block for block in BLOCKS if block.key in now or not block.stop]) == nearest
        await pilot.pause()

    on_stage(Page(), story, size=(40, 8))


def test_blocks_are_folded_to_the_width() -> None:
    async def story(pilot: Pilot[None], app: Stage[Page]) -> None:
        page = app.shown
        page.set_blocks(BLOCKS)
        await pilot.pause()
        assert page.tops[:2] == [0, 1]
        assert page.total == page.virtual_size.height > len(BLOCKS)
        page.reveal("c")
        await pilot.pause()
        assert page.top_key() in {"a", "b"}
        page.change("head", Content("Sluizen"))
        assert page.blocks[0].content.plain == "Sluizen"

    on_stage(Page(), story, size=(40, 8))


def test_words_are_found_on_both_sides() -> None:
    async def story(pilot: Pilot[None], app: Stage[Page]) -> None:
        page = app.shown
        page.set_blocks(BLOCKS)
        await pilot.pause()
        assert page.seek("brug") == 1
        assert page.seek("sluis") > 1
        assert page.seek("zz") == 0
        assert page.seek("") == 0

    on_stage(Page(), story, size=(40, 8))


def test_the_cursor_goes_along_with_the_view() -> None:
    """What stands on the screen after End or a page is what keys are about."""

    async def story(pilot: Pilot[None], app: Stage[Page]) -> None:
        page = app.shown
        page.set_blocks(BLOCKS)
        await pilot.pause()
        for presses, key in ((("end",), "c"), (("home",), "a"), (("pagedown", "pagedown"), "c"), (("g",), "a")):
            await keys(pilot, *presses)
            await pilot.pause()
            assert page.key == key
            assert page.sees_cursor

    on_stage(Page(), story, size=(40, 8))
