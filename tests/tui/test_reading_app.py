"""What is shown is what the files say now: a reading that was overtaken never shows, and one runs at a time."""

from __future__ import annotations

import asyncio
import datetime as dt
import gc
import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from tests.ledgers import SMALL
from tests.tui.driving import keys, play, settle, visible
from tracker.garbage_collection import look_seldom
from tracker.ledger.rejudging import Judged
from tracker.storage import parallel
from tui.app import TrackerApp
from tui.progress import STAGES
from tui.reading_app import load_the_rest
from tui.screens.letter import LetterScreen
from tui.study_loader import Scope, growing
from tui.view_model import Study


async def first_shown(app: TrackerApp, pilot: Pilot[None]) -> None:
    """Wait until the first letters are on the screen."""
    while app.study is None:
        await pilot.pause(0.01)


def test_screens_that_go_are_looked_for_as_python_does_once_letters_are_read(real: TrackerApp) -> None:
    usual = gc.get_threshold()
    look_seldom()

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await settle(pilot)
        assert app.study is not None
        assert gc.get_threshold()[0] < 100_000

    try:
        play(real, story)
    finally:
        gc.set_threshold(*usual)


def test_the_memory_of_what_was_shown_before_is_given_back(real: TrackerApp, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[bool] = []
    monkeypatch.setattr("tui.reading_app.LATER", 0.01)
    monkeypatch.setattr("tui.reading_app.give_back", lambda: given.append(True))

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await settle(pilot)
        shown, before = app.study, len(given)
        assert shown is not None
        app.show(Study(shown.judged, shown.rulings, shown.of))
        for _ in range(200):
            if len(given) > before:
                break
            await pilot.pause(0.01)
        assert len(given) > before

    play(real, story)


def test_what_modules_hold_is_not_looked_through_at_a_key() -> None:
    try:
        load_the_rest()
        assert gc.get_freeze_count() > len(gc.get_objects())
    finally:
        gc.unfreeze()


def test_a_reading_that_was_overtaken_is_not_shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    slow, begun, shown = Event(), [0], list[str]()
    follow = "tui.screens.overview.OverviewScreen.show_study"
    monkeypatch.setattr(follow, lambda _, study: shown.append(study.ledger.name if study else ""))

    def read(*_: object) -> Study:
        begun[0] += 1
        number = begun[0]
        if number == 2:
            slow.wait(5)
        return Study(Judged(replace(SMALL, name=str(number))))

    monkeypatch.setattr("tui.study_loader.read_study", read)

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        for _ in range(4):
            app.read_letters()
        while begun[0] < 2:
            await pilot.pause()
        assert app.working
        slow.set()
        await settle(pilot)
        assert begun[0] == 3
        assert app.study is not None
        assert app.study.ledger.name == "3"
        assert not app.working
        assert "2" not in shown

    play(TrackerApp(tmp_path, lang="en", watching=False), story)


def test_another_scope_is_no_news(known: None, seeds: Path) -> None:
    """Nobody changed a letter: what is other is what was asked for."""

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        notes: list[str] = []
        app.notify = lambda message, **_: notes.append(message)  # type: ignore[method-assign]  # what a toast would say
        app.look_at(as_of=dt.date(2023, 12, 31))
        await settle(pilot)
        assert app.study is not None
        assert len(app.study.ledger.letters) == 4
        assert notes == []

    play(TrackerApp(seeds, lang="en", watching=False), story)


def test_a_first_reading_is_counted_stopped_and_gone_on_with(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    steps, rounds = [Event() for _ in range(3)], [0]

    def read(*_: object) -> Study:
        rounds[0] += 1
        for at, step in enumerate(steps, 1):
            for made in STAGES:
                parallel._progress.get()(made, at, len(steps))
            step.wait(5)
        return Study(Judged(SMALL))

    monkeypatch.setattr("tui.study_loader.read_study", read)

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


def test_what_is_read_so_far_is_shown_marked_and_replaced(monkeypatch: pytest.MonkeyPatch, harbour: Path) -> None:
    """The first letter can be read before anything is judged; nothing can be ruled, and no place is kept, meanwhile."""
    steps = [Event() for _ in range(3)]
    for path in harbour.glob("*.txt"):
        path.write_text(path.read_text("utf-8").replace("Waalhaven", "Eemhaven"), "utf-8")

    def held(scope: Scope) -> Iterator[Study]:
        for study, step in zip(growing(scope), steps, strict=False):
            yield study
            step.wait(20)

    monkeypatch.setattr("tui.study_loader.growing", held)

    async def story() -> None:
        app = TrackerApp(harbour, lang="en", watching=False)
        app.state.thread = "t-before"
        async with app.run_test(size=(80, 24)) as pilot:
            await first_shown(app, pilot)
            await pilot.pause()
            assert "1 of 3 letters" in visible(app)
            assert "What is read can be used" in visible(app)
            await pilot.press("4")
            await pilot.pause()
            assert isinstance(app.screen, LetterScreen)
            assert "uitvoeringsplan voor de sluizen" in visible(app)
            steps[0].set()
            while not app.study.entries:
                await pilot.pause(0.01)
            assert "uitvoeringsplan voor de sluizen" in visible(app)
            await pilot.press("1")
            await pilot.pause()
            assert "1 of 3 letters" in visible(app)
            assert str(app.study.ledger.as_of) == "2020-03-02"
            await pilot.press("enter", "a")
            await pilot.pause()
            assert app.ruling
            assert not (harbour / "decisions.toml").exists()
            assert app.state.thread == "t-before"
            for step in steps:
                step.set()
            await settle(pilot)
            assert "of 3 letters" not in visible(app)
            assert not app.study.is_partial
            assert not app.ruling
            assert len(app.study.ledger.letters) == 3

    asyncio.run(story())


def test_what_is_shown_of_a_first_reading_stays_when_that_is_stopped(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    held = Event()

    def some(_: Scope) -> Iterator[Study]:
        yield Study(Judged(SMALL), number=9)

    def read(*_: object) -> Study:
        held.wait(20)
        parallel._progress.get()("letter", 3, 9)
        return Study(Judged(replace(SMALL, name="whole")))

    monkeypatch.setattr("tui.study_loader.growing", some)
    monkeypatch.setattr("tui.study_loader.read_study", read)

    async def story() -> None:
        app = TrackerApp(tmp_path, lang="en", watching=False)
        async with app.run_test(size=(80, 24)) as pilot:
            await first_shown(app, pilot)
            await pilot.press("enter", "escape")
            await pilot.pause()
            assert not app._stopping, "back from the page first"
            await pilot.press("escape")
            held.set()
            await settle(pilot)
            assert not app.working
            app._check()  # as the watch of the folder does when it begins: nobody asked to read on
            await settle(pilot)
            assert "2 of 9 letters" in visible(app)
            await keys(pilot, "ctrl+r")
            assert app.study.ledger.name == "whole"
            assert "of 9 letters" not in visible(app)

    asyncio.run(story())


def test_where_reading_goes_on_nothing_says_that_it_was_stopped(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first = Study(Judged(replace(SMALL, letters=SMALL.letters[:1], threads=(), commitments=(), reports=())), number=9)
    held = Event()

    def read(*_: object) -> Study:
        held.wait(20)
        parallel._progress.get()("letter", 3, 9)
        return Study(Judged(SMALL))

    monkeypatch.setattr("tui.study_loader.growing", lambda _: [first])
    monkeypatch.setattr("tui.study_loader.read_study", read)

    async def story() -> None:
        app = TrackerApp(tmp_path, lang="en", watching=False)
        async with app.run_test(size=(80, 24)) as pilot:
            await first_shown(app, pilot)
            await pilot.press("escape")
            held.set()
            await settle(pilot)
            assert "ctrl+r reads on" in visible(app)
            held.clear()
            await pilot.press("ctrl+r")
            await pilot.pause()
            assert app.working
            assert "ctrl+r reads on" not in visible(app)
            held.set()
            await settle(pilot)

    asyncio.run(story())


def test_a_study_of_fewer_letters_never_takes_the_place_of_one_of_more(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    less = Study(Judged(replace(SMALL, letters=SMALL.letters[:1], threads=(), commitments=(), reports=())), number=9)
    whole = Study(Judged(SMALL))
    monkeypatch.setattr("tui.study_loader.growing", lambda _: [Study(Judged(SMALL), number=9), less])
    monkeypatch.setattr("tui.study_loader.read_study", lambda *_: whole)
    shown: list[int] = []
    monkeypatch.setattr(
        "tui.screens.overview.OverviewScreen.show_study",
        lambda _, study: shown.append(len(study.ledger.letters) if study else 0),
    )

    async def story(_: Pilot[None], app: TrackerApp) -> None:
        assert app.study is whole
        assert shown == sorted(shown)

    play(TrackerApp(tmp_path, lang="en", watching=False), story)


def test_a_screen_that_waits_for_its_letter_stops_the_reading(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    held = Event()

    def read(*_: object) -> Study:
        held.wait(20)
        parallel._progress.get()("letter", 3, 9)
        return Study(Judged(SMALL))

    monkeypatch.setattr("tui.study_loader.growing", lambda _: [Study(Judged(SMALL), number=9)])
    monkeypatch.setattr("tui.study_loader.read_study", read)

    async def story() -> None:
        app = TrackerApp(tmp_path, lang="en", watching=False)
        app.state.letter = "to-come"
        async with app.run_test(size=(80, 24)) as pilot:
            await first_shown(app, pilot)
            await pilot.press("4")
            await pilot.pause()
            assert "escape stops" in visible(app)
            await pilot.press("escape")
            held.set()
            await settle(pilot)
            assert isinstance(app.screen, LetterScreen)
            assert not app.working
            assert "ctrl+r reads on" in visible(app)

    asyncio.run(story())


@pytest.mark.parametrize("harm", ["decisions.toml", "letters.toml", "no letters"])
def test_what_files_no_longer_say_is_marked_until_they_can_be_read(harm: str, desk: TrackerApp, harbour: Path) -> None:
    """That another day or other letters cannot be shown is told once: what is shown is still what the files say."""

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        app.notify = lambda *_, **__: None  # type: ignore[method-assign]
        app.look_at(only=("nowhere",), rev="no-such")
        await settle(pilot)
        assert "out of date" not in visible(app)
        moved = harbour.rename(harbour.parent / "moved")
        shutil.copytree(moved, harbour)
        if harm.endswith("toml"):
            (harbour / harm).write_text("kapot = [")
        else:
            for path in harbour.glob("*.txt"):
                path.unlink()
        app.read_letters()
        await settle(pilot)
        assert "⚠ out of date" in visible(app)
        await keys(pilot, "9")
        assert "What is shown is what the files said before." in visible(app)
        shutil.rmtree(harbour)
        moved.rename(harbour)
        app.read_letters()
        await settle(pilot)
        assert "out of date" not in visible(app)
        assert "said before" not in visible(app)

    play(desk, story)
