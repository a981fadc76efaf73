"""`weigh_outcomes`: rule, linear reader and encoder together say what was reported."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tracker.extraction.learned.outcomes import weigh_outcomes
from tracker.model import Outcome

DONE, LATE, GOING, PROLONGED = Outcome.DELIVERED, Outcome.DELAYED, Outcome.IN_PROGRESS, Outcome.EXTENDED


@pytest.mark.parametrize(
    ("encoder", "linear", "ruled", "unsaid", "outcome"),
    [
        pytest.param({DONE: 1, GOING: 0}, {DONE: 0, GOING: 0}, (GOING, 0.9), (), GOING, id="a sure rule stands"),
        pytest.param({DONE: 4, GOING: 0}, {DONE: 0, GOING: 0}, (GOING, 0.6), (), DONE, id="an unsure rule yields"),
        pytest.param(
            {DONE: 4, LATE: 0}, {DONE: 4, LATE: 0}, (LATE, 0.6), (), LATE, id="what a rule calls late is late"
        ),
        pytest.param({DONE: 4, GOING: 0}, {}, (PROLONGED, 0.4), (), PROLONGED, id="what no reader learned stands"),
        pytest.param({DONE: 1, LATE: 1.2}, {DONE: 2, LATE: 0}, None, (), DONE, id="the linear reader counts"),
        pytest.param({DONE: 3, LATE: 0}, {DONE: 0, LATE: 4}, None, (), DONE, id="but half"),
        pytest.param({DONE: 0, LATE: 0.5, GOING: 0}, {}, None, {LATE}, DONE, id="late by no word and not likely"),
        pytest.param({DONE: 0, LATE: 3, GOING: 0}, {}, None, {LATE}, LATE, id="late by no word but likely"),
    ],
)
def test_the_likeliest_outcome_is_told(
    encoder: Mapping[Outcome, float],
    linear: Mapping[Outcome, float],
    ruled: tuple[Outcome, float] | None,
    unsaid: set[Outcome],
    outcome: Outcome,
) -> None:
    linear = {name: linear.get(name, 0.0) for name in encoder}
    assert weigh_outcomes(encoder, linear, ruled, unsaid) is outcome


def test_what_the_words_deny_is_not_told_however_likely() -> None:
    assert weigh_outcomes({DONE: 0, LATE: 9, GOING: 1}, {}, (LATE, 0.9), (), {LATE}) is GOING
    assert weigh_outcomes({DONE: 9, LATE: 0, GOING: 1}, {}, None, (), {DONE}) is GOING
