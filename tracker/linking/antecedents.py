"""Which earlier promise a later statement takes up, and whether a report tells of just that promise.

A thread may hold several promises about one thing; a deadline moves, and a promise is met, only between two statements
that speak of the same act.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from tracker.linking.pair_score import PairScore
from tracker.linking.profile import StatementProfile
from tracker.linking.terms import Term, distinctness, forms_of, is_carrier, is_partner
from tracker.linking.weights import EARLIER, EARLIER_LETTERS, INFORMATIVE, KEY_TERMS, NEAR, SAME_ACT, WORDS
from tracker.model import Commitment, Kind, Outcome, StatusReport

_DOING = frozenset({Kind.DELIVER, Kind.START, Kind.LEGISLATE, Kind.TARGET, Kind.EVALUATE})


class AntecedentLink(Struct, frozen=True):
    """A later statement and the earlier promise that it takes up, with the evidence.

    `same_act`: both promise the same act, so that their deadlines may be compared; for a report, that it tells the
    outcome of just this promise.
    """

    later: str
    earlier: str
    total: float
    words: tuple[str, ...]
    same_act: bool


def tie(
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
    promise, grounds = max(enumerate(rows), key=lambda row: (row[1][1].total, row[0]))[1]
    return AntecedentLink(
        later=later.statement.id,
        earlier=promise.statement.id,
        total=round(grounds.total, 3),
        words=grounds.words[:WORDS],
        same_act=fittest[0],
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
    alike = bool(promise.forms & later.forms)
    if made.kind is not now.kind and not ({made.kind, now.kind} <= _DOING and alike):
        return False
    if promise.forms and later.forms and not alike:
        return False
    both_lean = promise.thin and later.thin and promise.pointing and later.pointing
    return both_lean or _one_thing(promise, later)


def _reports(promise: StatementProfile, report: StatementProfile) -> bool:
    """Whether a report tells what became of just this promise; in its own letter only the answer in its row does."""
    outcome = report.statement.outcome if isinstance(report.statement, StatusReport) else None
    if outcome in {Outcome.DELAYED, Outcome.EXTENDED}:
        return True
    if promise.statement.letter == report.statement.letter:
        return promise.row is not None and promise.row == report.row and promise.place != report.place
    return _tells(promise, report)


def _one_thing(one: StatementProfile, other: StatementProfile) -> bool:
    """Whether at least half of the telling words of the quote with fewer are in the other."""
    mine, yours = ({unit for unit in row.own if _telling(unit)} for row in (one, other))
    few, many = sorted((mine, yours), key=len)
    words = {word for unit in many for word in unit}
    shared = sum(any(word in words for word in (unit[0], unit[-1])) for unit in few)
    return bool(few) and shared >= len(few) * SAME_ACT


def _telling(unit: Term) -> bool:
    return bool(forms_of(unit)) or (distinctness(unit[0]) >= INFORMATIVE and _names_a_thing(unit))


def _tells(promise: StatementProfile, report: StatementProfile) -> bool:
    """Whether a report of an outcome is about the thing promised: what it says was done is what was promised."""
    if promise.row is not None and promise.row == report.row:
        return True
    done, due = _head_form(report), _head_form(promise)
    if done and due and not done & due:
        return False
    first = next((unit for unit in report.order if unit in report.own - report.parties and _telling(unit)), None)
    if first is not None and not _holds(promise, first):
        return False
    return any(_holds(report, unit) for unit in _most_telling(promise))


def _head_form(subject: StatementProfile) -> frozenset[str]:
    """The form that the quote names first: "het advies over het wetsvoorstel" is an advice."""
    for unit in subject.order:
        if forms_of(unit):
            return forms_of(unit)
    return frozenset()


def _most_telling(subject: StatementProfile) -> list[Term]:
    """The words of a quote that tell most what it is about; where it has none, those of what it leans on."""
    own = subject.own - subject.parties - subject.actor
    words = [unit for unit in own if _names_a_thing(unit)]
    if not words:
        words = [unit for unit, weight in subject.weights.items() if weight >= NEAR and _names_a_thing(unit)]
    return sorted(words, key=lambda unit: (-distinctness(unit[0]), unit))[:KEY_TERMS]


def _names_a_thing(unit: Term) -> bool:
    return bool(forms_of(unit)) or not (is_carrier(unit) or is_partner(unit))


def _holds(subject: StatementProfile, unit: Term) -> bool:
    """Whether a word, or the last part of it, stands near a statement."""
    near = {word for row, weight in subject.weights.items() if weight >= NEAR for word in row}
    return unit[0] in near or (len(unit) > 1 and unit[-1] in near)
