"""How the faces name letters, places, dates and deadlines."""

from __future__ import annotations

import datetime as dt
import re
import textwrap
from pathlib import PurePosixPath
from typing import Literal

from tracker.i18n.catalog import day, gettext, span, text_of
from tracker.i18n.message import Message
from tracker.language.resources import entries
from tracker.ledger.fates import out_of_sight
from tracker.ledger.queries import Index
from tracker.model import Deadline, Letter, Statement, Thread
from tracker.views.text_style import GLUE

HEADING = 60
"""Columns that a heading may take where a quote's place is told."""


def paper(letter: Letter) -> str:
    """The paper as an official would cite it ("27 923, nr. 492"), or the file's stem where it is unknown."""
    return cited_as("bare", letter.dossier, letter.number) or PurePosixPath(letter.path).stem


def cited_as(form: Literal["bare", "full", "short"], series: str | None, number: str | None) -> str:
    """A paper of a dossier as the language of the letters cites it, "" where a part that the form has is unknown."""
    if not number or not (series or form == "short"):
        return ""
    cite = entries("citations", "paper").get(form, "{number}" if form == "short" else "{dossier}, {number}")
    return str(cite).format(dossier=dossier(series or ""), number=number)


def dossier(number: str) -> str:
    """A dossier number with its space: "27923" → "27 923"; anything else as it is."""
    return re.sub(r"^(\d{2})(\d{3})\b", r"\1 \2", number)


def short(letter: Letter) -> str:
    """A letter in a few columns: "nr. 492 (2024)", or the file's stem where the paper is unknown."""
    number = cited_as("short", None, letter.number).replace(" ", GLUE)
    if not number:
        return PurePosixPath(letter.path).stem
    return f"{number}{GLUE}({letter.anchor.year})" if letter.anchor else number


def when(letter: Letter, form: Literal["medium", "long"] = "medium") -> str:
    """The date of a letter as the language spoken writes it, the days that bound it, or "unknown"."""
    if letter.date:
        return day(letter.date, form)
    known = dated(letter)
    if letter.earliest and letter.latest and ".." in known:
        return span(letter.earliest, letter.latest, form)
    return gettext("word.unknown") if known == "unknown" else known


def dated(letter: Letter) -> str:
    """The date of a letter for programs: ISO, the days that bound it ("2014-10-01..2016-10-31"), or "unknown"."""
    if letter.date:
        return letter.date.isoformat()
    if letter.earliest and letter.latest:
        year = letter.earliest.year
        whole = (letter.earliest, letter.latest) == (dt.date(year, 1, 1), dt.date(year, 12, 31))
        return str(year) if whole else f"{letter.earliest}..{letter.latest}"
    return "unknown"


def place(index: Index, row: Statement) -> str:
    """Where a quote stands: letter, section, page where known, line."""
    section = index.sections.get(row.section or "")
    heading = textwrap.shorten(section.heading, HEADING, placeholder="…") if section else ""
    return located(row, short(index.letters[row.letter]), heading)


def located(row: Statement, letter: str, section: str) -> str:
    """Where a quote stands: the names given of its letter and section ("" for none), its page where known, its line."""
    parts = [
        letter,
        f"§{GLUE}{section}" if section else "",
        f"p.{GLUE}{row.location.page}" if row.location.page else "",
        "OCR" if row.location.ocr else "",
        gettext("statement.line", number=str(row.location.line)).replace(" ", GLUE),
    ]
    return ", ".join(part for part in parts if part)


def due(deadline: Deadline) -> str:
    """A deadline in its words with its last day: "uiterlijk eind 2024 [2024-12-31]"; words alone when undated.

    Words that count from the letter's day say so, where that is not known.
    """
    return f"{term(deadline.text, deadline.end)}{_needs(deadline)}{from_before() if deadline.inherited else ''}"


def _needs(deadline: Deadline) -> str:
    waits = isinstance(deadline.notice, Message) and deadline.notice.id == "time.undated-letter"
    return f" ({text_of(deadline.notice)})" if waits and deadline.notice else ""


def term(words: str, end: dt.date | None) -> str:
    """Words with a last day; one of them alone where the other is not known; a day without words was computed."""
    if words and end:
        return words if words.endswith(day(end, "long")) else f"{words} [{day(end)}]"
    return words or (gettext("statement.derived", day=end) if end else gettext("statement.no-date"))


def from_before() -> str:
    """What is told of a deadline that the quote does not have: it stands in the text before it."""
    return f" ({gettext('statement.deadline-before')})"


def taken_over(index: Index, thread: Thread) -> frozenset[dt.date | None]:
    """The last days that the statements of a thread have from the sentence or heading before them alone."""
    named = [deadline for _, deadline in index.named_in(thread)]
    own = {deadline.end for deadline in named if not deadline.inherited}
    return frozenset(deadline.end for deadline in named if deadline.inherited and deadline.end) - own


def course(index: Index, thread: Thread) -> str:
    """The deadlines of a thread, old → new."""
    terms, before = index.course(thread), taken_over(index, thread)
    if thread.slips and not any(end for _, end in terms):
        return gettext("statement.moved-undated")
    waiting = {one.text: _needs(one) for one in index.deadlines_of(thread)}
    return " → ".join(
        term(words, end) + (from_before() if end in before else "" if end else waiting.get(words, ""))
        for words, end in terms
    )


def unheard(index: Index, thread: Thread) -> str:
    """Since when no letter takes up a firm promise without a deadline; "" while it may still be heard of."""
    year = out_of_sight(index, thread)
    return gettext("report.out-of-sight", year=str(year)) if year else ""
