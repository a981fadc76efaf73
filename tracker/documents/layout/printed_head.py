"""The printed head of a paper in wrapped text: dossier, kind, addressee and day are lines of their own.

A page that was copied has no blank lines there, and its lines would run on into the letter.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracker.documents.layout.lines import TextLine
from tracker.documents.layout.patterns import ShapeName, match
from tracker.temporal.printed_date import printed_dates

_REACH = 60
"""So many lines from the top the head of a paper ends: what a site prints above it is long. Judged, not measured."""
_LONGEST = 200
"""A longer line is running text."""
_KINDS: tuple[ShapeName, ...] = ("paper_number", "paper_kind")
_BEGIN: tuple[ShapeName, ...] = (*_KINDS, "addressee", "dossier_head", "dossier_alone", "session")
_WHOLE: tuple[ShapeName, ...] = ("dossier_alone", "addressee")
"""What is whole on its line; the title of a dossier or the name of a kind may run on."""
_ASKED: tuple[ShapeName, ...] = ("questions_of", "answering")
"""What the title of questions with their answers is made of."""
_CLOSES = " .,"


def head_breaks(lines: Sequence[TextLine]) -> set[int]:
    """The positions of the lines that begin a block, from the top of a paper's head to right below its day.

    Empty where no day with its place stands below an addressee or the kind of a paper, and no questions are answered,
    but for lines that were parted into columns.
    """
    opening = lines[:_REACH]
    pieces = {at for at in range(1, len(opening)) if lines[at].number == lines[at - 1].number}
    return _official_breaks(lines, opening) | pieces | {at + 1 for at in pieces}


def _official_breaks(lines: Sequence[TextLine], opening: Sequence[TextLine]) -> set[int]:
    asked = next((at for at, line in enumerate(opening) if match("question_label", line.text)), 0)
    if any(match("answering", line.text) for line in opening[:asked]):
        return {at for at in range(asked) if any(match(name, lines[at].text) for name in _ASKED)}
    end = next((at for at, line in enumerate(opening) if _is_day(line.text)), None)
    if end is None or not any(_is(line.text, (*_KINDS, "addressee")) for line in opening[:end]):
        return set()
    begins = {at for at in range(end) if _is(lines[at].text, _BEGIN) and not lines[at].text[:4].isdecimal()}
    after = {at + 1 for at in begins if _ends(lines[at].text, lines[at + 1].text)}
    return begins | after | {end, end + 1}


def _is(text: str, names: Sequence[ShapeName]) -> bool:
    return len(text) <= _LONGEST and any(match(name, text) for name in names)


def _ends(text: str, following: str) -> bool:
    """Whether a line of the head is whole: the kind of a paper, in capitals, may run on in the next one."""
    if _is(text, _KINDS):
        number = match("paper_number", text)
        kind = text[number.end() :] if number else text
        return not (kind.isupper() and following.isupper()) or _is(following, _BEGIN)
    return _is(text, _WHOLE) and following[:1].isupper()


def _is_day(text: str) -> bool:
    """Whether a line is a label or place with a day, and nothing else."""
    days = printed_dates(text) if len(text) <= _LONGEST else ()
    return any(not day.after.strip(_CLOSES) and match("date_label", day.before) for day in days)
