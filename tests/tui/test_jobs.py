"""The fifteen jobs of an analyst, each done by its keystrokes in a small and in a large terminal.

What counts is what stands on the screen at the end of a job; jobs that change nothing share one start of the app.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests import repositories
from tests.tui.driving import keys, opened, play, seen, settle, visible
from tracker.commands.source import CollectionSource
from tracker.ledger.lookup import find_threads
from tracker.model import Status
from tracker.statuses import SIGNS
from tui.app import TrackerApp
from tui.screens.compare import CompareScreen
from tui.screens.letter import LetterScreen
from tui.screens.overview import OverviewScreen
from tui.screens.subject import SubjectScreen
from tui.screens.thread import ThreadScreen
from tui.widgets.rows import Rows
from tui.widgets.trend import Trend

SIZES = [pytest.param((80, 24), id="small"), pytest.param((120, 36), id="large", marks=pytest.mark.slow)]
"""The small one shows least, and is what the quick tests play."""


@pytest.mark.parametrize("size", SIZES)
def test_what_is_asked_of_the_letters(real: TrackerApp, size: tuple[int, int], tmp_path: Path) -> None:
    """Jobs 1 to 4 and 9 to 14, one after another, each from the overview."""

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        for job in (postponed, subject, due, words_that_changed, filters, marked, trend, search, pair):
            await keys(pilot, "1", "slash", "ctrl+u", "enter")
            assert isinstance(app.screen, OverviewScreen)
            await job(pilot, app)
        await save(pilot, app, tmp_path)

    play(real, story, size)


async def postponed(pilot: Pilot[None], app: TrackerApp) -> None:
    """1. Which promises of 2023 were postponed in 2024, by how much, and for which reason?"""
    await keys(pilot, "slash", "'letter:2023+2024 moved:2024'", "enter")
    told = visible(app)
    assert "Landelijk dekkend netwerk" in told
    assert app.study is not None
    network = next(thread.id for thread in app.study.ledger.threads if thread.title.startswith("Landelijk dekkend"))
    await keys(pilot, *["j"] * app.screen.query_one(Rows).keys.index(network))
    moved = "2024-12-31 → 2025-12-31, 365 days later; because: “Deze besturen hebben nog één jaar"
    assert moved in " ".join(visible(app).split())
    slipped = [thread.id for thread in app.study.ledger.threads if {"456", "492"} <= _moving(thread.slips)]
    assert set(slipped) <= set(app.screen.query_one(Rows).keys)
    await keys(pilot, "j")
    assert " → " in visible(app), "from when to when it moved, be it to no new date"


def _moving(slips: object) -> set[str]:
    """The numbers of the letters of the moves of a deadline."""
    return {letter[-3:] for slip in slips for letter in (slip.from_letter, slip.to_letter)}  # type: ignore[attr-defined]


async def subject(pilot: Pilot[None], app: TrackerApp) -> None:
    """2. What happened to the Lerarenregister from 2015 to 2024?"""
    await keys(pilot, "0", "ctrl+u", "'lerarenregister'", "enter")
    assert "6 times in 3 letters. Not in nr. 456 (2023), nr. 492 (2024)." in visible(app)
    await keys(pilot, "b")
    assert isinstance(app.screen, SubjectScreen)
    assert "letters that speak of it: 3 of 5" in visible(app)
    told = seen(app.screen.page)
    assert told.count("Wat is er tot op heden ondernomen") == 1
    assert all(day in told for day in ("2015", "2016-11-29", "2017-12-01", "2023-06-20", "2024-06-26"))
    await keys(pilot, "G")
    assert "silent" in visible(app)
    await keys(pilot, "escape")


async def due(pilot: Pilot[None], app: TrackerApp) -> None:
    """3. What is due in the half year after the newest letter, and by ministry?"""
    await keys(pilot, "2")
    assert "Due until 26 Dec 2024 (183 days)" in visible(app)
    rows = app.screen.query_one(Rows)
    window = {key.partition(" ")[2] for key in rows.keys if key.startswith("coming t-")}
    assert app.study is not None
    assert any(str(app.study.by_id[id_].due) == "2024-12-31" for id_ in window), "of an interval a part is enough"
    everything = len(rows.keys)
    await keys(pilot, "slash", "'ministry:basis'", "enter")
    assert "ministry:basis" in visible(app)
    assert len(rows.keys) < everything
    await keys(pilot, "escape", "1", "slash", "'due:2024-06-26..2024-12-26'", "enter", "7")
    assert "promises: due:2024-06-26..2024-12-26" in visible(app)
    assert "minister van Onderwijs" in visible(app)
    await keys(pilot, "enter")
    assert isinstance(app.screen, OverviewScreen)
    assert window & set(app.screen.query_one(Rows).keys)


async def words_that_changed(pilot: Pilot[None], app: TrackerApp) -> None:
    """4. The exact words that changed between the treatments of the onderwijsregio's in 2023 and 2024."""
    await keys(pilot, "3", "s", "'onderwijsregio'", "enter")
    assert isinstance(app.screen, CompareScreen)
    assert (app.screen.older, app.screen.newer) == ("kst-27923-456", "kst-27923-492")
    assert "onderwijsregio" in visible(app)
    await keys(pilot, "n")
    assert "nr. 456" in visible(app)


