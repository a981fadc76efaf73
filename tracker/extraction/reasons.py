"""Why something is so, by what stands in the passage of a statement."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.extraction.analysed_sentence import AnalysedSentence
from tracker.extraction.cues import Cue, find_cues
from tracker.extraction.noun_phrases import noun_phrases
from tracker.language.lemmas import lemma
from tracker.model import AnyStatement

_REACH = 5
"""So many sentences after a statement may say why; by judgement."""


def reason_of(statement: AnyStatement, sentences: Sequence[AnalysedSentence], at: int | None) -> str | None:
    """The sentence of its passage that says why: its own, the one before or after, else a later one about its thing."""
    if at is None:
        return statement.sentence if Cue.EXPLAINING in find_cues(statement.sentence) else None
    before, after = sentences[max(0, at - 1) : at], sentences[at + 1 : at + 2]
    # "Daarom" alone says why the act is promised; only of what is put off or prolonged it says why that is.
    if before and {Cue.THEREFORE, Cue.POSTPONING} <= sentences[at].cues:
        return before[0].text
    near = [sentences[at], *before, *after]
    if said := next((row.text for row in near if Cue.EXPLAINING in row.cues), None):
        return said
    later = [row for row in sentences[at + 2 : at + 2 + _REACH] if Cue.EXPLAINING in row.cues]
    own = _things(sentences[at]) if later else frozenset()
    return next((row.text for row in later if not own.isdisjoint(_things(row))), None)


def _things(sentence: AnalysedSentence) -> frozenset[str]:
    """The words of a sentence that name something, as lemmas."""
    phrases = noun_phrases(sentence.text, sentence.tokens)
    return frozenset(lemma(word) for phrase in phrases for word in phrase.naming)
