"""The few lines of a new letter's report that fit beside a commit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from tracker.i18n.catalog import day, gettext, ngettext
from tracker.ledger.news import ASKED
from tracker.statuses import STEPS
from tracker.views.labels import counted_news, piece_of_news
from tracker.views.sheet import ReportView, ThreadEntry
from tracker.views.text_style import TextStyle

LINES = 10
"""Lines that a commit shows of a report, the one that names the file among them."""

_STEPS = [row for row in STEPS.values() if row.news]
_KEYS: tuple[str, ...] = (
    *(row.step for row in _STEPS if row.step and row.is_accusing),
    "silent",
    *ASKED,
    *(row.step for row in _STEPS if row.step and not row.is_accusing),
    "coming",
)
"""The blocks of a report; those that accuse come first."""


def brief(sheet: ReportView, file: str, pen: TextStyle) -> str:
    """A report in at most LINES lines: its title, its figures, some entries of each block, and where the rest is."""
    rows = list(_rows(sheet))
    room = LINES - 3
    chosen = rows if len(rows) <= room else sorted(rows, key=lambda row: row[0])[: room - 1]
    told = [_line(key, row, pen) for at, key, row in rows if (at, key, row) in chosen]
    more = ["  " + gettext("sheet.more", number=len(rows) - len(told))] if len(told) < len(rows) else []
    lines = [sheet.title, f"  {_figures(sheet)}", *told, *more, "  " + gettext("commit.whole-report", file=file)]
    return "\n".join(pen.clip(line, pen.width) for line in lines) + "\n"


def in_two_lines(sheet: ReportView, file: str, pen: TextStyle) -> str:
    """A report in two lines: its title, and its figures with where it is."""
    lines = [sheet.title, f"  {_figures(sheet)} · {file}"]
    return "\n".join(pen.clip(line, pen.width) for line in lines) + "\n"


def brief_of_many(sheet: ReportView, file: str, pen: TextStyle) -> str:
    """The report of many letters: its title, its figures, a line for some of the letters, and where the rest is."""
    rows = sheet.block("letters")
    told = [f"  {row.title}: {row.facts[0]}" for row in rows[:LINES]]
    more = ["  " + gettext("sheet.more", number=len(rows) - len(told))] if len(told) < len(rows) else []
    figures = [f"  {sentence}" for sentence in sheet.sentences]
    lines = [sheet.title, *figures, *told, *more, "  " + gettext("commit.whole-report", file=file)]
    return "\n".join(pen.clip(line, pen.width) for line in lines) + "\n"


def _figures(sheet: ReportView) -> str:
    """How many entries each block of a report has, and how many promises in all where the letter speaks of others."""
    figures = [counted_news(key, len(sheet.block(key))) for key in _KEYS if sheet.block(key)]
    listed = sum(len(sheet.block(row.step)) for row in _STEPS if row.step)
    covered = [ngettext("new-letter.spoken", sheet.spoken)] if sheet.spoken > listed else []
    return " · ".join([*figures, *covered]) or gettext("commit.no-promises")


def _rows(sheet: ReportView) -> Iterator[tuple[int, str, ThreadEntry]]:
    """Each entry with the round in which it is chosen, two of a block a round; of new promises the dated ones first."""
    for key in _KEYS:
        entries = sheet.block(key) if key != "coming" else ()
        ordered = sorted(entries, key=lambda row: row.due is None) if key == "promised" else entries
        yield from ((at // 2, key, row) for at, row in enumerate(ordered))


def _line(key: str, row: ThreadEntry, pen: TextStyle) -> str:
    """A word, a title and a fact; the title makes room for the fact."""
    lead, fact = f"  {piece_of_news(key):<13}  ", _fact(key, row)
    after = f" · {fact}" if fact else ""
    return f"{lead}{pen.clip(row.title, pen.width - len(lead) - len(after))}{after}"


def _fact(key: str, row: ThreadEntry) -> str:
    """The days that a deadline moved from and to, the last day of another, or how late something was delivered."""
    if key == "postponed":
        return _moved(row)
    if key == "delivered":
        return row.facts[-1] if row.due else ""
    return gettext("statement.due", deadline=row.due) if row.due else ""


def _moved(row: ThreadEntry) -> str:
    if row.first_due is None and row.due is None:
        return gettext("statement.moved-undated")
    later = ngettext("count.days-later", row.days) if row.days else ""
    return f"{_day(row.first_due)} → {_day(row.due)}{f', {later}' if later else ''}"


def _day(value: dt.date | None) -> str:
    return day(value) if value else gettext("statement.no-date")
