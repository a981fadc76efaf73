"""What is shown is what the files say now: a reading that was overtaken never shows, and one runs at a time."""

from __future__ import annotations

import asyncio
from pathlib import Path
from threading import Event

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from tests.ledgers import SMALL
from tests.tui.driving import keys, play, settle, visible
from tracker.ledger.judged import Judged
from tracker.storage import ahead
from tui.app import TrackerApp
from tui.reading import Scope
from tui.view_model import Study


def test_a_reading_that_was_overtaken_is_not_shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    slow, begun, shown = Event(), [0], list[str]()
    follow = "tui.screens.overview.OverviewScreen.show_study"
    monkeypatch.setattr(follow, lambda _, study: shown.append(study.ledger.name if study else ""))

    def read(_: Scope, __: Study | None) -> Study:
        begun[0] += 1
        number = begun[0]
        if number == 2:
            slow.wait(5)
        return Study(Judged(replace(SMALL, name=str(number))))

    monkeypatch.setattr("tui.reading.read_study", read)

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        for _ in range(4):
            app.read_letters()
        await pilot.pause()
        assert begun[0] == 2
        assert app.working
        slow.set()
        await settle(pilot)
        assert begun[0] == 3
        assert app.study is not None
        assert app.study.ledger.name == "3"
        assert not app.working
        assert "2" not in shown

    play(TrackerApp(tmp_path, lang="en", watching=False), story)


def test_a_first_reading_is_counted_stopped_and_gone_on_with(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    steps, rounds = [Event() for _ in range(3)], [0]

    def read(_: Scope, __: Study | None) -> Study:
        rounds[0] += 1
        for at, step in enumerate(steps, 1):
            ahead._progress.get()(at, len(steps))
            step.wait(5)
        return Study(Judged(SMALL))

    monkeypatch.setattr("tui.reading.read_study", read)

    async def story() -> None:
        app = TrackerApp(tmp_path, lang="en", watching=False)
        async with app.run_test(size=(80, 24)) as pilot:
            while "Reading the letters … 1/3" not in visible(app):
                await pilot.pause(0.01)
            assert "reading … 1/3" in visible(app)
            await pilot.press("escape")
            steps[0].set()
            await settle(pilot)
            assert "ctrl+r reads on" in visible(app)
            assert not app.working
            for step in steps:
                step.set()
            await keys(pilot, "ctrl+r")
            assert app.study is not None
            assert rounds == [2]

    asyncio.run(story())
