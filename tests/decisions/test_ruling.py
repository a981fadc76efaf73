"""What keeps a ruling from being understood, each with its message."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from msgspec.structs import replace

from tracker.decisions.ruling import Decision, Ruling, anchor, faults_of, quote_hash, texts_of
from tracker.model import Kind

GOOD = Decision(
    ruling=Ruling.NOTE,
    who="A",
    when=dt.datetime(2024, 1, 1, tzinfo=dt.UTC),
    why="x",
    quotes=(anchor("a", "Er komt\n een plan."),),
    value="nagaan",
)
DAY = dt.date(2024, 1, 1)

WRONG: dict[str, dict[str, Any]] = {
    "decisions.no-who": {"who": " "},
    "decisions.no-zone": {"when": dt.datetime(2024, 1, 1)},
    "decisions.few-quotes": {"ruling": Ruling.SAME},
    "decisions.no-status": {"ruling": Ruling.STATUS, "value": "posponed"},
    "decisions.no-slip": {"ruling": Ruling.SLIP, "value": "move"},
    "decisions.no-value": {"ruling": Ruling.REGISTERED, "value": " "},
    "decisions.no-kind": {"ruling": Ruling.MISSED},
    "decisions.no-text": {"why": "\udcff"},
    "decisions.start-after-end": {"start": DAY + dt.timedelta(1), "end": DAY},
    "decisions.no-end": {"start": DAY},
}


@pytest.mark.parametrize("told", WRONG)
def test_each_fault_is_told(told: str) -> None:
    assert [row.id for row in faults_of(replace(GOOD, **WRONG[told]))] == [told]


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"ruling": Ruling.SAME, "quotes": (*GOOD.quotes, *GOOD.quotes)},
        {"ruling": Ruling.STATUS, "value": "postponed"},
        {"ruling": Ruling.SLIP, "value": "moved"},
        {"ruling": Ruling.KIND, "kind": Kind.INFORM},
        {"ruling": Ruling.DEADLINE, "start": DAY, "end": DAY},
        {"ruling": Ruling.REJECTED, "value": ""},
    ],
)
def test_a_good_one_has_none(change: dict[str, Any]) -> None:
    assert faults_of(replace(GOOD, **change)) == []


def test_all_faults_are_told_at_once() -> None:
    assert len(faults_of(replace(GOOD, who="", value="", start=DAY))) == 3


def test_a_quote_is_folded_and_its_hash_tells_a_change() -> None:
    assert texts_of(GOOD) == ("Er komt een plan.",)
    assert GOOD.quotes[0].hash == quote_hash("Er  komt een plan.") != quote_hash("Er komt geen plan.")
    assert len(GOOD.quotes[0].hash) == 8
