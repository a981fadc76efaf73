"""The filter from lists: what occurs is offered, what was asked is ticked, and what is ticked is the filter."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from tests.ledgers import SMALL
from tests.tui.driving import keys
from tests.tui.stage import Stage, on_stage
from tracker.ledger.rejudging import Judged
from tui.filter_language import read_filter
from tui.labels import Labels
from tui.screens.filterlist import FilterList
from tui.view_model import Study

EN = Labels("en")


def made(text: str, labels: Labels = EN) -> FilterList:
    return FilterList(Study(Judged(SMALL)), text, labels)


def test_what_occurs_is_offered_once() -> None:
    choices = [choice for choice, _ in made("").choices]
    assert len(set(choices)) == len(choices)
    statuses = {value for field, value in choices if field == "status"}
    assert statuses == {thread.status for thread in SMALL.threads}
    assert {value for field, value in choices if field == "letter"} == {letter.id for letter in SMALL.letters}


@pytest.mark.parametrize("language", ["en", "nl"])
def test_what_was_asked_is_ticked_and_given_back_with_the_words(language: str) -> None:
    labels = Labels(language)
    word = labels("status.postponed")

    async def story(pilot: Pilot[None], app: Stage[FilterList]) -> None:
        shown = app.shown
        assert [shown.choices[at][0] for at in shown.ticked] == [("status", "postponed")]
        await keys(pilot, "f")
        await pilot.pause()
        (given,) = app.given
        assert read_filter(str(given), labels) == read_filter(f"haven status:{word}", labels)

    on_stage(made(f"haven status:{word}", labels), story)


def test_a_tick_adds_to_the_filter_and_takes_from_it() -> None:
    async def story(pilot: Pilot[None], app: Stage[FilterList]) -> None:
        await keys(pilot, "k", "space", "j", "j", "space", "space", "f")
        await pilot.pause()
        field, value = app.shown.choices[-1][0]
        assert str(app.given[0]).startswith(f"{EN(f'field.{field}')}:".lower()) or value in str(app.given[0])

    on_stage(made(""), story)
