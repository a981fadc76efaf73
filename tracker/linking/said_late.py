"""Whether a later letter says of just what was promised that it is late."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.language.informativeness import informativeness
from tracker.language.terms import NO_NAMES, is_doing, terms_of
from tracker.linking.profile import StatementProfile
from tracker.linking.weights import NAMED
from tracker.model import Commitment, StatusReport


def is_said_late(promise: StatementProfile, report: StatementProfile) -> bool:
    """Whether a later letter says of what was promised for a day, and of nothing else, that it is late.

    Of the evaluation of a plan it is not said that the plan is.
    """
    said, told = promise.statement, report.statement
    if (
        not isinstance(said, Commitment)
        or said.deadline is None
        or said.deadline.end is None
        or not told.moves_deadline
    ):
        return False
    if not isinstance(told, StatusReport) or said.letter == told.letter or not report.facts.noun_phrases:
        return False
    first = {word.lower() for word in report.facts.noun_phrases[0].words} & report.named
    return bool(_things(first)) and _things(first) == _things(promise.named)


def _things(named: Iterable[str]) -> set[str]:
    """The words that tell what a thing is, and not what is done with it: "de bouw van de nieuwe sporthal"."""
    terms = ((word, terms_of([word], NO_NAMES)) for word in named if informativeness(word) >= NAMED)
    return {word for word, found in terms if not any(map(is_doing, found))}
