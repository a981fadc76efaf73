"""Which earlier promise a later statement takes up, and whether both are of one act.

A thread may hold several promises about one thing; a deadline moves, and a promise is met, only between two statements
that speak of the same act.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from tracker.extraction.cues import Cue
from tracker.language.terms import Term, is_doing
from tracker.linking.comparison import happened_before, said_again
from tracker.linking.number_links import says_when, settles
from tracker.linking.pair_score import PairScore
from tracker.linking.profile import StatementProfile
from tracker.linking.recalled_promises import comes_now
from tracker.linking.report_matching import answers, may_answer
from tracker.linking.sibling_acts import are_siblings, is_paper
from tracker.linking.vocabulary import is_informative, tells_apart
from tracker.linking.weights import EARLIER, EARLIER_LETTERS, NEAR, OTHER_ACT, SAME_ACT, WORDS
from tracker.model import Commitment, Kind, StatusReport

_DOING = frozenset({Kind.DELIVER, Kind.START, Kind.LEGISLATE, Kind.TARGET, Kind.EVALUATE})
_COMING = frozenset({Kind.DELIVER, Kind.INFORM})


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

    Of several of the same act one with a deadline is taken, since that is what can move; before all, the one that the
    letter has just recalled.
    """
    ranked = [
        ((_same_act(subject, later), comes_now(subject, later), _is_dated(subject)), subject)
        for subject in _latest(earlier)
    ]
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
        may_answer=not fittest[0] and not past and may_answer(promise, later),
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
        return answers(promise, later)
    if says_when(promise, later):
        return True
    if are_siblings(promise, later):
        return False
    if said_again(promise, later) or _tells_of_the_same(promise, later):
        return True
    if Cue.FURTHERING in later.facts.cues and Cue.FURTHERING not in promise.facts.cues:  # "Hiermee wordt …" goes on
        return False
    alike = bool(promise.forms & later.forms)
    if not _kinds_agree(promise, later, alike=alike) or (promise.forms and later.forms and not alike):
        return False
    both_anaphoric = promise.thin and later.thin and promise.facts.points_back and later.facts.points_back
    return both_anaphoric or _one_thing(promise, later)


def _tells_of_the_same(promise: StatementProfile, later: StatementProfile) -> bool:
    """Whether both are to send something, or do it by one verb, and the later names nothing that the promise does not.

    "De voortgangsbrief sturen wij u in maart" is of what was promised as a brief for December. Of just one and the same
    paper it is told by any verb: "wij sturen u het plan", "u ontvangt het plan".
    """
    alike = (promise.informs and later.informs) or not promise.facts.acts.isdisjoint(later.facts.acts)
    alike = alike or (promise.named == later.named and _come(promise, later) and is_paper(promise))
    return alike and later.names_no_more(promise) and not _named_that_day(promise, later)


def _come(*both: StatementProfile) -> bool:
    """Whether all of them promise that something is handed over or is there."""
    return all(isinstance(row.statement, Commitment) and row.statement.kind in _COMING for row in both)


def _named_that_day(promise: StatementProfile, later: StatementProfile) -> bool:
    """Whether the sentence of a promise names the day of the later one too: "in mei de visie en in juli het plan"."""
    when = set(later.facts.words) - set(later.facts.topic)
    return bool(when) and when <= set(promise.facts.sentence_words)


def _kinds_agree(promise: StatementProfile, later: StatementProfile, *, alike: bool) -> bool:
    """Whether the kinds of two promises may be of one act: of what only points back ("dit gebeurt in mei") any may.

    So may those of one step that both name: "de aanleg" is read as delivered or as started by the words around it.
    """
    made, now = promise.statement, later.statement
    assert isinstance(made, Commitment)  # noqa: S101 - and so is the other: reports are told apart before
    assert isinstance(now, Commitment)  # noqa: S101
    if made.kind is now.kind:
        return True
    if made.kind is Kind.START:  # what starts in May may well be ready in June
        return False
    same_step = bool(promise.steps) and promise.steps == later.steps
    return {made.kind, now.kind} <= _DOING and (alike or same_step or (later.thin and later.facts.points_back))


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
    named = (term for term in subject.order if term in subject.own and tells_apart(term) and not is_doing(term))
    return next(named, ())


def _specific(subject: StatementProfile) -> set[Term]:
    """The informative words of a quote; where it only points back ("dit gebeurt in mei"), of what it points to."""
    own = {term for term in subject.own if is_informative(term)}
    if own or not (subject.thin and subject.facts.points_back):
        return own
    return {term for term, weight in subject.weights.items() if weight >= NEAR and is_informative(term)}
