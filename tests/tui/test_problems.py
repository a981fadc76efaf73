"""What was not read and not applied: a group a kind, each with what to do."""

from __future__ import annotations

from textual.pilot import Pilot

from tests.ledgers import SMALL
from tests.tui.stage import Stage, on_stage
from tui.screens.problems import ProblemsScreen
from tui.widgets.rows import Rows


def test_each_refused_file_is_listed_with_its_remedy() -> None:
    async def story(pilot: Pilot[None], app: Stage[ProblemsScreen]) -> None:
        screen = app.shown
        told = {row.what for row in screen.items.values()}
        assert {row.path for row in SMALL.refused} <= told
        item = next(iter(screen.items.values()))
        full = screen.full(item).plain
        assert item.what in full
        assert full.endswith(app.labels(f"remedy.{item.kind}"))
        assert [cell.plain for cell in screen.cells(item)] == [item.what, item.why]
        screen.open(item)
        assert app.did == []
        assert screen.query_one(Rows).key in screen.items
        await pilot.pause()

    on_stage(ProblemsScreen(), story, study=True, size=(100, 20))
