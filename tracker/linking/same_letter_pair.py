"""What two statements of one letter have in common by their places, and whether they can be one promise at all."""

from __future__ import annotations

from tracker.linking.profile import StatementProfile
from tracker.linking.weights import SAME_QUOTE
from tracker.model import Commitment, Deadline, Kind, StatusReport


def have_same_words(one: StatementProfile, other: StatementProfile) -> bool:
    """Whether two statements quote the same words (a promise and the report that it was prolonged)."""
    mine, yours = one.statement.location, other.statement.location
    if one.statement.passage != other.statement.passage:
        return False
    shared = min(mine.end, yours.end) - max(mine.start, yours.start)
    return shared > SAME_QUOTE * min(mine.end - mine.start, yours.end - yours.start)


def cannot_be_one(one: Commitment | StatusReport, other: Commitment | StatusReport) -> bool:
    """Whether two statements of a letter, in its order, cannot be one promise: due on different days, or both reports.

    To tell parliament later what came of it is part of a promise.
    """
    if isinstance(one, StatusReport) or isinstance(other, StatusReport):
        return isinstance(one, StatusReport) and isinstance(other, StatusReport)
    return other.kind is not Kind.INFORM and _apart(one.deadline, other.deadline)


def _apart(mine: Deadline | None, yours: Deadline | None) -> bool:
    """Whether two dated deadlines have no day in common."""
    if mine is None or yours is None or mine.end is None or yours.end is None:
        return False
    return (mine.start or mine.end) > yours.end or (yours.start or yours.end) > mine.end
