"""What a filter that is typed could go on to, each counted as the filter will keep; and what no promise has."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.ledgers import SMALL
from tracker.ledger.rejudging import Judged
from tui.filter_language import read_filter
from tui.filter_offers import FilterOffers, joint, offers, unknown_values
from tui.filters import choose
from tui.labels import Labels
from tui.view_model import Study

ENTRIES = Study(Judged(SMALL)).entries
EN = Labels("en")


def test_values_are_offered_with_how_many_they_keep() -> None:
    found = dict(offers("status:", ENTRIES, EN))
    assert sum(found.values()) == len(ENTRIES)
    assert offers("haven status:po", ENTRIES, EN) == (("status:postponed", 1),)
    assert offers("haven", ENTRIES, EN) == ()


def test_a_value_that_no_promise_has_is_told() -> None:
    assert unknown_values(ENTRIES, read_filter("actor:zeppelin", EN), EN) == (
        "No promise has the actor 'zeppelin'. There is: cabinet.",
    )
    for text, said in (
        ("letter:2025", "Perhaps 2021?"),
        ("moved:1999", "There is: 2021."),
        ("actor:cabinit", "Perhaps cabinet?"),
    ):
        assert said in unknown_values(ENTRIES, read_filter(text, EN), EN)[0]


@pytest.mark.parametrize(
    "typed",
    [
        "letter:",
        "letter:2020 letter:20",
        "-letter:20",
        "status:postponed letter:20",
        "actor:",
        "status:postponed status:",
    ],
)
def test_what_is_offered_is_counted_as_the_filter_will_keep(typed: str) -> None:
    """A field that is filtered twice is either, so that one value more keeps more."""
    start = typed[: typed.rfind(" ") + 1]
    found = offers(typed, ENTRIES, EN)
    assert found
    assert [number for _, number in found] == [len(choose(ENTRIES, read_filter(start + row, EN))) for row, _ in found]


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("haven", ()),
        ("haven ", ()),
        ("st", ("status:",)),
        ("-st", ("-status:",)),
        ("haven a", ("haven actor:", "haven amount:")),
        ("haven status:po", ("haven status:postponed",)),
        ("-zeppelin -status:po", ("-zeppelin -status:postponed",)),
        ('-topic:"x y" status:po', ('-topic:"x y" status:postponed',)),
        ("due:2024", ()),
    ],
)
def test_the_token_that_is_typed_is_made_whole(typed: str, whole: tuple[str, ...]) -> None:
    assert FilterOffers(EN, lambda: ENTRIES).completions(typed) == whole


def test_a_value_of_several_words_is_made_whole() -> None:
    entries = (replace(ENTRIES[0], topic="Kades en sluizen"),)
    for typed in ("kades", '"kades', '"Kades en sl', "“kades en"):
        assert FilterOffers(EN, lambda: entries).completions(f"topic:{typed}") == ('topic:"Kades en sluizen"',)


@pytest.mark.parametrize(
    ("typed", "said"),
    [("letter:20", ""), ("letter:2020 letter:20", "or"), ("haven letter:20", "and"), ("letter:2020 status:", "and")],
)
def test_how_a_token_is_joined_is_said(typed: str, said: str) -> None:
    assert joint(typed, EN) == said


def test_what_is_offered_is_worked_out_once_a_text_and_list(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    listed = [ENTRIES]
    monkeypatch.setattr("tui.filter_offers.offers", lambda text, *_: asked.append(text) or (("status:lapsed", 1),))
    line = FilterOffers(EN, lambda: listed[0])
    assert line.told("status:l") == "status:lapsed 1"
    assert line.completions("status:l") == ("status:lapsed",)
    assert asked == ["status:l"]
    line.told("status:la")
    listed[0] = ENTRIES[:1]
    line.told("status:la")
    assert asked == ["status:l", "status:la", "status:la"], "another list has other numbers"
