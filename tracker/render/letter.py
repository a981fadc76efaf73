"""One letter: its masthead, its outline, and its commitments and reports with their place and thread."""

from __future__ import annotations

from tracker.i18n.catalog import gettext, ngettext, score, text_of
from tracker.ledger.queries import Index
from tracker.model import Commitment, Letter, Statement, StatusReport
from tracker.views.labels import read_by, word
from tracker.views.names import due, paper, when
from tracker.views.offices import undertaker
from tracker.views.text_style import TextStyle


def render(index: Index, letter: Letter, pen: TextStyle) -> str:
    """The letter as the tracker reads it."""
    commitments, reports = index.commitments_of(letter.id), index.reports_of(letter.id)
    blocks = [
        _masthead(letter, pen),
        _outline(letter, pen),
        _statements(gettext("letter.commitments"), [_commitment(index, row, pen) for row in commitments], pen),
        _statements(gettext("letter.reports"), [_report(index, row, pen) for row in reports], pen),
    ]
    return "\n\n".join(blocks) + "\n"


def _masthead(letter: Letter, pen: TextStyle) -> str:
    """What is known of the letter as a whole, and on what ground."""
    facts = [
        ("id", letter.id),
        (gettext("letter.paper"), paper(letter)),
        *(((gettext("letter.session"), letter.session),) if letter.session else ()),
        (gettext("column.date"), f"{when(letter, 'long')} ({word(letter.date_source)})"),
        *(("", f"“{sentence}”") for sentence in letter.date_evidence),
        (gettext("letter.signed-by"), ", ".join(_signed(letter)) or gettext("word.unknown")),
        (gettext("sheet.file"), letter.path),
        *((gettext("letter.note"), text_of(notice)) for notice in letter.notices),
    ]
    title = pen.bold(pen.wrap(letter.title or paper(letter), 0))
    return "\n".join([title, *(pen.wrap(f"{name:<10} {value}", 2) for name, value in facts)])


def _signed(letter: Letter) -> list[str]:
    """The signatories, each with the office that is printed."""
    offices = letter.offices or ("",) * len(letter.signatories)
    return [f"{name} ({office})" if office else name for name, office in zip(letter.signatories, offices, strict=True)]


def _outline(letter: Letter, pen: TextStyle) -> str:
    lines = [pen.wrap(section.heading, 2 * section.level) for section in letter.sections]
    heading = ngettext("letter.outline", len(lines))
    return "\n".join([pen.bold(heading), *(lines or ["  " + gettext("letter.no-headings")])])


def _statements(heading: str, entries: list[str], pen: TextStyle) -> str:
    told = pen.bold(pen.wrap(f"{heading} ({len(entries)})", 0))
    return "\n".join([told, *(entries or ["  " + gettext("sheet.none")])])


def _commitment(index: Index, row: Commitment, pen: TextStyle) -> str:
    """The quote, then its reading: firmness, kind, actor, deadline, amounts, conditions, rule."""
    facts = [
        f"{word(row.firmness)} {word(row.kind)}",
        word(undertaker(index, row.actor)),
        gettext("statement.due", deadline=due(row.deadline)) if row.deadline else "",
        ", ".join(amount.text for amount in row.amounts),
        gettext("statement.condition", words="; ".join(row.conditions)) if row.conditions else "",
        gettext("statement.hedged", words=", ".join(row.hedges)) if row.hedges else "",
    ]
    return _entry(index, row, facts, pen)


def _report(index: Index, row: StatusReport, pen: TextStyle) -> str:
    """The quote, then its reading: outcome, old and new deadline, rule."""
    moved = [due(deadline) for deadline in (row.old_deadline, row.new_deadline) if deadline]
    return _entry(index, row, [word(row.outcome), " → ".join(moved), row.when.text if row.when else ""], pen)


def _entry(index: Index, row: Statement, facts: list[str], pen: TextStyle) -> str:
    thread = index.thread_of.get(row.id)
    line = gettext("statement.line", number=str(row.location.line))
    where = f"p. {row.location.page}, {line}" if row.location.page else line
    where += ", OCR" if row.location.ocr else ""
    known = [
        *facts,
        where,
        f"{read_by(row.rule)}, {score(row.confidence)}",
        f"{thread.id} {word(thread.status)}" if thread else "",
    ]
    return f"{pen.wrap(f'“{row.quote}”', 2)}\n{pen.faint(pen.wrap(' · '.join(fact for fact in known if fact), 4))}"
