"""What is shown is what the files say now: a reading that was overtaken never shows, and one runs at a time."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from tests.ledgers import SMALL
from tests.tui.driving import play, settle
from tui.app import TrackerApp
from tui.reading import Scope
from tui.view_model import Study


def test_a_reading_that_was_overtaken_is_not_shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    slow, begun, shown = Event(), [0], list[str]()
    follow = "tui.screens.overview.OverviewScreen.show_study"
    monkeypatch.setattr(follow, lambda _, study: shown.append(study.ledger.name if study else ""))

    def read(_: Scope) -> Study:
        begun[0] += 1
        number = begun[0]
        if number == 2:
            slow.wait(5)
        return Study(replace(SMALL, name=str(number)))

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
