"""Rulings one after another: what is taken back is the last one, also while it is being kept."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from tests.tui.driving import keys, play, settle
from tracker.decisions.ruling import Ruling
from tracker.decisions.toml_text import read_decisions
from tui.app import TrackerApp
from tui.rulings import Wish


def test_undo_at_once_takes_back_that_ruling_and_no_other(desk: TrackerApp, harbour: Path) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        assert app.study is not None
        one, other = app.study.index.quotes_of(app.study.ledger.threads[0]), list(app.study.index.statements.values())
        app.rule(Wish(Ruling.NOTE, one[:1], "eerst", value="eerste"))
        await settle(pilot)
        app.rule(Wish(Ruling.NOTE, (other[-1],), "dan", value="tweede"))
        await pilot.pause()
        app.undo()
        await settle(pilot)
        kept = read_decisions((harbour / "decisions.toml").read_text())
        assert [row.value for row in kept] == ["eerste"]
        assert [row.value for row in app.study.rulings] == ["eerste"]
        await keys(pilot, "enter", "u")
        assert app.study is not None
        assert app.study.rulings == ()

    play(desk, story)
