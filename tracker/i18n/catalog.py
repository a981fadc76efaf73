"""The language that the faces speak: messages from gettext catalogs, dates and numbers as that language writes them.

A message is known by an id ("audit.title"); each language has its words in a catalog, English too. Without a language
asked for, messages are English and dates ISO 8601: what scripts and terminals read best.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import NullTranslations, translation
from pathlib import Path
from typing import Literal, NamedTuple

from tracker.i18n.message import Message, Text

FOLDER = Path(__file__).parent / "locale"
DOMAIN = "tracker"
VARIABLE = "TRACKER_LANG"
"""The environment variable that names the language where nobody asks for one."""


class Locale(NamedTuple):
    """How a language writes dates and numbers."""

    name: str
    """By which babel knows its dates."""
    thousands: str
    """What stands between the thousands of a number, and `decimal` before its places; as babel has them, which takes
    20 ms to load all that it knows, and each first screen has a number."""
    decimal: str
    cell_date: str
    """The format of a date in a cell of a workbook."""


LOCALES = {"nl": Locale("nl_NL", ".", ",", "d-m-yyyy"), "en": Locale("en_GB", ",", ".", "d mmm yyyy")}
"""The languages that the faces speak, in one table."""

PLAIN = ""
"""English messages with ISO dates."""

_SEVERAL = 2
"""As so many things count those of which no whole number is known ("0.5 seconds")."""

_ISO = ([4, 2], [4, 2, 2])
"""How many digits the parts of a month and of a day have, as a message keeps what it is filled in with."""

_asked: ContextVar[str | None] = ContextVar("asked", default=None)


def speak(wanted: str | None) -> None:
    """Let the faces speak a language from now on; None leaves it to the environment."""
    _asked.set(wanted)


@contextmanager
def speaking(wanted: str | None) -> Iterator[None]:
    """Let the faces speak a language; None leaves it to the environment."""
    token = _asked.set(wanted)
    try:
        yield
    finally:
        _asked.reset(token)


def language() -> str:
    """The language spoken now, PLAIN where none is asked for or the environment names an unknown one."""
    asked = _asked.get()
    code = os.environ.get(VARIABLE, PLAIN).lower() if asked is None else asked
    return code if code in LOCALES else PLAIN


def gettext(id_: str, /, **values: object) -> str:
    """A message in the language spoken, its {names} filled in; days, numbers and scores are written as it does.

    One about a {number} of things has the form that the number asks for.
    """
    known, number = translations(language()), values.get("number")
    words = known.ngettext(id_, id_, number if isinstance(number, int) else _SEVERAL) if "number" in values else id_
    return _filled(known.gettext(id_) if words == id_ else words, values)


def ngettext(id_: str, number: int, /, **values: object) -> str:
    """The same of a number that is known to be one."""
    return gettext(id_, number=number, **values)


def words_of(id_: str, code: str) -> str | None:
    """The words of a message in a language as the catalog has them, its {names} not filled in; None: unknown."""
    words = translations(code).gettext(id_)
    return None if words == id_ else words


def N_(id_: str) -> str:  # noqa: N802 - the name that gettext's tools know
    """The id of a message that is said later, marked as one."""
    return id_


def text_of(text: Text) -> str:
    """A message in the language spoken; words that stand as they are, as they are."""
    return text if isinstance(text, str) else gettext(text.id, **dict(text.params))


def day(value: dt.date, form: Literal["medium", "long"] = "medium") -> str:
    """A day: "31 dec 2024", or "31 december 2024" in full."""
    spoken = language()
    if spoken == PLAIN:
        return value.isoformat()
    from babel.dates import format_date

    return format_date(value, form, locale=LOCALES[spoken].name)


def month(value: dt.date) -> str:
    """The month of a day: "dec 2024"."""
    spoken = language()
    if spoken == PLAIN:
        return f"{value:%Y-%m}"
    from babel.dates import format_date

    return format_date(value, "MMM y", locale=LOCALES[spoken].name)


def number(value: int) -> str:
    """A whole number, its thousands apart as the language writes them."""
    spoken = language()
    return f"{value:,}".replace(",", LOCALES[spoken].thousands) if spoken != PLAIN else str(value)


def score(value: float) -> str:
    """A score to two places; what rounds to nothing has no sign."""
    rounded, spoken = round(value, 2) + 0.0, language()
    return f"{rounded:.2f}".replace(".", LOCALES[spoken].decimal) if spoken != PLAIN else f"{rounded:.2f}"


def listed(words: Sequence[str]) -> str:
    """Words in a row: "A, B and C"."""
    *first, last = words or [""]
    return gettext("list.and", first=", ".join(first), last=last) if first else last


def _filled(words: str, values: dict[str, object]) -> str:
    return words.format(**{name: _written(value) for name, value in values.items()}) if values else words


def span(first: dt.date, last: dt.date, form: Literal["medium", "long"] = "medium") -> str:
    """The days from one to another: of a whole month its name ("oktober 2024"), else both days."""
    whole = first.day == 1 and last == (first + dt.timedelta(31)).replace(day=1) - dt.timedelta(1)
    if whole and language() != PLAIN:
        return _named_month(first)
    return (
        f"{day(first, form)}..{day(last, form)}" if language() == PLAIN else f"{day(first, form)} – {day(last, form)}"
    )


def _named_month(value: dt.date) -> str:
    from babel.dates import format_date

    return format_date(value, "MMMM y", locale=LOCALES[language()].name)


def _dated(words: str) -> str:
    """A day or a month of ISO 8601 as the language writes it; any other words as they are."""
    parts = words.split("-")
    if language() == PLAIN or list(map(len, parts)) not in _ISO or not all(map(str.isdecimal, parts)):
        return words
    try:
        value = dt.date.fromisoformat(words if words[7:] else f"{words}-01")
    except ValueError:
        return words
    return day(value) if words[7:] else _named_month(value)


def _written(value: object) -> str:
    if isinstance(value, dt.date):
        return day(value)
    if isinstance(value, float):
        return score(value)
    if isinstance(value, tuple):
        return "; ".join(text_of(row) for row in value)
    if isinstance(value, Message):
        return text_of(value)
    return number(value) if isinstance(value, int) else _dated(str(value))


@cache
def translations(code: str) -> NullTranslations:
    """The messages of a language."""
    return translation(DOMAIN, FOLDER, [code or "en"])
