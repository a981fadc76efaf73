"""What the newest letter brought, to come back to."""

from __future__ import annotations

from textual.pilot import Pilot

from tests.tui.driving import keys, play, visible
from tracker.ledger.fates import fates
from tracker.ledger.news import ASKED, news_of
from tracker.report_headings import Fate
from tui.app import TrackerApp
from tui.screens.news import NewsScreen
from tui.screens.thread import ThreadScreen


def test_the_newest_letter_is_told_and_its_threads_opened(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "6")
        assert isinstance(app.screen, NewsScreen)
        assert "27 923, nr. 492" in app.screen.report.title.replace("\xa0", " ")
        kinds = list(dict.fromkeys(key.partition(" ")[0] for key in app.screen.items))
        assert kinds[0] == "silent"
        assert kinds[-1] == "promised"
        await keys(pilot, "enter")
        assert isinstance(app.screen, ThreadScreen)

    play(real, story)


def test_what_is_left_to_be_judged_is_listed_and_adds_up_to_the_report(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "6")
        screen = app.screen
        assert isinstance(screen, NewsScreen)
        assert app.study is not None
        found = news_of(app.study.index, app.study.by_day[-1])
        told = fates(app.study.index, app.study.ledger.threads)
        for kind, threads in found.asked.items():
            listed = {key for key in screen.items if key.startswith(f"{kind} ")}
            assert listed == {f"{kind} {row.id}" for row in threads}
        assert sum(map(len, found.asked.values())) + found.asked_before == sum(len(told[kind]) for kind in ASKED)
        number = len(found.asked[Fate.UNCLEAR])
        assert number
        assert f"{number} unclear" in visible(app)
        await keys(pilot, *["j"] * len(found.silent))
        assert f"Overdue, outcome unclear ({number})" in visible(app)

    play(real, story)
