"""What a letter prints about itself: dossier, number, date, title and who signed it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from tracker.documents.layout.blocks import Printed
from tracker.documents.layout.patterns import match, phrases
from tracker.documents.structure.candidates import HeadingCandidate
from tracker.documents.structure.date_line import MonthLine, bare_date, find_date_line, find_month_line
from tracker.documents.structure.identity import read_identity
from tracker.documents.structure.outline import Arrangement
from tracker.documents.structure.planned_days import but_planned
from tracker.documents.structure.signatories import answered_by, signed_by
from tracker.model import PassageKind
from tracker.text.days import iso_day

_OPENING = 15
"""So many blocks from the top a paper says what it answers."""


class Masthead(Struct, frozen=True):
    """What is printed; None or empty where the letter is silent; `guessed`: the dossier comes from references."""

    dossier: str | None = None
    number: str | None = None
    code: str | None = None
    """What names a paper without a dossier."""
    date: dt.date | None = None
    date_line: str | None = None
    month: MonthLine | None = None
    """What is printed where no day is."""
    title: str | None = None
    signatories: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    session: str | None = None
    guessed: bool = False


def read_masthead(arrangement: Arrangement, printed: Printed) -> Masthead:
    """The masthead of a letter, from its blocks and from what its format states outright."""
    top = arrangement.lines(PassageKind.MASTHEAD)
    valid = [this for this in arrangement.blocks if not this.block.struck]
    heads = [this.text for this in valid if this.block.kind is PassageKind.FURNITURE]
    dossier_head = next((found for text in top if (found := match("dossier_head", text))), None)
    blocks = but_planned([this for this in valid if this.block.kind is not PassageKind.FOOTNOTE])
    own, free = [this.text for this in blocks], [this.text for this in blocks if this.block.place is None]
    around = [*(this.text for this in blocks if this.block.kind is PassageKind.MASTHEAD), *heads]
    dated = find_date_line(around, own)
    session = next((found["session"] for text in [*top, *heads] if (found := match("session", text))), None)
    signed = signed_by(arrangement.lines(PassageKind.SIGNATURE), printed.signatories)
    signed = signed if signed.names else answered_by(arrangement.lines()[:_OPENING])
    identity = read_identity(top, [*heads, *_with_heads(valid[:_OPENING])], [this.text for this in valid], printed)
    return Masthead(
        dossier=identity.dossier,
        number=identity.number,
        code=identity.code,
        date=iso_day(printed.date) or (dated.day if dated else None),
        month=None if dated or printed.date else find_month_line(around, own, free),
        date_line=dated.line if dated else printed.date,
        title=_below_head(valid[:_OPENING])
        or _labelled(top)
        or printed.title
        or (dossier_head["title"] if dossier_head else _above_number(top))
        or _asked(arrangement.lines())
        or _in_cells(arrangement.lines()),
        signatories=signed.names,
        offices=signed.offices,
        session=session and session.replace("–", "-"),
        guessed=identity.guessed,
    )


def _with_heads(cells: Sequence[HeadingCandidate]) -> Iterator[str]:
    """What stands in the cells of a table, each behind the head of its column."""
    for this in cells:
        if this.block.place is not None and this.block.place.column:
            yield f"{this.block.place.column} {this.text}"


def _below_head(cells: Sequence[HeadingCandidate]) -> str | None:
    """The subject where its label heads a column, beside those of the day and the reference."""
    for this in cells:
        if this.block.place is not None and this.block.place.column and match("subject_label", this.block.place.column):
            return this.text if this.block.kind is PassageKind.MASTHEAD else None
    return None


def _labelled(lines: Sequence[str]) -> str | None:
    """The subject that the letter announces ("Betreft: …")."""
    for line in lines:
        if found := match("subject", line):
            return str(found["title"]).strip()
    return _after_label(lines)


def _above_number(lines: Sequence[str]) -> str | None:
    """The title of the dossier, where it stands alone above the number of the paper."""
    for line, below in pairwise(lines):
        if match("paper_number", below) and not (match("dossier_alone", line) or match("paper_code", line)):
            return line
    return None


def _asked(lines: Sequence[str]) -> str | None:
    """The words that introduce the questions that a paper answers."""
    return next((found["title"] for line in lines[:_OPENING] if (found := match("questions_of", line))), None)


def _after_label(lines: Sequence[str]) -> str | None:
    """What follows a line that is only a label, with the next line where the first breaks off."""
    for at, line in enumerate(lines[:-1]):
        if match("subject_label", line):
            found = lines[at + 1]
            broken = found.split()[-1].casefold() in phrases().unfinished and at + 2 < len(lines)
            return f"{found} {lines[at + 2]}" if broken else found
    return None


def _in_cells(lines: Sequence[str]) -> str | None:
    """The subject where its label stands in the text, as in a table of labels and values; a day below it is none."""
    for label, value in pairwise(lines[:_OPENING]):
        if match("subject_label", label):
            return None if bare_date(value) or match("date_heading", value) else value
    return None
