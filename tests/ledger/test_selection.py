"""Which threads a reader asks for, and their order."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.ledgers import DELIVERED, HOSTILE_THREAD, LAPSED, NEW, OLD, POSTPONED, PROMISED, SMALL
from tracker.ledger.queries import Index
from tracker.ledger.selection import select
from tracker.model import Status

INDEX = Index(SMALL)


def test_threads_come_most_telling_first() -> None:
    """The one that moved most, then those that run through most letters."""
    assert select(INDEX)[:2] == (POSTPONED, DELIVERED)


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        pytest.param({"statuses": [Status.LAPSED]}, {LAPSED}, id="one status"),
        pytest.param({"statuses": [Status.DROPPED]}, set(), id="a status that nothing has"),
        pytest.param({"letter": NEW.id}, {POSTPONED, DELIVERED, PROMISED}, id="silence is not speaking of it"),
        pytest.param({"since": NEW.id}, {POSTPONED, DELIVERED, PROMISED}, id="since the newest letter"),
        pytest.param({"since": OLD.id, "letter": OLD.id}, {POSTPONED, DELIVERED, LAPSED, HOSTILE_THREAD}, id="both"),
    ],
)
def test_select(choice: dict[str, object], expected: set[object]) -> None:
    assert set(select(INDEX, **choice)) == expected  # type: ignore[arg-type]


def test_what_was_missed_in_more_letters_comes_first() -> None:
    """Those whose search is told, and those of which only the number is kept."""
    few = replace(LAPSED, id="t-a", more_searched=0)
    many = replace(LAPSED, id="t-b", more_searched=5)
    index = Index(replace(SMALL, threads=(few, many)))
    assert [row.id for row in select(index)] == ["t-b", "t-a"]
