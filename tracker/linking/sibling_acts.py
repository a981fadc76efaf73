"""Whether two statements are of acts beside each other: of another step, amount, edition, stage or part of one thing.

Or of one more of its kind: a deadline moves and a promise is met by its own act only.
"""

from __future__ import annotations

from tracker.extraction.cues import Cue
from tracker.extraction.siblings import prepares, unlike_names, unlike_parts, unshared
from tracker.linking.profile import StatementProfile
from tracker.linking.stages import unlike_stages
from tracker.model import Outcome, StatusReport


def are_siblings(promise: StatementProfile, later: StatementProfile) -> bool:
    """Whether two promises are of acts beside each other: other steps, amounts, editions or stages of a thing.

    Or one more of its kind, which says so, or of another part of it.
    """
    if unshared(promise.figures, later.figures) and not is_done(later):  # more, or less, may have come of it
        return True
    pairs = ((promise.steps, later.steps), (promise.editions, later.editions))
    if any(unshared(*pair) for pair in pairs) or _only_prepares(promise, later) or are_of_two(promise, later):
        return True
    if Cue.POSTPONING in later.facts.cues:
        return False
    return is_one_more(promise, later) or bool(unlike_parts(promise.facts.names, later.facts.names))


def _only_prepares(promise: StatementProfile, later: StatementProfile) -> bool:
    """Whether a promise is of a step that only prepares or weighs a thing, of which the later statement tells nothing.

    What one sentence prepares and does ("wordt aanbesteed en afgerond") is more than prepared.
    """
    left = promise.steps - later.steps
    done = promise.facts.steps_done
    return prepares(left if done.isdisjoint(later.steps) else left - done)


def is_one_more(promise: StatementProfile, later: StatementProfile) -> bool:
    """Whether only the later statement says that it is of one more, or of the others."""
    return Cue.ANOTHER in later.facts.cues and Cue.ANOTHER not in promise.facts.cues


def are_of_two(promise: StatementProfile, later: StatementProfile) -> bool:
    """Whether two statements name unlike stages of a thing, or things by unlike names.

    Who tells what was done names more than was promised: where it came, who got it.
    """
    if unlike_stages(promise.stages, later.stages):
        return True
    if is_done(later):
        return False
    return bool(unlike_names(promise.called, later.called, (promise.facts.words, later.facts.words)))


def is_done(later: StatementProfile) -> bool:
    """Whether a statement reports that something was done."""
    return isinstance(later.statement, StatusReport) and later.statement.outcome is Outcome.DELIVERED
