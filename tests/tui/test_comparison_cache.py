"""Letters and quotes are compared by another process, once: what that needs takes more memory than all screens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import KNOWN
from tests.tui.driving import keys, play
from tracker.storage.isolated_process import run_isolated
from tui.app import TrackerApp
from tui.comparison import changed_words, compare_letters
from tui.comparison_cache import letter_comparison, quote_edits
from tui.screens.compare import CompareScreen
from tui.study_loader import Scope

Task = Callable[[Any], Iterator[Any]]


def never(*_: object) -> object:
    raise AssertionError


def test_the_letters_are_not_compared_in_the_process_of_the_screens(
    desk: TrackerApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.comparison_cache.run_isolated", run_isolated)
    monkeypatch.setattr("tui.comparison.analyse", never)
    monkeypatch.setattr("tui.comparison.akin", never)

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "3")
        assert isinstance(app.screen, CompareScreen)
        assert app.screen.comparison is not None
        assert app.screen.comparison.changes

    play(desk, story)


def test_no_quotes_are_compared_there_either(real: TrackerApp, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def there(task: Task, about: tuple[str, str]) -> Iterator[object]:
        asked.append(about[1])
        yield from task(about)

    monkeypatch.setattr("tui.comparison_cache.run_isolated", there)
    monkeypatch.setattr("tui.comparison_cache.remembered", lambda kind, about, make: make())

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "slash", "'landelijk dekkend'", "enter", "enter", "v")
        assert app.study is not None
        slips = chain.from_iterable(row.slips for row in app.study.ledger.threads)
        assert asked
        assert set(asked) <= {app.study.index.statements[slip.to_ref].quote for slip in slips}

    play(real, story)


@pytest.mark.parametrize("pair", [(-2, -1), (0, -1), (1, 2)], ids=str)
def test_no_more_is_needed_than_what_both_letters_say(seeds: Path, pair: tuple[int, int]) -> None:
    study = KNOWN(Scope(seeds))
    older, newer = (study.by_day[at].id for at in pair)
    assert letter_comparison(study.index, older, newer) == compare_letters(study.index, older, newer)


def test_what_was_compared_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    quotes = "De brug komt in het voorjaar.", "De brug komt in het najaar."
    first = quote_edits(*quotes)
    monkeypatch.setattr("tui.comparison_cache.run_isolated", never)
    assert quote_edits(*quotes) == first == changed_words(*quotes) != ()


def test_what_comes_to_nothing_there_is_made_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.comparison_cache.run_isolated", lambda *_: iter(()))
    quotes = "De sluis komt in het voorjaar.", "De sluis komt in het najaar."
    assert quote_edits(*quotes) == changed_words(*quotes)
