"""How one sentence is read: its time expressions as intervals, and the promises and reports that rules find in it."""

from __future__ import annotations

import datetime as dt

from tracker.deadlines import find_times
from tracker.model import Commitment, DateSource, Deadline, Letter, Passage, PassageKind, Report, Run
from tracker.reports.names import due
from tracker.reports.pen import Pen
from tracker.statements import read_statements


def render(sentence: str, day: dt.date | None, pen: Pen) -> str:
    """The reading of a sentence as it would stand in a letter of that day."""
    commitments, reports = read_statements(_letter_of(sentence, day))
    blocks = [
        f"{pen.wrap(f'“{sentence}”', 0)}\n  read as of {day or 'no date: give --date'}",
        _times(sentence, day, pen),
        *(_commitment(row, pen) for row in commitments),
        *(_report(row, pen) for row in reports),
        "" if commitments or reports else "No rule finds a promise or a report of an outcome in it.",
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _letter_of(sentence: str, day: dt.date | None) -> Letter:
    """A letter that holds this sentence alone."""
    text = " ".join(sentence.split())
    passage = Passage("sentence/p1", None, PassageKind.PARAGRAPH, text, (Run(0, 0, len(text)),), 1)
    source = DateSource.MANIFEST if day else DateSource.UNKNOWN
    return Letter("sentence", "sentence", text, (passage,), (), date=day, date_source=source)


def _times(sentence: str, day: dt.date | None, pen: Pen) -> str:
    """Each time expression with its sense and the interval that it stands for."""
    rows = [_time(time.sense, time.deadline) for time in find_times(sentence, day)]
    return "\n".join([pen.bold("Time expressions"), *(pen.wrap(row, 2) for row in rows or ["none"])])


def _time(sense: str, deadline: Deadline) -> str:
    interval = f"{deadline.start or '…'}..{deadline.end or '…'}" if deadline.end or deadline.start else "no dates"
    notice = f"; {deadline.notice}" if deadline.notice else ""
    return f"{deadline.text}: {interval} ({sense}, {deadline.precision}, {deadline.rule}{notice})"


def _commitment(row: Commitment, pen: Pen) -> str:
    facts = [
        f"“{row.quote}”",
        f"{row.firmness}, {row.kind}, by {row.actor}" + (f", due {due(row.deadline)}" if row.deadline else ""),
        *(f"amount: {amount.text}" for amount in row.amounts),
        *(f"names: {reference.text}" for reference in row.references),
        *(f"on condition: {condition}" for condition in row.conditions),
        *(f"hedged: {hedge}" for hedge in row.hedges),
        *(f"taken from the sentence before: {name}" for name in row.inherited),
        f"rule {row.rule}, confidence {row.confidence:.2f}",
    ]
    return "\n".join([pen.bold("Commitment"), *(pen.wrap(fact, 2) for fact in facts)])


def _report(row: Report, pen: Pen) -> str:
    moved = " → ".join(due(deadline) for deadline in (row.old_deadline, row.new_deadline) if deadline)
    facts = [
        f"“{row.quote}”",
        row.outcome + (f", {moved}" if moved else ""),
        f"rule {row.rule}, confidence {row.confidence:.2f}",
    ]
    return "\n".join([pen.bold("Report"), *(pen.wrap(fact, 2) for fact in facts)])
