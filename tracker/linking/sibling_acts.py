"""Whether two statements are of acts beside each other: of another step, amount, edition, stage or part of one thing.

Or of one more of its kind: a deadline moves and a promise is met by its own act only.
"""

from __future__ import annotations

from tracker.extraction.cues import Cue
from tracker.extraction.sibling_features import begins, prepares, unlike_names, unlike_parts, unshared
from tracker.linking.profile import StatementProfile
from tracker.linking.stages import unlike_stages
from tracker.model import Commitment, Kind, Outcome, StatusReport

_MAKING = frozenset({Kind.DELIVER, Kind.START, Kind.TARGET})
"""The kinds of promise that a thing is made or opened."""
_LAW, _GRANT = "law", "grant"
"""The forms of a bill and of a scheme of grants, by their names in the data."""


def are_siblings(promise: StatementProfile, later: StatementProfile) -> bool:
    """Whether two promises are of acts beside each other: other steps, amounts, editions or stages of a thing.

    Or one more of its kind, which says so, or of another part of it.
    """
    if unshared(promise.figures, later.figures) and not is_done(later):  # more, or less, may have come of it
        return True
    pairs = ((promise.steps, later.steps), (promise.editions, later.editions))
    if any(unshared(*pair) for pair in pairs) or _only_prepares(promise, later) or are_of_two(promise, later):
        return True
    if is_of_what_follows(promise, later):
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


def is_of_what_follows(promise: StatementProfile, later: StatementProfile) -> bool:
    """Whether a paper was promised, and the later statement is of what is done with it once it is there.

    That its carrying out or its treatment is late says nothing of when it came; that it is done tells that it came.
    """
    if is_done(later):
        return False
    follows = later.facts.first_afterwards
    if not follows or not is_paper(promise) or begins(promise.steps):
        return False
    return follows.isdisjoint(promise.facts.afterwards)


def is_only_beforehand(promise: StatementProfile, report: StatementProfile) -> bool:
    """Whether what a report says was done only comes before what was promised: a permit, offers, money, a decision."""
    made, done = promise.statement, report.facts.of_beforehand
    opens = _GRANT in promise.forms  # who opens a scheme does more than to have the money for it
    if not isinstance(made, Commitment) or not (made.kind in _MAKING or opens):
        return False
    decides = report.facts.only_decides and not (promise.facts.only_decides or is_paper(promise))
    return decides or (bool(done) and done.isdisjoint(promise.facts.beforehand))


def names_unlike_papers(one: StatementProfile, other: StatementProfile) -> bool:
    """Whether each is of a paper of one form with its subject in its name, and share none: "bomenplan", "parkeerplan".

    What is renamed mostly gets another form too.
    """
    alike = not one.paper_forms.isdisjoint(other.paper_forms)
    return alike and one.subject_stems.isdisjoint(other.subject_stems)


def is_paper(promise: StatementProfile) -> bool:
    """Whether a promise is of a paper: to tell something, or of a plan, a bill and the like."""
    return promise.informs or _LAW in promise.forms or promise.names_paper


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
    return is_of_another_body(promise, later) or bool(
        unlike_names(promise.called, later.called, (promise.facts.words, later.facts.words))
    )


def is_of_another_body(promise: StatementProfile, later: StatementProfile) -> bool:
    """Whether a later statement is of the thing of another body, of which the promise says nothing.

    Who tells what was done names more than was promised: who got it.
    """
    known, owners = promise.facts.sentence_words + promise.facts.actor, later.facts.owners
    return bool(owners) and owners.isdisjoint(known) and not is_done(later)


def is_of_another(promise: StatementProfile, later: StatementProfile) -> bool:
    """Whether a later statement is surely of something else: of another paper, of another body's, of what follows."""
    if names_unlike_papers(promise, later) or _is_late_elsewhere(promise, later):
        return True
    return is_of_another_body(promise, later) or is_of_what_follows(promise, later)


def _is_late_elsewhere(promise: StatementProfile, later: StatementProfile) -> bool:
    """Whether what is late or given up is what is done with another thing: with "het stadhuis", not with "de kerk"."""
    told = later.statement
    accuses = isinstance(told, StatusReport) and (told.moves_deadline or told.outcome is Outcome.CANCELLED)
    return accuses and bool(unlike_parts(promise.facts.names, later.facts.names[:1]))


def is_done(later: StatementProfile) -> bool:
    """Whether a statement reports that something was done."""
    return isinstance(later.statement, StatusReport) and later.statement.outcome is Outcome.DELIVERED
