"""What two statements of one letter can be."""

from __future__ import annotations

import pytest

from tests.linking.test_within_letter import AGAIN, DELAY, DESK, PLAN, Row, read
from tests.series import Promise
from tracker.linking.same_letter_pair import cannot_be_one
from tracker.model import Kind

LATER = Promise("Er komt een brug.", Kind.DELIVER, "2025-01-01", "2025-12-31")
ONE = {
    "two reports": (*DELAY, True),
    "a promise and its report": (PLAN, DELAY[0], False),
    "days apart": (PLAN, LATER, True),
    "a day in common": (PLAN, AGAIN, False),
    "no day": (PLAN, DESK, False),
    "to tell of it later": (PLAN, Promise("In 2025 hoort u meer.", Kind.INFORM, "2025-01-01", "2025-12-31"), False),
    "told before it is done": (Promise("U hoort meer.", Kind.INFORM, "2023-07-01", "2023-07-31"), PLAN, True),
}


@pytest.mark.parametrize(("first", "second", "cannot"), ONE.values(), ids=ONE.keys())
def test_statements_that_cannot_be_one(first: Row, second: Row, cannot: bool) -> None:
    (one, other), _ = read(first, second)
    assert cannot_be_one(one.statement, other.statement) is cannot
