"""What page one names beside the heaviest cases."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from tests.ledgers import LAPSED, POSTPONED, PROMISED, SMALL
from tracker.i18n.catalog import speaking
from tracker.ledger.fates import fates
from tracker.ledger.queries import Index
from tracker.report_headings import FATES, Fate
from tracker.views.named_cases import SHOWN, by_name
from tracker.views.sheet import Case

INDEX = Index(SMALL)


@pytest.mark.parametrize("kind", [kind for kind, row in FATES.items() if not row.is_named])
def test_what_has_its_place_elsewhere_is_not_named(kind: Fate) -> None:
    assert by_name(INDEX, {**fates(INDEX, ()), kind: (POSTPONED,)}) == ()


@pytest.mark.parametrize(
    ("kind", "begin", "told"),
    [
        (Fate.LAPSED, "overdue, not mentioned since: ", ", 2023-12-31"),
        (Fate.UNCLEAR, "overdue, outcome unclear: ", ", 2023-12-31"),
        (Fate.LATE, "delivered late: ", " (due 2023-12-31)"),
        (Fate.COMING, "due next: ", ", 2023-12-31"),
        (Fate.KEPT, "delivered: ", " (due 2023-12-31)"),
        (Fate.EXTENDED, "extended: ", ", 2023-12-31"),
    ],
)
def test_each_is_named_with_its_last_day_and_of_many_the_first(kind: Fate, begin: str, told: str) -> None:
    """The day by which something was to be met is not taken for that on which it was."""
    many = tuple(replace(POSTPONED, id=f"t-{at}") for at in range(SHOWN + 2))
    (line,) = by_name(INDEX, {**fates(INDEX, ()), kind: many})
    assert line == begin + f"{POSTPONED.title}{told}; " * SHOWN + "… and 2 more"


def test_one_without_a_day_is_named_alone() -> None:
    with speaking("nl"):
        undated = replace(PROMISED, members=(), title="Veren")
        assert by_name(INDEX, {**fates(INDEX, ()), Fate.EXTENDED: (undated,)}) == ("verlengd: Veren",)


def test_the_soonest_stands_first() -> None:
    index = Index(replace(SMALL, as_of=dt.date(2023, 9, 1)))
    coming = fates(index, SMALL.threads)[Fate.COMING]
    days = [index.due(thread) for thread in coming]
    assert days == sorted(days, key=lambda day: day or dt.date.max)


def test_what_is_a_case_of_silence_is_not_named_again() -> None:
    silent = tuple(replace(LAPSED, id=f"t-{at}", title=f"Veer {at}") for at in range(3))
    case = Case("t-0", "Veer 0", ())
    (line,) = by_name(INDEX, {**fates(INDEX, ()), Fate.LAPSED: silent}, (case,))
    assert "Veer 0" not in line
    assert "Veer 1" in line
    assert by_name(INDEX, {**fates(INDEX, ()), Fate.LAPSED: silent[:1]}, (case,)) == ()
    assert by_name(INDEX, {**fates(INDEX, ()), Fate.UNCLEAR: silent[:1]}, (case,)) != ()
