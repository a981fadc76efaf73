"""A strand's title: a short noun phrase of the promise itself."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.model import Commitment, Report

LONGEST = 8
"""Words."""


def title(members: Sequence[Commitment | Report]) -> str:
    """The phrase of the promises' own words that tells most, at most LONGEST words long."""
    return " ".join(members[0].quote.split()[:LONGEST])
