"""A delay is of just what was promised where it names that first, and nothing else was promised of it."""

from __future__ import annotations

import pytest

from tests.series import Promise, Told, subject
from tracker.linking.delay_reports import is_said_late
from tracker.model import Kind, Outcome

DAYS = ("2023-07-01", "2023-09-30")
PLAN = Promise("Wij leggen u het groenplan voor.", Kind.INFORM, *DAYS)
LATE = Told("Het groenplan kost meer tijd dan verwacht.", Outcome.DELAYED)


@pytest.mark.parametrize(
    ("promise", "report", "late"),
    [
        (Promise(PLAN.text, Kind.INFORM), LATE, False),
        (Promise("Wij sturen u de evaluatie van het groenplan.", Kind.INFORM, *DAYS), LATE, False),
        (PLAN, Told("De evaluatie van het groenplan kost meer tijd dan verwacht.", Outcome.DELAYED), False),
        (
            Promise("Wij sturen u het rapport over de Waalhaven.", Kind.INFORM, *DAYS),
            Told("De Waalhaven is later klaar.", Outcome.DELAYED),
            False,
        ),
        (
            Promise("De verkoop van de grond is in september klaar.", Kind.DELIVER, *DAYS),
            Told("De grond is later beschikbaar.", Outcome.DELAYED),
            False,
        ),
        (Promise("Wij starten met het groenplan.", Kind.START, *DAYS), LATE, False),
        (Promise("Wij bespreken het groenplan met u.", Kind.INFORM, *DAYS), LATE, False),
        (PLAN, Told("De havennota kost meer tijd door het groenplan.", Outcome.DELAYED), False),
        (PLAN, Told("Het groenplan is in juli vastgesteld.", Outcome.DELIVERED), False),
        (PLAN, LATE, True),
        (
            Promise("De nieuwe sporthal is in september klaar.", Kind.DELIVER, *DAYS),
            Told("De bouw van de sporthal is vertraagd.", Outcome.DELAYED),
            True,
        ),
    ],
    ids=[
        "no day",
        "evaluation of it",
        "of its evaluation",
        "a report on it",
        "work on it",
        "its start",
        "talks of it",
        "named second",
        "delivered",
        "just that",
        "the work on it",
    ],
)
def test_a_delay_is_of_just_what_was_promised(promise: Promise, report: Told, late: bool) -> None:
    assert is_said_late(subject(promise), subject(report, "b")) == late


def test_a_letter_does_not_put_off_its_own_promise_so() -> None:
    assert not is_said_late(subject(PLAN), subject(LATE))
