"""One letter: its masthead, its outline, and its commitments and reports with their place and thread."""

from __future__ import annotations

from tracker.ledger import Index
from tracker.model import Commitment, Letter, Report, Statement
from tracker.reports.names import count, dated, due, paper
from tracker.reports.pen import Pen


def render(index: Index, letter: Letter, pen: Pen) -> str:
    """The letter as the tracker reads it."""
    commitments, reports = index.commitments_of(letter.id), index.reports_of(letter.id)
    blocks = [
        _masthead(letter, pen),
        _outline(letter, pen),
        _statements("Commitments", [_commitment(index, row, pen) for row in commitments], pen),
        _statements("Reports", [_report(index, row, pen) for row in reports], pen),
    ]
    return "\n\n".join(blocks) + "\n"


def _masthead(letter: Letter, pen: Pen) -> str:
    """What is known of the letter as a whole, and on what ground."""
    facts = [
        ("id", letter.id),
        ("paper", paper(letter)),
        *((("session", letter.session),) if letter.session else ()),
        ("date", f"{dated(letter)} ({letter.date_source})"),
        *(("", f"“{sentence}”") for sentence in letter.date_evidence),
        ("signed by", ", ".join(_signed(letter)) or "unknown"),
        ("file", letter.path),
        *(("note", notice) for notice in letter.notices),
    ]
    title = pen.bold(pen.wrap(letter.title or paper(letter), 0))
    return "\n".join([title, *(pen.wrap(f"{name:<10} {value}", 2) for name, value in facts)])


def _signed(letter: Letter) -> list[str]:
    """The signatories, each with the office that is printed."""
    offices = letter.offices or ("",) * len(letter.signatories)
    return [f"{name} ({office})" if office else name for name, office in zip(letter.signatories, offices, strict=True)]


def _outline(letter: Letter, pen: Pen) -> str:
    lines = [pen.wrap(section.heading, 2 * section.level) for section in letter.sections]
    return "\n".join([pen.bold(f"Outline ({count(len(lines), 'section')})"), *(lines or ["  no headings"])])


def _statements(heading: str, entries: list[str], pen: Pen) -> str:
    return "\n".join([pen.bold(f"{heading} ({len(entries)})"), *(entries or ["  none"])])


def _commitment(index: Index, row: Commitment, pen: Pen) -> str:
    """The quote, then its reading: firmness, kind, actor, deadline, amounts, conditions, rule."""
    facts = [
        f"{row.firmness} {row.kind}",
        row.actor,
        f"due {due(row.deadline)}" if row.deadline else "",
        ", ".join(amount.text for amount in row.amounts),
        f"on condition: {'; '.join(row.conditions)}" if row.conditions else "",
        f"hedged: {', '.join(row.hedges)}" if row.hedges else "",
    ]
    return _entry(index, row, facts, pen)


def _report(index: Index, row: Report, pen: Pen) -> str:
    """The quote, then its reading: outcome, old and new deadline, rule."""
    moved = [due(deadline) for deadline in (row.old_deadline, row.new_deadline) if deadline]
    return _entry(index, row, [row.outcome, " → ".join(moved), f"in {row.when.text}" if row.when else ""], pen)


def _entry(index: Index, row: Statement, facts: list[str], pen: Pen) -> str:
    thread = index.thread_of.get(row.id)
    where = f"p. {row.location.page}, line {row.location.line}" if row.location.page else f"line {row.location.line}"
    known = [*facts, where, f"{row.rule}, {row.confidence:.2f}", f"{thread.id} {thread.status}" if thread else ""]
    return f"{pen.wrap(f'“{row.quote}”', 2)}\n{pen.faint(pen.wrap(' · '.join(fact for fact in known if fact), 4))}"
