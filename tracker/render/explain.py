"""How words are read: their time expressions as intervals, their clauses, and what the rules say of each and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from tracker.extraction import AnalysedSentence, ClauseFeatures, ClauseJudgement, analyse, default_detector, extract
from tracker.extraction.learned.kinds import KIND_LEARNED
from tracker.extraction.learned.opinions import opinions
from tracker.extraction.rules import load_rules
from tracker.i18n.catalog import PLAIN, gettext, language, text_of
from tracker.i18n.catalog import day as date
from tracker.model import TENTATIVE, Commitment, DateSource, Deadline, Letter, Passage, PassageKind, Run, StatusReport
from tracker.render import readers
from tracker.text.normalize import one_space
from tracker.views.labels import fact, meaning, read_by, time_meaning, word
from tracker.views.names import due
from tracker.views.text_style import TextStyle


def render(words: str, day: dt.date | None, pen: TextStyle) -> str:
    """The reading of a sentence, or of a few that follow each other, as they would stand in a letter of that day."""
    text = one_space(words)
    letter, detector = _letter_of(text, day), default_detector()
    analysed = analyse(letter)
    judgements = zip(analysed.sentences, detector.judge(analysed.sentences), strict=True)
    commitments, found = extract(analysed, detector)
    reports = [row for row in found if not row.tentative]
    where = gettext("explain.dated", day=date(day)) if day else gettext("explain.undated")
    blocks = [
        f"{pen.wrap(f'“{text}”', 0)}\n{pen.wrap(where, 2)}",
        *(
            block
            for sentence, judged in judgements
            for block in (
                _sentence(sentence, judged, pen),
                readers.render(opinions(sentence), pen),
            )
        ),
        *(_commitment(row, pen) for row in commitments),
        *(_report(row, pen) for row in reports),
        "" if commitments or reports else pen.wrap(gettext("explain.nothing"), 0),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _letter_of(text: str, day: dt.date | None) -> Letter:
    """A letter that holds these words alone."""
    passage = Passage("words/p1", None, PassageKind.PARAGRAPH, text, (Run(0, 0, len(text)),), 1)
    source = DateSource.MANIFEST if day else DateSource.UNKNOWN
    return Letter("words", "words", text, (passage,), (), date=day, date_source=source)


def _sentence(sentence: AnalysedSentence, judged: Sequence[ClauseJudgement], pen: TextStyle) -> str:
    """The time expressions of a sentence, then its clauses with what they are about and on what the judgement rests."""
    times = [line for time in sentence.times for line in _time(time.role, time.deadline, pen)]
    rows = zip(sentence.clauses, judged, strict=True)
    clauses = [line for clause, row in rows for line in _clause(clause, row, pen)]
    return "\n".join(
        [
            *([pen.bold(gettext("explain.time")), *times] if times else []),
            pen.bold(gettext("explain.clauses")),
            *(clauses or ["  " + gettext("explain.no-clause")]),
        ]
    )


def _time(role: str, deadline: Deadline, pen: TextStyle) -> list[str]:
    """The words, their interval and what kind of time it is; below it what the rules that read it say."""
    dated = deadline.end or deadline.start
    interval = f"{deadline.start or '…'}..{deadline.end or '…'}" if dated else gettext("explain.no-dates")
    notice = f"; {text_of(deadline.notice)}" if deadline.notice else ""
    facts = [fact("time", role), fact("precision", deadline.precision)]
    facts += [deadline.rule] if language() == PLAIN else []
    line = f"{deadline.text}: {interval} ({', '.join(facts)}{notice})"
    return [pen.wrap(line, 2), pen.faint(pen.wrap(time_meaning(deadline.rule), 4))]


def _clause(reading: ClauseFeatures, judged: ClauseJudgement, pen: TextStyle) -> list[str]:
    """The clause, its facts, and for commitments and reports the first ground of the judgement with what it means."""
    subject = fact("subject", reading.subject) + (f" “{reading.subject_text}”" if reading.subject_text else "")
    facts = [
        fact("clause", reading.clause.kind),
        gettext("explain.tense", name=fact("tense", reading.tense)),
        gettext("explain.subject", name=subject),
        gettext("explain.negated") if reading.negated else "",
    ]
    lines = [pen.wrap(f"“{reading.text}”", 2), pen.faint(pen.wrap(", ".join(fact for fact in facts if fact), 4))]
    said = gettext("explain.tentative") if judged.tentative_outcome else _answer(judged.outcome)
    by_rule = judged.where_promised or not judged.tentative_outcome
    why = judged.report_grounds if by_rule else (TENTATIVE,)
    found = (
        (gettext("column.commitments"), _answer(judged.firmness), judged.grounds),
        (gettext("column.reports"), said, why),
    )
    for name, answer, grounds in found:
        if grounds:
            lines.append(pen.wrap(f"{name}: {answer}, {_why(grounds[0])}", 4))
    return lines + [pen.wrap(f"{gettext('explain.kind')}: {why}", 4) for why in _kinds(judged)]


def _answer(said: object) -> str:
    return gettext("explain.yes") if said else gettext("explain.no")


def _kinds(judged: ClauseJudgement) -> Iterator[str]:
    """Why a promise is of its kind: the rule that says so, or what a reader learned, with its strongest features."""
    grounds = judged.grounds if judged.firmness else ()
    if KIND_LEARNED in grounds:
        features = grounds[grounds.index(KIND_LEARNED) + 1 :]
        yield f"{_why(KIND_LEARNED)} ({', '.join(map(readers.weighed, features))})"
        return
    yield from (_why(rule.id) for rule in load_rules("kinds") if rule.id in grounds)


def _why(ground: str) -> str:
    """What a ground means; after its name in no language."""
    said = meaning(ground) or ground
    return f"{ground}: {said}" if language() == PLAIN else said


def _commitment(row: Commitment, pen: TextStyle) -> str:
    when = [gettext("statement.due", deadline=due(row.deadline))] if row.deadline else []
    facts = [
        f"“{row.quote}”",
        ", ".join([word(row.firmness), word(row.kind), gettext("explain.by", name=word(row.actor)), *when]),
        *(gettext("explain.amount", words=amount.text) for amount in row.amounts),
        *(gettext("explain.names", words=reference.text) for reference in row.references),
        *(gettext("statement.condition", words=condition) for condition in row.conditions),
        *(gettext("statement.hedged", words=hedge) for hedge in row.hedges),
        *(gettext("explain.inherited", words=name) for name in row.inherited),
        gettext("explain.rule", rule=read_by(row.rule), number=row.confidence),
    ]
    return "\n".join([pen.bold(gettext("explain.commitment")), *(pen.wrap(fact, 2) for fact in facts)])


def _report(row: StatusReport, pen: TextStyle) -> str:
    moved = " → ".join(due(deadline) for deadline in (row.old_deadline, row.new_deadline) if deadline)
    outcome = word(row.outcome) + (f", {moved}" if moved else "")
    facts = [f"“{row.quote}”", outcome, gettext("explain.rule", rule=read_by(row.rule), number=row.confidence)]
    return "\n".join([pen.bold(gettext("explain.report")), *(pen.wrap(fact, 2) for fact in facts)])
