"""Threads that are probably one promise and are told different things of."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.ledgers import DELIVERED, LAPSED, POSTPONED, PROMISED, SMALL
from tracker.i18n.catalog import speaking
from tracker.ledger.queries import Index
from tracker.model import Candidate, Thread
from tracker.views import overview
from tracker.views.same_promise import LIKELY, twin


def index(one: Thread, other: Thread, score: float = LIKELY) -> Index:
    """Two threads of which the first knows the other as possibly the same."""
    ref = next(row.ref for row in other.members if row.ref)
    found = replace(one, candidates=(Candidate(ref, score, "x"),))
    return Index(replace(SMALL, threads=(found, other)))


def test_what_is_not_likely_enough_is_no_twin() -> None:
    assert twin(index(LAPSED, DELIVERED, LIKELY - 0.01), LAPSED) == ""
    assert twin(Index(SMALL), LAPSED) == ""


@pytest.mark.parametrize("other", [replace(LAPSED, id="t-x", members=POSTPONED.members), replace(PROMISED, members=())])
def test_the_same_fate_and_no_deadline_contradict_nothing(other: Thread) -> None:
    ledger = replace(SMALL, threads=(LAPSED, other))
    of = Index(ledger)
    of.alike = {LAPSED.id: {other.id: 0.9}, other.id: {LAPSED.id: 0.9}}
    assert twin(of, LAPSED) == ""
    assert twin(of, other) == ""


def test_each_names_the_other_though_one_alone_was_asked() -> None:
    of = index(LAPSED, DELIVERED)
    for one, other, fate in ((LAPSED, DELIVERED, "delivered late"), (DELIVERED, LAPSED, "not mentioned since")):
        assert twin(of, one) == f"possibly the same promise as {other.id} “{other.title}” ({fate})"
    with speaking("nl"):
        assert twin(of, LAPSED).startswith(f"mogelijk dezelfde toezegging als {DELIVERED.id} “")


def test_the_likeliest_of_several_is_named() -> None:
    of = Index(SMALL)
    of.alike = {LAPSED.id: {DELIVERED.id: 0.6, POSTPONED.id: 0.8}}
    assert POSTPONED.id in twin(of, LAPSED)


def test_page_one_and_the_entry_tell_it() -> None:
    of = index(LAPSED, DELIVERED)
    sheet = overview.sheet(of, of.ledger.threads)
    told = twin(of, LAPSED)
    assert told in next(row for row in sheet.cases if row.thread == LAPSED.id).parts
    assert told in sheet.block("lapsed")[0].facts
