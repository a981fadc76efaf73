"""Letter → commitments and reports, each with its quote, place, rule and what it carries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import blake2s
from typing import Any

from msgspec.structs import replace

from tracker.extraction.actors import find_actor, named_actor, refers_back
from tracker.extraction.classifier import AnalysedSentence, ClauseClassification, Context, classify_sentence
from tracker.extraction.deadline_shift import moved_deadlines
from tracker.extraction.rules import Rule
from tracker.extraction.slots import find_amounts, find_conditions, find_hedges, find_references
from tracker.language.sentences import split_sentences
from tracker.model import Commitment, Deadline, Letter, Location, Outcome, Passage, PassageKind, StatusReport
from tracker.temporal.timex import Timex, TimexRole
from tracker.text.offsets import to_source

_SPEAKING = (PassageKind.PARAGRAPH, PassageKind.LIST_ITEM, PassageKind.TABLE_CELL, PassageKind.FOOTNOTE)
_INHERITED_COUNTS = 0.9
"""A date taken over from the sentence before makes a reading a little less sure."""


def read_passage(passage: Passage, letter: Letter) -> Iterator[tuple[int, AnalysedSentence]]:
    """The sentences of a passage that may speak for the letter, judged in order, with their offsets in the passage."""
    if passage.kind not in _SPEAKING:
        return
    before: AnalysedSentence | None = None
    for begin, end in split_sentences(passage.text):
        before = classify_sentence(passage.text[begin:end], Context(letter.anchor, before, passage.lead_in))
        yield begin, before


def read_statements(letter: Letter) -> tuple[tuple[Commitment, ...], tuple[StatusReport, ...]]:
    """All commitments and reports of a letter, in its order. A sentence may give several of either, or both."""
    commitments: list[Commitment] = []
    reports: list[StatusReport] = []
    seen: Counter[str] = Counter()
    for passage in letter.passages:
        named: str | None = None
        for at, sentence in read_passage(passage, letter):
            for judged in sentence.clauses:
                named = named_actor(judged.reading) or named
                if not judged.commitment and not judged.report:
                    continue
                common = _common(letter, passage, at + judged.begin, at + judged.end) | {"sentence": sentence.text}
                if judged.commitment:
                    commitment = _commitment(common, sentence, judged, judged.commitment, seen)
                    commitments.append(_with_actor(commitment, judged, named))
                if judged.report:
                    reports.append(_report(common, sentence, judged, judged.report, seen))
    return tuple(commitments), tuple(reports)


def _identify(common: dict[str, Any], mark: str, seen: Counter[str]) -> str:
    digest = blake2s(" ".join(common["quote"].split()).encode(), digest_size=4).hexdigest()
    name = f"{common['letter']}/{mark}-{digest}"
    seen[name] += 1
    return name if seen[name] == 1 else f"{name}-{seen[name]}"


def _common(letter: Letter, passage: Passage, begin: int, end: int) -> dict[str, Any]:
    """The fields that commitments and reports share."""
    quote = passage.text[begin:end]
    start, stop = to_source(passage, begin, end)
    return {
        "letter": letter.id,
        "section": passage.section,
        "passage": passage.id,
        "quote": quote,
        "location": Location(page=passage.page, line=passage.line, start=start, end=stop),
        "amounts": find_amounts(quote),
        "references": find_references(quote),
    }


def _commitment(
    common: dict[str, Any], sentence: AnalysedSentence, judged: ClauseClassification, rule: Rule, seen: Counter[str]
) -> Commitment:
    if rule.firmness is None or judged.kind is None:
        raise ValueError(f"rule {rule.id} states no commitment")
    return Commitment(
        id=_identify(common, "c", seen),
        rule=rule.id,
        confidence=round(rule.confidence * (_INHERITED_COUNTS if judged.inherited else 1), 4),
        firmness=rule.firmness,
        kind=judged.kind,
        actor=find_actor(judged.reading),
        deadline=_deadline(sentence, judged, rule),
        conditions=find_conditions(common["quote"]),
        hedges=find_hedges(common["quote"]),
        inherited=("deadline",) if judged.inherited else (),
        **common,
    )


def _with_actor(commitment: Commitment, judged: ClauseClassification, named: str | None) -> Commitment:
    """The commitment with "zij" read as the partner named before in the passage."""
    if named is None or not refers_back(judged.reading):
        return commitment
    return replace(commitment, actor=named, inherited=(*commitment.inherited, "actor"))


def _deadline(sentence: AnalysedSentence, judged: ClauseClassification, rule: Rule) -> Deadline | None:
    """The deadline that binds a clause; of one that moves a deadline, the new one only."""
    if rule.id.startswith(("extend", "moved")):
        old, new = moved_deadlines(sentence.text, _own_times(sentence, judged))
        if old or new:
            return new
    time = judged.time
    if time is None or time.sense is TimexRole.PAST:
        return None
    return replace(time.deadline, inherited=judged.inherited)


def _report(
    common: dict[str, Any], sentence: AnalysedSentence, judged: ClauseClassification, rule: Rule, seen: Counter[str]
) -> StatusReport:
    if rule.outcome is None:
        raise ValueError(f"rule {rule.id} reports no outcome")
    moves = rule.outcome in (Outcome.DELAYED, Outcome.EXTENDED)
    old, new = moved_deadlines(sentence.text, _own_times(sentence, judged)) if moves else (None, None)
    return StatusReport(
        id=_identify(common, "r", seen),
        rule=rule.id,
        confidence=rule.confidence,
        outcome=rule.outcome,
        old_deadline=old,
        new_deadline=new,
        when=_when(judged) if rule.outcome is Outcome.DELIVERED else None,
        **common,
    )


def _own_times(sentence: AnalysedSentence, judged: ClauseClassification) -> tuple[Timex, ...]:
    """The time expressions that a clause may be about: not those of another main clause of the sentence."""
    others = {time.begin for other in sentence.clauses if other is not judged for time in other.reading.times}
    own = {time.begin for time in judged.reading.times}
    return tuple(time for time in sentence.times if time.begin in own or time.begin not in others)


def _when(judged: ClauseClassification) -> Deadline | None:
    """When a reported act took place: the clause's past date, or the last such month or season before the letter."""
    dated = [time for time in judged.reading.times if time.past or time.sense is TimexRole.PAST]
    return (dated[0].past or dated[0].deadline) if dated else None
