"""Which statement of its letter a sentence points back to, or starts from as known."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.extraction.cues import Cue
from tracker.extraction.sibling_features import begins, unshared
from tracker.language.informativeness import informativeness
from tracker.language.lemmas import lemma
from tracker.language.terms import NO_NAMES, deliverable_types, is_doing, is_generic, terms_of
from tracker.linking.join_reason import Joint, neighbour, sign
from tracker.linking.profile import StatementProfile
from tracker.linking.recalled_promises import follows
from tracker.linking.same_letter_pair import cannot_be_one, have_same_words
from tracker.linking.weights import NAMED, REACH, SECTION_REACH
from tracker.model import Commitment, Kind, LinkPart, Outcome, StatusReport


def pointed_at(subjects: Sequence[StatementProfile], at: int) -> Joint | None:
    """The statement of the same passage that a sentence points back to, and by which words.

    A promise, where the sentence has no subject of its own; or any, whose noun it takes up ("… met die afspraken"). One
    that starts from a known noun ("Het meldpunt wordt …") speaks of the statement that has the noun, and no other.
    """
    subject = subjects[at]
    named = None if Cue.POINTING in subject.facts.cues else known_before(subjects, at)
    for back in range(at - 1, max(-1, at - 1 - REACH), -1):
        before = subjects[back]
        if before.statement.passage != subject.statement.passage:
            return None
        if have_same_words(before, subject):
            continue
        if isinstance(before.statement, Commitment) and cannot_be_one(before.statement, subject.statement):
            continue
        if _is_another_step(before, subject):
            continue
        over = any(not have_same_words(before, between) for between in subjects[back + 1 : at])
        if _is_further(before, subject) or (over and named != back and not _tells_of(subject.statement)):
            continue
        continues = Cue.CONTINUING in subject.facts.cues and follows(before, subject)
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


def _is_another_step(before: StatementProfile, subject: StatementProfile) -> bool:
    """Whether a sentence names another step than the one before: "de indiening … Daarmee is inwerkingtreding …".

    What begins is over some day: that is of the same.
    """
    apart = before.statement.sentence != subject.statement.sentence
    return apart and not begins(before.steps) and bool(unshared(before.steps, subject.steps))


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
        return statement.moves_deadline or statement.outcome is Outcome.CANCELLED
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


def is_kindred(before: Commitment | StatusReport, statement: Commitment | StatusReport) -> bool:
    """A promise, and what goes on or is late, may be spoken of again in any way; what is over only as over."""
    going_on = isinstance(before, StatusReport) and before.outcome in {Outcome.IN_PROGRESS, Outcome.DELAYED}
    return going_on or isinstance(before, Commitment) or isinstance(statement, StatusReport)


def known_before(subjects: Sequence[StatementProfile], at: int) -> int | None:
    """The nearest statement before it in the section that has the noun which a sentence starts from as known."""
    subject = subjects[at]
    for back in range(at - 1, max(-1, at - 1 - SECTION_REACH), -1):
        before = subjects[back]
        if not subject.known_noun or before.statement.section != subject.statement.section:
            return None
        if before.own & subject.known_noun and not cannot_be_one(before.statement, subject.statement):
            return back
    return None
