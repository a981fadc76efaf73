"""The page of rulings: each with who, when and why; those that do not apply come first, and any is taken back."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Static

from tests.tui.driving import keys, play, settle
from tracker.decisions.ruling import Ruling
from tracker.ledger.lookup import find_threads
from tui.app import TrackerApp
from tui.rulings import Wish
from tui.screens.problems import ProblemsScreen
from tui.screens.rulings import RulingsScreen
from tui.screens.thread import ThreadScreen


def test_a_ruling_is_listed_with_its_reason_and_taken_back(desk: TrackerApp, harbour: Path) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        assert app.study is not None
        (thread,) = find_threads(app.study.index, "loodsen")
        app.rule(Wish(Ruling.STATUS, app.study.index.quotes_of(thread)[:1], "nagevraagd", value="dropped"))
        await settle(pilot)
        (harbour / "kapot.pdf").write_bytes(b"%PDF-1.4 niets")
        (harbour / "decisions.toml").write_text(
            (harbour / "decisions.toml").read_text().replace("actieplan", "actieplannetje")
        )
        app.read_letters()
        await settle(pilot)
        assert app.study.troubles == 2
        await keys(pilot, "9")
        assert isinstance(app.screen, ProblemsScreen)
        assert next(item.what for item in app.screen.items.values()) == "kapot.pdf"
        await keys(pilot, "j", "enter")
        assert isinstance(app.screen, RulingsScreen)
        assert "nagevraagd" in str(app.screen.query_one("#full", Static).content)
        await keys(pilot, "x", "'Take'", "enter")
        assert app.study.rulings == ()
        assert app.study.troubles == 1
        await keys(pilot, "escape", "escape")
        await keys(pilot, "enter")
        assert isinstance(app.screen, ThreadScreen)

    play(desk, story)


def test_a_ruling_that_does_not_apply_is_told_so_after_another_ruling(desk: TrackerApp, harbour: Path) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        assert app.study is not None
        first, second = (find_threads(app.study.index, word)[0] for word in ("loodsen", "walstroom"))
        app.rule(Wish(Ruling.STATUS, app.study.index.quotes_of(first)[:1], "nagevraagd", value="dropped"))
        await settle(pilot)
        kept = harbour / "decisions.toml"
        kept.write_text(kept.read_text().replace("actieplan", "actieplannetje"))
        app.read_letters()
        await settle(pilot)
        await keys(pilot, "8")
        app.rule(Wish(Ruling.NOTE, app.study.index.quotes_of(second)[:1], "onthouden", value="let op"))
        await settle(pilot)
        assert isinstance(app.screen, RulingsScreen)
        said = [[row.ruling for row in group.items.values()] for group in app.screen.groups(app.study)]
        assert said == [[Ruling.STATUS], [], [Ruling.NOTE]]

    play(desk, story)


def test_only_the_last_ruling_on_the_same_stands_under_those_that_apply(desk: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        assert app.study is not None
        (thread,) = find_threads(app.study.index, "loodsen")
        for status in ("delivered", "dropped"):
            app.rule(Wish(Ruling.STATUS, app.study.index.quotes_of(thread)[:1], "nagevraagd", value=status))
            await settle(pilot)
        await keys(pilot, "8")
        assert isinstance(app.screen, RulingsScreen)
        groups = [
            (group.heading, [row.value for row in group.items.values()]) for group in app.screen.groups(app.study)
        ]
        assert [values for _, values in groups] == [[], ["delivered"], ["dropped"]]
        assert groups[2][0] == "Apply (1)"

    play(desk, story)
