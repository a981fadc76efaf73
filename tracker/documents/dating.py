"""When a letter was written: the first that there is of what states it, from its folder's word to its file's."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from textwrap import shorten

from msgspec import Struct

from tracker.documents.manifest import ManifestEntry
from tracker.documents.structure.date_line import MonthLine
from tracker.documents.structure.masthead import Masthead
from tracker.i18n.message import Message, message
from tracker.model import DateSource, Passage
from tracker.temporal.document_date import Bounds, infer_bounds
from tracker.temporal.edtf_bounds import bounds_of
from tracker.temporal.timex import tag_times
from tracker.text.days import iso_day

_NAMED = re.compile(r"(?<![\d-])((?:19|20)\d\d)(?:-(\d\d)(?:-(\d\d))?(?![\d-])|(\d\d)(\d\d)(?!\d))")
"""A month or a day in the name of a file: 2024-10, 2024-10-31, 20241031."""


_NEW_YEAR = 2
"""Until this month a letter may print the year that is over."""
_LEAP = (2, 29)
"""The day that only some years have."""


class Dated(Struct, frozen=True):
    """When a letter was written, how that is known, and what speaks against it."""

    date: dt.date | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None
    source: DateSource = DateSource.UNKNOWN
    evidence: tuple[str, ...] = ()
    notices: tuple[Message, ...] = ()


def date_letter(
    path: str, facts: ManifestEntry, masthead: Masthead, made: str | None, passages: tuple[Passage, ...]
) -> Dated:
    """The date: what the manifest states, what is printed, the file's name, the bounds of the text, its properties.

    A name outweighs the text's bounds: a paper without a date (a budget) speaks of many years, and whoever keeps
    letters by date names them so. `made` is the day in the file's properties: a file may be made long after its paper.
    """
    if facts.date is not None:
        return _stated(facts.date, masthead, passages)
    if masthead.date is not None:
        slip = _slip(masthead.date, masthead.date_line or "", passages)
        return slip or Dated(masthead.date, source=DateSource.HEADER, evidence=(masthead.date_line or "",))
    bounds = infer_bounds(passages)
    named = _date_in_name(path)
    if masthead.month is not None and not (named and _narrows(named, masthead.month)):
        month = masthead.month
        return Dated(None, month.first, month.last, DateSource.HEADER, (month.line,))
    if named is not None:
        name = PurePosixPath(path).name
        low, high = bounds_of(named)
        against = tuple(_against_text(name, named, bounds))
        return Dated(low if low == high else None, low, high, DateSource.INFERRED, (name,), against)
    if bounds.earliest is not None and bounds.latest is not None:
        day = bounds.earliest if bounds.earliest == bounds.latest else None
        return Dated(day, bounds.earliest, bounds.latest, DateSource.INFERRED, bounds.evidence)
    return _made(path, made, bounds) or Dated(evidence=bounds.evidence)


def _stated(date: str, masthead: Masthead, passages: tuple[Passage, ...]) -> Dated:
    """The date that the manifest states; where the letter prints none, its text may speak against it."""
    low, high = bounds_of(date)
    line = f"letters.toml: {date}"
    against = () if masthead.date else tuple(_against_text("letters.toml", date, infer_bounds(passages)))
    if low != high:
        return Dated(None, low, high, DateSource.MANIFEST, (line,), against)
    if masthead.date == low:
        return Dated(low, source=DateSource.HEADER, evidence=(masthead.date_line or "",))
    return Dated(low, source=DateSource.MANIFEST, evidence=(line,), notices=against)


def _slip(printed: dt.date, line: str, passages: tuple[Passage, ...]) -> Dated | None:
    """The day a year on, where a paper of the first months prints the old year: its text holds that day to be past."""
    if printed.month > _NEW_YEAR or (printed.month, printed.day) == _LEAP:
        return None
    meant = printed.replace(year=printed.year + 1)
    if not any(_names(passage.text, meant) for passage in passages):
        return None
    bounds = infer_bounds(passages)
    if bounds.earliest != meant or (bounds.latest is not None and bounds.latest < meant):
        return None
    told = message("notice.date-slip", printed=printed, day=meant, quote=_quoted(bounds.evidence[0]))
    return Dated(meant, source=DateSource.INFERRED, evidence=(line, bounds.evidence[0]), notices=(told,))


def _names(text: str, day: dt.date) -> bool:
    """Whether a text names a day, in words or figures, with its year."""
    times = tag_times(text, None) if str(day.year) in text else ()
    return any(row.deadline.start == row.deadline.end == day for row in times)


def _made(path: str, made: str | None, bounds: Bounds) -> Dated | None:
    """The day on which the file says that it was made, unless the text of the letter speaks against it."""
    day = iso_day(made)
    if day is None or (bounds.earliest and day < bounds.earliest) or (bounds.latest and day > bounds.latest):
        return None
    return Dated(
        day,
        source=DateSource.FILE,
        evidence=(f"{PurePosixPath(path).name}: {day}",),
        notices=(message("notice.date-of-file", day=day),),
    )


def _date_in_name(path: str) -> str | None:
    """The one month or day of the calendar that the name of a file holds."""
    found = ["-".join(part for part in row.groups() if part) for row in _NAMED.finditer(PurePosixPath(path).stem)]
    known = [one for one in found if _is_date(one)]
    return known[0] if len(known) == 1 else None


def _narrows(named: str, month: MonthLine) -> bool:
    """Whether the day in a file's name lies within the month that the paper prints."""
    low, high = bounds_of(named)
    return low == high and month.first <= low <= month.last


def _is_date(text: str) -> bool:
    try:
        bounds_of(text)
    except ValueError:
        return False
    return True


def _against_text(source: str, stated: str, bounds: Bounds) -> Iterator[Message]:
    """Where manifest or file name date a letter that prints no date before or after what its text proves."""
    low, high = bounds_of(stated)
    said = {"source": source, "stated": stated}
    if bounds.earliest and high < bounds.earliest:
        quote = _quoted(bounds.evidence[0])
        yield message("notice.date-past", **said, day=bounds.earliest, quote=quote)
    if bounds.latest and low > bounds.latest:
        quote = _quoted(bounds.evidence[-1])
        yield message("notice.date-awaited", **said, day=bounds.latest, quote=quote)


def _quoted(sentence: str) -> str:
    return f"“{shorten(sentence, 160, placeholder=' …')}”"
