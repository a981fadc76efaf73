"""Judged clauses → commitments and reports, each with its quote, place, rule and what it carries."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from tracker.extraction.actors import find_actor, named_actor, refers_back
from tracker.extraction.analysed_sentence import AnalysedSentence
from tracker.extraction.analysis import AnalysedLetter, analyse
from tracker.extraction.classifier import kind_by_rules
from tracker.extraction.deadline_shift import has_been, is_of_the_act, is_put_off, moved_deadlines, names_old
from tracker.extraction.detector import ClauseJudgement, CommitmentDetector
from tracker.extraction.features import ClauseFeatures
from tracker.extraction.plan_or_report import Statements, said_once
from tracker.extraction.quote_span import quote_spans
from tracker.extraction.references import find_references
from tracker.extraction.registry import default_detector
from tracker.extraction.slots import find_amounts, find_conditions, find_hedges
from tracker.language.syntax import ClauseKind
from tracker.model import TENTATIVE, Commitment, Deadline, Letter, Location, Outcome, Passage, StatusReport
from tracker.statuses import MOVING
from tracker.temporal.timex import Timex, TimexRole, increase_of
from tracker.text.normalize import one_space
from tracker.text.offsets import Span, to_source
from tracker.text.short_id import short_id
from tracker.time_limit import keep_time


class _Stated(Struct, frozen=True):
    """A clause that states something: where it stands, what is known of it, and what was judged of it."""

    passage: Passage
    sentence: AnalysedSentence
    clause: ClauseFeatures
    judged: ClauseJudgement
    detector: str
    """The name of who judged."""
    span: Span
    written: dt.date | None
    """The day of its letter."""


def read_statements(letter: Letter, detector: CommitmentDetector | None = None) -> Statements:
    """All commitments and reports of a letter, in its order. A sentence may give several of either, or both."""
    return extract(analyse(letter), detector or default_detector())


def extract(analysed: AnalysedLetter, detector: CommitmentDetector) -> Statements:
    """The commitments and reports that a detector finds in the analysed sentences of a letter."""
    commitments: list[Commitment] = []
    reports: list[StatusReport] = []
    seen: Counter[str] = Counter()
    letter, sentences = analysed.letter, analysed.sentences
    passages = {passage.id: passage for passage in letter.passages}
    named: dict[str, str] = {}
    for sentence, judgement in zip(sentences, detector.judge(sentences), strict=True):
        keep_time()
        spans = quote_spans(sentence, judgement)
        for clause, judged, span in zip(sentence.clauses, judgement, spans, strict=True):
            named[sentence.passage] = named_actor(clause) or named.get(sentence.passage, "")
            if not judged.states:
                continue
            stated = _Stated(passages[sentence.passage], sentence, clause, judged, detector.name, span, letter.anchor)
            common = _common(letter, stated)
            if judged.firmness is not None:
                made = _commitment(common, stated, seen, letter.offices)
                commitments.append(_with_actor(made, clause, named[sentence.passage]))
            if judged.outcome is not None or judged.tentative_outcome is not None:
                reports.append(_report(common, stated, seen))
    return said_once(commitments, reports, letter.anchor)


def _identify(common: dict[str, Any], mark: str, seen: Counter[str]) -> str:
    digest = short_id(one_space(common["quote"]))
    name = f"{common['letter']}/{mark}-{digest}"
    seen[name] += 1
    return name if seen[name] == 1 else f"{name}-{seen[name]}"


def _common(letter: Letter, stated: _Stated) -> dict[str, Any]:
    """The fields that commitments and reports share."""
    passage = stated.passage
    begin, end = (stated.sentence.begin + offset for offset in stated.span)
    quote = passage.text[begin:end]
    said = [row for row in stated.sentence.tokens if stated.span[0] <= row.begin < stated.span[1]]
    start, stop = to_source(passage, begin, end)
    first = passage.runs[0].source if passage.runs else start
    line = passage.line + letter.text.count("\n", first, start)
    return {
        "letter": letter.id,
        "section": passage.section,
        "passage": passage.id,
        "quote": quote,
        "sentence": stated.sentence.text,
        "location": Location(page=passage.page, line=line, start=start, end=stop, ocr=passage.ocr),
        "amounts": find_amounts(quote, said, stated.span[0]),
        "references": find_references(quote),
    }


def _commitment(common: dict[str, Any], stated: _Stated, seen: Counter[str], offices: Sequence[str]) -> Commitment:
    judged = stated.judged
    if judged.firmness is None:
        raise ValueError(f"{_first(judged.grounds, stated)}: a commitment without firmness")
    return Commitment(
        id=_identify(common, "c", seen),
        rule=_first(judged.grounds, stated),
        confidence=judged.confidence,
        firmness=judged.firmness,
        kind=judged.kind or kind_by_rules(stated.clause, judged.time, stated.sentence.text),
        actor=find_actor(stated.clause, offices),
        deadline=_deadline(stated),
        conditions=find_conditions(common["quote"]),
        hedges=find_hedges(common["quote"]),
        inherited=("deadline",) if judged.inherited else (),
        **common,
    )


def _first(grounds: Sequence[str], stated: _Stated) -> str:
    """The weightiest ground of a judgement, the detector's name where it gives none."""
    return grounds[0] if grounds else stated.detector


