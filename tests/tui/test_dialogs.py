"""A question is answered with a key of the list or a line; escape gives no answer."""

from __future__ import annotations

import pytest
from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import Input, Static

from tests.tui.driving import keys
from tests.tui.stage import Stage, on_stage
from tui.input_values import needed
from tui.labels import Labels
from tui.screens.dialogs import Agree, Ask, Choose

EN = Labels("en")
ANSWERS = [(key, Content(told)) for key, told in (("a", "Postponed"), ("b", "Dropped"), ("c", "Postponed again"))]


@pytest.mark.parametrize(
    ("presses", "given"),
    [
        (("enter",), "b"),
        (("down", "enter"), "c"),
        (("up", "enter"), "a"),
        (("p", "o", "enter"), "a"),
        (("a", "g", "enter"), "c"),
        (("z", "enter", "escape"), None),
        (("escape",), None),
    ],
)
def test_an_answer_is_chosen_by_typing_and_arrows(presses: tuple[str, ...], given: str | None) -> None:
    async def story(pilot: Pilot[None], app: Stage[Choose]) -> None:
        await keys(pilot, *presses)
        await pilot.pause()
        assert app.given == [given]

    on_stage(Choose("which?", ANSWERS, labels=EN, chosen="b"), story)


@pytest.mark.parametrize(
    ("presses", "given"),
    [
        pytest.param(("h", "a", "r", "enter"), "b", id="in what it says beside"),
        pytest.param(("p", "o", "space", "h", "a", "enter", "escape"), None, id="of two words one in each"),
        pytest.param(("a", "g", "a", "enter"), "c", id="in what is shown"),
    ],
)
def test_an_answer_is_looked_for_in_all_that_it_says(presses: tuple[str, ...], given: str | None) -> None:
    async def story(pilot: Pilot[None], app: Stage[Choose]) -> None:
        await keys(pilot, *presses)
        await pilot.pause()
        assert app.given == [given]

    on_stage(Choose("which?", ANSWERS, labels=EN, texts={"b": "the harbour"}), story)


@pytest.mark.parametrize(
    ("told", "presses", "given"),
    [
        ("", ("enter",), ["x"]),
        ("", ("backspace", "enter"), [""]),
        ("why?", ("backspace", "enter"), []),
        ("why?", ("y", "enter"), ["xy"]),
        ("why?", ("escape",), [None]),
    ],
)
def test_a_line_is_given_where_one_is_needed(told: str, presses: tuple[str, ...], given: list[str | None]) -> None:
    async def story(pilot: Pilot[None], app: Stage[Ask]) -> None:
        await keys(pilot, *presses)
        await pilot.pause()
        assert app.given == given

    on_stage(Ask("why?", value="x", wrong=needed(told)), story)


@pytest.mark.parametrize(
    ("presses", "given"),
    [(("y", "tab", "enter"), ["xyz"]), (("y", "home", "tab", "enter"), ["xyz"]), (("q", "tab", "enter"), ["xq"])],
    ids=["at the end", "from the beginning", "nothing shown"],
)
def test_tab_takes_the_completion_that_is_shown(presses: tuple[str, ...], given: list[str]) -> None:
    async def story(pilot: Pilot[None], app: Stage[Ask]) -> None:
        for press in presses:
            await pilot.pause()
            await keys(pilot, press)
        await pilot.pause()
        assert app.given == given

    on_stage(Ask("where?", value="x", completions=lambda text: ("xyz",) if "xyz".startswith(text) else ()), story)


def test_tab_goes_on_where_lines_are_not_completed() -> None:
    async def story(pilot: Pilot[None], app: Stage[Agree]) -> None:
        await keys(pilot, "enter", "up", "tab")
        await pilot.pause()
        assert not isinstance(app.screen.focused, Input)

    on_stage(Agree("why?", kept=str, about="x", needed="y", value="x"), story)


def test_where_no_answer_fits_it_is_said() -> None:
    async def story(pilot: Pilot[None], app: Stage[Choose]) -> None:
        place = app.shown.query_one("#waiting", Static)
        assert not place.display
        await keys(pilot, "z", "enter")
        assert place.display
        assert "Nothing fits" in str(place.content)
        await keys(pilot, "ctrl+u")
        assert not place.display

    on_stage(Choose("which?", ANSWERS, labels=EN), story)
