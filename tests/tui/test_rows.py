"""A table of rows: the cursor passes over headings and stays on its row when others come."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from textual.content import Content
from textual.pilot import Pilot

from tests.tui.driving import keys
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
        await keys(pilot, *presses)
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


@pytest.mark.parametrize(("width", "told"), [(30, "! late"), (20, "!")], ids=["in full", "sign"])
def test_a_sign_stands_for_its_words_where_there_is_little_room(width: int, told: str) -> None:
    columns = [Column("state", width=6, sign=25), Column("what")]

    async def story(pilot: Pilot[None], app: Stage[Rows]) -> None:
        rows = app.shown
        rows.set_rows(columns, ["a"], lambda key: [Content("! late"), Content(f"row {key}")])
        await pilot.pause()
        assert rows.render_line(1).text.rstrip() == f"{told} row a"

    on_stage(Rows(), story, size=(width, 5))
