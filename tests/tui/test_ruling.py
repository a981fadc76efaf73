"""Rulings on what is looked at: only what can be ruled is offered, and each asks for what it keeps."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

import pytest
from textual.binding import BindingType
from textual.pilot import Pilot
from textual.widgets import Input

from tests.ledgers import LAPSED, POSTPONED, SMALL
from tests.tui.driving import keys
from tests.tui.stage import Stage, on_stage
from tracker.decisions.ruling import Ruling
from tracker.model import Statement, Thread
from tui.screens.dialogs import Agree, Told
from tui.screens.ruling import RULING_KEYS, RulingScreen
from tui.study_loader import Scope


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


RULES = [
    ("a", None),
    ("a enter enter", None),
    ("a y enter", None),
    ("a y enter z escape", None),
    ("a y enter enter", (Ruling.STATUS, POSTPONED.status, "y")),
    ("a y enter up backspace enter enter", None),
    ("u", None),
    ("m x enter", None),
    ("m x enter enter", (Ruling.NOTE, "x", "x")),
    ("x n o enter enter", (Ruling.SPLIT, "", "no")),
    ("s enter w enter enter", (Ruling.STATUS, POSTPONED.status, "w")),
    ("s escape", None),
    ("x enter escape", None),
]
LINKS = [
    ("equals_sign", None),
    ("exclamation_mark enter enter", None),
    ("equals_sign y enter enter", (Ruling.SAME, "", "y")),
    ("exclamation_mark y enter enter", (Ruling.DIFFERENT, "", "y")),
    ("a y enter enter", (Ruling.SAME, "", "y")),
    ("x y enter enter", (Ruling.DIFFERENT, "", "y")),
]


@pytest.mark.parametrize(("row", "rules"), [(OWN, RULES), (OTHER, LINKS)], ids=["a member", "a candidate"])
def test_a_key_rules(row: Statement, rules: list[tuple[str, tuple[str, ...] | None]]) -> None:
    """What needs a reason is not kept without one, and that is the one which was typed."""

    async def story(pilot: Pilot[None], app: Stage[Ruled]) -> None:
        for presses, ruled in rules:
            app.did.clear()
            await keys(pilot, *presses.split())
            assert [row[1:] for row in app.did if row[0] == "rule"] == ([ruled] if ruled else []), presses
            await asked_no_more(pilot, app)

    on_stage(Ruled(POSTPONED, row), story, study=True)


def test_a_reason_that_nobody_signed_stands_there_again() -> None:
    """Escape at the question who rules loses nothing that was typed; escape at the reason leaves all of it."""
    signs = [False, True]

    async def signed() -> bool:
        return signs.pop(0)

    async def story(pilot: Pilot[None], app: Stage[Ruled]) -> None:
        app.signed = signed  # type: ignore[method-assign]
        await keys(pilot, "s", "enter", "'why'", "enter", "enter")
        assert isinstance(app.screen, Agree)
        assert app.screen.query_one(Input).value == "why"
        assert app.did == []
        await keys(pilot, "'!'", "enter", "enter")
        assert app.did == [("rule", Ruling.STATUS, POSTPONED.status, "why!")]
        await asked_no_more(pilot, app)
        app.did.clear()
        signs.append(False)
        await keys(pilot, "m", "'a note'", "enter", "enter", "escape")
        assert app.screen is app.shown
        assert app.did == []

    on_stage(Ruled(POSTPONED, OWN), story, study=True)


async def asked_no_more(pilot: Pilot[None], app: Stage[Ruled]) -> None:
    """Answer no question that still stands there."""
    while app.screen is not app.shown:
        await keys(pilot, "escape")


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


CANNOT = [
    ("x", POSTPONED, None),
    ("d", POSTPONED, None),
    ("p", LAPSED, OTHER),
    ("equals_sign", POSTPONED, OWN),
    ("exclamation_mark", POSTPONED, OWN),
    ("u", POSTPONED, OWN),
]


async def is_told(pilot: Pilot[None], app: Stage[Ruled], press: str) -> str:
    """What is told where a key rules nothing; what is typed after it is no command."""
    await keys(pilot, press, "m", "q")
    assert isinstance(app.screen, Told), press
    sentence = app.screen.sentence
    await keys(pilot, "enter")
    assert app.screen is app.shown
    assert app.did == []
    return sentence


def test_what_cannot_be_ruled_here_is_told() -> None:
    async def story(pilot: Pilot[None], app: Stage[Ruled]) -> None:
        for press, app.shown.thread, app.shown.row in CANNOT:
            assert await is_told(pilot, app, press)

    on_stage(Ruled(POSTPONED, OWN), story, study=True)


def test_on_letters_of_before_nothing_is_asked_but_the_refusal_told() -> None:
    async def story(pilot: Pilot[None], app: Stage[Ruled]) -> None:
        app.scope = Scope(Path(), rev="v1")
        for press in "axsdpJmR":
            assert "v1" in await is_told(pilot, app, press)

    on_stage(Ruled(POSTPONED, OWN), story, study=True)


def test_while_not_all_is_read_a_key_that_rules_tells_to_wait() -> None:
    async def story(pilot: Pilot[None], app: Stage[Ruled]) -> None:
        app.ruling = True
        for press in "axsdJmR":
            assert await is_told(pilot, app, press) == app.labels("ruling.wait")

    on_stage(Ruled(POSTPONED, OWN), story, study=True)
