"""Which earlier promise a later statement takes up, and whether a report tells of just that promise.

A thread may hold several promises about one thing; a deadline moves, and a promise is met, only between two statements
that speak of the same act.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from tracker.extraction.cues import Cue
from tracker.extraction.siblings import START, apart, prepares, takes_part, unlike_names, unlike_parts
from tracker.language.lemmas import is_verb_form
from tracker.language.terms import Term, deliverable_types, is_doing, is_generic, is_party
from tracker.linking.comparison import happened_before, is_due_delivery, said_again
from tracker.linking.number_links import says_when, settles
from tracker.linking.other_things import shares_only_who
from tracker.linking.pair_score import PairScore
from tracker.linking.profile import StatementProfile
from tracker.linking.stages import unlike_stages
from tracker.linking.vocabulary import informativeness
from tracker.linking.weights import EARLIER, EARLIER_LETTERS, INFORMATIVE, KEY_TERMS, NEAR, OTHER_ACT, SAME_ACT, WORDS
from tracker.model import Commitment, Deadline, Kind, Outcome, StatusReport

_DOING = frozenset({Kind.DELIVER, Kind.START, Kind.LEGISLATE, Kind.TARGET, Kind.EVALUATE})


class AntecedentLink(Struct, frozen=True):
    """A later statement and the earlier promise that it takes up, with the evidence.

    `same_act`: both promise the same act, so that their deadlines may be compared; for a report, that it tells the
    outcome of just this promise. `may_answer`: a report of a later letter may say that what was promised was done, in
    other words: nothing tells that it is of something else.
    """

    later: str
    earlier: str
    total: float
    words: tuple[str, ...]
    same_act: bool
    may_answer: bool = False


def find_antecedent(
    later: StatementProfile,
    earlier: Sequence[StatementProfile],
    weigh: Callable[[StatementProfile, StatementProfile], PairScore],
) -> AntecedentLink | None:
    """The earlier promise (of `earlier`, in the order of the letters) that a later statement fits best, if any.

    Of several of the same act one with a deadline is taken, since that is what can move.
    """
    ranked = [((_same_act(subject, later), _is_dated(subject)), subject) for subject in _latest(earlier)]
    if not ranked:
        return None
    fittest = max(rank for rank, _ in ranked)
    rows = [(subject, weigh(subject, later)) for rank, subject in ranked if rank == fittest]
    promise, score = max(enumerate(rows), key=lambda row: (row[1][1].total, row[0]))[1]
    past = all(happened_before(row, later) for row in earlier) and not settles(promise, later)
    return AntecedentLink(
        later=later.statement.id,
        earlier=promise.statement.id,
        total=round(score.total, 3),
        words=score.words[:WORDS],
        same_act=fittest[0] and not past,
        may_answer=not fittest[0] and not past and _may_answer(promise, later),
    )


def _is_dated(subject: StatementProfile) -> bool:
    made = subject.statement
    return isinstance(made, Commitment) and made.deadline is not None and made.deadline.end is not None


def _latest(earlier: Sequence[StatementProfile]) -> Sequence[StatementProfile]:
    """The promises of the latest letter among them, and those just before: what stands is what was said last."""
    if not earlier:
        return earlier
    last = sum(subject.statement.letter == earlier[-1].statement.letter for subject in earlier)
    return earlier[-min(EARLIER, last + EARLIER_LETTERS) :]


def _same_act(promise: StatementProfile, later: StatementProfile) -> bool:
    made, now = promise.statement, later.statement
    if not isinstance(made, Commitment):
        return False
    if isinstance(now, StatusReport):
        return _reports(promise, later)
    if says_when(promise, later):
        return True
    if _are_siblings(promise, later):
        return False
    if said_again(promise, later):
        return True
    if Cue.FURTHERING in later.facts.cues and Cue.FURTHERING not in promise.facts.cues:  # "Hiermee wordt …" goes on
        return False
    alike = bool(promise.forms & later.forms)
    if not _kinds_agree(promise, later, alike=alike) or (promise.forms and later.forms and not alike):
        return False
    both_anaphoric = promise.thin and later.thin and promise.facts.points_back and later.facts.points_back
    return both_anaphoric or _one_thing(promise, later)


def _are_siblings(promise: StatementProfile, later: StatementProfile) -> bool:
    """Whether two promises are of acts beside each other: other steps, amounts, editions or stages of a thing.

    Or one more of its kind, which says so, or of another part of it.
    """
    if apart(promise.figures, later.figures) and not _is_done(later):  # more, or less, may have come of it
        return True
    pairs = ((promise.steps, later.steps), (promise.editions, later.editions))
    if any(apart(*pair) for pair in pairs) or _only_prepares(promise, later) or _are_of_two(promise, later):
        return True
    if Cue.POSTPONING in later.facts.cues:
        return False
    return _is_one_more(promise, later) or bool(unlike_parts(promise.facts.names, later.facts.names))


def _only_prepares(promise: StatementProfile, later: StatementProfile) -> bool:
    """Whether a promise is of a step that only prepares or weighs a thing, of which the later statement tells nothing.

    What one sentence prepares and does ("wordt aanbesteed en afgerond") is more than prepared.
    """
    left = promise.steps - later.steps
    done = promise.facts.steps_done
    return prepares(left if done.isdisjoint(later.steps) else left - done)


def _is_one_more(promise: StatementProfile, later: StatementProfile) -> bool:
    """Whether only the later statement says that it is of one more, or of the others."""
    return Cue.ANOTHER in later.facts.cues and Cue.ANOTHER not in promise.facts.cues


def _are_of_two(promise: StatementProfile, later: StatementProfile) -> bool:
    """Whether two statements name unlike stages of a thing, or things by unlike names.

    Who tells what was done names more than was promised: where it came, who got it.
    """
    if unlike_stages(promise.stages, later.stages):
        return True
    if _is_done(later):
        return False
    return bool(unlike_names(promise.called, later.called, (promise.facts.words, later.facts.words)))


def _is_done(later: StatementProfile) -> bool:
    return isinstance(later.statement, StatusReport) and later.statement.outcome is Outcome.DELIVERED


def _kinds_agree(promise: StatementProfile, later: StatementProfile, *, alike: bool) -> bool:
    """Whether the kinds of two promises may be of one act: of what only points back ("dit gebeurt in mei") any may."""
    made, now = promise.statement, later.statement
    assert isinstance(made, Commitment)  # noqa: S101 - and so is the other: reports are told apart before
    assert isinstance(now, Commitment)  # noqa: S101
    if made.kind is now.kind:
        return True
    if made.kind is Kind.START:  # what starts in May may well be ready in June
        return False
    return {made.kind, now.kind} <= _DOING and (alike or (later.thin and later.facts.points_back))


def _reports(promise: StatementProfile, report: StatementProfile) -> bool:
    """Whether a report tells what became of just this promise; in its own letter only the answer in its row does."""
    outcome = report.statement.outcome if isinstance(report.statement, StatusReport) else None
    if settles(promise, report):
        return True
    if promise.statement.letter != report.statement.letter and _are_of_two(promise, report):
        return False
    if says_when(promise, report) and outcome is not Outcome.DECLINED:
        return outcome is not Outcome.DELIVERED or not report.facts.of_promise
    if outcome in {Outcome.DELAYED, Outcome.EXTENDED}:
        return not apart(promise.steps, report.steps)
    if outcome in {Outcome.CANCELLED, Outcome.DECLINED} and _is_one_more(promise, report):
        return False
    if promise.statement.letter == report.statement.letter:
        return promise.row is not None and promise.row == report.row and promise.place != report.place
    return _reports_outcome(promise, report)


def _one_thing(one: StatementProfile, other: StatementProfile) -> bool:
    """Whether at least half of the informative words of the quote with fewer are in the other, and a fair part of both.

    "De nachttrein gaat rijden" is not "het aantal bestemmingen van de nachttrein wordt uitgebreid".
    """
    mine, yours = (_specific(row) for row in (one, other))
    if not mine and not yours and one.thin and other.thin:  # "de uitvoering start …": of one thing, as they are linked
        return bool({term for term in one.own if is_doing(term)} & other.own)
    few, many = sorted((mine, yours), key=len)
    words = {word for term in many for word in term}
    shared = sum(any(word in words for word in (term[0], term[-1])) for term in few)
    if not few or shared < len(few) * SAME_ACT or shared <= len(many) * OTHER_ACT:
        return False
    known = {word for term in one.weights for word in term}
    return shared > 1 or other.facts.points_back or not known.isdisjoint(_first(other))


def _first(subject: StatementProfile) -> Term:
    """The first word of a quote that names something: "het aantal bestemmingen van de trein" is no train."""
    named = (term for term in subject.order if term in subject.own and _tells_apart(term) and not is_doing(term))
    return next(named, ())


def _specific(subject: StatementProfile) -> set[Term]:
    """The informative words of a quote; where it only points back ("dit gebeurt in mei"), of what it points to."""
    own = {term for term in subject.own if _is_informative(term)}
    if own or not (subject.thin and subject.facts.points_back):
        return own
    return {term for term, weight in subject.weights.items() if weight >= NEAR and _is_informative(term)}


def _is_informative(term: Term) -> bool:
    specific = informativeness(term[0]) >= INFORMATIVE and _tells_apart(term) and not is_doing(term)
    return bool(deliverable_types(term)) or specific


def _reports_outcome(promise: StatementProfile, report: StatementProfile) -> bool:
    """Whether a report of an outcome is about the thing promised: what it says was done is what was promised."""
    if promise.row is not None and promise.row == report.row:
        return True
    done, due = _head_form(report), _head_form(promise)
    if (done and due and not done & due) or _has_only_begun(promise, report):
        return False
    if _is_done(report) and shares_only_who(promise, report):
        return False
    if Cue.TELLING in report.facts.cues:
        return _tells_of_it(promise, report)
    if _only_runs(promise) and promise.facts.acts.isdisjoint(report.facts.acts):
        return False
    first = next((term for term in report.order if term in report.own - report.parties and _is_informative(term)), None)
    if first is not None and not _holds(promise, first):
        return False
    return any(_holds(report, term) for term in _key_terms(promise))


def _may_answer(promise: StatementProfile, report: StatementProfile) -> bool:
    """Whether a report of a later letter may say in other words that what was promised was done.

    That it does takes a link that holds; what is said of a number, its words tell.
    """
    if promise.statement.letter == report.statement.letter:
        return False
    if not is_due_delivery(promise, report) or _is_of_another(promise, report) or _only_runs(promise):
        return False
    if shares_only_who(promise, report):
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
    done, due = _head_form(report), _head_form(promise)
    if (done and due and not done & due) or _has_only_begun(promise, report) or _are_siblings(promise, report):
        return True
    return Cue.TELLING in report.facts.cues and Cue.TELLING not in promise.facts.cues


def _has_only_begun(promise: StatementProfile, report: StatementProfile) -> bool:
    """Whether a report tells the start of a thing of which a later step was promised."""
    return report.steps == {START} and bool(promise.steps) and START not in promise.steps


def _tells_of_it(promise: StatementProfile, report: StatementProfile) -> bool:
    """Whether a report that somebody was told of a thing meets a promise: one to tell, of the same thing.

    "De kosten van de brug" are neither "de veiligheid van de brug" nor "de kosten van de dijk": the first thing and the
    rarest that each names must be in the other.
    """
    if Cue.TELLING not in promise.facts.cues:
        return False
    pairs = ((promise, report), (report, promise))
    alike = all(_holds(one, term) for one, other in pairs for term in _told_of(other))
    return alike and any(_holds(report, term) for term in _key_terms(promise))


def _told_of(subject: StatementProfile) -> set[Term]:
    """The first thing and the rarest that a quote names; to tell of it is none."""
    named = [term for term in subject.order if term in subject.own and _tells_apart(term)]
    things = [term for term in named if not (is_doing(term) or is_verb_form(term[0]))]
    return {things[0], max(things, key=lambda term: informativeness(term[0]))} if things else set()


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
    words = [term for term in own if _tells_apart(term)]
    if not words:
        words = [term for term, weight in subject.weights.items() if weight >= NEAR and _tells_apart(term)]
    return sorted(words, key=lambda term: (-informativeness(term[0]), term))[:KEY_TERMS]


def _tells_apart(term: Term) -> bool:
    """Whether a word is a form of what is delivered, or else one that neither fits any subject nor names a party."""
    return bool(deliverable_types(term)) or not (is_generic(term) or is_party(term))


def _holds(subject: StatementProfile, term: Term) -> bool:
    """Whether a word, or the last part of it, stands near a statement."""
    near = {word for row, weight in subject.weights.items() if weight >= NEAR for word in row}
    return term[0] in near or (len(term) > 1 and term[-1] in near)
