"""Review: rulings are written at once, the verdict changes before one's eyes, and undo takes them back."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.driving import keys, play
from tracker.decisions.ruling import Ruling
from tracker.decisions.toml_text import read_decisions
from tracker.ledger.lookup import find_threads
from tracker.model import Status, Thread
from tui.app import TrackerApp
from tui.screens.review import ReviewScreen
from tui.screens.thread import ThreadScreen
from tui.widgets.rows import Rows


def rulings(folder: Path) -> list[Ruling]:
    path = folder / "decisions.toml"
    return [row.ruling for row in read_decisions(path.read_text())] if path.exists() else []


def status_of(app: TrackerApp, words: str) -> list[Status]:
    assert app.study is not None
    return [thread.status for thread in find_threads(app.study.index, words)]


def test_a_status_is_set_and_taken_back(desk: TrackerApp, harbour: Path) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        before = status_of(app, "loodsen")
        assert before in ([Status.LAPSED], [Status.UNCLEAR], [Status.PROMISED])
        await keys(pilot, "slash", "'loodsen'", "enter", "enter")
        assert isinstance(app.screen, ThreadScreen)
        await keys(pilot, "s", "'withdrawn'", "enter", "'nagevraagd'", "enter", "enter")
        assert rulings(harbour) == [Ruling.STATUS]
        assert status_of(app, "loodsen") == [Status.DROPPED]
        assert "R. Rekenaar" in (harbour / "decisions.toml").read_text()
        await keys(pilot, "u", "enter")
        assert rulings(harbour) == [Ruling.STATUS], "it was not agreed to"
        await keys(pilot, "u", "'Take'", "enter")
        assert rulings(harbour) == []
        assert status_of(app, "loodsen") == before

    play(desk, story)


def test_a_wrong_link_is_cut(desk: TrackerApp, harbour: Path) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        threads = len(app.study.ledger.threads) if app.study else 0
        await keys(pilot, "slash", "'walstroom'", "enter", "enter")
        assert status_of(app, "walstroom") == [Status.DROPPED]
        await keys(pilot, "j", "j", "x", "'iets anders'", "enter", "enter")
        assert rulings(harbour) == [Ruling.SPLIT]
        assert app.study is not None
        assert len(app.study.ledger.threads) == threads + 1
        assert Status.DROPPED not in status_of(app, "walstroom")[:1] or len(status_of(app, "walstroom")) == 2

    play(desk, story)


def test_accepting_moves_the_queue_on(desk: TrackerApp, harbour: Path) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "5")
        assert isinstance(app.screen, ReviewScreen)
        assert app.study is not None
        waiting = len(app.study.doubtful())
        await keys(pilot, "a", "'zeker'", "enter", "enter")
        assert rulings(harbour) == [Ruling.STATUS]
        assert len(app.study.doubtful()) == waiting - 1

    play(desk, story)


def test_a_deadline_a_note_a_title_and_a_join(desk: TrackerApp, harbour: Path) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "slash", "'loodsen'", "enter", "enter")
        await keys(pilot, "d", "ctrl+u", "'2030-12-31'", "enter", "'zei de minister'", "enter", "enter")
        await keys(pilot, "m", "'navragen'", "enter", "enter")
        await keys(pilot, "R", "ctrl+u", "'Actieplan'", "enter", "'korter'", "enter", "enter")
        await keys(pilot, "J", "'kademuren'", "enter", "'een kade'", "enter", "enter")
        assert rulings(harbour) == [Ruling.DEADLINE, Ruling.NOTE, Ruling.TITLE, Ruling.MERGE]
        (thread,) = find_threads(app.study.index, "Actieplan") if app.study else ()
        assert thread.note == "navragen"
        assert len({step.letter for step in thread.members if step.ref}) == 2

    play(desk, story)


def test_no_answer_rules_nothing(desk: TrackerApp, harbour: Path) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "slash", "'loodsen'", "enter", "enter")
        await keys(pilot, "s", "escape", "x", "escape", "d", "escape", "m", "escape")
        assert rulings(harbour) == []

    play(desk, story)


def test_a_ruling_that_cannot_be_kept_is_told(desk: TrackerApp, harbour: Path) -> None:
    (harbour / "decisions.toml").write_text("")

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        (harbour / "decisions.toml").write_text("geen toml [")
        notes: list[str] = []
        app.notify = lambda message, **_: notes.append(message)  # type: ignore[method-assign]  # what a toast would say
        await keys(pilot, "slash", "'loodsen'", "enter", "enter", "a", "'zeker'", "enter", "enter")
        assert any("no TOML" in note for note in notes)

    play(desk, story)


def test_a_quote_that_no_longer_stands_is_refused(desk: TrackerApp, harbour: Path) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        notes: list[str] = []
        app.notify = lambda message, **_: notes.append(message)  # type: ignore[method-assign]  # what a toast would say
        await keys(pilot, "slash", "'loodsen'", "enter", "enter")
        for letter in harbour.glob("*.txt"):
            letter.write_text(letter.read_text().replace("loodsen", "sluizen"))
        await keys(pilot, "a", "'zeker'", "enter", "enter")
        assert any("no longer stands in" in note for note in notes)
        assert rulings(harbour) == []

    play(desk, story)


def test_a_slip_is_ruled_to_be_none_and_no_face_tells_of_it(desk: TrackerApp, harbour: Path) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "slash", "'waalhaven status:postponed'", "enter", "enter")
        assert Status.POSTPONED in status_of(app, "waalhaven")
        await keys(pilot, "p", "enter", "'het blijft 2020'", "enter", "enter")
        assert rulings(harbour) == [Ruling.SLIP]
        assert Status.POSTPONED not in status_of(app, "waalhaven")
        assert app.study is not None
        assert not any(thread.slips for thread in find_threads(app.study.index, "waalhaven"))

    play(desk, story)


def test_a_suggested_link_is_refused_for_good_or_taken(
    desk: TrackerApp, harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.linking.linker.POSSIBLE", -5.0)  # so few letters hold nothing nearer
    monkeypatch.setenv("TRACKER_NO_CACHE", "1")

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "slash", "'walstroom'", "enter", "enter")
        screen = app.screen
        assert isinstance(screen, ThreadScreen)

        def thread() -> Thread:
            found = screen.ruled_thread()
            assert found is not None
            return found

        async def rule(key: str) -> str:
            suggested = thread().candidates[0].ref
            while screen.page.key != suggested:
                await keys(pilot, "j")
            await keys(pilot, key, "'gezien'", "enter", "enter")
            return suggested

        before = {row.ref for row in thread().candidates}
        refused = await rule("exclamation_mark")
        assert rulings(harbour) == [Ruling.DIFFERENT]
        assert {row.ref for row in thread().candidates} <= before - {refused}
        assert refused not in {step.ref for step in thread().members}
        await keys(pilot, "u", "'Take'", "enter")
        taken = await rule("equals_sign")
        assert rulings(harbour) == [Ruling.SAME]
        assert taken == refused
        assert taken in {step.ref for step in thread().members}

    play(desk, story)


def test_a_filter_narrows_the_queue(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "5", "slash", "'confidence:<0.5 status:repeated'", "enter")
        rows = app.screen.query_one(Rows)
        assert app.study is not None
        found = [app.study.by_id[key].thread for key in rows.keys]
        assert found
        assert all(thread.confidence < 0.5 for thread in found)
        assert {thread.status for thread in found} == {Status.REPEATED}
        await keys(pilot, "escape")
        assert len(rows.keys) > len(found)

    play(real, story)
