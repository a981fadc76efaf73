"""Rulings one after another: what is taken back is the last one, also while it is being kept."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot

from tests.tui.driving import keys, play, settle, until, visible
from tracker.decisions.ruling import Ruling
from tracker.decisions.toml_text import read_decisions
from tracker.ledger.lookup import find_threads
from tui import study_loader
from tui.app import TrackerApp
from tui.rulings import Wish
from tui.study_loader import Scope
from tui.view_model import Study


async def undo(app: TrackerApp) -> None:
    decision = await app.last_ruling()
    assert decision is not None
    app.take_back(decision)


def test_undo_at_once_takes_back_that_ruling_and_no_other(desk: TrackerApp, harbour: Path) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        assert app.study is not None
        one, other = app.study.index.quotes_of(app.study.ledger.threads[0]), list(app.study.index.statements.values())
        app.rule(Wish(Ruling.NOTE, one[:1], "eerst", value="eerste"))
        await settle(pilot)
        app.rule(Wish(Ruling.NOTE, (other[-1],), "dan", value="tweede"))
        await pilot.pause()
        await undo(app)
        await settle(pilot)
        kept = read_decisions((harbour / "decisions.toml").read_text())
        assert [row.value for row in kept] == ["eerste"]
        assert [row.value for row in app.study.rulings] == ["eerste"]
        await keys(pilot, "enter", "u", "'Take'", "enter")
        assert app.study is not None
        assert app.study.rulings == ()

    play(desk, story)


def hold_reading(monkeypatch: pytest.MonkeyPatch) -> Event:
    """From now on letters are read only once this is set."""
    held, read = Event(), study_loader.read_study

    def slow(scope: Scope, known: Study | None, *_: object) -> Study:
        held.wait(20)
        return read(scope, known)

    monkeypatch.setattr("tui.study_loader.read_study", slow)
    return held


def test_a_verdict_is_shown_before_the_letters_are_read_again_and_undone_too(
    desk: TrackerApp, harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While they are read the sign of work stands there, and the next ruling need not wait."""

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        held = hold_reading(monkeypatch)
        assert app.study is not None
        thread = app.study.ledger.threads[0]
        rows = app.study.index.quotes_of(thread)[:1]
        for told in ("dropped", "delivered"):
            app.rule(Wish(Ruling.STATUS, rows, "nagevraagd", value=told))
            while app.study.by_id[thread.id].thread.status != told:
                await pilot.pause()
            assert "reading" in visible(app)
            assert not app.ruling
        await undo(app)
        while app.study.by_id[thread.id].thread.status != "dropped":
            await pilot.pause()
        held.set()
        await settle(pilot)
        assert not app.working
        assert app.study.by_id[thread.id].thread.status == "dropped"
        assert app.study.ledger == study_loader.read_study(Scope(harbour), None).ledger

    play(desk, story)


def test_what_joins_threads_is_told_at_once_and_shown_when_all_is_judged_anew(
    desk: TrackerApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until then the verdicts of before do not stand, nor do they after it was taken back."""

    def awaiting(app: TrackerApp) -> set[str]:
        assert app.study is not None
        return {entry.id for entry in app.study.entries if entry.awaits}

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "slash", "'loodsen'", "enter")
        held = hold_reading(monkeypatch)
        assert app.study is not None
        two = find_threads(app.study.index, "loodsen")[0], app.study.ledger.threads[-1]
        rows = [app.study.index.quotes_of(row)[0] for row in two]
        for taken_back in (True, False):
            app.rule(Wish(Ruling.MERGE, tuple(rows), "een zaak"))
            await until(pilot, lambda: bool(awaiting(app)))
            assert awaiting(app) == {row.id for row in two}
            assert app.ruling
            await pilot.pause()
            assert "◷ being judged" in visible(app)
            if taken_back:
                await undo(app)
                await until(pilot, lambda: not awaiting(app))
        held.set()
        await settle(pilot)
        assert not app.ruling
        assert not awaiting(app)
        assert app.study.index.thread_of[rows[0].id] is app.study.index.thread_of[rows[1].id]

    play(desk, story)


def test_rulings_can_be_signed_with_another_name(desk: TrackerApp, harbour: Path) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        assert app.study is not None
        await keys(pilot, "ctrl+p", "'Sign rulings'")
        await keys(pilot, "enter")
        await keys(pilot, "ctrl+u", "'B. Tweede'", "enter")
        app.rule(Wish(Ruling.NOTE, app.study.index.quotes_of(app.study.ledger.threads[0])[:1], "eerst", value="een"))
        await settle(pilot)
        assert [row.who for row in read_decisions((harbour / "decisions.toml").read_text())] == ["B. Tweede"]

    play(desk, story)
