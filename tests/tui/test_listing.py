"""A screen that is one list: groups with headings, the row in full, and what is seen to take along."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import Static

from tests.tui.driving import keys
from tests.tui.stage import Stage, on_stage
from tui.screens.listing import ListScreen, RowGroup
from tui.view_model import Study
from tui.widgets.rows import Column, Rows


class Numbers(ListScreen[int]):
    """Numbers in three groups, of which one is empty and one has no heading."""

    NAME = "troubles"
    opened: int | None = None

    def columns(self) -> Sequence[Column]:
        return [Column("number")]

    def groups(self, study: Study, /) -> Iterable[RowGroup[int]]:
        yield RowGroup("small", {"a": 1, "b": 2})
        yield RowGroup("none", {})
        yield RowGroup("", {"c": 3})

    def cells(self, item: int, /) -> Sequence[Content]:
        return [Content(f"n{item}")]

    def full(self, item: int, /) -> Content:
        return Content(f"the number {item}")

    def open(self, item: int, /) -> None:
        self.opened = item


def test_groups_have_headings_and_rows_their_words() -> None:
    async def story(pilot: Pilot[None], app: Stage[Numbers]) -> None:
        screen, rows = app.shown, app.shown.query_one(Rows)
        assert [key for key in rows.keys if key in screen.items] == ["a", "b", "c"]
        assert list(screen.headings.values()) == ["small"]
        assert screen.item == 1
        await keys(pilot, "j", "j")
        await pilot.pause()
        assert (screen.item, str(screen.query_one("#full", Static).content)) == (3, "the number 3")
        await keys(pilot, "enter")
        await pilot.pause()
        assert screen.opened == 3
        table = screen.seen()
        assert table is not None
        assert [list(row) for row in table.rows] == [[f"n{at}", f"the number {at}"] for at in (1, 2, 3)]

    on_stage(Numbers(), story, study=True)


def test_without_a_study_it_says_what_is_done() -> None:
    async def story(pilot: Pilot[None], app: Stage[Numbers]) -> None:
        assert "reading" in str(app.shown.query_one("#empty", Static).content)
        assert app.shown.items == {}
        assert app.shown.has_class("-empty")
        await pilot.pause()

    on_stage(Numbers(), story)
