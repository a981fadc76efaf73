"""Statements that name the number of a registered promise are of what the letters promise under that number.

Such a one ("Toezegging N is afgedaan") need not say what was promised, and may speak of several promises.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from tracker.extraction import StatementFacts
from tracker.extraction.cues import Cue
from tracker.language.lemmas import is_verb_form
from tracker.language.terms import Term, is_doing, tells_nothing_alone
from tracker.linking.pair_score import Scorer, rounded
from tracker.linking.profile import StatementProfile
from tracker.linking.profile_store import Profiles
from tracker.linking.weights import SAME_NUMBER
from tracker.model import AnyStatement, Commitment, Link, Outcome, StatusReport

BY_NUMBER = "same-number"
"""The rule of a link by the number of a promise."""
_LESS = frozenset({Cue.DISCUSSING})
"""What says that less than the promised is done; of what is met in part the verdict says so."""

Numbered = Mapping[int, Mapping[int, int]]
"""For statements, by their position, the latest promise of each cluster with a number of theirs, by its position."""


def settles(promise: StatementProfile, report: StatementProfile) -> bool:
    """Whether a statement with the number of a promise reports that this is met: in words for it, or of nothing else.

    Or of what the promise names itself, by a verb of it; to speak of a thing meets what was promised in such words.

    Not where it tells that something else was done with the promise itself.
    """
    row, facts = report.statement, report.facts
    if not isinstance(row, StatusReport) or row.outcome is not Outcome.DELIVERED:
        return False
    again = not set(facts.verbs).isdisjoint(promise.facts.verbs)
    promised = {word for term in promise.own for word in term if again}
    others = (term for term in report.own - report.parties if term[0] not in promised)
    named = facts.of_promise or any(map(_tells_alone, others))
    met = (Cue.SETTLING in facts.cues or not named) and facts.cues & _LESS <= promise.facts.cues
    return met and not _all_numbers(promise.facts).isdisjoint(report.facts.numbers)


def says_when(promise: StatementProfile, later: StatementProfile) -> bool:
    """Whether a statement speaks of nothing but a promise by its number: "Toezegging N kom ik na in mei 2025"."""
    return later.facts.of_number and not promise.facts.numbers.isdisjoint(later.facts.numbers)


def _tells_alone(term: Term) -> bool:
    """Whether a word by itself tells what a statement is about: no act, and no form of a verb."""
    return not (tells_nothing_alone(term) or is_doing(term) or is_verb_form(term[0]))


def numbered_statements(profiles: Profiles, clusters: Mapping[int, int]) -> Numbered:
    """The statements that are of promises made before them because they have the number of those.

    They report that something is done, or speak of nothing else. `clusters` are by position. What the register alone
    has under a number is of those that say that this is met, or that what was promised is done.
    """
    promised: dict[str, dict[int, int]] = defaultdict(dict)
    registered: dict[str, dict[int, int]] = defaultdict(dict)
    found: dict[int, dict[int, int]] = {}
    for at in sorted(clusters):
        row, facts = profiles.statements[at], profiles.facts(at)
        made = _of(promised, facts.numbers)
        done = isinstance(row, StatusReport) and row.outcome is Outcome.DELIVERED
        known = _of(registered, facts.numbers)
        if says_met(row, facts):
            made = known | made
        elif done and known:
            made = {one: earlier for one, earlier in known.items() if settles(profiles[earlier], profiles[at])} | made
        if made and (done or facts.of_number):
            found[at] = made
        elif isinstance(row, Commitment):
            for number in facts.numbers:
                promised[number][clusters[at]] = at
            for number in facts.registered:
                registered[number][clusters[at]] = at
    return found


def says_met(row: AnyStatement, facts: StatementFacts) -> bool:
    """Whether a statement says of promises that it names by numbers alone that they are met."""
    done = isinstance(row, StatusReport) and row.outcome is Outcome.DELIVERED and bool(facts.numbers)
    settled = Cue.SETTLING in facts.cues or (facts.of_number and not facts.of_promise)
    return done and settled and facts.cues.isdisjoint(_LESS)


def _of(known: Mapping[str, Mapping[int, int]], numbers: frozenset[str]) -> dict[int, int]:
    """The promises under these numbers, by their clusters."""
    return {cluster: earlier for one in sorted(numbers) for cluster, earlier in known.get(one, {}).items()}


def _all_numbers(facts: StatementFacts) -> frozenset[str]:
    return facts.numbers | facts.registered


def shared_numbers(promise: StatementProfile, report: StatementProfile) -> tuple[str, ...]:
    """The numbers by which a statement is of a promise."""
    return tuple(sorted(_all_numbers(promise.facts) & report.facts.numbers))


def number_links(profiles: Profiles, named: Numbered, score: Scorer) -> Iterator[Link]:
    """The links of such statements with those promises, by the numbers of both; in two letters with their evidence."""
    for at, promises in named.items():
        report = profiles[at]
        for promise in (profiles[row] for row in promises.values()):
            numbers = shared_numbers(promise, report)
            across = promise.statement.letter != report.statement.letter
            found = score(promise, report) if across else None
            parts, by_hand = (rounded(found.parts), rounded(found.by_hand)) if found else ((), ())
            yield Link(promise.statement.id, report.statement.id, BY_NUMBER, SAME_NUMBER, numbers, parts, by_hand)
