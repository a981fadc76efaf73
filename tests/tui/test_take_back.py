"""A ruling is taken back once one agreed to it; where none was given nothing is asked."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any, ClassVar

import pytest
from textual.binding import Binding, BindingType
from textual.pilot import Pilot

from tests.tui.driving import keys
from tests.tui.stage import Stage, on_stage
from tracker.decisions.ruling import Decision, Ruling, anchor
from tui.screens.dialogs import Choose, Told
from tui.screens.take_back import TakingBack
from tui.study_loader import Scope

DECISION = Decision(
    ruling=Ruling.STATUS,
    who="A. Nalyst",
    when=dt.datetime(2024, 1, 1, tzinfo=dt.UTC),
    why="because",
    quotes=(anchor("a", "b"),),
    value="dropped",
)


class Undone(TakingBack):
    """A screen with the key."""

    NAME = "thread"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("u", "undo", "undo")]


@pytest.mark.parametrize(
    ("last", "presses", "taken"),
    [
        (None, ("u",), []),
        (DECISION, ("u", "enter"), []),
        (DECISION, ("u", "escape"), []),
        (DECISION, ("u", "T", "a", "k", "e", "enter"), [DECISION]),
    ],
)
def test_the_last_ruling_is_taken_back_once_agreed_to(
    last: Decision | None, presses: tuple[str, ...], taken: list[Decision]
) -> None:
    async def story(pilot: Pilot[None], app: Stage[Undone]) -> None:
        host: Any = app
        given: list[Decision] = []

        async def last_ruling() -> Decision | None:
            return last

        host.last_ruling, host.take_back = last_ruling, given.append
        for key in presses:
            await keys(pilot, key)
            await pilot.pause()
            if key == "u":
                assert isinstance(app.screen, Choose) is (last is not None)
        assert given == taken

    on_stage(Undone(), story, study=True)


def test_a_ruling_is_told_in_words() -> None:
    async def story(pilot: Pilot[None], app: Stage[Undone]) -> None:
        assert app.shown.said(DECISION) == "status: withdrawn"
        await pilot.pause()

    on_stage(Undone(), story, study=True)


def test_on_letters_of_before_nothing_is_taken_back() -> None:
    async def story(pilot: Pilot[None], app: Stage[Undone]) -> None:
        host: Any = app
        given: list[Decision] = []

        async def last_ruling() -> Decision | None:
            return DECISION

        host.last_ruling, host.take_back, app.scope = last_ruling, given.append, Scope(Path(), rev="v1")
        await keys(pilot, "u")
        await pilot.pause()
        assert isinstance(app.screen, Told)
        assert given == []

    on_stage(Undone(), story, study=True)
