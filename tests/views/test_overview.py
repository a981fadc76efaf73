"""Page one: what is shown of whom."""

from __future__ import annotations

import pytest

from tests.ledgers import DELIVERED, HOSTILE, LAPSED, POSTPONED, SMALL
from tracker.i18n.catalog import speaking
from tracker.ledger.queries import Index
from tracker.model import Thread
from tracker.views.overview import life, render, sheet
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


@pytest.mark.parametrize(
    ("thread", "told"), [(POSTPONED, "730 days later"), (LAPSED, "1 searched"), (DELIVERED, "late")]
)
def test_a_life_in_a_line(thread: Thread, told: str) -> None:
    assert told in life(INDEX, thread).replace(GLUE, " ")
