"""Letter → analysed letter: its sentences split, tokenised, cut into clauses with their facts and times, and its words.

The stages after reading ask this, and never the text again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from tracker.documents.structure.section_number import split_number
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
from tracker.extraction.head_time import head_times
from tracker.extraction.noun_phrases import NounPhrase, noun_phrases
from tracker.extraction.references import find_references
from tracker.extraction.register_numbers import may_name, names
from tracker.language.abbreviations import expansions
from tracker.language.lemmas import words, words_of
from tracker.language.pack import current
from tracker.language.sentences import split_sentences
from tracker.language.syntax import Clause, ClauseKind
from tracker.model import Letter, Passage, PassageKind, Reference
from tracker.storage.cache import digest, remembered
from tracker.temporal.timex import Timex, TimexRole, tag_times
from tracker.text.tokens import Token, tokenize
from tracker.time_limit import keep_time

_SPEAKING = frozenset({PassageKind.PARAGRAPH, PassageKind.LIST_ITEM, PassageKind.TABLE_CELL, PassageKind.FOOTNOTE})
_AROUND = frozenset({PassageKind.FURNITURE, PassageKind.MASTHEAD, PassageKind.SIGNATURE})
_LEAST = 3
"""Letters: a shorter word is a unit or a number, and says nothing by itself."""


class SplitSentence(Struct, frozen=True):
    """A sentence by its words and marks alone; the text of one goes on to where the next begins."""

    text: str
    begin: int
    end: int
    tokens: tuple[Token, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """Its words in lower case, as `language.lemmas` takes them."""
        return words_of(self.tokens)


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
        return words_of(self.tokens)

    def words_in(self, text: str) -> tuple[str, ...]:
        """The words of a stretch of it, in lower case; of any other text its own."""
        stretch = self._stretch(text)
        return words(text) if stretch is None else words_of(stretch)

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


class AnalysedLetter:
    """A letter with the analysis of its text: each part is analysed when it is first asked for, once for all stages."""

    def __init__(self, letter: Letter) -> None:
        """Take a letter; nothing of it is analysed yet."""
        self.letter = letter
        self._passages = {passage.id: passage for passage in letter.passages}
        self._headings = {section.id: section.heading or "" for section in letter.sections}
        self._split: dict[str, tuple[SplitSentence, ...]] = {}
        self._sentences: dict[str, tuple[AnalysedSentence, ...]] = {}
        self._words: dict[str, tuple[str, ...]] = {}

    @cached_property
    def name(self) -> str:
        """A digest of the letter, wherever it lies, and its language: by it is remembered what is read in it."""
        return digest((current().code, replace(self.letter, path="")))

    def forget_sentences(self) -> None:
        """Let go of what is analysed of its sentences, which takes most room: it is analysed anew where it is asked."""
        self._sentences.clear()

    @property
    def sentences(self) -> tuple[AnalysedSentence, ...]:
        """The sentences that may speak for it, in its order; not headings, quotes and page furniture."""
        return tuple(chain.from_iterable(map(self.sentences_of, self._passages)))

    def split_of(self, passage: str) -> tuple[SplitSentence, ...]:
        """The sentences of a passage of any kind, each with its tokens and what is analysed of it no more."""
        if passage not in self._split:
            self._split[passage] = tuple(_split(self._passages[passage].text))
        return self._split[passage]

    def sentences_of(self, passage: str) -> tuple[AnalysedSentence, ...]:
        """Those of one passage, by its id; none where the passage does not speak for the letter."""
        if passage not in self._sentences:
            self._sentences[passage] = tuple(self._analyse(self._passages[passage]))
        return self._sentences[passage]

    def _analyse(self, passage: Passage) -> Iterator[AnalysedSentence]:
        before: AnalysedSentence | None = None
        head_time = self._head_times.get(passage.id)
        for row in self.split_of(passage.id) if passage.kind in _SPEAKING else ():
            keep_time()
            heading = self._headings.get(passage.section or "", "")
            heads = _heads(passage, heading)
            before = _analysed(row, self.letter.anchor, before, passage.lead_in, heads)
            if head_time is not None:
                before = _under_head(before, head_time)
            yield replace(before, passage=passage.id, begin=row.begin, end=row.end, kind=passage.kind, heading=heading)

    @cached_property
    def _head_times(self) -> Mapping[str, Timex]:
        return head_times(self.letter)

    @cached_property
    def body(self) -> tuple[Passage, ...]:
        """Its passages of every kind, without page furniture, masthead and signature."""
        return tuple(passage for passage in self.letter.passages if passage.kind not in _AROUND)

    def words_of(self, passage: str) -> tuple[str, ...]:
        """The words of a passage of any kind, in lower case."""
        if passage not in self._words:
            read = self._split.get(passage)
            found = chain.from_iterable(row.words for row in read) if read else words(self._passages[passage].text)
            self._words[passage] = tuple(found)
        return self._words[passage]

    def lead_in_words(self, passage: str) -> tuple[str, ...]:
        """The words that introduce the list of a passage, in lower case."""
        return words(self._passages[passage].lead_in or "")

    def heading_words(self, section: str) -> tuple[str, ...]:
        """The words of the heading of a section, in lower case."""
        return words(self._headings[section])

    def heading(self, section: str | None) -> str:
        """The heading of a section without its number, "" outside of all."""
        return split_number(self._headings.get(section or "", ""))[1].strip(" .…")

    def heading_phrases(self, section: str | None) -> tuple[NounPhrase, ...]:
        """The noun phrases of the heading of a section, none outside of all."""
        return noun_phrases(self.heading(section))

    @cached_property
    def abbreviations(self) -> Mapping[str, tuple[str, ...]]:
        """The abbreviations that its body explains, in lower case, each with the words that it stands for."""
        explained = expansions("\n".join(passage.text for passage in self.body))
        return {short.lower(): words(long) for short, long in explained.items()}

    def naming(self, number: str) -> tuple[int, ...]:
        """The places of its passages that have the number of a registered promise, in any spelling."""
        passages = self.letter.passages if may_name(self.letter.text, number) else ()
        return tuple(place for place, row in enumerate(passages) if names(row.text, number))

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """The papers that its passages name, in order; each once for each passage; looked for once."""
        named = (find_references(passage.text) for passage in self.letter.passages)
        return remembered(tuple[Reference, ...], ("references", self.name), lambda: tuple(chain.from_iterable(named)))


def analyse(letter: Letter) -> AnalysedLetter:
    """A letter to ask for the analysis of its text."""
    return AnalysedLetter(letter)


def _under_head(sentence: AnalysedSentence, time: Timex) -> AnalysedSentence:
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


def _heads(passage: Passage, heading: str) -> tuple[str, ...]:
    """What beside its lead-in may say of which list a passage is an item, the nearest first."""
    if passage.kind not in (PassageKind.LIST_ITEM, PassageKind.TABLE_CELL):
        return ()
    return (passage.column or "", heading)


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
    return _analysed(SplitSentence(text, 0, len(text), tokenize(text)), anchor, before, lead_in, heads)


def _has_words(tokens: Sequence[Token]) -> bool:
    return any(sum(map(str.isalpha, token.text)) >= _LEAST for token in tokens)


def _split(text: str) -> Iterator[SplitSentence]:
    for begin, end in split_sentences(text):
        yield SplitSentence(text[begin:end], begin, end, tokenize(text[begin:end]))


def _analysed(
    split: SplitSentence,
    anchor: dt.date | None,
    before: AnalysedSentence | None,
    lead_in: str | None,
    heads: Sequence[str],
) -> AnalysedSentence:
    text, tokens = split.text, split.tokens
    times = tag_times(text, anchor)
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
        features = with_context(features, clauses, at, text)
        found.append(replace(features, time=clause_time(features, clauses, at, own, anchor)))
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
