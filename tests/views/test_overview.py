"""Page one: what is shown of whom."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.ledgers import DELIVERED, HOSTILE, LAPSED, POSTPONED, PROMISED, SMALL
from tracker.i18n.catalog import speaking
from tracker.ledger.queries import Index
from tracker.model import Lateness, Status, Thread
from tracker.views.overview import SETTLED, SHOWN, life, render, sheet
from tracker.views.text_style import GLUE, TextStyle

INDEX = Index(SMALL)


def test_each_thread_stands_in_one_block() -> None:
    found = [row.thread for block in sheet(INDEX, SMALL.threads, soft=True).blocks for row in block.entries]
    assert sorted(found) == sorted(thread.id for thread in SMALL.threads)


def test_of_those_chosen_alone() -> None:
    page = sheet(INDEX, (LAPSED,))
    assert [row.thread for block in page.blocks for row in block.entries] == [LAPSED.id]
    assert page.trend == ()


def test_everything_is_shown_when_asked_for_and_nothing_of_it_is_hostile() -> None:
    text = render(INDEX, SMALL.threads, TextStyle(100), everything=True, soft=True)
    assert all(thread.id in text for thread in SMALL.threads)
    assert HOSTILE not in text
    assert "scan.pdf" in text


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_line_is_wider_than_the_terminal(language: str) -> None:
    with speaking(language):
        text = render(INDEX, SMALL.threads, TextStyle(40), everything=True, soft=True)
    assert [line for line in text.splitlines() if len(line) > 40] == []


def test_few_of_a_fate_are_shown_and_fewer_of_what_is_settled() -> None:
    """The rest is counted, with the option that shows it; where all are shown nothing is said of more."""
    for thread, shown in ((LAPSED, SHOWN), (replace(DELIVERED, lateness=Lateness.ON_TIME, late=False), SETTLED)):
        threads = tuple(replace(thread, id=f"t-{at:08}") for at in range(shown + 2))
        text = render(INDEX, threads, TextStyle(100))
        assert sum(row.id in text for row in threads) == shown
        assert "… and 2 more (--all)" in text
        assert "more (" not in render(INDEX, threads[:shown], TextStyle(100))


def test_below_what_runs_stand_the_words_that_name_its_day() -> None:
    """Whatever was said of it since; below what was met the words that say so."""
    dated = next(row for row in SMALL.commitments if row.id == PROMISED.members[0].ref)
    since = replace(dated, id="since", deadline=None, quote="De proef is in voorbereiding.")
    index = Index(replace(SMALL, commitments=(*SMALL.commitments, since)))
    later = replace(PROMISED, members=(*PROMISED.members, replace(PROMISED.members[0], ref=since.id)))
    text = render(index, (later, DELIVERED), TextStyle(100), everything=True)
    assert f"“{dated.quote}”" in text
    assert since.quote not in text
    assert f"“{INDEX.statements[DELIVERED.members[-1].ref].quote}”" in text


TWICE = replace(POSTPONED, slips=POSTPONED.slips * 2)
DROPPED = replace(DELIVERED, status=Status.DROPPED)


@pytest.mark.parametrize(
    ("thread", "told"),
    [
        (POSTPONED, "730 days later ·"),
        (TWICE, "(postponed 2 times)"),
        (LAPSED, "1 searched"),
        (DELIVERED, "late"),
        (DROPPED, "withdrawn"),
    ],
)
def test_a_life_in_a_line(thread: Thread, told: str) -> None:
    assert told in life(INDEX, thread).replace(GLUE, " ")
