"""Statements of one letter → groups that speak of one promise.

What a letter sums up before its first heading and says again in a section; a sentence that points back to the one
before; the answer in the row of a registered promise.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from math import inf

from tracker.alignment.clusters import DisjointSets
from tracker.extraction.cues import Cue
from tracker.language.resources import word_set
from tracker.linking.anaphora import known_before, pointed_at
from tracker.linking.comparison import said_again
from tracker.linking.join_reason import COMES_LATER, Joint, neighbour, shared_quote, sign
from tracker.linking.profile import StatementProfile
from tracker.linking.quote_overlap import Overlap, last_day, overlap
from tracker.linking.recalled_promises import comes_instead, comes_now, is_recalled
from tracker.linking.same_letter_pair import cannot_be_one, have_same_words
from tracker.linking.vocabulary import Vocabulary
from tracker.linking.weights import REACH, RESTATED, SUMMED_UP, WINDOW
from tracker.model import Commitment, Kind, Outcome, StatusReport

WEIGHING = frozenset({"answered-in-row", "restated", "summed-up"})
"""The rules that weigh the words that two quotes share; the others hold or not."""


def group_statements(
    subjects: Sequence[StatementProfile], candidates: Sequence[tuple[int, int]], vocabulary: Vocabulary
) -> tuple[tuple[tuple[int, ...], ...], tuple[Joint, ...]]:
    """The groups as positions in `subjects`, which stand in the order of the letter, and what joined them.

    `candidates` are the pairs worth comparing.
    """
    sets = DisjointSets(range(len(subjects)))
    found = _joints(subjects, candidates, vocabulary)
    joints = (joint for joint in found if not _are_registered_apart(subjects[joint.one], subjects[joint.other]))
    used = [joint for joint in joints if sets.join(joint.one, joint.other)]
    return tuple(map(tuple, sets.clusters())), tuple(used)


def _are_registered_apart(one: StatementProfile, other: StatementProfile) -> bool:
    """Whether each stands under the number of a registered promise that the other does not stand under."""
    mine, yours = one.facts.numbers, other.facts.numbers
    return bool(mine and yours) and mine.isdisjoint(yours)


def _joints(
    subjects: Sequence[StatementProfile], candidates: Sequence[tuple[int, int]], vocabulary: Vocabulary
) -> Iterator[Joint]:
    for at, subject in enumerate(subjects):
        for back in range(max(0, at - WINDOW), at):
            if have_same_words(subjects[back], subject):
                yield Joint(back, at, "same-sentence", (shared_quote(subjects[back], subject),))
        if at and _same_delay(subjects[at - 1], subject):
            yield Joint(at - 1, at, "same-delay", (neighbour(subjects[at - 1], 1),))
        if at and _tells_which(subjects[at - 1], subject):
            yield Joint(at - 1, at, "points-back", (neighbour(subjects[at - 1], 1),))
        if at and _goes_on(subjects[at - 1], subject):
            yield Joint(at - 1, at, "same-sentence", (neighbour(subjects[at - 1], 1),))
        yield from _late(subjects, at)
        pointing = pointed_at(subjects, at)
        if pointing is not None:
            yield pointing
        known = known_before(subjects, at)
        if known is not None:
            noun = sign("known-noun", " ".join(subject.facts.known_noun))
            yield Joint(known, at, "same-thing", (noun, neighbour(subjects[known], at - known)))
    rows = [
        (overlap(subjects[one], subjects[other], vocabulary), one, other)
        for one, other in candidates
        if not cannot_be_one(subjects[one].statement, subjects[other].statement)
    ]
    for common, one, other in rows:
        if _answers(subjects[one], subjects[other]) and common.strong >= 1:
            yield Joint(one, other, "answered-in-row", common.parts)
        elif _restates(common, subjects[one], subjects[other]) or _said_twice(subjects[one], subjects[other]):
            yield Joint(one, other, "restated", common.parts)
    yield from _summed_up(subjects, rows)


def _late(subjects: Sequence[StatementProfile], at: int) -> Iterator[Joint]:
    """What joins a statement with one before it of a promise that is late: that it is, or when it comes instead."""
    promise = _promise_taken_up(subjects, at)
    if promise is not None:
        yield Joint(promise, at, "points-back", (neighbour(subjects[promise], at - promise),))
    met = next(
        (back for back in range(at - 1, max(-1, at - 1 - REACH), -1) if comes_now(subjects[back], subjects[at])), None
    )
    if met is not None:
        yield Joint(met, at, "points-back", (neighbour(subjects[met], at - met),))
    late = _late_before(subjects, at)
    late = _recalled_before(subjects, at) if late is None else late
    if late is not None:
        yield Joint(late, at, COMES_LATER, (neighbour(subjects[late], at - late),))


def _restates(common: Overlap, one: StatementProfile, other: StatementProfile) -> bool:
    return common.value >= RESTATED and common.strong >= 2 and _one_section(one, other)


def _said_twice(one: StatementProfile, other: StatementProfile) -> bool:
    """Whether one promise stands twice in a letter, word for word and due on one day."""
    both = isinstance(one.statement, Commitment) and isinstance(other.statement, Commitment)
    return both and last_day(one) == last_day(other) is not None and bool(said_again(one, other))


def _same_delay(one: StatementProfile, other: StatementProfile) -> bool:
    """Whether two neighbours of a passage tell of one delay: the reason and what is put off; not two things.

    Or the first what is late, and the second in the same breath when it comes: "Het plan is vertraagd en komt in mei".
    In the next passage only the reason is of it: "De reden hiervan is …".
    """
    rows = (one.statement, other.statement)
    if not rows[0].moves_deadline:
        return False
    if rows[0].passage != rows[1].passage:
        return rows[1].moves_deadline and _one_section(one, other) and _only_explains(other)
    if isinstance(rows[1], Commitment):
        return rows[0].sentence == rows[1].sentence and bool(other.facts.subject_before)
    return rows[1].moves_deadline and _about_one(one, other)


def _goes_on(one: StatementProfile, other: StatementProfile) -> bool:
    """Whether a promise goes on with what its sentence says is under way: "De proef is gestart en is in mei klaar"."""
    told = one.statement
    under_way = isinstance(told, StatusReport) and told.outcome is Outcome.IN_PROGRESS
    same = under_way and isinstance(other.statement, Commitment) and told.sentence == other.statement.sentence
    return same and bool(other.facts.subject_before)


def _only_explains(subject: StatementProfile) -> bool:
    """Whether a statement gives the reason of what another told: "De reden hiervan is …", and nothing besides."""
    cues = subject.facts.cues
    return {Cue.HENCE, Cue.EXPLAINING} <= cues and cues.isdisjoint({Cue.ADDING, Cue.ANOTHER})


def _late_before(subjects: Sequence[StatementProfile], at: int) -> int | None:
    """What is late, close before a promise that says when it comes instead and names nothing else.

    "De vragen kunnen niet tijdig worden beantwoord. ¶ De reden is … ¶ U ontvangt de antwoorden in mei."
    """
    subject = subjects[at]
    promise = subject.statement
    if not isinstance(promise, Commitment) or promise.deadline is None:
        return None
    answer = subject.named <= word_set("words", "answers")
    for back in range(at - 1, max(-1, at - 1 - REACH), -1):
        before = subjects[back]
        if not _is_delay(before) or not _one_section(before, subject):
            return None
        if answer or subject.names_no_more(before):
            return back
    return None


def _is_delay(subject: StatementProfile) -> bool:
    told = subject.statement
    return isinstance(told, StatusReport) and told.outcome is Outcome.DELAYED


def _promise_taken_up(subjects: Sequence[StatementProfile], at: int) -> int | None:
    """The promise that a letter recalls, and of which "deze toezegging" close after it says that it is late."""
    subject = subjects[at]
    if not _is_delay(subject) or not subject.facts.takes_up(Cue.PROMISED_BEFORE, Cue.DEADLINE):
        return None
    for back in range(at - 1, max(-1, at - 1 - REACH), -1):
        before = subjects[back]
        if isinstance(before.statement, Commitment) and _one_section(before, subject):
            return back if Cue.PROMISED_BEFORE in before.facts.cues else None
    return None


def _recalled_before(subjects: Sequence[StatementProfile], at: int) -> int | None:
    """What a letter tells as late, or recalls as promised for a day, before it says when this, and nothing else, comes.

    "Wij hebben toegezegd u in december een voortgangsbrief te sturen. … De voortgangsbrief sturen wij u in maart."
    """
    subject = subjects[at]
    day = last_day(subject)
    if day is None:
        return None
    for back in range(at - 1, max(-1, at - 1 - WINDOW), -1):
        before = subjects[back]
        of_it = subject.names_no_more(before) or comes_instead(before, subject)
        if _one_section(before, subject) and of_it and _is_late(before, subject, day):
            return back
    return None


def _is_late(before: StatementProfile, subject: StatementProfile, day: dt.date) -> bool:
    """Whether a statement tells that something is late, or recalls that it was promised, but not for after a day."""
    promised = last_day(before)
    recalls = is_recalled(before) and ((before.informs and subject.informs) or comes_instead(before, subject))
    return _is_delay(before) or (recalls and (promised is None or promised < day))


def _tells_which(one: StatementProfile, other: StatementProfile) -> bool:
    """Whether the second is a relative clause on what the first promises: "wij maken een plan, dat in mei volgt"."""
    rows = (one.statement, other.statement)
    if rows[0].sentence != rows[1].sentence or rows[0].passage != rows[1].passage or not other.facts.noun_before:
        return False
    both = all(isinstance(row, Commitment) for row in rows)
    return both and not cannot_be_one(*rows) and set(other.facts.noun_before) <= set(one.facts.words)


def _about_one(one: StatementProfile, other: StatementProfile) -> bool:
    """Whether the second of two neighbours says that it comes of the first, or points to it, or adds no thing to it."""
    return bool({Cue.HENCE, Cue.POINTING} & other.facts.cues) or not other.own - one.own - other.parties


def _one_section(one: StatementProfile, other: StatementProfile) -> bool:
    return one.statement.section == other.statement.section


def _answers(one: StatementProfile, other: StatementProfile) -> bool:
    """Whether a row of a table states a promise in one cell and that it was met in another."""
    promise, answer = one.statement, other.statement
    return (
        isinstance(promise, Commitment)
        and isinstance(answer, StatusReport)
        and answer.outcome is Outcome.DELIVERED
        and promise.kind in {Kind.INFORM, Kind.DELIVER, Kind.EVALUATE}
        and one.row is not None
        and one.row == other.row
        and promise.passage != answer.passage
    )


def _summed_up(subjects: Sequence[StatementProfile], rows: Sequence[tuple[Overlap, int, int]]) -> Iterator[Joint]:
    """Sentences of the opening, or that say they repeat, with their best match in the sections."""
    found: dict[int, list[tuple[float, int]]] = {}
    parts = {(one, other): common.parts for common, one, other in rows}
    for common, one, other in rows:
        for short, long in ((one, other), (other, one)):
            if _sums_up(subjects[short]) and not _sums_up(subjects[long]) and common.strong >= 1:
                found.setdefault(short, []).append((common.value, long))
    for short, matches in sorted(found.items()):
        best = max(matches)
        for value, long in sorted(matches, reverse=True):
            enough = RESTATED if Cue.STARTING in subjects[long].facts.cues else SUMMED_UP
            other = long != best[1]
            if value >= (
                enough if not other else needed_for_another(subjects[short], subjects[long], subjects[best[1]])
            ):
                pair = (min(short, long), max(short, long))
                yield Joint(*pair, "summed-up", parts[pair])


def needed_for_another(short: StatementProfile, long: StatementProfile, best: StatementProfile) -> float:
    """How much a further match of a summing sentence takes: more, unless it names the same form in the same section."""
    if not _one_section(long, best) or last_day(short) not in {None, last_day(long)}:
        return inf
    return SUMMED_UP if short.forms & long.forms & best.forms else RESTATED


def _sums_up(subject: StatementProfile) -> bool:
    return not subject.sections or Cue.RESTATING in subject.facts.sentence_cues
