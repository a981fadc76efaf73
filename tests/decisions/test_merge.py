"""The rulings of two branches become one file."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.processor import is_linear
from tracker.decisions.merge import merged_rulings
from tracker.decisions.ruling import Decision, Ruling, anchor
from tracker.decisions.toml_text import added, read_decisions, taken_out
from tracker.errors import DecisionError


def note(value: str, minute: int) -> Decision:
    when = dt.datetime(2024, 7, 1, 12, minute, tzinfo=dt.UTC)
    return Decision(ruling=Ruling.NOTE, who="A", when=when, why="w", quotes=(anchor("b", "Wij komen."),), value=value)


def text(*rows: Decision) -> str:
    found = ""
    for row in rows:
        found = added(found, row)
    return found


def values(found: str) -> str:
    return "".join(row.value for row in read_decisions(found))


def test_what_both_added_stands_in_the_order_of_time() -> None:
    a, b, c, d = (note(value, at) for at, value in enumerate("abcd"))
    assert values(merged_rulings(text(a), text(a, b, d), text(a, c))) == "abcd"
    assert values(merged_rulings(text(a), text(a, c), text(a, b, d))) == "abcd"
    assert values(merged_rulings("", text(a, b), text(b, c))) == "abc"


def test_what_one_took_back_is_gone() -> None:
    a, b, c = (note(value, at) for at, value in enumerate("abc"))
    base = text(a, b)
    assert values(merged_rulings(base, added(base, c), taken_out(base, a))) == "bc"
    assert values(merged_rulings(base, taken_out(base, a), added(base, c))) == "bc"
    assert values(merged_rulings(base, taken_out(base, a), taken_out(base, a))) == "b"


def test_comments_are_not_lost() -> None:
    a, b = note("a", 0), note("b", 1)
    assert "# mijn" in merged_rulings(text(a), "# mijn\n" + text(a), text(a, b))
    with pytest.raises(DecisionError, match="comments"):
        merged_rulings(text(a), text(a), "# hun\n" + text(a))


def test_branches_that_differ_in_little_take_time_by_their_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.decisions.merge.added", lambda text, row: f"{text}+{row.value}")

    def merge(number: int) -> None:
        base = tuple(note(f"{at} x", at % 60) for at in range(number))
        rows = {"": base, "ours": (*base, note("o", 0)), "theirs": (*base, note("t", 0))}
        monkeypatch.setattr("tracker.decisions.merge.read_decisions", rows.__getitem__)
        assert merged_rulings("", "ours", "theirs") == "ours+t"

    assert is_linear(merge, 1500)
