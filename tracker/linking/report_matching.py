"""Whether a later report tells what became of just one promise: what it says was done is what was promised."""

from __future__ import annotations

from tracker.extraction.cues import Cue
from tracker.extraction.sibling_features import START, takes_part, unshared
from tracker.language.informativeness import informativeness
from tracker.language.lemmas import is_verb_form
from tracker.language.terms import Term, deliverable_types, is_doing
from tracker.linking.comparison import is_due_delivery
from tracker.linking.number_links import says_when, settles
from tracker.linking.profile import StatementProfile
from tracker.linking.recalled_promises import comes_now
from tracker.linking.shared_context import shares_only_who
from tracker.linking.sibling_acts import (
    are_of_two,
    are_siblings,
    is_done,
    is_of_what_follows,
    is_one_more,
    is_only_beforehand,
)
from tracker.linking.vocabulary import is_informative, tells_apart
from tracker.linking.weights import KEY_TERMS, NEAR
from tracker.model import Commitment, Deadline, Kind, Outcome, StatusReport
from tracker.statuses import MOVING


def answers(promise: StatementProfile, report: StatementProfile) -> bool:
    """Whether a report tells what became of just this promise; in its own letter only few do.

    That is the answer in its row, or what is told of a promise that the letter recalls.
    """
    outcome = report.statement.outcome if isinstance(report.statement, StatusReport) else None
    if settles(promise, report):
        return True
    if promise.statement.letter != report.statement.letter and are_of_two(promise, report):
        return False
    if says_when(promise, report) and outcome is not Outcome.DECLINED:
        return outcome is not Outcome.DELIVERED or not report.facts.of_promise
    if outcome in MOVING:
        return not unshared(promise.steps, report.steps) and not is_of_what_follows(promise, report)
    if outcome in {Outcome.CANCELLED, Outcome.DECLINED} and is_one_more(promise, report):
        return False
    if promise.statement.letter == report.statement.letter:
        if comes_now(promise, report):
            return True
        return promise.row is not None and promise.row == report.row and promise.place != report.place
    return _answers_outcome(promise, report)


def _answers_outcome(promise: StatementProfile, report: StatementProfile) -> bool:
    """Whether a report of an outcome is about the thing promised: what it says was done is what was promised."""
    if promise.row is not None and promise.row == report.row:
        return True
    if _are_of_unlike_forms(promise, report) or _has_only_begun(promise, report):
        return False
    if is_done(report) and (shares_only_who(promise, report) or is_only_beforehand(promise, report)):
        return False
    if Cue.TELLING in report.facts.cues:
        return _tells_of_it(promise, report)
    if _only_runs(promise) and promise.facts.acts.isdisjoint(report.facts.acts):
        return False
    first = next((term for term in report.order if term in report.own - report.parties and is_informative(term)), None)
    if first is not None and not _holds(promise, first):
        return False
    return any(_holds(report, term) for term in _key_terms(promise))


def may_answer(promise: StatementProfile, report: StatementProfile) -> bool:
    """Whether a report of a later letter may say in other words that what was promised was done.

    That it does takes a link that holds; what is said of a number, its words tell.
    """
    if promise.statement.letter == report.statement.letter:
        return False
    if not is_due_delivery(promise, report) or _is_of_another(promise, report) or _only_runs(promise):
        return False
    if shares_only_who(promise, report) or is_only_beforehand(promise, report):
        return False
    if Cue.INTRODUCING in report.facts.cues and promise.facts.acts.isdisjoint(report.facts.acts):  # "een bundel"
        return False
    return promise.facts.numbers.isdisjoint(report.facts.numbers)


def _only_runs(promise: StatementProfile) -> bool:
    """Whether a promise is that something in force goes on until a day: what is done within that ends it not."""
    made = promise.statement
    return isinstance(made, Commitment) and made.kind is Kind.CONTINUE and _is_until(made.deadline)


def _is_until(deadline: Deadline | None) -> bool:
    return deadline is not None and deadline.end is not None and deadline.start is None


def _partners(promise: StatementProfile) -> set[Term]:
    """The words for who acts, and for those with or by whom it is done, by name."""
    named = {word for name in promise.facts.names if takes_part(name) for word in name.words}
    return {term for term in promise.own if term[0] in named}


def _is_of_another(promise: StatementProfile, report: StatementProfile) -> bool:
    """Whether a report is surely not of the act of a promise: of another form, step, edition, part or of telling."""
    if _are_of_unlike_forms(promise, report) or _has_only_begun(promise, report) or are_siblings(promise, report):
        return True
    return Cue.TELLING in report.facts.cues and not _is_to_tell(promise)


def _has_only_begun(promise: StatementProfile, report: StatementProfile) -> bool:
    """Whether a report tells the start of a thing of which a later step was promised."""
    return report.steps == {START} and bool(promise.steps) and START not in promise.steps


def _tells_of_it(promise: StatementProfile, report: StatementProfile) -> bool:
    """Whether a report that somebody was told of a thing meets a promise: one to tell, of the same thing.

    "De kosten van de brug" are neither "de veiligheid van de brug" nor "de kosten van de dijk": the first thing and the
    rarest that each names must be in the other.
    """
    if not _is_to_tell(promise):
        return False
    pairs = ((promise, report), (report, promise))
    alike = all(_holds(one, term) for one, other in pairs for term in _told_of(other))
    return alike and any(_holds(report, term) for term in _key_terms(promise))


def _is_to_tell(promise: StatementProfile) -> bool:
    """Whether a promise is to tell somebody of a thing, or to send it to them ("in mei zend ik u het plan")."""
    return Cue.TELLING in promise.facts.cues or promise.informs


def _told_of(subject: StatementProfile) -> set[Term]:
    """The first thing and the rarest that a quote names; to tell of it is none."""
    named = [term for term in subject.order if term in subject.own and tells_apart(term)]
    things = [term for term in named if not (is_doing(term) or is_verb_form(term[0]))]
    return {things[0], max(things, key=lambda term: informativeness(term[0]))} if things else set()


def _are_of_unlike_forms(promise: StatementProfile, report: StatementProfile) -> bool:
    """Whether they are of things of two forms: an advice on the bill is not the bill.

    Where each names both, "de monitor levert een meting op" and "de meting van de monitor kwam", they are of one.
    """
    done, due = _head_form(report), _head_form(promise)
    named_by_both = done <= promise.forms and due <= report.forms
    return bool(done and due) and done.isdisjoint(due) and not named_by_both


def _head_form(subject: StatementProfile) -> frozenset[str]:
    """The form that the quote names first: "het advies over het wetsvoorstel" is an advice."""
    for term in subject.order:
        if deliverable_types(term):
            return deliverable_types(term)
    return frozenset()


def _key_terms(subject: StatementProfile) -> list[Term]:
    """The words of a quote that tell most what it is about; where it has none, those of what it refers back to."""
    own = subject.own - subject.parties - subject.actor
    own = own - _partners(subject) or own
    words = [term for term in own if tells_apart(term)]
    if not words:
        words = [term for term, weight in subject.weights.items() if weight >= NEAR and tells_apart(term)]
    return sorted(words, key=lambda term: (-informativeness(term[0]), term))[:KEY_TERMS]


def _holds(subject: StatementProfile, term: Term) -> bool:
    """Whether a word, or the last part of it, stands near a statement."""
    near = {word for row, weight in subject.weights.items() if weight >= NEAR for word in row}
    return term[0] in near or (len(term) > 1 and term[-1] in near)
