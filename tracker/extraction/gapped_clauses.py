"""Main clauses that leave their verb to the one before: "de brug is in mei klaar, de tunnel in september".

Each has a thing and a time of its own, so each promises or tells something of its own (grammars call it gapping).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from tracker.extraction.features import ClauseFeatures, find_nouns, low_text
from tracker.extraction.time_binding import is_dated, own_times
from tracker.language.lemmas import is_content, lemma
from tracker.language.lexicon import function_words, function_words_of, verb_particles
from tracker.language.pack import current
from tracker.language.syntax import ClauseKind, Form
from tracker.language.terms import NO_NAMES, is_party, terms_of
from tracker.temporal.timex import Timex
from tracker.text.tokens import Token

_CLOSING = frozenset({Form.PARTICIPLE, Form.PLURAL, Form.TO_INFINITIVE})
"""The forms of the verbs that close a main clause; an infinitive is written as a plural."""


def read_gapped(whole: ClauseFeatures, times: Sequence[Timex]) -> tuple[ClauseFeatures, ...]:
    """A clause, or it up to the first part that leaves its verb to it and each such part; `times` of its sentence.

    A part follows a comma or a coordinating word: its time and then a thing, or a thing and then its time where the
    clause opens with a thing too. Who does what for whom it has from the clause.
    """
    dated = [row for row in whole.times if is_dated(row) and row.deadline.end and not (row.negated or row.topic)]
    places = _places(whole, dated) if len(dated) > 1 else []
    if not places:
        return (whole,)
    tokens = whole.clause.tokens
    whole = _with_subject_of(whole, tokens[: places[0]])
    cut = [tokens[begin:end] for begin, end in pairwise((0, *places, len(tokens)))]
    return tuple(_read_part(whole, part, tuple(times)) for part in cut)


def _with_subject_of(whole: ClauseFeatures, first: tuple[Token, ...]) -> ClauseFeatures:
    """A clause with the subject that its first part has, where what was found of all of it runs on into the next."""
    if whole.subject_text in low_text(first):
        return whole
    subject = current().find_subject(replace(whole.clause, tokens=first), whole.finite)
    return replace(whole, subject_text=subject, subject=current().subject_type(subject))


def _read_part(whole: ClauseFeatures, tokens: tuple[Token, ...], times: tuple[Timex, ...]) -> ClauseFeatures:
    clause = replace(whole.clause, tokens=tokens)
    first = tokens[0] is whole.clause.tokens[0]
    said = tokens if first else (*_verb_and_pronouns(whole), *(token for token in tokens if not _joins(token)))
    text = low_text(said)
    finite = whole.finite if first else None
    return replace(
        whole, clause=clause, text=text, nouns=find_nouns(text), times=own_times(clause, finite, times), finite=finite
    )


def _verb_and_pronouns(whole: ClauseFeatures) -> tuple[Token, ...]:
    """The finite verb of a clause and the pronouns right after it: "ontvangt u"."""
    begin = end = whole.finite or 0
    tokens, pronouns = whole.clause.tokens, function_words_of("subject_pronouns", "person_pronouns")
    while end + 1 < len(tokens) and tokens[end + 1].low in pronouns:
        end += 1
    return tokens[begin : end + 1]


def _places(whole: ClauseFeatures, dated: Sequence[Timex]) -> list[int]:
    """Where in the clause its parts begin, each at the word that joins it or after the comma that does."""
    clause, finite = whole.clause, whole.finite
    if finite is None or clause.kind is not ClauseKind.MAIN or clause.verb_last:
        return []
    tokens, found = clause.tokens, [len(clause.tokens)]
    for at in range(len(tokens) - 1, finite, -1):
        if _joins(tokens[at]):
            part = [token for token in tokens[at + 1 : found[0]] if token.text[0].isalnum()]
            times = [row for row in dated if part and part[0].begin <= row.begin < part[-1].end]
            if len(times) == 1 and _is_part(whole, part, times[0]):
                found.insert(0, at + (tokens[at].text == ","))
    before = tokens[: found[0]]
    times = [row for row in dated if row.begin < before[-1].end]
    return found[:-1] if len(times) == 1 and _things(before, times[0]) else []


def _joins(token: Token) -> bool:
    return token.text == "," or token.low in function_words()["coordinators"]


def _is_part(whole: ClauseFeatures, part: Sequence[Token], time: Timex) -> bool:
    """Whether some words are a time and a thing, or a thing and its time, and leave their verb to the clause."""
    things = _things(part, time)
    if not things or any(current().is_finite(things, at) for at in range(len(things))):
        return False
    if all(map(is_party, terms_of([token.low for token in things], NO_NAMES))):  # "stelt de raad … vast en de staten …"
        return False
    leads = things[0].low
    if time.begin <= part[0].begin:
        before = (token.low for token in whole.clause.tokens if token.end < time.begin)
        return _opens_thing(leads) or (leads in function_words()["prepositions"] and leads in before)
    opens = whole.clause.tokens[0].low
    closes = things[-1].begin < time.begin
    return closes and _opens_thing(leads) and _opens_thing(opens) and (whole.finite or 0) > 1


def _opens_thing(word: str) -> bool:
    return word in function_words()["articles"]


def _things(tokens: Sequence[Token], time: Timex) -> list[Token]:
    """The words but for those of a time and for those at the end that complete a verb; none where they name nothing."""
    left = [token for token in tokens if token.text[0].isalnum() and not time.begin <= token.begin < time.end]
    while left and _completes_verb(left[-1]):
        left.pop()
    return left if any(is_content(lemma(token.low)) for token in left[1:]) else []


def _completes_verb(token: Token) -> bool:
    forms = {form.form for form in current().verb_forms().get(token.low, ())}
    return token.low in verb_particles() or bool(forms & _CLOSING)