async def filters(pilot: Pilot[None], app: TrackerApp) -> None:
    """9. All promises of one actor; of one kind; with an amount above a million."""
    assert app.study is not None
    entries = app.study.entries
    for asked, expected in (
        ("actor:Realisatie-eenheid", [row for row in entries if "Realisatie-eenheid" in row.actors]),
        ("amount:>1mln", [row for row in entries if any(amount > 1e6 for amount in row.amounts)]),
        ("kind:legislate", [row for row in entries if "legislate" in row.kinds]),
    ):
        await keys(pilot, "slash", "ctrl+u", f"'{asked}'", "enter")
        assert {row.id for row in expected} == set(app.screen.query_one(Rows).keys)
        assert expected
        assert f"{len(expected)} of {len(entries)}" in visible(app)


async def marked(pilot: Pilot[None], app: TrackerApp) -> None:
    """11. Read a letter with its promises and reports marked."""
    await keys(pilot, "4", "enter")
    assert isinstance(app.screen, LetterScreen)
    assert app.study is not None
    marked = set()
    for _ in range(2):
        await keys(pilot, "n")
        row = app.screen.statement()
        assert row
        assert f"{SIGNS[app.study.step_of(row)]} {row.quote.split()[0]}" in visible(app), "marked where it begins"
        marked.add(row.id)
    assert len(marked) == 2


async def trend(pilot: Pilot[None], app: TrackerApp) -> None:
    """12. The milestone trend of one promise, chosen from the list."""
    await keys(pilot, "slash", "'dekkend status:postponed'", "enter", "t")
    assert app.study is not None
    chosen = app.study.by_id[app.screen.query_one(Trend).chosen]
    assert chosen.thread.title.startswith("Landelijk dekkend netwerk")
    assert "Landelijk dekkend netwerk" in visible(app)
    assert all(f"{year}┤" in visible(app) for year in (2024, 2025, 2026)), "from the end of 2024 to that of 2025"
    await keys(pilot, "t")


async def search(pilot: Pilot[None], app: TrackerApp) -> None:
    """13. Find "zij-instroom" in all letters."""
    await keys(pilot, "0", "slash", "ctrl+u", "'zij-instroom'", "enter")
    assert "10 times in 3 letters. Not in 2015_vragen-en-antwoorden_fragment, nr. 283" in visible(app)
    await keys(pilot, "enter")
    assert isinstance(app.screen, LetterScreen)
    assert "ij-instroom" in visible(app)


async def pair(pilot: Pilot[None], app: TrackerApp) -> None:
    """14. Compare the letter of 2016 with that of 2024."""
    await keys(pilot, "3", "o", "'2016'", "enter")
    assert isinstance(app.screen, CompareScreen)
    assert "nr. 231, 2016-11-29 → 27 923, nr. 492, 2024-06-26" in visible(app)
    await keys(pilot, "o", "'2023'", "enter")


async def another_day(pilot: Pilot[None], app: TrackerApp) -> None:
    """15. See the state as of another day, without leaving the UI."""
    await keys(pilot, "D", "ctrl+u", "'2021-12-31'", "enter")
    assert "2021-12-31" in visible(app)
    assert "postponed" in visible(app)
    assert app.study is not None
    assert len(app.study.ledger.letters) == 2
    await keys(pilot, "D", "ctrl+u", "enter")
    assert "as of 2022-06-14" in visible(app)


async def save(pilot: Pilot[None], app: TrackerApp, folder: Path) -> None:
    """10. Save what is on the screen to a file of your choice."""
    await keys(
        pilot, "1", "slash", "ctrl+u", "enter", "slash", "'status:postponed'", "enter", "e", "'CSV'", "enter", "ctrl+u"
    )
    await keys(pilot, f"'{folder / 'postponed.csv'}'", "enter")
    saved = (folder / "postponed.csv").read_text("utf-8")
    assert "Landelijk dekkend netwerk" in saved
    await keys(pilot, "slash", "ctrl+u", "enter")


