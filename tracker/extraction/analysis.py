"""Letter → analysed sentences: split, tokenised, cut into clauses with their facts and times, once for all stages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from tracker.extraction.clause_context import (
    closing_aside,
    completions,
    letter_markers,
    list_markers,
    may_speak,
    with_context,
)
from tracker.extraction.cues import Cue, find_cues
from tracker.extraction.features import ClauseFeatures, read_clause
from tracker.extraction.head_time import head_times
from tracker.extraction.time_binding import binding_time
from tracker.language.pack import current
from tracker.language.sentences import split_sentences
from tracker.language.syntax import Clause, ClauseKind
from tracker.model import Letter, Passage, PassageKind
from tracker.temporal.timex import Timex, TimexRole, tag_times
from tracker.text.tokens import Token, tokenize

_SPEAKING = frozenset({PassageKind.PARAGRAPH, PassageKind.LIST_ITEM, PassageKind.TABLE_CELL, PassageKind.FOOTNOTE})


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


class AnalysedLetter(Struct, frozen=True):
    """The sentences of a letter that may speak for it, in its order."""

    letter: str
    sentences: tuple[AnalysedSentence, ...]


def analyse(letter: Letter) -> AnalysedLetter:
    """The sentences of the passages in which a letter speaks; not of headings, quotes and page furniture."""
    given = head_times(letter)
    headings = {section.id: section.heading or "" for section in letter.sections}
    sentences = [
        replace(sentence, heading=headings.get(passage.section or "", ""))
        for passage in letter.passages
        for sentence in analyse_passage(passage, letter.anchor, given.get(passage.id))
    ]
    return AnalysedLetter(letter.id, tuple(sentences))


def analyse_passage(passage: Passage, anchor: dt.date | None, head_time: Timex | None = None) -> list[AnalysedSentence]:
    """The sentences of a passage of a letter of the day `anchor`; none where the passage does not speak for it.

    `head_time` is what the head of its list or table gives each of them that has no time of its own.
    """
    found: list[AnalysedSentence] = []
    for begin, end in split_sentences(passage.text) if passage.kind in _SPEAKING else ():
        before = found[-1] if found else None
        sentence = analyse_sentence(passage.text[begin:end], anchor, before, passage.lead_in)
        if head_time is not None:
            sentence = _under_head(sentence, head_time)
        found.append(replace(sentence, passage=passage.id, begin=begin, end=end, kind=passage.kind))
    return found


def _under_head(sentence: AnalysedSentence, time: Timex) -> AnalysedSentence:
    """A sentence without a time of its own takes that of its head for its main clauses."""
    if any(own.deadline.end and own.role is not TimexRole.NAME for own in sentence.times):
        return sentence
    clauses = tuple(
        replace(one, time=time) if one.clause.kind is ClauseKind.MAIN and one.verbs else one for one in sentence.clauses
    )
    return replace(sentence, clauses=clauses, head_time=time)


def analyse_sentence(
    text: str, anchor: dt.date | None, before: AnalysedSentence | None = None, lead_in: str | None = None
) -> AnalysedSentence:
    """One sentence of a letter of the day `anchor`, after the sentence `before` it, in a list that `lead_in` opens."""
    times = tag_times(text, anchor)
    tokens = tokenize(text)
    clauses = current().cut_clauses(tokens)
    markers = list_markers(text, lead_in) | letter_markers(text, lead_in, before.clauses if before else ())
    found: list[ClauseFeatures] = []
    for at, clause in enumerate(clauses):
        if not may_speak(clause):
            continue
        features = read_clause(clause, times, markers)
        if clause.continues and found:
            features = replace(features, subject=found[-1].subject, subject_text=found[-1].subject_text)
        features = with_context(features, clauses, at, text)
        found.append(replace(features, time=_binding(features, clauses, at, times, anchor)))
    return AnalysedSentence(
        text=text,
        clauses=tuple(found),
        times=times,
        end=len(text),
        before=before.text if before else None,
        cues=find_cues(text),
        lead_in=lead_in,
        tokens=tokens,
    )


def _binding(
    features: ClauseFeatures, clauses: Sequence[Clause], at: int, times: tuple[Timex, ...], anchor: dt.date | None
) -> Timex | None:
    """The time that bounds a clause: its own, or that of a clause that completes it or of an aside that closes it."""
    inner = [time for part in completions(clauses, at) for time in times if part.begin <= time.begin < part.end]
    aside = closing_aside(clauses, at)
    inner += [time for time in times if aside and (time.begin, time.end) == (aside.begin, aside.end)]
    return binding_time(features.tense, features.times, tuple(inner), anchor)
