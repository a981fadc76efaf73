"""Rulings as examples: which sentences they speak of, and what they say of them."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.series import Made, Promise, build
from tracker.decisions.apply import rule_statements
from tracker.decisions.examples import Lesson, lesson
from tracker.decisions.ruling import Decision, Ruling, anchor
from tracker.extraction import registry
from tracker.model import Commitment, Kind

PLAN = "Wij sturen u in oktober 2023 het actieplan waterzuivering Maas."
MARK = "De sluis bij Grave is in 1929 gebouwd."
LETTER, ROWS = build(Made("a", "2023-06-20", {"1. Water": [Promise(PLAN, Kind.DELIVER), Promise(MARK, Kind.START)]}))
FOUND = tuple(row for row in ROWS if isinstance(row, Commitment) and row.quote == PLAN)


def ruling(what: Ruling, quote: str, **more: object) -> Decision:
    when = dt.datetime(2024, 7, 1, tzinfo=dt.UTC)
    return Decision(ruling=what, who="A", when=when, why="so", quotes=(anchor("a", quote),), **more)  # type: ignore[arg-type]


def taught(*decisions: Decision) -> Lesson:
    return lesson(decisions, [LETTER], rule_statements(decisions, [LETTER], FOUND))


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        pytest.param(ruling(Ruling.NOTE, PLAN, value="x"), [], id="a note says nothing of promises"),
        pytest.param(ruling(Ruling.STATUS, PLAN, value="delivered"), [], id="nor does a status"),
        pytest.param(ruling(Ruling.REJECTED, PLAN), [False], id="no promise"),
        pytest.param(ruling(Ruling.MISSED, MARK, kind=Kind.START), [True], id="a promise"),
        pytest.param(ruling(Ruling.MISSED, "sluis bij Grave", kind=Kind.START), [True], id="a part of a sentence"),
        pytest.param(ruling(Ruling.KIND, PLAN, kind=Kind.INFORM), [True], id="its kind: it is one"),
        pytest.param(ruling(Ruling.DEADLINE, PLAN, end=dt.date(2024, 1, 1)), [True], id="its deadline: it is one"),
    ],
)
def test_what_a_ruling_teaches(decision: Decision, said: list[bool]) -> None:
    assert [row.promise for row in taught(decision).ruled] == said


def test_the_last_ruling_on_a_quote_counts() -> None:
    found = taught(ruling(Ruling.REJECTED, PLAN), ruling(Ruling.MISSED, PLAN, kind=Kind.DELIVER))
    assert [row.promise for row in found.ruled] == [True]


def test_all_other_sentences_stand_by_with_what_the_reader_says() -> None:
    found = taught(ruling(Ruling.REJECTED, PLAN))
    assert len(found.bystanders) == 1
    assert 0 < found.bystanders[0].answers["commitment"] < 1


def test_a_quote_of_two_sentences_is_told_and_not_learned_from() -> None:
    both = ruling(Ruling.MISSED, f"{PLAN} {MARK}", kind=Kind.DELIVER)
    found = lesson([both], [LETTER], FOUND)
    assert (found.ruled, found.unused) == ((), (both,))


def test_a_reader_that_cannot_be_taught_learns_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "DEFAULT", "rules")
    asked = ruling(Ruling.REJECTED, PLAN)
    found = taught(asked)
    assert (found.ruled, found.bystanders, found.unused) == ((), (), (asked,))
