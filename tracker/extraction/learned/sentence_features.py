"""Analysed sentence or clause → named features: its n-grams of words and letters and the facts of its clauses.

The facts (tense, subject type, verb classes, nouns, markers, time role) carry over from one body's papers to another's
better than words do: with them beside the words, average precision on bodies left out rises from 0.64 to 0.73, with
letters by another 0.01 (57 papers of 12 bodies and the five letters; `python -m tracker.training` prints the table).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import sqrt

from tracker.extraction.analysed_sentence import AnalysedSentence
from tracker.extraction.features import ClauseFeatures
from tracker.language.syntax import ClauseKind
from tracker.temporal.timex import Timex
from tracker.text.tokens import runs

Features = dict[str, float]
"""The value of each feature that a sentence or clause has; what is not named is 0."""

_DIGIT = re.compile(r"\d")
_LETTERS = (3, 4, 5)
"""Letters of the parts of words that are features; by judgement."""
_LONGEST = 60
"""Letters of a word that are looked at, its first ones: no Dutch word is longer, and a hostile one could be endless; by
judgement."""
_WORDS_OF_HEADING = 8
"""The first words of a heading that are features; by judgement, the weights were fitted so."""
_WORDS_OF_LEAD_IN = 6
"""The last words of a lead-in that are features; by judgement, the weights were fitted so."""
_LENGTHS = (4, 8, 16, 31)
"""Words from which on a sentence is of the next class of length; by judgement, the weights were fitted so."""
_FACT = 0.4
"""The value of a fact beside n-grams that together have length 1; chosen on bodies left out among 0.2, 0.4, 0.8."""


def sentence_features(sentence: AnalysedSentence) -> Features:
    """What a sentence shows: its n-grams, the facts of all its clauses, and what is around it."""
    facts = [*_surroundings(sentence), *(fact for clause in sentence.clauses for fact in clause_facts(clause))]
    return _features(sentence.text, facts)


def clause_view(clause: ClauseFeatures, sentence: AnalysedSentence) -> Features:
    """What one clause shows by itself: its own n-grams and facts, and what is around its sentence."""
    return _features(clause.text, [*_surroundings(sentence), *clause_facts(clause)])


def _features(text: str, facts: Iterable[str]) -> Features:
    return dict.fromkeys(facts, _FACT) | n_grams(text)


def n_grams(text: str) -> Features:
    """The words, pairs of words and rows of letters of a text: the words together of length 1, the letters too."""
    found: Features = {}
    words = feature_words(text)
    for grams in (set(_n_grams(words)), set(itertools.chain.from_iterable(map(_letters, words)))):
        found |= dict.fromkeys(grams, 1 / sqrt(len(grams)) if grams else 0.0)
    return found


def feature_words(text: str) -> list[str]:
    """The words that features are named by, in lower case, their digits all alike: the weights were fitted on runs."""
    return runs(_DIGIT.sub("0", text.lower()))


def _n_grams(words: Sequence[str]) -> Iterator[str]:
    """Words and pairs of neighbouring words, each as "w:…"."""
    yield from (f"w:{word}" for word in words)
    yield from (f"w:{one} {other}" for one, other in itertools.pairwise(words))


@lru_cache(16384)
def _letters(word: str) -> tuple[str, ...]:
    """Three to five letters in a row, a word's ends marked by spaces, each as "c:…": parts of compounds, endings."""
    marked = f" {word[:_LONGEST]} "
    return tuple(f"c:{marked[at : at + size]}" for size in _LETTERS for at in range(len(marked) - size + 1))


def _surroundings(sentence: AnalysedSentence) -> Iterator[str]:
    """The kind of passage, the words of its heading and lead-in, and how the sentence begins and ends."""
    text = sentence.text.strip()
    yield f"passage={sentence.kind}"
    for word in runs(_DIGIT.sub("0", sentence.heading.lower()))[:_WORDS_OF_HEADING]:
        yield f"heading={word}"
        yield f"{sentence.kind}.heading={word}"
    first = next(iter(runs(_DIGIT.sub("0", text.lower()))), "")
    yield f"first={first}"
    yield f"{sentence.kind}.first=-{first[-2:]}"
    tense = sentence.clauses[0].tense if sentence.clauses else "none"
    yield f"{sentence.kind}.tense={tense}"
    yield f"{sentence.kind}.times={min(len(sentence.times), 2)}"
    yield from (f"lead={word}" for word in runs((sentence.lead_in or "").lower())[-_WORDS_OF_LEAD_IN:])
    if sentence.lead_in is not None:
        yield "led"
    yield f"ends={text[-1:] if text[-1:] in '.!?:;' else 'open'}"
    if text[:1].islower():
        yield "begins=small"
    words = len(text.split())
    yield f"words={sum(words >= bound for bound in _LENGTHS)}"
    yield f"clauses={min(len(sentence.clauses), 3)}"
    yield f"times={min(len(sentence.times), 2)}"


def clause_facts(clause: ClauseFeatures) -> Iterator[str]:
    """The facts of a clause, alone and joined with its tense: "main.future.class=send"."""
    place = "main" if clause.clause.kind is ClauseKind.MAIN else "inner"
    tense = f"{place}.{clause.tense}"
    yield tense
    yield f"{place}.subject={clause.subject}"
    yield f"{tense}.subject={clause.subject}"
    for kind, values in _listed(clause):
        for value in values:
            yield f"{place}.{kind}={value}"
            if kind != "noun":
                yield f"{tense}.{kind}={value}"
    for name in sorted(clause.classes):
        yield f"{place}.{clause.subject}.class={name}"
    yield f"{place}.time={time_role(clause.time)}"
    yield f"{tense}.time={time_role(clause.time)}"
    yield f"{place}.opener={clause.clause.opener}"
    if clause.negated:
        yield f"{place}.negated"
    if clause.addressee:
        yield f"{place}.addressee"
        yield f"{tense}.addressee"


def _listed(clause: ClauseFeatures) -> Sequence[tuple[str, Iterable[str]]]:
    return (
        ("class", sorted(clause.classes)),
        ("verb", clause.verbs),
        ("noun", sorted(clause.nouns)),
        ("marker", sorted(clause.markers)),
    )


def time_role(time: Timex | None) -> str:
    """The role of the time that bounds a clause, or "none"."""
    return str(time.role) if time is not None else "none"
