"""The numbers of registered promises in texts, in any spelling: other dashes, spaces, over the end of a line."""

from __future__ import annotations

import re
from functools import lru_cache

from tracker.extraction.number_expansion import written_out
from tracker.extraction.references import is_of_other_thing
from tracker.language.resources import word_list
from tracker.text.days import YEAR
from tracker.text.normalize import DASHES

_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Characters that nobody sees."""
_DASH = f"[-{DASHES}]"
_GAP = rf"[\s{_UNSEEN}]{{0,4}}"
_RUN = re.compile(r"[^\W\d_]+|\d+")
_NOWHERE = re.compile(r"(?!)")
_YEARS = re.compile(rf"{YEAR}(?:\D(?:{YEAR}|\d\d?))*")
"""A year, or years and months: no number."""
_LEAST = 3
"""Figures of a number that is not that of a row in a list; by judgement."""
_JOINTS = (r",\s", r"\sen\s", r";\s", "/")
"""What stands between two numbers of a list, each of one length as what comes before a place must be."""


def pieces(text: str) -> list[str]:
    """The letters and the figures of a text apart, in small letters: those of a number are the same in any spelling."""
    return [run.casefold() for run in _RUN.findall(text)]


def in_one_spelling(number: str) -> str:
    """A number as it is whatever its spelling: "TZ202402-158" of "tz 202402 – 158"; "" of what has none in it."""
    first, *rest = pieces(number) or [""]
    return f"{first.upper()}{'-'.join(rest)}"


def names(text: str, number: str) -> bool:
    """Whether a text has the number of a promise, and not a longer one that begins with it.

    It may stand in a list or range that gives it by its last figures alone. What has no letters and figures in it is no
    number that a text could be known by, nor what is called the code of something else.
    """
    if not may_name(text, number):
        return False
    places = ((said, place.start()) for said in (text, written_out(text)) for place in spelled(number).finditer(said))
    return any(not is_of_other_thing(said, begin) for said, begin in places)


def may_name(text: str, number: str) -> bool:
    """Whether a text has the first figures of a number: what has not need not be looked through for its spellings."""
    return all(run in text for run in [run for run in _RUN.findall(number) if run.isdigit()][:1])


@lru_cache(maxsize=4096)
def spelled(number: str) -> re.Pattern[str]:
    """A number in any spelling; what has no figures is found nowhere, what has no letters only as one of a promise."""
    if not re.search(r"\d", number):
        return _NOWHERE
    if not re.search(r"[^\W\d_]", number):
        return _of_figures(number)
    found: list[str] = []
    for run in re.finditer(r"[^\W\d_]+|\d+|[\W_]+", number):
        joint = not run[0][0].isalnum()
        plain = re.escape(run[0].strip()) if joint else run[0]
        between = (
            rf"(?:{_GAP}(?:{_DASH}|[/._]){_GAP}|\s{{1,4}})" if run[0].strip("-") == "" else rf"{_GAP}{plain}{_GAP}"
        )
        if found and not joint and not found[-1].endswith(")"):
            found.append(rf"{_GAP}{_DASH}?{_GAP}")
        found.append(between if joint else plain)
    return re.compile(rf"(?<!\w)(?<!\w-){''.join(found)}(?!\w|{_DASH}\w)", re.IGNORECASE)


def _of_figures(number: str) -> re.Pattern[str]:
    """A number of figures alone: where words call it that of a promise, after another of its form, or as a whole text.

    One without a joint is found where it is called a number, and is too long for one that counts the rows of a list.
    """
    number = number.strip()
    joined = len(_RUN.findall(number)) > 1
    if _YEARS.fullmatch(number) or not (joined or len(number) >= _LEAST):
        return _NOWHERE
    called = word_list("details", "calls_number") + (word_list("details", "calls_promise") if joined else ())
    one_before = re.sub(r"\d", r"\\d", re.escape(number))
    fronts = [re.escape(word) + r"\s" for word in called] + [one_before + joint for joint in _JOINTS]
    whole = rf"|\A\s*{re.escape(number)}\s*\Z" if joined else ""
    own = rf"(?:{'|'.join(f'(?<={front})' for front in fronts)}){re.escape(number)}(?!\w|[-./]\w)"
    return re.compile(own + whole, re.IGNORECASE)
