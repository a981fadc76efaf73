"""A promise that a letter recalls, and what the sentence right after it says became of that."""

from __future__ import annotations

from tracker.extraction.cues import Cue
from tracker.extraction.statement_facts import StatementFacts
from tracker.linking.profile import StatementProfile
from tracker.model import Commitment, Outcome, StatusReport


def is_recalled(subject: StatementProfile) -> bool:
    """Whether a statement says that something was promised, or was to be, before its letter."""
    return isinstance(subject.statement, Commitment) and recalls(subject.facts)


def recalls(facts: StatementFacts) -> bool:
    """Whether the words of a promise say that it was made, or was to be, before its letter."""
    return not facts.cues.isdisjoint({Cue.PROMISED_BEFORE, Cue.WAS_TO_BE})


def follows(before: StatementProfile, subject: StatementProfile) -> bool:
    """Whether one sentence stands right after the other."""
    return bool(subject.facts.before) and subject.facts.before[0].text == before.statement.sentence


def only_points(subject: StatementProfile) -> bool:
    """Whether a statement names nothing and points to what stands before it: "Dat wordt september"."""
    return Cue.POINTING in subject.facts.cues and not subject.named


def comes_now(promise: StatementProfile, report: StatementProfile) -> bool:
    """Whether a promise is recalled and the next sentence says that it comes with this letter.

    "In mei zou u de monitor ontvangen. Die treft u nu als bijlage aan."
    """
    told = report.statement
    done = isinstance(told, StatusReport) and told.outcome is Outcome.DELIVERED and Cue.COMES_NOW in report.facts.cues
    return done and is_recalled(promise) and follows(promise, report)


def comes_instead(promise: StatementProfile, later: StatementProfile) -> bool:
    """Whether a promise is recalled and the next sentence, which names nothing, gives another time for it."""
    return (
        isinstance(later.statement, Commitment)
        and is_recalled(promise)
        and follows(promise, later)
        and only_points(later)
    )
