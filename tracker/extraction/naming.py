"""Statement → what may name it: the noun phrases of its clause, each by its place, and the act as an infinitive."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import IntEnum
from itertools import chain, pairwise

from msgspec import Struct

from tracker.extraction.analysed_sentence import AnalysedSentence
from tracker.extraction.features import ClauseFeatures, read_clause
from tracker.extraction.name_phrases import is_inflected, is_nominal, name_phrases
from tracker.extraction.noun_phrases import NounPhrase, nameable, person_spans
from tracker.extraction.slots import money_spans
from tracker.language.lemmas import lemma, words
from tracker.language.lexicon import function_words, function_words_of, verb_classes, verb_particles
from tracker.language.pack import cached, current
from tracker.language.patterns import word_pattern
from tracker.language.resources import entries, word_list, word_set
from tracker.language.syntax import Clause, ClauseKind, Form, Tense
from tracker.temporal.timex import TimexRole
from tracker.text.offsets import Span
from tracker.text.pattern_set import PatternSet
from tracker.text.tokens import Token

_OUTLINE_NUMBER = re.compile(r"\d+(?:\.\d+)+\.?(?=\s+[A-Z])")
"""Before what stands under it: "2.2 Evaluatie"."""
_NOT_DOING = frozenset({"happen", "vague", "expect"})
"""The classes of verbs that say nothing of what is done."""


class NamePlace(IntEnum):
    """Where in its clause a noun phrase stands."""

    OBJECT = 0
    """What the act is done with: no preposition governs it, or the one that the verb takes."""
    SUBJECT = 1
    """The first of several without a preposition where the verb is active: who acts."""
    BESIDE = 2
    """After another preposition: where, with whom, on what ground."""
    OUTSIDE = 3
    """In another clause of the statement."""


class Name(NounPhrase, frozen=True, array_like=True):
    """A noun phrase as a title has it, its place, and the preposition before it ("" for none)."""

    place: NamePlace = NamePlace.OBJECT
    lead: str = ""
    points: bool = False
    """Whether it says no more than that it is what was spoken of: "deze kosten"."""

    @property
    def head(self) -> tuple[str, ...]:
        """Its words before what a preposition adds to it: "bouw" of "bouw van het hotel"."""
        prepositions = function_words()["prepositions"]
        end = next((at for at, word in enumerate(self.written) if word in prepositions), len(self.written))
        return tuple(chain.from_iterable(map(words, self.written[:end])))


class Naming(Struct, frozen=True, array_like=True):
    """What may name a statement, and what a title says is done with it ("" for what tells little)."""

    names: tuple[Name, ...] = ()
    act: str = ""
    before: str = ""
    """The verb of an act that a title says before the thing, with its preposition ("informeren over")."""
    asks: bool = False
    """Whether what the act is done with may be a question: then it is what that is about."""
    row: str = ""
    """The quote, where no verb of it is finite: a row of a list ("Plan om restafval te reduceren"), no sentence."""


def naming(sentence: AnalysedSentence, quote: str, deadline: str) -> Naming:
    """What may name the statement that quotes these words of a sentence; its deadline's words name nothing."""
    begin = sentence.text.find(quote)
    end = begin + len(quote)
    told = [row for row in sentence.clauses if begin <= row.clause.begin < end] or list(sentence.clauses)
    if not told:
        return Naming()
    own = _carrier(told, sentence.text, deadline)
    said = own.planned or own
    nameless = _nameless(sentence)
    names = list(_names(said, nameless))
    others = [row for row in sentence.parts if row.begin != said.clause.begin]
    beside = [row for row in others if begin <= row.begin < end and row.kind is not ClauseKind.ASIDE]
    if not names and not beside:
        beside = others
    read = {row.clause.begin: row for row in sentence.clauses}
    outside = chain.from_iterable(_names(read.get(row.begin) or read_clause(row, ()), nameless) for row in beside)
    found = (*names, *(Name(row.written, row.words, NamePlace.OUTSIDE, row.lead, row.points) for row in outside))
    leads = {row.lead for row in found if row.place is NamePlace.OBJECT}
    before = next((row for row in _before(said) if row.rpartition(" ")[2] in leads), "")
    asks = not said.classes.isdisjoint(word_list("titles", "asking"))
    is_row = all(row.finite is None for row in told) and sum(map(nameable, words(quote))) > 1
    return Naming(found, _act(said), before, asks, quote.strip(" .;:,") if is_row else "")


def _carrier(clauses: Sequence[ClauseFeatures], text: str, deadline: str) -> ClauseFeatures:
    """The clause that carries the deadline, else the first with a verb, else the first."""
    dated = [row for row in clauses if deadline and row.time and text[row.time.begin : row.time.end] == deadline]
    return next(iter((*dated, *(row for row in clauses if row.verbs), *clauses)))


