"""Whether a later letter says of just what was promised that it is late."""

from __future__ import annotations

from tracker.extraction.cues import Cue
from tracker.language.informativeness import informativeness
from tracker.language.resources import entries
from tracker.language.terms import NO_NAMES, is_doing, terms_of
from tracker.linking.profile import StatementProfile
from tracker.linking.weights import NAMED
from tracker.model import Commitment, Kind, StatusReport

_COMING = frozenset({Kind.DELIVER, Kind.INFORM, Kind.LEGISLATE, Kind.TARGET})
"""Kinds of promise that are late where their thing is: that it starts, is weighed or paid for is another act."""


def is_said_late(promise: StatementProfile, report: StatementProfile) -> bool:
    """Whether a later letter says of what was promised for a day, and of nothing else, that it is late.

    Of the evaluation of a plan it is not said that the plan is.
    """
    said, told = promise.statement, report.statement
    due = said.deadline if isinstance(said, Commitment) and said.kind in _COMING else None
    if Cue.DISCUSSING in promise.facts.cues:
        return False
    if due is None or due.end is None or not isinstance(told, StatusReport) or not told.moves_deadline:
        return False
    if said.letter == told.letter or not report.facts.noun_phrases:
        return False
    first = report.named.intersection(word.lower() for word in report.facts.noun_phrases[0].words)
    bland = frozenset(entries("links", "documents").get("bland", ()))
    promised, late = promise.named - bland, first - bland
    return promised in (late, _without_work(late)) and any(informativeness(word) >= NAMED for word in late)


def _without_work(named: frozenset[str]) -> frozenset[str]:
    """The words that tell what a thing is, and not what is done with it: "de bouw van de sporthal"."""
    return frozenset(word for word in named if not any(map(is_doing, terms_of([word], NO_NAMES))))
