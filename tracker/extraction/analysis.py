"""Letter → analysed letter: its sentences split, tokenised, cut into clauses with their facts and times, and its words.

The stages after reading ask this, and never the text again.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import chain

from msgspec.structs import replace

from tracker.documents.structure.section_number import split_number
from tracker.extraction.analysed_sentence import (
    AnalysedSentence,
    SplitSentence,
    analysed,
    sentences_with_words,
    under_head,
)
from tracker.extraction.head_time import head_times
from tracker.extraction.name_phrases import is_inflected
from tracker.extraction.noun_phrases import NounPhrase, nameable, noun_phrases
from tracker.extraction.quoted_days import quoted_days
from tracker.extraction.references import find_references
from tracker.extraction.register_numbers import may_name, names
from tracker.language.abbreviations import expansions
from tracker.language.lemmas import lemma, words
from tracker.language.pack import current
from tracker.language.resources import word_set
from tracker.model import Letter, Passage, PassageKind, Reference
from tracker.storage.cache import digest, remembered
from tracker.temporal.timex import Timex
from tracker.time_limit import keep_time

_FIGURES_AT_END = re.compile(r"\s*\((?=[^()]*\d)[^()]*\)?$")
"""A last bracket with figures, closed or cut."""
_SPEAKING = frozenset({PassageKind.PARAGRAPH, PassageKind.LIST_ITEM, PassageKind.TABLE_CELL, PassageKind.FOOTNOTE})
_AROUND = frozenset({PassageKind.FURNITURE, PassageKind.MASTHEAD, PassageKind.SIGNATURE})


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
            self._split[passage] = tuple(sentences_with_words(self._passages[passage].text))
        return self._split[passage]

    def sentences_of(self, passage: str) -> tuple[AnalysedSentence, ...]:
        """Those of one passage, by its id; none where the passage does not speak for the letter."""
        if passage not in self._sentences:
            self._sentences[passage] = tuple(self._analyse(self._passages[passage]))
        return self._sentences[passage]

    def _analyse(self, passage: Passage) -> Iterator[AnalysedSentence]:
        before: AnalysedSentence | None = None
        head_time = self._head_times.get(passage.id)
        said_on = self._quoted_days.get(passage.id, self.letter.anchor)
        for row in self.split_of(passage.id) if passage.kind in _SPEAKING else ():
            keep_time()
            heading = self._headings.get(passage.section or "", "")
            heads = _heads(passage, heading)
            before = analysed(row, said_on, before, passage.lead_in, heads)
            if head_time is not None:
                before = under_head(before, head_time)
            yield replace(before, passage=passage.id, begin=row.begin, end=row.end, kind=passage.kind, heading=heading)

    @cached_property
    def _head_times(self) -> Mapping[str, Timex]:
        return head_times(self.letter)

    @cached_property
    def _quoted_days(self) -> Mapping[str, dt.date]:
        return quoted_days(self.letter.passages)

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

    def heading_title(self, section: str | None) -> str:
        """The same without the figures in brackets at its end: "Groene Zone (hogere lasten € 53.200)"."""
        return _FIGURES_AT_END.sub("", self.heading(section))

    def heading_phrases(self, section: str | None) -> tuple[NounPhrase, ...]:
        """The noun phrases of the heading of a section without those figures, none outside of all."""
        return noun_phrases(self.heading_title(section))

    def is_named_by_heading(self, section: str | None) -> bool:
        """Whether the heading of a section names a thing by several words, unlike "Belangrijkste resultaten 2024"."""
        generic, low = word_set("words", "generic"), words(self.heading_title(section))
        named = (word for word in low if word.isalpha() and nameable(word) and not is_inflected(word))
        return len(low) > 1 and any(lemma(word) not in generic for word in named)

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


def _heads(passage: Passage, heading: str) -> tuple[str, ...]:
    """What beside its lead-in may say of which list a passage is an item, the nearest first."""
    if passage.kind not in (PassageKind.LIST_ITEM, PassageKind.TABLE_CELL):
        return ()
    return (passage.column or "", heading)
