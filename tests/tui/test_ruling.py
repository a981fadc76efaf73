"""Rulings on what is looked at: only what can be ruled is offered, and each asks for what it keeps."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

import pytest
from textual.binding import BindingType
from textual.pilot import Pilot

from tests.ledgers import LAPSED, POSTPONED, SMALL
from tests.tui.stage import Stage, on_stage
from tracker.decisions.ruling import Ruling
from tracker.model import Statement, Thread
from tui.reading import Scope
from tui.screens.dialogs import Told
from tui.screens.ruling import RULING_KEYS, RulingScreen


class Ruled(RulingScreen):
    """A screen that looks at a thread and a statement."""

    NAME = "thread"
    BINDINGS: ClassVar[list[BindingType]] = [*RULING_KEYS]

    def __init__(self, thread: Thread | None, row: Statement | None) -> None:
        super().__init__()
        self.thread, self.row = thread, row

    def ruled_thread(self) -> Thread | None:
        return self.thread

    def statement(self) -> Statement | None:
        return self.row


OWN = next(row for row in SMALL.commitments if row.id == POSTPONED.members[0].ref)
OTHER = next(row for row in SMALL.commitments if row.id == LAPSED.members[0].ref)


@pytest.mark.parametrize(
    ("presses", "ruled"),
    [
        (("a",), None),
        (("a", "enter", "enter"), None),
        (("a", "y", "enter"), None),
        (("a", "y", "enter", "z", "escape"), None),
        (("a", "y", "enter", "enter"), (Ruling.STATUS, POSTPONED.status)),
        (("a", "y", "enter", "up", "backspace", "enter", "enter"), None),
        (("u",), None),
        (("m", "x", "enter"), None),
        (("m", "x", "enter", "enter"), (Ruling.NOTE, "x")),
        (("x", "n", "o", "enter", "enter"), (Ruling.SPLIT, "")),
        (("s", "enter", "w", "enter", "enter"), (Ruling.STATUS, POSTPONED.status)),
        (("s", "escape"), None),
        (("x", "enter", "escape"), None),
    ],
)
def test_a_key_rules(presses: tuple[str, ...], ruled: tuple[str, str] | None) -> None:
    """What needs a reason is not kept without one."""

    async def story(pilot: Pilot[None], app: Stage[Ruled]) -> None:
        for key in presses:
            await pilot.press(key)
            await pilot.pause()
        found = [row[1:] for row in app.did if row[0] == "rule"]
        assert [row[:2] for row in found] == ([ruled] if ruled else [])
        assert all(why in {"y", "x", "no", "w"} for *_, why in found), "the reason is what was typed"

    on_stage(Ruled(POSTPONED, OWN), story, study=True)


@pytest.mark.parametrize(
    ("presses", "ruling"),
    [
        (("equals_sign",), None),
        (("exclamation_mark", "enter", "enter"), None),
        (("equals_sign", "y", "enter", "enter"), Ruling.SAME),
        (("exclamation_mark", "y", "enter", "enter"), Ruling.DIFFERENT),
        (("a", "y", "enter", "enter"), Ruling.SAME),
        (("x", "y", "enter", "enter"), Ruling.DIFFERENT),
    ],
)
def test_a_candidate_is_joined_or_kept_apart(presses: tuple[str, ...], ruling: Ruling | None) -> None:
    async def story(pilot: Pilot[None], app: Stage[Ruled]) -> None:
        for key in presses:
            await pilot.press(key)
            await pilot.pause()
        assert app.did == ([("rule", ruling, "", "y")] if ruling else [])

    on_stage(Ruled(POSTPONED, OTHER), story, study=True)


def test_only_what_can_be_ruled_is_offered() -> None:
    async def story(pilot: Pilot[None], app: Stage[Ruled]) -> None:
        screen = app.shown
        acts = ("accept", "reject", "status", "deadline", "slip", "join", "note", "rename", "link", "undo")
        assert [act for act in acts if not screen.check_action(act, ())] == ["link", "undo"]
        screen.row = None
        assert [act for act in acts if not screen.check_action(act, ())] == ["reject", "deadline", "link", "undo"]
        screen.thread = LAPSED
        assert not screen.check_action("slip", ())
        app.ruling = True
        assert screen.check_action("accept", ()) is None
        assert screen.check_action("undo", ())
        screen.thread, app.ruling = None, False
        assert [act for act in acts if screen.check_action(act, ())] == []
        await pilot.pause()

    on_stage(Ruled(POSTPONED, OWN), story, study=True)


@pytest.mark.parametrize(
    ("press", "thread", "row"),
    [
        ("x", POSTPONED, None),
        ("d", POSTPONED, None),
        ("p", LAPSED, OTHER),
        ("equals_sign", POSTPONED, OWN),
        ("exclamation_mark", POSTPONED, OWN),
        ("u", POSTPONED, OWN),
    ],
)
def test_what_cannot_be_ruled_here_is_told_and_what_is_typed_after_it_is_no_command(
    press: str, thread: Thread, row: Statement | None
) -> None:
    async def story(pilot: Pilot[None], app: Stage[Ruled]) -> None:
        await pilot.press(press, "m", "q")
        await pilot.pause()
        assert isinstance(app.screen, Told)
        assert app.screen.sentence
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen is app.shown
        assert app.did == []

    on_stage(Ruled(thread, row), story, study=True)


@pytest.mark.parametrize("press", ["a", "x", "s", "d", "p", "J", "m", "R"])
def test_on_letters_of_before_nothing_is_asked_but_the_refusal_told(press: str) -> None:
    async def story(pilot: Pilot[None], app: Stage[Ruled]) -> None:
        app.scope = Scope(Path(), rev="v1")
        await pilot.press(press, "m", "q")
        await pilot.pause()
        assert isinstance(app.screen, Told)
        assert "v1" in app.screen.sentence
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen is app.shown
        assert app.did == []

    on_stage(Ruled(POSTPONED, OWN), story, study=True)
