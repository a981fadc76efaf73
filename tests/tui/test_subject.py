"""A subject through all letters: its promises, and letter by letter what is said of it."""

from __future__ import annotations

from textual.pilot import Pilot
from textual.widgets import Static

from tests.ledgers import NEW, OLD, POSTPONED
from tests.tui.stage import Stage, on_stage
from tui.screens.subject import SubjectScreen


def test_promises_and_passages_are_stops_that_open() -> None:
    async def story(pilot: Pilot[None], app: Stage[SubjectScreen]) -> None:
        page = app.shown.page
        stops = [block.key for block in page.blocks if block.stop]
        assert POSTPONED.id in stops
        page.go(POSTPONED.id)
        app.shown.action_open()
        assert app.did[-1] == ("thread", POSTPONED.id)
        passage = next(key for key in stops if key.startswith((OLD.id, NEW.id)))
        page.go(passage)
        app.shown.action_open()
        assert app.did[-1][:1] == ("letter",)
        assert app.did[-1][3] == passage
        row = app.shown.statement()
        assert row is None or row.passage == passage
        table = app.shown.seen()
        assert table is not None
        assert all("haven" in f"{cells[2]} {cells[-1]}".lower() or not cells[2] for cells in table.rows)
        await pilot.pause()

    on_stage(SubjectScreen("haven"), story, study=True, size=(80, 20))


def test_what_no_letter_speaks_of_is_silence() -> None:
    async def story(pilot: Pilot[None], app: Stage[SubjectScreen]) -> None:
        text = "\n".join(block.content.plain for block in app.shown.page.blocks)
        assert text.count(app.labels("status.silent")) == 2
        assert app.shown.statement() is None
        await pilot.pause()

    on_stage(SubjectScreen("zeppelin"), story, study=True, size=(80, 20))


def test_without_a_study_it_says_what_is_done() -> None:
    async def story(pilot: Pilot[None], app: Stage[SubjectScreen]) -> None:
        assert "reading" in str(app.shown.query_one("#empty", Static).content)
        assert app.shown.seen() is None
        await pilot.pause()

    on_stage(SubjectScreen("haven"), story)