def _names(features: ClauseFeatures, nameless: Sequence[Span]) -> Iterator[Name]:
    clause, verbs = features.clause, features.verbs
    parted = frozenset(part for part in verb_particles() if part and any(verb.startswith(part) for verb in verbs))
    taken = frozenset(lead for verb in _said_verbs(features) for lead in entries("titles", "objects").get(verb, ()))
    ends = _verbs(features) | _no_names(clause, nameless)
    prefield = 0 if clause.verb_last else features.finite or 0
    read = name_phrases(clause.tokens, ends, _fixed_places(clause), parted, taken, prefield=prefield)
    found = [(_own_lead(lead), written, points) for lead, written, points in read]
    has_object = any(lead in taken and not _are_people(written) for lead, written, _ in found) or not {
        *verbs
    } <= word_set("titles", "by_itself")
    bare = (at for at, (lead, _, _) in enumerate(found) if not lead)
    acting = next(bare, -1) if has_object and _may_have_actor(features) else -1
    for at, (lead, written, points) in enumerate(found):
        place = (
            NamePlace.SUBJECT if at == acting else NamePlace.OBJECT if not lead or lead in taken else NamePlace.BESIDE
        )
        if len(written) > 1 or not _is_bare_verb(written[0]):
            yield Name(written, tuple(chain.from_iterable(map(words, written))), place, lead, points)


def _are_people(written: Sequence[str]) -> bool:
    """Whether a phrase names but who takes part: with them a thing starts that has no other object."""
    return {*map(lemma, chain.from_iterable(map(words, written)))} <= word_set("words", "people")


def _own_lead(lead: str) -> str:
    """The preposition of a lead that a fixed expression with a verb of its own has before it ("beslissing over")."""
    turn, _, preposition = lead.partition(" ")
    return preposition if any(row.split()[-1] == turn for row in entries("titles", "turns")) else lead


def _may_have_actor(features: ClauseFeatures) -> bool:
    """Whether a noun phrase may be who acts: the verb is active, and no pronoun acts."""
    pronouns = function_words_of("subject_pronouns", "speakers", "person_pronouns")
    passive = features.tense is Tense.PASSIVE or not word_set("titles", "passive").isdisjoint(features.verbs)
    without = features.tense is Tense.NONE or features.clause.kind is ClauseKind.INFINITIVE
    return not (passive or without or any(token.low in pronouns for token in features.clause.tokens))


def _verbs(features: ClauseFeatures) -> frozenset[int]:
    """The places of the verbs of a clause."""
    tokens = features.clause.tokens
    finite = features.finite
    found = {at for at, token in enumerate(tokens) if _is_verb(tokens, at, features.verbs)}
    found |= {at for at in range(1, len(tokens)) if _is_done(tokens, at, finite)}
    if finite is None:
        finite = _unknown_verb(features.clause)
    elif finite and is_inflected(tokens[finite - 1].low):
        finite = None
    return frozenset(found if finite is None else found | {finite})


def _unknown_verb(clause: Clause) -> int | None:
    """The place of a finite verb that the lexicon lacks: at the end of a subordinate clause, or before its pronoun."""
    tokens = clause.tokens
    if clause.verb_last and clause.opener:
        return max((at for at, token in enumerate(tokens) if token.text[0].isalnum()), default=None)
    pronouns = function_words_of("subject_pronouns", "speakers")
    return next((at - 1 for at, token in enumerate(tokens) if at and token.low in pronouns), None)


def _fixed_places(clause: Clause) -> frozenset[int]:
    """The places of the words of fixed expressions that name nothing ("van start", "in overleg")."""
    low = tuple(token.low for token in clause.tokens)
    turns = ((at, turn) for at, word in enumerate(low) for turn in _fixed().get(word, ()))
    found = (range(at, at + len(turn)) for at, turn in turns if low[at : at + len(turn)] == turn)
    return frozenset(chain.from_iterable(found))


