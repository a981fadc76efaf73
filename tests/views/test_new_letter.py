"""The report of a letter that came."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.ledgers import DELIVERED, HOSTILE_THREAD, LAPSED, NEW, OLD, POSTPONED, PROMISED, SMALL
from tracker.i18n.catalog import speaking
from tracker.ledger.queries import Index
from tracker.model import Lateness
from tracker.views.labels import counted_news
from tracker.views.new_letter import sheet
from tracker.views.sheet import facts

INDEX = Index(SMALL)


def test_what_it_brings_stands_under_what_it_is() -> None:
    found = {block.key: [row.thread for row in block.entries] for block in sheet(INDEX, NEW).blocks}
    assert found["delivered"] == [DELIVERED.id]
    assert found["postponed"] == [POSTPONED.id]
    assert found["promised"] == [PROMISED.id]
    assert found["silent"] == [LAPSED.id]
    assert list(found)[-1] == "promised"


def test_of_the_first_letter_all_is_new() -> None:
    found = sheet(INDEX, OLD)
    told = {row.thread for block in found.blocks if block.key != "promised" for row in block.entries}
    assert told & {POSTPONED.id, HOSTILE_THREAD.id} == set()
    assert sheet(INDEX, NEW).remarks[0] != found.remarks[0]


def test_remarks_given_stand_first() -> None:
    assert sheet(INDEX, NEW, ("een opmerking",)).remarks[0] == "een opmerking"


@pytest.mark.parametrize(
    ("late", "told"),
    [(Lateness.UNKNOWN, "2020-10 [2020-10-31]"), (Lateness.LATE, "2020-10 [2020-10-31] · late")],
)
def test_what_has_a_day_is_not_said_to_have_none(late: Lateness, told: str) -> None:
    of = Index(replace(SMALL, threads=(replace(DELIVERED, lateness=late),)))
    (row,) = (row for block in sheet(of, NEW).blocks if block.key == "delivered" for row in block.entries)
    assert facts(row).startswith(f"{told} · ")
    assert "without a deadline" not in facts(row)


def test_what_has_no_day_is_said_to_have_none() -> None:
    undated = tuple(replace(row, deadline=None) for row in SMALL.commitments)
    of = Index(replace(SMALL, commitments=undated, threads=(replace(DELIVERED, lateness=Lateness.UNKNOWN),)))
    (row,) = (row for block in sheet(of, NEW).blocks if block.key == "delivered" for row in block.entries)
    assert facts(row).startswith("without a deadline")


def test_what_accuses_stands_above_what_is_to_be_judged_and_that_above_good_news() -> None:
    """In every face the heaviest comes first."""
    keys = [block.key for block in sheet(Index(SMALL), NEW).blocks]
    accusing, asked = ["silent", "postponed", "dropped"], ["unclear", "doubted"]
    assert keys[:5] == [*accusing, *asked]
    assert keys[-2:] == ["coming", "promised"]


def test_numbers_of_news_are_said_as_a_sentence_has_them() -> None:
    with speaking("nl"):
        (told,) = sheet(Index(replace(SMALL, threads=(LAPSED, replace(PROMISED, id="t-x")))), NEW).sentences
    assert told.startswith("Deze brief: van 1 niets vernomen")
    assert counted_news("unclear", 2) == "2 unclear"
    with speaking("nl"):
        assert counted_news("coming", 2) == "van 2 nadert de termijn"