@pytest.mark.parametrize("size", SIZES)
def test_what_an_analyst_changes(desk: TrackerApp, harbour: Path, size: tuple[int, int]) -> None:
    """Jobs 5 to 8 and 15 over letters that may be written to, with a restart in between."""

    async def scene() -> None:
        async with opened(desk, size) as pilot:
            await another_day(pilot, desk)
            await overrule(pilot, desk)
            await join_and_split(pilot, desk)
            await copy(pilot, desk)
            await arrival(pilot, desk, harbour)
        again = TrackerApp(harbour, lang="en", watching=False)
        async with opened(again, size) as pilot:
            await take_back(pilot, again)

    asyncio.run(scene())


async def overrule(pilot: Pilot[None], app: TrackerApp) -> None:
    """5. A verdict is wrong: overrule it with a reason, and see it change in every face."""
    await keys(
        pilot, "slash", "'loodsen'", "enter", "enter", "s", "'withdrawn'", "enter", "'nagevraagd'", "enter", "enter"
    )
    assert "✗ withdrawn" in visible(app)
    assert "R. Rekenaar" in visible(app)
    await keys(pilot, "1")
    assert _told_as(app, "loodsen", "withdrawn")
    await keys(pilot, "2")
    assert not _told_as(app, "loodsen", "not mentioned since")
    assert app.study is not None
    told = {row.id: row.status for row in CollectionSource(app.folder).ledger.threads}
    assert told == {row.id: row.status for row in app.study.ledger.threads}, "the command line tells the same"
    await keys(pilot, "8")
    assert "nagevraagd" in visible(app)
    await keys(pilot, "1", "slash", "ctrl+u", "enter")


def _told_as(app: TrackerApp, title: str, status: str) -> bool:
    """Whether a row on the screen tells a promise with a status."""
    return any(title in line and status in line for line in visible(app).splitlines())


async def take_back(pilot: Pilot[None], app: TrackerApp) -> None:
    """5. … and after a restart take it back."""
    await keys(pilot, "8")
    rows = app.screen.query_one(Rows)
    while "nagevraagd" not in visible(app):
        before = rows.cursor
        await keys(pilot, "j")
        assert rows.cursor != before
    await keys(pilot, "x", "'Take'", "enter")
    assert "nagevraagd" not in visible(app)
    assert app.study is not None
    assert all(thread.status is not Status.DROPPED for thread in find_threads(app.study.index, "loodsen"))


async def join_and_split(pilot: Pilot[None], app: TrackerApp) -> None:
    """6. Two threads are one: join them; one is two: split it."""
    assert app.study is not None
    before, judged = len(app.study.ledger.threads), _judged(app)
    await keys(
        pilot, "slash", "'veerverbindingen'", "enter", "enter", "J", "'kademuren'", "enter", "'een'", "enter", "enter"
    )
    assert len(app.study.ledger.threads) == before - 1
    screen = app.screen
    assert isinstance(screen, ThreadScreen)
    await keys(pilot, "j", "j")
    await keys(pilot, "x", "'toch niet'", "enter", "enter")
    assert len(app.study.ledger.threads) == before
    assert _judged(app) == judged, "what was joined and split again is judged as it was"
    await keys(pilot, "1", "slash", "ctrl+u", "enter")


def _judged(app: TrackerApp) -> set[tuple[Status, tuple[str, ...]]]:
    """Each thread's verdict with its statements."""
    assert app.study is not None
    return {(row.status, tuple(step.ref for step in row.members if step.ref)) for row in app.study.ledger.threads}


async def copy(pilot: Pilot[None], app: TrackerApp) -> None:
    """7. Copy a quote with its citation; copy a whole thread as a note."""
    await keys(pilot, "slash", "'waalhaven status:postponed'", "enter", "enter", "y")
    assert "” — Kamerstuk 12 345, nr. " in app.clipboard
    await keys(pilot, "Y", "enter")
    assert app.clipboard.startswith("**")
    assert app.clipboard.count("Kamerstuk 12 345") > 1
    await keys(pilot, "1", "slash", "ctrl+u", "enter")


async def arrival(pilot: Pilot[None], app: TrackerApp, folder: Path) -> None:
    """8. A letter is added while the UI is open: what did it bring? Later: show that again."""
    text = repositories.text(repositories.NAMES[-1]).replace("Nr. 12 ", "Nr. 13 ").replace("14 juni", "15 juli")
    text = text.replace("kademuren van de Merwehaven", "sleepboten van de Schelde")
    (folder / "2022-07-15_kst-12345-13.txt").write_text(text, "utf-8")
    app.read_letters()
    await settle(pilot)
    for _ in range(2):
        await keys(pilot, "6")
        assert "nr. 13" in visible(app)
        assert "leepboten" in visible(app)
        await keys(pilot, "1")
