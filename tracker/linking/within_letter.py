"""Statements of one letter → groups that speak of one promise.

What a letter sums up before its first heading and says again in a section; a sentence that points back to the one
before; the answer in the row of a registered promise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

from tracker.alignment.clusters import DisjointSets
from tracker.extraction.cues import Cue
from tracker.language.lemmas import lemma
from tracker.language.terms import NO_NAMES, deliverable_types, is_doing, is_generic, terms_of
from tracker.linking.comparison import said_again
from tracker.linking.join_reason import Joint, neighbour, shared_quote, sign
from tracker.linking.overlap import Overlap, last_day, overlap
from tracker.linking.profile import StatementProfile
from tracker.linking.vocabulary import Vocabulary, informativeness
from tracker.linking.weights import (
    NAMED,
    REACH,
    RESTATED,
    SAME_QUOTE,
    SECTION_REACH,
    SUMMED_UP,
    WINDOW,
)
from tracker.model import Commitment, Deadline, Kind, LinkPart, Outcome, StatusReport

WEIGHING = frozenset({"answered-in-row", "restated", "summed-up"})
"""The rules that weigh the words that two quotes share; the others hold or not."""


def group(
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
            if _same_words(subjects[back], subject):
                yield Joint(back, at, "same-sentence", (shared_quote(subjects[back], subject),))
        if at and _same_delay(subjects[at - 1], subject):
            yield Joint(at - 1, at, "same-delay", (neighbour(subjects[at - 1], 1),))
        if at and _tells_which(subjects[at - 1], subject):
            yield Joint(at - 1, at, "points-back", (neighbour(subjects[at - 1], 1),))
        pointing = _pointed_at(subjects, at)
        if pointing is not None:
            yield pointing
        known = _known(subjects, at)
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


def _restates(common: Overlap, one: StatementProfile, other: StatementProfile) -> bool:
    return common.value >= RESTATED and common.strong >= 2 and _one_section(one, other)


def _said_twice(one: StatementProfile, other: StatementProfile) -> bool:
    """Whether one promise stands twice in a letter, word for word and due on one day."""
    both = isinstance(one.statement, Commitment) and isinstance(other.statement, Commitment)
    return both and last_day(one) == last_day(other) is not None and bool(said_again(one, other))


def _same_words(one: StatementProfile, other: StatementProfile) -> bool:
    """Whether two statements quote the same words (a promise and the report that it was prolonged)."""
    mine, yours = one.statement.location, other.statement.location
    if one.statement.passage != other.statement.passage:
        return False
    shared = min(mine.end, yours.end) - max(mine.start, yours.start)
    return shared > SAME_QUOTE * min(mine.end - mine.start, yours.end - yours.start)


def _same_delay(one: StatementProfile, other: StatementProfile) -> bool:
    """Whether two neighbours of a passage tell of one delay: the reason and what is put off; not two things.

    Or the first what is late, and the second in the same breath when it comes: "Het plan is vertraagd en komt in mei".
    """
    rows = (one.statement, other.statement)
    if rows[0].passage != rows[1].passage or not _is_late(rows[0]):
        return False
    if isinstance(rows[1], Commitment):
        return rows[0].sentence == rows[1].sentence and bool(other.facts.subject_before)
    return _is_late(rows[1]) and _about_one(one, other)


def _tells_which(one: StatementProfile, other: StatementProfile) -> bool:
    """Whether the second is a relative clause on what the first promises: "wij maken een plan, dat in mei volgt"."""
    rows = (one.statement, other.statement)
    if rows[0].sentence != rows[1].sentence or rows[0].passage != rows[1].passage or not other.facts.noun_before:
        return False
    both = all(isinstance(row, Commitment) for row in rows)
    return both and not cannot_be_one(*rows) and set(other.facts.noun_before) <= set(one.facts.words)


def _is_late(statement: Commitment | StatusReport) -> bool:
    return isinstance(statement, StatusReport) and statement.outcome in {Outcome.DELAYED, Outcome.EXTENDED}


def _about_one(one: StatementProfile, other: StatementProfile) -> bool:
    """Whether the second of two neighbours says that it comes of the first, or points to it, or adds no thing to it."""
    return bool({Cue.HENCE, Cue.POINTING} & other.facts.cues) or not other.own - one.own - other.parties


def _pointed_at(subjects: Sequence[StatementProfile], at: int) -> Joint | None:
    """The statement of the same passage that a sentence points back to, and by which words.

    A promise, where the sentence has no subject of its own; or any, whose noun it takes up ("… met die afspraken"). One
    that starts from a known noun ("Het meldpunt wordt …") speaks of the statement that has the noun, and no other.
    """
    subject = subjects[at]
    named = None if Cue.POINTING in subject.facts.cues else _known(subjects, at)
    for back in range(at - 1, max(-1, at - 1 - REACH), -1):
        before = subjects[back]
        if before.statement.passage != subject.statement.passage:
            return None
        if _same_words(before, subject):
            continue
        if isinstance(before.statement, Commitment) and cannot_be_one(before.statement, subject.statement):
            continue
        over = any(not _same_words(before, between) for between in subjects[back + 1 : at])
        if _is_further(before, subject) or (over and named != back and not _tells_of(subject.statement)):
            continue
        continues = Cue.CONTINUING in subject.facts.cues and _follows(before, subject)
        aside = Cue.FURTHERING in before.facts.cues and not continues
        leaves = subject.facts.points_back and subject.thin and not _starts_anew(subject, before)
        leaves = leaves and _may_leave(before, subject, over=over)
        anaphoric = continues or (leaves and named in {None, back} and not aside)
        if anaphoric and is_kindred(before.statement, subject.statement) and _in_reach(before, subject):
            return Joint(back, at, "points-back", (*_cue(subject), neighbour(before, at - back)))
        taken = sorted(noun for noun in subject.facts.taken_up for term in before.words if noun in term)
        if taken:
            noun = sign("taken-up", ", ".join(dict.fromkeys(taken)))
            return Joint(back, at, "points-back", (noun, neighbour(before, at - back)))
    return None


def _starts_anew(subject: StatementProfile, before: StatementProfile) -> bool:
    """Whether a sentence that only seems to point back starts from a thing that the one before does not name.

    "De brug wordt hersteld. De sluis wordt vernieuwd." is of two things; "het plan", "de uitvoering" are none of their
    own, and are of what stands before them.
    """
    noun = subject.facts.known_noun
    if Cue.POINTING in subject.facts.cues or not noun or _is_kind_of_act(noun) or _has_noun(before, noun):
        return False
    side_by_side = bool(before.facts.known_noun) and not _is_kind_of_act(before.facts.known_noun)
    return side_by_side or any(informativeness(term[0]) >= NAMED for term in subject.known_noun)


def _has_noun(before: StatementProfile, noun: Sequence[str]) -> bool:
    """Whether a statement names a noun, be it as a part of another one ("subsidieregeling", "de regeling")."""
    return any(lemma(word) in parts for word in noun for parts in before.words)


def _is_kind_of_act(noun: Sequence[str]) -> bool:
    """Whether a noun names a form, or what is done with a thing: it is of a thing that is named elsewhere."""
    terms = terms_of(noun, NO_NAMES)
    return not terms or any(is_generic(term) or bool(deliverable_types(term)) or is_doing(term) for term in terms)


def _may_leave(before: StatementProfile, subject: StatementProfile, *, over: bool) -> bool:
    """Whether a sentence may leave its subject to a statement: it names no other thing, and takes up no other noun.

    "De resultaten van de eerste monitor" are of no other thing, and "dat advies" is not what stands further back.
    """
    things = {term for term in subject.specific if not is_doing(term)}
    shares = not things or not things.isdisjoint(before.said)
    return (Cue.POINTING in subject.facts.cues or shares) and not (over and subject.facts.taken_up)


def _tells_of(statement: Commitment | StatusReport) -> bool:
    """Whether a statement may leave its subject further back: it informs, or tells what is late or given up."""
    if isinstance(statement, StatusReport):
        return statement.outcome in {Outcome.DELAYED, Outcome.EXTENDED, Outcome.CANCELLED}
    return statement.kind is Kind.INFORM


def _cue(subject: StatementProfile) -> tuple[LinkPart, ...]:
    """The words by which a statement points back, where it has any."""
    return (sign("cue", subject.facts.pointing),) if subject.facts.pointing else ()


def _is_further(before: StatementProfile, subject: StatementProfile) -> bool:
    """Whether a promise is of another act than what it points back to: "Hiermee wordt …", "Op basis van dit plan …".

    To weigh a thing afterwards, or to pay for it, is an act of its own; to tell of it is not.
    """
    promise, said = subject.statement, before.statement
    if not isinstance(promise, Commitment) or promise.kind is Kind.INFORM:
        return False
    if Cue.FURTHERING in subject.facts.cues:
        return isinstance(said, Commitment)
    if not isinstance(said, Commitment) or said.kind is Kind.INFORM:
        return False
    return promise.kind in {Kind.EVALUATE, Kind.FUND} and promise.kind is not said.kind


def _in_reach(before: StatementProfile, subject: StatementProfile) -> bool:
    """Whether a sentence may point back to another: nothing between them adds a new subject."""
    if before.statement.sentence == subject.statement.sentence:
        return True
    for sentence in subject.before:
        if sentence.text == before.statement.sentence:
            return True
        if sentence.adds:
            return False
    return False


def _follows(before: StatementProfile, subject: StatementProfile) -> bool:
    """Whether one sentence stands right after the other."""
    return bool(subject.before) and subject.before[0].text == before.statement.sentence


def is_kindred(before: Commitment | StatusReport, statement: Commitment | StatusReport) -> bool:
    """A promise, and what goes on or is late, may be spoken of again in any way; what is over only as over."""
    going_on = isinstance(before, StatusReport) and before.outcome in {Outcome.IN_PROGRESS, Outcome.DELAYED}
    return going_on or isinstance(before, Commitment) or isinstance(statement, StatusReport)


def _known(subjects: Sequence[StatementProfile], at: int) -> int | None:
    """The nearest statement before it in the section that has the noun which a sentence starts from as known."""
    subject = subjects[at]
    for back in range(at - 1, max(-1, at - 1 - SECTION_REACH), -1):
        before = subjects[back]
        if not subject.known_noun or before.statement.section != subject.statement.section:
            return None
        if before.own & subject.known_noun and not cannot_be_one(before.statement, subject.statement):
            return back
    return None


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


def cannot_be_one(one: Commitment | StatusReport, other: Commitment | StatusReport) -> bool:
    """Whether two statements of a letter, in its order, cannot be one promise: due on different days, or both reports.

    To tell parliament later what came of it is part of a promise.
    """
    if isinstance(one, StatusReport) or isinstance(other, StatusReport):
        return isinstance(one, StatusReport) and isinstance(other, StatusReport)
    return other.kind is not Kind.INFORM and _apart(one.deadline, other.deadline)


def _apart(mine: Deadline | None, yours: Deadline | None) -> bool:
    """Whether two dated deadlines have no day in common."""
    if mine is None or yours is None or mine.end is None or yours.end is None:
        return False
    return (mine.start or mine.end) > yours.end or (yours.start or yours.end) > mine.end
