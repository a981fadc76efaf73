"""What a letter prints about itself: dossier, number, date, title and who signed it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from tracker.documents.layout.blocks import Printed
from tracker.documents.layout.patterns import find, match, phrases
from tracker.documents.structure.date_line import find_date_line
from tracker.documents.structure.outline import Arrangement
from tracker.model import PassageKind

_ENOUGH = 3
"""So many references must agree on a dossier before it is taken for the letter's own."""


class Masthead(Struct, frozen=True):
    """What is printed; None or empty where the letter is silent; `guessed`: the dossier comes from references."""

    dossier: str | None = None
    number: str | None = None
    date: dt.date | None = None
    date_line: str | None = None
    title: str | None = None
    signatories: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    session: str | None = None
    guessed: bool = False


def read_masthead(arrangement: Arrangement, printed: Printed) -> Masthead:
    """The masthead of a letter, from its blocks and from what its format states outright."""
    top = arrangement.lines(PassageKind.MASTHEAD)
    heads = arrangement.lines(PassageKind.FURNITURE)
    running = next((found for text in heads if (found := match("running_head", text))), None)
    dossier_head = next((found for text in top if (found := match("dossier_head", text))), None)
    number = next((found["number"] for text in top if (found := match("paper_number", text))), None)
    dated = find_date_line([*top, *heads], arrangement.lines())
    own = printed.dossier or (dossier_head and dossier_head["dossier"]) or (running and running["dossier"])
    session = next((found["session"] for text in [*top, *heads] if (found := match("session", text))), None)
    signing = arrangement.lines(PassageKind.SIGNATURE)
    signatories = printed.signatories or _signed(signing)
    referred = None if own else _referred_dossier(arrangement.lines())
    return Masthead(
        dossier=own or referred,
        number=printed.number or number or (running["number"] if running else None),
        date=_iso(printed.date) or (dated.day if dated else None),
        date_line=dated.line if dated else printed.date,
        title=_labelled(top) or printed.title or (dossier_head["title"] if dossier_head else _above_number(top)),
        signatories=signatories,
        offices=_offices(signing, signatories),
        session=session and session.replace("–", "-"),
        guessed=referred is not None,
    )


def _iso(text: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _labelled(lines: Sequence[str]) -> str | None:
    """The subject that the letter announces ("Betreft: …")."""
    for line in lines:
        if found := match("subject", line):
            return str(found["title"]).strip()
    return _after_label(lines)


def _above_number(lines: Sequence[str]) -> str | None:
    """The title of the dossier, where it stands alone above the number of the paper."""
    return lines[0] if len(lines) > 1 and match("paper_number", lines[1]) else None


def _after_label(lines: Sequence[str]) -> str | None:
    """What follows a line that is only a label, with the next line where the first breaks off."""
    for at, line in enumerate(lines[:-1]):
        if match("subject_label", line):
            found = lines[at + 1]
            broken = found.split()[-1].casefold() in phrases().unfinished and at + 2 < len(lines)
            return f"{found} {lines[at + 2]}" if broken else found
    return None


def _signed(lines: Sequence[str]) -> tuple[str, ...]:
    """The names below the letter."""
    return tuple(line for line in lines if match("person", line) and not match("function", line))


def _offices(lines: Sequence[str], names: Sequence[str]) -> tuple[str, ...]:
    """The office printed above each name, "" where none is."""
    held: dict[str, str] = {}
    office = ""
    for line in lines:
        if line in names:
            held[line], office = office, ""
        elif match("function", line):
            office = line.rstrip(" ,")
    return tuple(held.get(name, "") for name in names)


def _referred_dossier(lines: Sequence[str]) -> str | None:
    """The dossier that a letter without a masthead refers to most."""
    counts = Counter(found["dossier"].replace(" ", "") for line in lines for found in find("dossier_reference", line))
    if not counts:
        return None
    dossier, count = max(counts.items(), key=lambda pair: (pair[1], pair[0]))
    others = sum(counts.values()) - count
    return f"{dossier[:2]} {dossier[2:]}" if count >= _ENOUGH and count * 2 > others else None
