"""The rules of time expressions by id, for tests of what reads their matches."""

from __future__ import annotations

from tracker.temporal.grammar import TimexRule, grammar


def rule(value: str) -> TimexRule:
    """The first rule of a value."""
    return next(row for row, _ in grammar().rules if row.value == value)
