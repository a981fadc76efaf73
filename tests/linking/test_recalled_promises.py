"""A letter recalls what it promised, and the sentence right after says that it comes now, or when instead."""

from __future__ import annotations

import pytest

from tests.series import Made, Promise, Told, profiled
from tracker.linking.profile import StatementProfile
from tracker.linking.recalled_promises import comes_instead, comes_now, follows, is_recalled
from tracker.model import Kind, Outcome

RECALLED = Promise("In mei zou u de havenmonitor ontvangen.", Kind.INFORM, "2024-05-01", "2024-05-31")


def in_a_row(*rows: Promise | Told | str) -> tuple[StatementProfile, ...]:
    """The statements of one passage."""
    found, _ = profiled(Made("a", "2024-06-10", {"Haven": [*rows]}))
    return tuple(found)


@pytest.mark.parametrize(
    ("first", "second", "now"),
    [
        (Promise("In mei ontvangt u de havenmonitor.", Kind.INFORM), Told("Die treft u nu als bijlage aan."), False),
        (RECALLED, Told("De havenmonitor is gepubliceerd."), False),
        (RECALLED, Told("Die treft u nu als bijlage aan.", Outcome.IN_PROGRESS), False),
        (RECALLED, Told("Die treft u nu als bijlage aan."), True),
        (RECALLED, Told("Vanwege de verkiezingen ontvangt u deze brief nu."), True),
    ],
    ids=["promised now", "of another day", "under way", "enclosed", "this letter"],
)
def test_what_was_recalled_comes_with_the_letter(first: Promise, second: Told, now: bool) -> None:
    assert comes_now(*in_a_row(first, second)) is now


@pytest.mark.parametrize(
    ("second", "instead"),
    [
        (Promise("De sluis wordt in september vernieuwd.", Kind.DELIVER, "2024-09-01", "2024-09-30"), False),
        (Told("Dat wordt september.", Outcome.DELAYED), False),
        (Promise("Dat wordt september.", Kind.DELIVER, "2024-09-01", "2024-09-30", words="september"), True),
    ],
    ids=["another thing", "no promise", "only a time"],
)
def test_another_time_for_what_was_recalled(second: Promise | Told, instead: bool) -> None:
    assert comes_instead(*in_a_row(RECALLED, second)) is instead


def test_what_stands_between_parts_them() -> None:
    recalled, _, told = in_a_row(
        RECALLED, Promise("De sluis komt in juli.", Kind.DELIVER), Told("Die treft u nu als bijlage aan.")
    )
    assert is_recalled(recalled)
    assert not follows(recalled, told)
    assert not comes_now(recalled, told)
