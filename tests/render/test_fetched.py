"""What a round brought, in lines."""

from __future__ import annotations

from tracker.i18n.message import message
from tracker.render.fetched import render
from tracker.sources.fetch_round import Fetched, FetchOutcome
from tracker.sources.fetch_task import Came
from tracker.sources.papers import ListedPaper


def test_what_is_as_it_was_is_counted_alone() -> None:
    hostile = ListedPaper("kst-27923-1", title="Voortgang\x1b[2J")
    rows = (Fetched(hostile, FetchOutcome.NEW), Fetched(ListedPaper("kst-27923-2"), FetchOutcome.SAME))
    first, note, last = render([Came("27 923", rows, (message("source.offline", host="example.org"),))]).splitlines()
    assert "\x1b" not in first
    assert "kst-27923-1" in first
    assert "example.org cannot be reached" in note
    assert last == "27 923: 2 papers, 1 new and 1 as it was"


def test_nothing_is_said_to_be_nothing() -> None:
    assert render([Came("27 923", ())]) == "27 923: 0 papers, none\n"
