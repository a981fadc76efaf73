"""The parts of the evidence for one promise."""

from __future__ import annotations

import math

import pytest

from tracker.linking.evidence_parts import absent, found, part, stated
from tracker.model import LinkPart


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (part("years", 2.0, -0.5), LinkPart("years", 2.0, -0.5, -1.0)),
        (found("stages", -20.0, "tweede ≠ derde"), LinkPart("stages", 1.0, -20.0, -20.0, "tweede ≠ derde")),
        (found("stages", -20.0, ""), absent("stages", -20.0)),
        (stated("sections", 4.5, True), LinkPart("sections", 1.0, 4.5, 4.5)),
        (stated("sections", 4.5, False), absent("sections", 4.5)),
    ],
)
def test_a_part_counts_what_was_found_times_its_weight(made: LinkPart, expected: LinkPart) -> None:
    assert made == expected


def test_what_is_absent_adds_nothing_and_no_minus_zero() -> None:
    assert math.copysign(1, absent("years", -0.5).contribution) == 1.0
