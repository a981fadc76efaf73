"""What a filter keeps: words, tokens in two languages, and letters in order where nothing has the words."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.ledgers import DELIVERED, HOSTILE_THREAD, LAPSED, POSTPONED, PROMISED, SMALL
from tracker.ledger.rejudging import Judged
from tui.filter_language import read_filter
from tui.filters import SORTS, choose, sort
from tui.labels import Labels
from tui.view_model import Study

ENTRIES = Study(Judged(SMALL)).entries
EN, NL = Labels("en"), Labels("nl")


@pytest.mark.parametrize(
    ("text", "labels", "kept"),
    [
        pytest.param("zeppelin", EN, set(), id="no such word"),
        pytest.param("status:dropped", EN, set(), id="no such status"),
        pytest.param("status:nonsense", EN, set(), id="not a status"),
        pytest.param("haven sluis", EN, set(), id="words of two threads"),
        pytest.param("verdieping", EN, {POSTPONED.id}, id="a word of a title"),
        pytest.param("SLIB", EN, {POSTPONED.id}, id="a word of a quote, in capitals"),
        pytest.param("vrdpng", EN, {POSTPONED.id}, id="letters in order"),
        pytest.param("[red]", EN, {HOSTILE_THREAD.id}, id="brackets are text"),
        pytest.param('"haven verdieping"', EN, set(), id="words in quotes that stand apart"),
        pytest.param('"verdieping van de haven"', EN, {POSTPONED.id}, id="words in quotes"),
        pytest.param('"vrdpng"', EN, set(), id="letters in order in quotes"),
        pytest.param("status:postponed", EN, {POSTPONED.id}, id="a status"),
        pytest.param("status:postponed status:lapsed", EN, {POSTPONED.id, LAPSED.id}, id="either status"),
        pytest.param("status:uitgesteld", NL, {POSTPONED.id}, id="a status in Dutch"),
        pytest.param("status:uit", NL, {POSTPONED.id}, id="the start of a status"),
        pytest.param("is:slipped", EN, {POSTPONED.id}, id="slipped"),
        pytest.param("is:uitgesteld", NL, {POSTPONED.id}, id="slipped in Dutch"),
        pytest.param("is:late", EN, {DELIVERED.id}, id="late"),
        pytest.param("kind:start", EN, {PROMISED.id}, id="a kind"),
        pytest.param("soort:starten", NL, {PROMISED.id}, id="a kind in Dutch"),
        pytest.param("letter:2020 status:lapsed", EN, {LAPSED.id}, id="the year of a letter"),
        pytest.param("moved:2020", EN, set(), id="the letter that a deadline moved from"),
        pytest.param("letter:2020 moved:2021", EN, {POSTPONED.id}, id="the letter that moved a deadline"),
        pytest.param("uitstel:2021", NL, {POSTPONED.id}, id="the letter that moved a deadline, in Dutch"),
        pytest.param("minister:zeppelin", EN, set(), id="no such minister"),
        pytest.param('minister:"a. minister" verdieping', EN, {POSTPONED.id}, id="minister and word"),
        pytest.param("actor:cabinet verdieping", EN, {POSTPONED.id}, id="actor and word"),
        pytest.param("http://x", EN, set(), id="a colon that is no field"),
    ],
)
def test_what_is_kept(text: str, labels: Labels, kept: set[str]) -> None:
    assert {entry.id for entry in choose(ENTRIES, read_filter(text, labels))} == kept


def test_no_filter_keeps_all() -> None:
    assert choose(ENTRIES, read_filter("", EN)) == ENTRIES


@pytest.mark.parametrize("order", SORTS)
def test_an_order_loses_nothing(order: str) -> None:
    assert sorted(entry.id for entry in sort(ENTRIES, order)) == sorted(entry.id for entry in ENTRIES)


def test_orders() -> None:
    assert sort(ENTRIES, "slip")[0].id == POSTPONED.id
    assert [entry.due for entry in sort(ENTRIES, "deadline")] == sorted(entry.due for entry in ENTRIES if entry.due)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("-status:postponed status:postponed", set(), id="turned round"),
        pytest.param("-slib verdieping", set(), id="a word that must not be there"),
        pytest.param("status:postponed,lapsed", {POSTPONED.id, LAPSED.id}, id="or"),
        pytest.param("letter:2020+2021 verdieping", {POSTPONED.id}, id="and"),
        pytest.param("due:2023", {POSTPONED.id}, id="a year"),
        pytest.param("due:2023-12..2024-06", {POSTPONED.id}, id="months"),
        pytest.param("due:>2030", set(), id="after"),
        pytest.param("status:postponed confidence:<0.5", set(), id="less sure"),
        pytest.param("status:postponed confidence:>0.5", {POSTPONED.id}, id="surer"),
        pytest.param("amount:>1mln", set(), id="no sums"),
    ],
)
def test_the_language_of_filters(text: str, kept: set[str]) -> None:
    assert {entry.id for entry in choose(ENTRIES, read_filter(text, EN))} == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("0.64", True), ("64%", True), (">=0.64", True), ("<0.64", False), (">0.64", False), ("0.63", False)],
)
def test_a_confidence_is_found_as_it_is_shown(typed: str, kept: bool) -> None:
    entry = replace(ENTRIES[0], thread=replace(ENTRIES[0].thread, confidence=0.637))
    assert bool(choose((entry,), read_filter(f"confidence:{typed}", EN))) == kept
