"""Which earlier promise a later statement takes up, and whether a report tells of just that promise.

A thread may hold several promises about one thing; a deadline moves, and a promise is met, only between two statements
that speak of the same act.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from tracker.grounds import Grounds
from tracker.model import Commitment, Kind, Outcome, Report
from tracker.subjects import NEAR, Subject
from tracker.telling import Unit, distinctness, forms_of, is_carrier, is_partner

_DOING = frozenset({Kind.DELIVER, Kind.START, Kind.LEGISLATE, Kind.TARGET, Kind.EVALUATE})
_MOST = 12
"""A statement is compared with so many of the latest earlier promises of its thread."""


class Tie(Struct, frozen=True):
    """A later statement and the earlier promise that it takes up, with the evidence.

    `same_act`: both promise the same act, so that their deadlines may be compared; for a report, that it tells the
    outcome of just this promise.
    """

    later: str
    earlier: str
    total: float
    words: tuple[str, ...]
    same_act: bool
    renamed: bool


def tie(later: Subject, earlier: Sequence[Subject], weigh: Callable[[Subject, Subject], Grounds]) -> Tie | None:
    """The earlier promise (of `earlier`, in the order of the letters) that a later statement fits best, if any."""
    found: list[tuple[bool, float, int, Tie]] = []
    for at, subject in enumerate(earlier[-_MOST:]):
        grounds = weigh(subject, later)
        same = _same_act(subject, later)
        row = Tie(
            later=later.statement.id,
            earlier=subject.statement.id,
            total=round(grounds.total, 3),
            words=grounds.words[:6],
            same_act=same,
            renamed=grounds.parts["renaming"] > 0,
        )
        found.append((same, grounds.total, at, row))
    return max(found, key=lambda row: row[:3])[3] if found else None


def _same_act(promise: Subject, later: Subject) -> bool:
    made, now = promise.statement, later.statement
    if not isinstance(made, Commitment):
        return False
    if isinstance(now, Report):
        return _tells(promise, later) if now.outcome in _FINAL else True
    if made.kind is now.kind:
        return not (promise.forms and later.forms) or bool(promise.forms & later.forms)
    return {made.kind, now.kind} <= _DOING and bool(promise.forms & later.forms)


_FINAL = frozenset({Outcome.DELIVERED, Outcome.CANCELLED, Outcome.DECLINED})


def _tells(promise: Subject, report: Subject) -> bool:
    """Whether a report of an outcome is about the thing promised: what it says was done is what was promised."""
    if promise.row is not None and promise.row == report.row:
        return True
    done, due = _head_form(report), _head_form(promise)
    if done and due and not done & due:
        return False
    return _holds(report, _most_telling(promise)) and _holds(promise, _most_telling(report))


def _head_form(subject: Subject) -> frozenset[str]:
    """The form that the quote names first: "het advies over het wetsvoorstel" is an advice."""
    for unit in subject.order:
        if forms_of(unit):
            return forms_of(unit)
    return frozenset()


def _most_telling(subject: Subject) -> Unit | None:
    """The word of a quote that tells most what it is about."""
    own = subject.own - subject.parties - subject.actor
    words = [unit for unit in own if not is_partner(unit) and not (is_carrier(unit) and not forms_of(unit))]
    if not words or subject.thin:
        words = [unit for unit, weight in subject.weights.items() if weight >= NEAR and not is_partner(unit)]
    return max(words, key=lambda unit: (distinctness(unit[0]), unit), default=None)


def _holds(subject: Subject, unit: Unit | None) -> bool:
    """Whether a word, or the last part of it, stands near a statement."""
    if unit is None:
        return False
    near = {word for row, weight in subject.weights.items() if weight >= NEAR for word in row}
    return unit[0] in near or (len(unit) > 1 and unit[-1] in near)
