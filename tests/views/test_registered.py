"""What the register says of a promise, in words: facts that it has, and on what ground they are matched."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.ledgers import POSTPONED, SMALL
from tracker.ledger.queries import Index
from tracker.model import MatchGround, RegisterMatch
from tracker.sources.register import Registered
from tracker.views.registered import in_short, register_lines, registered_facts, registered_words, told_by_register

ROW = RegisterMatch(
    "TZ202402-1", POSTPONED.id, MatchGround.WORDS, "De minister …", "Voldaan", met=True, words=("veer",)
)


def index(*rows: RegisterMatch) -> Index:
    return Index(replace(SMALL, registered=rows))


def test_only_what_the_register_has_is_told() -> None:
    assert len(registered_facts(ROW)) == 2
    told_of = registered_facts(replace(ROW, by=("2024D1", "2024D2"), repeats=("TZ1",), changes=("TZ2",)))
    assert len(told_of) == 5
    assert "2024D1, 2024D2" in told_of[1]


@pytest.mark.parametrize(
    ("ground", "words"),
    [
        (MatchGround.RULED, "R. Rekenaar"),
        (MatchGround.CARRIED, "name its number"),
        (MatchGround.CHANGES, "changes or repeats"),
        (MatchGround.WORDS, "veer"),
        (MatchGround.ASKED, f"tracker decide registered TZ202402-1 {POSTPONED.id}"),
    ],
)
def test_the_ground_of_a_match_is_told(ground: MatchGround, words: str) -> None:
    assert words in registered_facts(replace(ROW, ground=ground, who="R. Rekenaar"))[-1]


def test_what_is_asked_is_told_as_its_own_by_nobody() -> None:
    two = index(ROW, replace(ROW, number="TZ202402-2", ground=MatchGround.ASKED))
    assert len(register_lines(two, POSTPONED)) == 2
    assert in_short(two, POSTPONED) == "TZ202402-1, Voldaan"
    assert told_by_register(two, POSTPONED).endswith(": TZ202402-1, Voldaan")
    assert told_by_register(index(), POSTPONED) == in_short(index(), POSTPONED) == ""


def test_a_status_that_the_register_does_not_say_is_unknown() -> None:
    row = Registered("TZ202402-158", "Text", "", met=False)
    assert registered_words(row) == ("register: TZ202402-158, status unknown",)
