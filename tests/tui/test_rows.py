"""A table of rows: the cursor passes over headings and stays on its row when others come."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from textual.content import Content
from textual.pilot import Pilot

from tests.tui.stage import Stage, on_stage
from tui.widgets.rows import Column, Rows

COLUMNS = [Column("what"), Column("number", width=6, right=True)]


def draw(key: str) -> Sequence[Content]:
    return [Content(key)] if key.startswith("#") else [Content(f"row {key}"), Content(key)]


@pytest.mark.parametrize(
    ("presses", "key"),
    [
        ((), "a"),
        (("j",), "b"),
        (("j", "j"), "c"),
        (("j", "j", "k"), "b"),
        (("G",), "d"),
        (("G", "g"), "a"),
        (("pagedown",), "d"),
    ],
)
def test_the_cursor_passes_over_headings(presses: tuple[str, ...], key: str) -> None:
    async def story(pilot: Pilot[None], app: Stage[Rows]) -> None:
        rows = app.shown
        rows.set_rows(COLUMNS, ["#1", "a", "b", "#2", "c", "d"], draw, frozenset({0, 3}))
        rows.focus()
        await pilot.press(*presses)
        await pilot.pause()
        assert rows.key == key

    on_stage(Rows(), story)


def test_it_stays_on_its_row_or_at_its_height() -> None:
    async def story(pilot: Pilot[None], app: Stage[Rows]) -> None:
        rows = app.shown
        rows.set_rows(COLUMNS, ["a", "b", "c"], draw)
        assert rows.go("b")
        assert not rows.go("z")
        rows.set_rows(COLUMNS, ["c", "x", "b"], draw)
        assert rows.key == "b"
        rows.set_rows(COLUMNS, ["c", "x"], draw)
        assert rows.key == "x"
        rows.set_rows(COLUMNS, [], draw)
        assert rows.key is None
        await pilot.pause()

    on_stage(Rows(), story)


def test_a_row_is_drawn_in_its_columns() -> None:
    async def story(pilot: Pilot[None], app: Stage[Rows]) -> None:
        rows = app.shown
        rows.set_rows(COLUMNS, ["a"], draw)
        await pilot.pause()
        head, row = (rows.render_line(at).text.rstrip() for at in (0, 1))
        assert head.split() == ["what", "number"]
        assert row.split() == ["row", "a", "a"]
        assert len(row) <= rows.size.width

    on_stage(Rows(), story, size=(30, 5))
