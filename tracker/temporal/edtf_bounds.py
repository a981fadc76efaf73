"""A date written in the Extended Date/Time Format → the first and last day that it may mean."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[?~%]?$")


def bounds_of(text: str) -> tuple[dt.date, dt.date]:
    """The first and last day of "2016-11-29", "2016-11", "2015?", "2014-10/2016-10", or rarer forms.

    Raises ValueError: it is no such date, or has an open end.
    """
    begin, slash, end = text.partition("/")
    if slash and not (begin and end):
        raise ValueError("its begin or its end is not known")
    if _POINT.match(begin) and (not slash or _POINT.match(end)):
        low, high = _point(begin)[0], _point(end if slash else begin)[1]
    else:
        low, high = _rare(text)
    if low > high:
        raise ValueError("its end lies before its begin")
    return low, high


def _point(text: str) -> tuple[dt.date, dt.date]:
    found = _POINT.match(text)
    year, month, day = (int(part) if part else None for part in found.groups())  # type: ignore[union-attr]  # matched before
    if year is None or month is None:
        return dt.date(year or 1, 1, 1), dt.date(year or 1, 12, 31)
    if day is not None:
        return dt.date(year, month, day), dt.date(year, month, day)
    return dt.date(year, month, 1), dt.date(year, month, monthrange(year, month)[1])


def _rare(text: str) -> tuple[dt.date, dt.date]:
    """Seasons, decades and whatever else the format knows."""
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        parsed = parse_edtf(text)
        return dt.date(*parsed.lower_strict()[:3]), dt.date(*parsed.upper_strict()[:3])
    except (EDTFParseException, AttributeError, TypeError, IndexError) as fault:
        raise ValueError("it is no EDTF date") from fault
