"""The head: what must be told is there in any width, names go where there is no room for them."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from tests.ledgers import SMALL
from tests.tui.stage import Stage, on_stage
from tui.labels import Labels
from tui.study_loader import Scope
from tui.widgets.masthead import MastheadBar

EN = Labels("en")


@pytest.mark.parametrize("width", [20, 40, 80, 160])
def test_the_day_and_what_was_not_read_are_always_told(width: int) -> None:
    async def story(pilot: Pilot[None], app: Stage[MastheadBar]) -> None:
        app.working, app.scope = True, Scope(app.scope.folder, rev="abcdef0123456789")
        app.shown.show(app)
        text = app.shown.render().plain
        assert str(SMALL.as_of) in text
        assert EN("app.working") in text
        if width >= 80:
            assert "@abcdef012345" in text
        assert (SMALL.name in text) is (width >= 160) or width == 80
        await pilot.pause()

    on_stage(MastheadBar(EN, "overview"), story, study=True, size=(width, 4))


def test_without_a_study_nothing_is_told_of_one() -> None:
    async def story(pilot: Pilot[None], app: Stage[MastheadBar]) -> None:
        app.shown.show(app)
        assert app.shown.render().plain.strip() == ""
        await pilot.pause()

    on_stage(MastheadBar(EN, "overview"), story)


@pytest.mark.parametrize("width", [80, 160])
def test_that_letters_are_left_out_is_always_told(width: int) -> None:
    async def story(pilot: Pilot[None], app: Stage[MastheadBar]) -> None:
        app.known_letters = dict.fromkeys(map(str, range(9)), ("", ""))
        app.shown.show(app)
        assert f"{len(SMALL.letters)} of 9 letters" not in app.shown.render().plain
        app.scope = Scope(app.scope.folder, only=("one",))
        app.shown.show(app)
        assert f"{len(SMALL.letters)} of 9 letters" in app.shown.render().plain
        await pilot.pause()

    on_stage(MastheadBar(EN, "overview"), story, study=True, size=(width, 4))
