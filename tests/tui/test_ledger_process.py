"""What rulings change is told by a process that holds the letters: the same that reading them anew gives, at once."""

from __future__ import annotations

import datetime as dt
from multiprocessing import get_context
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.driving import keys, play, settle, until
from tests.tui.test_ruling_app import hold_reading
from tracker.decisions.ruling import Decision, Ruling, anchor
from tracker.ledger.ledger_cache import without_links
from tracker.model import Statement
from tui.app import TrackerApp
from tui.ledger_process import LedgerProcess
from tui.rulings import Wish
from tui.study_loader import Scope, read_letters, read_study
from tui.view_model import Study

LONGEST = 30.0
"""Seconds in which the process must have begun."""


def ruling(kind: Ruling, study: Study, *at: int, end: dt.date | None = None) -> Decision:
    rows = [study.ledger.commitments[place] for place in at]
    quotes = tuple(anchor(row.letter, row.quote) for row in rows)
    return Decision(ruling=kind, who="A", when=dt.datetime(2026, 1, 1, tzinfo=dt.UTC), why="x", quotes=quotes, end=end)


def joined(app: TrackerApp, one: Statement, other: Statement) -> bool:
    assert app.study is not None
    return app.study.index.thread_of[one.id] is app.study.index.thread_of[other.id]


def test_the_study_is_that_of_reading_anew_and_keeps_what_did_not_change(harbour: Path) -> None:
    scope, ledger_process = Scope(harbour), LedgerProcess()
    study = first = read_study(scope)
    rulings = [
        ruling(Ruling.MERGE, first, 0, -1),
        ruling(Ruling.REJECTED, first, 1),
        ruling(Ruling.DEADLINE, first, 0, end=dt.date(2031, 5, 1)),
    ]
    try:
        for number in (1, 2, 3, 0):
            found = ledger_process.ruled(scope, study, tuple(rulings[:number]))
            assert found is not None
            study = found
            known = read_letters(scope)
            assert known is not None
            assert study.judged == without_links(known.incremental.under(tuple(rulings[:number])))
        assert study.ledger == first.ledger
        assert ledger_process._process is not None
        ledger_process._process.kill()
        ledger_process._process.join()
        assert ledger_process.at_once(scope, study, tuple(rulings)) is None
        assert ledger_process.ruled(scope, study, ()) is not None
        same = {row.id: row for row in first.entries}
        assert all(same[row.id] == row for row in study.entries)
        (harbour / "2030-01-01.txt").write_text("Den Haag, 1 januari 2030\n\nWij sturen de Kamer in mei de nota.\n")
        ledger_process.end()
        assert ledger_process.ruled(scope, study, ()) is None
    finally:
        ledger_process.end()


def test_what_joins_threads_is_shown_at_once_where_the_letters_are_held(
    desk: TrackerApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which they are from when a thread is looked at."""
    monkeypatch.setattr("tui.screens.ruling.LOOKED_AT", 0.01)

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        assert app.ledger_process._process is None
        await keys(pilot, "enter")
        await until(pilot, lambda: app.ledger_process.is_ready)
        held = hold_reading(monkeypatch)
        assert app.study is not None
        one, other = (app.study.index.quotes_of(row)[0] for row in app.study.ledger.threads[:2])
        notes: list[str] = []
        app.notify = lambda _, title="", **__: notes.append(title)  # type: ignore[method-assign]  # what a toast would say
        app.rule(Wish(Ruling.MERGE, (one, other), "een zaak"))
        await until(pilot, lambda: joined(app, one, other))
        assert not app.ruling
        assert notes == ["", "What rulings changed"]
        held.set()
        await settle(pilot)

    play(desk, story)


def test_in_a_browser_the_letters_are_held_from_a_question_on_and_not_for_long(
    desk: TrackerApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There may be many sessions."""
    monkeypatch.setattr("tui.screens.ruling.LOOKED_AT", 0.01)
    monkeypatch.setattr("tui.reading_app.IDLE_SERVED", 0.01)
    monkeypatch.setattr(TrackerApp, "is_web", True)

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "enter")
        await pilot.pause(0.02)
        assert app.ledger_process._of is None
        await keys(pilot, "5", "J")
        await until(pilot, lambda: app.ledger_process.is_ready)
        assert app.ledger_process._process is not None
        app.ledger_process._process.join(LONGEST)
        assert app.ledger_process._process.exitcode == 0

    play(desk, story)


def test_a_verdict_needs_no_letters_that_are_held(desk: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "5", "s", "escape", "m", "escape")
        assert app.ledger_process._process is None

    play(desk, story)


def test_a_process_that_is_only_being_started_is_ended_once_it_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    ledger_process = LedgerProcess()
    ended: list[bool] = []
    ledger_process._process = get_context("spawn").Process()
    monkeypatch.setattr(ledger_process, "_end", lambda: ended.append(True))
    ledger_process.end()
    assert ended == [True]
