"""Letter → analysed sentences: split, tokenised, cut into clauses with their facts and times, once for all stages."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct
from msgspec.structs import replace

from tracker.extraction.clause_context import completions, letter_markers, list_markers, may_speak, with_context
from tracker.extraction.cues import Cue, find_cues
from tracker.extraction.features import ClauseFeatures, read_clause
from tracker.extraction.time_binding import binding_time
from tracker.language.pack import current
from tracker.language.sentences import split_sentences
from tracker.model import Letter, Passage, PassageKind
from tracker.temporal.timex import Timex, tag_times

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


class AnalysedLetter(Struct, frozen=True):
    """The sentences of a letter that may speak for it, in its order."""

    letter: str
    sentences: tuple[AnalysedSentence, ...]


def analyse(letter: Letter) -> AnalysedLetter:
    """The sentences of the passages in which a letter speaks; not of headings, quotes and page furniture."""
    sentences = [sentence for passage in letter.passages for sentence in analyse_passage(passage, letter.anchor)]
    return AnalysedLetter(letter.id, tuple(sentences))


def analyse_passage(passage: Passage, anchor: dt.date | None) -> list[AnalysedSentence]:
    """The sentences of a passage of a letter of the day `anchor`; none where the passage does not speak for it."""
    found: list[AnalysedSentence] = []
    for begin, end in split_sentences(passage.text) if passage.kind in _SPEAKING else ():
        before = found[-1] if found else None
        sentence = analyse_sentence(passage.text[begin:end], anchor, before, passage.lead_in)
        found.append(replace(sentence, passage=passage.id, begin=begin, end=end))
    return found


def analyse_sentence(
    text: str, anchor: dt.date | None, before: AnalysedSentence | None = None, lead_in: str | None = None
) -> AnalysedSentence:
    """One sentence of a letter of the day `anchor`, after the sentence `before` it, in a list that `lead_in` opens."""
    times = tag_times(text, anchor)
    clauses = current().cut_clauses(text)
    markers = list_markers(text, lead_in) | letter_markers(text, lead_in, before.clauses if before else ())
    found: list[ClauseFeatures] = []
    for at, clause in enumerate(clauses):
        if not may_speak(clause):
            continue
        features = read_clause(clause, times, markers)
        if clause.continues and found:
            features = replace(features, subject=found[-1].subject, subject_text=found[-1].subject_text)
        features = with_context(features, clauses, at, text)
        inner = completions(clauses, at)
        within = tuple(time for part in inner for time in times if part.begin <= time.begin < part.end)
        found.append(replace(features, time=binding_time(features.tense, features.times, within, anchor)))
    return AnalysedSentence(
        text=text,
        clauses=tuple(found),
        times=times,
        end=len(text),
        before=before.text if before else None,
        cues=find_cues(text),
        lead_in=lead_in,
    )