def _with_actor(commitment: Commitment, clause: ClauseFeatures, named: str) -> Commitment:
    """The commitment with "zij" read as the partner named before in the passage."""
    if not named or not refers_back(clause):
        return commitment
    return replace(commitment, actor=named, inherited=(*commitment.inherited, "actor"))


def _deadline(stated: _Stated) -> Deadline | None:
    """The deadline that binds a clause; of one that moves a deadline from one day to another, the new one only."""
    time = stated.judged.time
    if stated.judged.outcome is Outcome.DELAYED:
        old, new = _moved(stated, Outcome.DELAYED)
        if old and new:
            return new
    if stated.judged.shifts_deadline:
        old, new = _moved(stated, stated.judged.outcome)
        if old or new:
            return new
        if time in stated.clause.times and is_of_the_act(stated.sentence.text, time):
            return None
    if time is None or time.role is TimexRole.PAST:
        return None
    put_off = time.reached is not None and is_put_off(stated.clause.text)
    deadline = time.reached if put_off and time.reached else time.deadline
    return replace(deadline, inherited=stated.judged.inherited)


def _report(common: dict[str, Any], stated: _Stated, seen: Counter[str]) -> StatusReport:
    judged = stated.judged
    outcome = judged.outcome or judged.tentative_outcome
    if outcome is None:
        raise ValueError(f"{_first(judged.report_grounds, stated)}: a report without outcome")
    confidence = judged.outcomes[outcome]
    old, new = _moved(stated, outcome) if outcome in MOVING else (None, None)
    if outcome is Outcome.DELAYED and _is_sooner(new, old):
        outcome, old, new = Outcome.CHANGED, None, None
    return StatusReport(
        id=_identify(common, "r", seen),
        rule=_first(judged.report_grounds, stated) if judged.outcome or judged.where_promised else TENTATIVE,
        confidence=confidence,
        outcome=outcome,
        old_deadline=old,
        new_deadline=new,
        when=_when(stated.clause) if outcome in (Outcome.DELIVERED, Outcome.EXTENDED) else None,
        tentative=judged.outcome is None,
        **common,
    )


def _is_sooner(new: Deadline | None, old: Deadline | None) -> bool:
    """Whether the one deadline ends before the other: "in 2027 in plaats van 2029" puts nothing off."""
    return bool(new and old and new.end and old.end and new.end < old.end)


def _moved(stated: _Stated, outcome: Outcome | None) -> tuple[Deadline | None, Deadline | None]:
    put_off = outcome is Outcome.DELAYED
    text = stated.sentence.text
    tense = stated.clause.tense
    times = tuple(time for time in _own_times(stated) if names_old(text, time) or not has_been(text, time, tense))
    return moved_deadlines(text, times, put_off=put_off, written=stated.written)


def _own_times(stated: _Stated) -> tuple[Timex, ...]:
    """The time expressions that a clause may be about: not those of another clause of the sentence.

    What is moved by some length only has its old deadline in a clause inside it: "die tot mei zou lopen"; and what
    would be by some time has it in the clause before: "zou in mei opengaan, maar dat wordt juni".
    """
    inside = [other for other in stated.sentence.clauses if other.clause.kind is ClauseKind.SUBORDINATE]
    others = {time.begin for other in stated.sentence.clauses if other is not stated.clause for time in other.times}
    if increase_of(stated.clause.times) and not any(time.deadline.end for time in stated.clause.times):
        others -= {time.begin for other in inside for time in other.times}
    own = {time.begin for time in stated.clause.times}
    text = stated.sentence.text
    others -= {time.begin for time in stated.sentence.times if time.negated or names_old(text, time)}
    return tuple(time for time in stated.sentence.times if time.begin in own or time.begin not in others)


def _when(clause: ClauseFeatures) -> Deadline | None:
    """When a reported act took place: the clause's past date, or the last such month or season before the letter.

    Not what it is about: "de cijfers over 2021 heeft u op 12 oktober ontvangen".
    """
    told = (time for time in clause.times if not (time.negated or time.topic))
    dated = [time for time in told if time.past or time.role is TimexRole.PAST]
    return (dated[0].past or dated[0].deadline) if dated else None
