"""The command palette: letters, sections and threads to go to, and what has a key here."""

from __future__ import annotations

from textual.pilot import Pilot

from tests.ledgers import POSTPONED, SMALL
from tests.tui.stage import Stage, on_stage
from tui.commands import MOVING, Places, Views
from tui.screens.problems import ProblemsScreen
from tui.theme import read_themes
from tui.widgets.masthead import VIEWS


def test_places_are_found_by_typing() -> None:
    async def story(pilot: Pilot[None], app: Stage[ProblemsScreen]) -> None:
        places = Places(app.screen)
        names = [name for name, _, _ in places.commands()]
        assert len(names) == sum(1 + len(row.sections) for row in SMALL.letters) + len(SMALL.threads)
        hits = [hit async for hit in places.search(POSTPONED.title)]
        best = max(hits, key=lambda hit: hit.score)
        best.command()
        assert app.did == [("thread", POSTPONED.id)]
        assert [hit async for hit in places.search("zzzzzz")] == []
        app.study = None
        assert list(places.commands()) == []
        await pilot.pause()

    on_stage(ProblemsScreen(), story, study=True)


def test_views_and_acts_are_offered_once_and_moves_of_the_cursor_never() -> None:
    async def story(pilot: Pilot[None], app: Stage[ProblemsScreen]) -> None:
        app.themes = read_themes()
        views = Views(app.screen)
        names = [hit.text async for hit in views.discover()]
        assert names[: len(VIEWS)] == [app.labels(f"views.{view}") for view in VIEWS]
        assert len(names) == len(set(names))
        assert app.labels("does.export") in names
        assert not {app.labels(f"does.{name}") for name in MOVING if app.labels.has(f"does.{name}")} & set(names)
        next(iter(views.commands()))[2]()
        assert app.did == [("go", VIEWS[0])]
        await pilot.pause()

    on_stage(ProblemsScreen(), story, study=True)