@cached(maxsize=1)
def _fixed() -> Mapping[str, list[tuple[str, ...]]]:
    """Each expression as its words, by the first of them."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for turn in (*entries("verbs", "phrases"), *entries("titles", "turns"), *word_list("titles", "asides")):
        if " " in turn:
            found[turn.split()[0]].append(tuple(turn.split()))
    return found


def _is_bare_verb(word: str) -> bool:
    """Whether a word that stands by itself is likelier a verb than a thing."""
    forms = {row.form for row in current().verb_forms().get(word, ())}
    finite = Form.SINGULAR in forms and lemma(word) != word
    return (finite or bool(forms & {Form.PLURAL, Form.PARTICIPLE})) and word not in function_words()["never_finite"]


def _is_verb(tokens: Sequence[Token], at: int, verbs: Sequence[str]) -> bool:
    """Whether a word is one of these verbs in a form that is not finite, and stands where no noun would."""
    low, before = tokens[at].low, tokens[at - 1].low if at else ""
    readings = current().verb_forms().get(low, ())
    auxiliary = any(row.verb in function_words()["auxiliaries"] for row in readings)
    verbal = auxiliary or low in verbs or any(row.verb in verbs for row in readings)
    noun = low in function_words()["never_finite"] or _is_attributive(tokens, at, verbs)
    return verbal and not noun and before not in function_words()["articles"] and not is_inflected(before)


def _is_done(tokens: Sequence[Token], at: int, finite: int | None) -> bool:
    """Whether a word is the participle of an act whose noun or infinitive is right before it.

    "uitvoering gegeven aan", "zal worden aangewend voor": what comes after it is no part of the phrase before.
    """
    before, low = tokens[at - 1].low, tokens[at].low
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    ends = not after.isalnum() or after in function_words()["prepositions"] or after in function_words()["auxiliaries"]
    if before in word_set("titles", "passive") and at - 1 != finite:
        return ends and tokens[at].text.islower()
    given = any(row.form is Form.PARTICIPLE for row in current().verb_forms().get(low, ()))
    return given and ends and (before in word_set("titles", "light") or before in entries("verbs", "phrases"))


def _is_attributive(tokens: Sequence[Token], at: int, verbs: Sequence[str]) -> bool:
    """Whether a participle stands before its noun, and another verb of the clause after that.

    "er wordt gereguleerd parkeren ingevoerd", not "het plan wordt vastgesteld".
    """
    if at == 0 or {row.form for row in current().verb_forms().get(tokens[at].low, ())} != {Form.PARTICIPLE}:
        return False
    rest = tokens[at + 1 :]
    others = {*verbs} - {row.verb for row in current().verb_forms()[tokens[at].low]}
    prepositions = function_words()["prepositions"]
    closing = any(_is_of(token.low, others) and before.low not in prepositions for before, token in pairwise(rest))
    return closing and rest[0].text.islower() and is_nominal(rest[0]) and not _is_of(rest[0].low, others)


def _is_of(low: str, verbs: Collection[str]) -> bool:
    """Whether a word is a form of one of these verbs, or of an auxiliary."""
    found = {row.verb for row in current().verb_forms().get(low, ())}
    return not found.isdisjoint({*verbs, *function_words()["auxiliaries"]})


def _nameless(sentence: AnalysedSentence) -> list[Span]:
    """Where words of a sentence say when or for how much, who asked, or under which number it stands: no names."""
    spans = [(row.begin, row.end) for row in sentence.times if row.role is not TimexRole.NAME and not row.topic]
    numbered = _OUTLINE_NUMBER.match(sentence.text)
    opening = [numbered.span()] if numbered else []
    return [*spans, *opening, *person_spans(sentence.text), *money_spans(sentence.text)]


def _no_names(clause: Clause, spans: Sequence[Span]) -> frozenset[int]:
    """The places of words of a clause that name nothing."""
    return frozenset(
        at for at, token in enumerate(clause.tokens) if any(begin <= token.begin < end for begin, end in spans)
    )


def _act(features: ClauseFeatures) -> str:
    """What a title says that is done: by a fixed expression of the clause, else by its last verb that tells."""
    turn = _turn(features)
    said = str(entries("titles", "instead").get(turn, turn))
    return said or next((_title_verb(verb) for verb in reversed(features.verbs) if _is_said(verb)), "")


def _is_said(verb: str) -> bool:
    return does_something(verb) or verb in word_set("titles", "said")


def _turn(features: ClauseFeatures) -> str:
    """What a title says for the first fixed expression of a clause, "" where it has none."""
    turns, said = _turns()
    return next((said[at] for at in turns.found(features.text)), "")


def _said_verbs(features: ClauseFeatures) -> tuple[str, ...]:
    """The verbs of a clause, and that of its fixed expression ("een besluit nemen")."""
    turn = _turn(features)
    return (*features.verbs, turn) if turn else features.verbs


def _before(features: ClauseFeatures) -> Iterator[str]:
    for verb in _said_verbs(features):
        if verb in word_set("titles", "before"):
            yield from (f"{verb} {lead}" for lead in entries("titles", "objects").get(verb, ()))


@cached(maxsize=1)
def _turns() -> tuple[PatternSet, tuple[str, ...]]:
    turns = entries("titles", "turns")
    return PatternSet(word_pattern([turn]) for turn in turns), tuple(turns.values())


def does_something(verb: str) -> bool:
    """Whether a verb is one of those whose classes say what is done."""
    return not verb_classes().get(verb, frozenset()) <= _NOT_DOING


@cached(maxsize=4096)
def _title_verb(verb: str) -> str:
    """What a title says for a verb, "" for one that tells little."""
    acts = not verb_classes().get(verb, frozenset()).isdisjoint(word_list("titles", "acts"))
    said = (acts or verb in word_set("titles", "said")) and verb not in word_set("titles", "unsaid")
    return str(entries("titles", "instead").get(verb, verb)) if said else ""
