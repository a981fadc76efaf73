"""The tagger beside dateparser and a baseline of plain rules, on the phrases of tests/cases/time_phrases.toml.

Run with `pytest tests/benchmarks/bench_taggers.py -s`; dateparser is asked only where it is installed. The baseline
reads what rule sets without a frame read: years, months, seasons, quarters and days as the whole of what they name.
"""

from __future__ import annotations

import calendar
import datetime as dt
import importlib
import importlib.util
import re
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

from tracker.temporal.timex import TimexRole, tag_times

_LETTER = dt.date(2025, 5, 20)
_TABLE = tomllib.loads((Path(__file__).parents[1] / "cases" / "time_phrases.toml").read_text(encoding="utf-8"))
_MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
_SEASONS = {"voorjaar": 3, "zomer": 6, "najaar": 9}
_HELD = (TimexRole.DUE, TimexRole.UNTIL, TimexRole.FROM)

Span = tuple[str, str]


def ours(phrase: str) -> Span | None:
    """What the tracker reads."""
    times = [one for one in tag_times(f"De brug is {phrase} klaar.", _LETTER) if one.role in _HELD and not one.negated]
    return (str(times[0].deadline.start or ""), str(times[0].deadline.end or "")) if times else None


def plain(phrase: str) -> Span | None:
    """What is named, without frames: "uiterlijk mei 2026" is May 2026."""
    year = int(found[0]) if (found := re.search(r"20\d\d", phrase)) else _LETTER.year
    if quarter := re.search(r"(?:q([1-4])|(eerste|tweede|derde|vierde) kwartaal)", phrase.lower()):
        number = int(quarter[1] or ("eerste", "tweede", "derde", "vierde").index(quarter[2]) + 1)
        return _months(year, 3 * number - 2, 3)
    if month := next((at for at, name in enumerate(_MONTHS, 1) if re.search(rf"\b{name}\b", phrase)), None):
        day = re.search(rf"(\d\d?) {_MONTHS[month - 1]}", phrase)
        return (str(dt.date(year, month, int(day[1]))),) * 2 if day else _months(year, month, 1)
    if season := next((first for name, first in _SEASONS.items() if name in phrase), None):
        return _months(year, season, 3)
    return _months(year, 1, 12) if found else None


def _months(year: int, first: int, count: int) -> Span:
    last = first + count - 1
    return str(dt.date(year, first, 1)), str(dt.date(year, last, calendar.monthrange(year, last)[1]))


def dateparser(phrase: str) -> Span | None:
    """The one day that dateparser finds in the phrase."""
    base = dt.datetime(_LETTER.year, _LETTER.month, _LETTER.day)
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "future"}
    found = importlib.import_module("dateparser.search").search_dates(phrase, languages=["nl"], settings=settings)
    return (str(found[0][1].date()),) * 2 if found else None


def test_the_tagger_reads_more_than_the_others() -> None:
    readers: list[Callable[[str], Span | None]] = [ours, plain]
    if importlib.util.find_spec("dateparser"):
        readers.append(dateparser)
    shares = {}
    for reader in readers:
        begun = time.perf_counter()
        exact = sum(reader(phrase) == (start, end) for phrase, start, end in _TABLE["phrases"])
        none = sum(reader(phrase) is None for phrase in _TABLE["undated"])
        took = (time.perf_counter() - begun) * 1000 / (len(_TABLE["phrases"]) + len(_TABLE["undated"]))
        shares[reader.__name__] = exact / len(_TABLE["phrases"])
        undated = none / len(_TABLE["undated"])
        print(f"{reader.__name__:12} exact {shares[reader.__name__]:.2f}  none {undated:.2f}  {took:.2f} ms a phrase")
    assert shares["ours"] == max(shares.values())
