"""A sentence split, tokenised, cut into clauses with their facts and times: what later stages ask of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from tracker.extraction.clause_context import (
    goes_on_with_subject,
    letter_markers,
    list_markers,
    may_speak,
    past_times,
    with_context,
)
from tracker.extraction.clause_time import clause_time
from tracker.extraction.cues import Cue, find_cues
from tracker.extraction.features import ClauseFeatures, ContextMarker, read_clause
from tracker.extraction.gapped_clauses import read_gapped
from tracker.extraction.noun_phrases import NounPhrase, noun_phrases
from tracker.extraction.promise_day import times_of
from tracker.language.lemmas import token_words, words
from tracker.language.pack import current
from tracker.language.sentences import split_sentences
from tracker.language.syntax import Clause, ClauseKind
from tracker.model import PassageKind
from tracker.temporal.timex import Timex, TimexRole
from tracker.text.tokens import Token, tokenize

_LEAST = 3
"""Letters: a shorter word is a unit or a number, and says nothing by itself; by judgement."""


class SplitSentence(Struct, frozen=True):
    """A sentence by its words and marks alone; the text of one goes on to where the next begins."""

    text: str
    begin: int
    end: int
    tokens: tuple[Token, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """Its words in lower case, as `language.lemmas` takes them."""
        return token_words(self.tokens)


class AnalysedSentence(Struct, frozen=True):
    """A sentence with its time expressions and the clauses of it that may state something."""

    text: str
    clauses: tuple[ClauseFeatures, ...]
    times: tuple[Timex, ...]
    passage: str = ""
    begin: int = 0
    """Its offsets in the text of its passage."""
    end: int = 0
    before: str | None = None
    """The sentence before it in its passage."""
    cues: frozenset[Cue] = frozenset()
    """By which words it points back, adds, explains …"""
    lead_in: str | None = None
    """For an item of a list: the words that introduce the list."""
    head_time: Timex | None = None
    """The time that the head of its list or table gives it."""
    kind: PassageKind = PassageKind.PARAGRAPH
    """What its passage is."""
    heading: str = ""
    """The heading above it."""
    tokens: tuple[Token, ...] = ()
    """Its words and marks, with their offsets in it."""
    parts: tuple[Clause, ...] = ()
    """All its clauses."""

    @property
    def has_words(self) -> bool:
        """Whether a word of three letters stands in it: without one ("2027", "5,9%", "190 kg") it states nothing."""
        return _has_words(self.tokens)

    @property
    def words(self) -> tuple[str, ...]:
        """Its words in lower case, as `language.lemmas` takes them."""
        return token_words(self.tokens)

    def words_in(self, text: str) -> tuple[str, ...]:
        """The words of a stretch of it, in lower case; of any other text its own."""
        stretch = self._stretch(text)
        return words(text) if stretch is None else token_words(stretch)

    def phrases_in(self, text: str, without: str = "") -> tuple[NounPhrase, ...]:
        """The noun phrases of a stretch of it, passing over the words `without`; of any other text its own."""
        stretch = self._stretch(text)
        return noun_phrases(text if stretch is None else self.text, stretch, without)

    def _stretch(self, text: str) -> tuple[Token, ...] | None:
        """Its tokens that lie in a text, None where it does not hold that text."""
        begin = self.text.find(text)
        if begin < 0:
            return None
        return tuple(row for row in self.tokens if row.begin < begin + len(text) and row.end > begin)


def analyse_sentence(
    text: str,
    anchor: dt.date | None,
    before: AnalysedSentence | None = None,
    lead_in: str | None = None,
    heads: Sequence[str] = (),
) -> AnalysedSentence:
    """One sentence of a letter of the day `anchor`, after the sentence `before` it, in a list that `lead_in` opens.

    `heads` are what else may say which list that is, the nearest first: its column, its heading.
    """
    return analysed(SplitSentence(text, 0, len(text), tokenize(text)), anchor, before, lead_in, heads)


def _has_words(tokens: Sequence[Token]) -> bool:
    return any(sum(map(str.isalpha, token.text)) >= _LEAST for token in tokens)


def sentences_with_words(text: str) -> Iterator[SplitSentence]:
    """The sentences of a text in order, each by its words and marks alone."""
    for begin, end in split_sentences(text):
        yield SplitSentence(text[begin:end], begin, end, tokenize(text[begin:end]))


def analysed(
    split: SplitSentence,
    anchor: dt.date | None,
    before: AnalysedSentence | None,
    lead_in: str | None,
    heads: Sequence[str],
) -> AnalysedSentence:
    """A sentence that was split off, with the rest of its analysis."""
    text, tokens = split.text, split.tokens
    times, counted = times_of(text, anchor)
    clauses = current().cut_clauses(tokens)
    markers = list_markers(text, lead_in, () if before else heads, anchor) | letter_markers(
        text, lead_in, before.clauses if before else ()
    )
    found: list[ClauseFeatures] = []
    for at, clause in enumerate(clauses if _has_words(tokens) else ()):
        own = past_times(clause, text, anchor) or times
        if own is times and not may_speak(clause):
            continue
        features = read_clause(clause, own, markers)
        if found and (clause.continues or goes_on_with_subject(features, found[-1])):
            features = replace(features, subject=found[-1].subject, subject_text=found[-1].subject_text)
        for part in read_gapped(with_context(features, clauses, at, text), own):
            found.append(replace(part, time=clause_time(part, clauses, at, own, counted)))
    return AnalysedSentence(
        text=text,
        clauses=tuple(found),
        times=times,
        end=len(text),
        before=before.text if before else None,
        cues=find_cues(text),
        lead_in=lead_in,
        tokens=tokens,
        parts=tuple(clauses),
    )


def under_head(sentence: AnalysedSentence, time: Timex) -> AnalysedSentence:
    """A sentence without a time of its own takes that of its head for its main clauses that have a verb or are due."""
    if any(own.deadline.end and own.role is not TimexRole.NAME for own in sentence.times):
        return replace(sentence, head_time=time)
    clauses = tuple(
        replace(one, time=time) if one.clause.kind is ClauseKind.MAIN and _is_dated_by_head(one) else one
        for one in sentence.clauses
    )
    return replace(sentence, clauses=clauses, head_time=time)


def _is_dated_by_head(clause: ClauseFeatures) -> bool:
    return bool(clause.verbs) or ContextMarker.PLANNED in clause.markers
