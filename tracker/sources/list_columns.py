"""What the columns and cells of a list of promises say, by the words that councils use for them (lists.toml)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from msgspec import Struct

from tracker.sources.services import Parliament
from tracker.temporal.timex import tag_times
from tracker.text.normalize import one_space
from tracker.text.toml import parse_toml

_FILE = Path(__file__).with_name("lists.toml")
_FIELDS = ("number", "text", "subject", "status", "made", "ministry", "by", "done", "kind")
_MARKS = re.compile(r"[^\w#]+")
_DAY = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})|\b(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)\d\d)\b")


class Stand(Struct, frozen=True):
    """How a promise stands by a list: its word for it, and what that says."""

    status: str = ""
    met: bool = False
    unclear: bool = True
    closed: bool = False


@cache
def list_words() -> Mapping[str, Any]:
    """The words of lists."""
    return parse_toml(_FILE.read_text(encoding="utf-8"))


@cache
def _heads() -> dict[str, str]:
    """The field that each head of a column stands for."""
    return {bare(head): field for field in _FIELDS for head in list_words()[field]}


def bare(words: str) -> str:
    """Words in small letters without marks."""
    return one_space(_MARKS.sub(" ", words.casefold()))


def fields_of(row: tuple[str, ...]) -> dict[str, list[int]]:
    """The columns of a head of a list by their fields, empty where a row is no such head.

    A list has what was promised and its number or how it stands; where it has subjects alone, it says that they are of
    promises.
    """
    found: dict[str, list[int]] = {}
    for at, cell in enumerate(row):
        if field := _heads().get(bare(cell)):
            found.setdefault(field, []).append(at)
    of_promises = "text" in found or ("subject" in found and ("kind" in found or _says_promise(row)))
    return found if of_promises and found.keys() & {"number", "status", "done"} else {}


def unread_columns(row: tuple[str, ...]) -> dict[int, str]:
    """The columns of a head that are not known, each with its words: they may say by what a promise was met."""
    aside = map(bare, list_words()["aside"])
    known = {*_heads(), *aside, ""}
    return {at: one_space(cell) for at, cell in enumerate(row) if bare(cell) not in known}


def _says_promise(row: tuple[str, ...]) -> bool:
    return any(list_words()["labels"]["title"] in bare(cell) for cell in row)


def day_in(words: str) -> dt.date | None:
    """The one day that words name, None where there is none or there are several."""
    days = _days_in(words)
    return days.pop() if len(days) == 1 else None


def last_day_in(words: str) -> dt.date | None:
    """The last day of the one time that words name, also where that is a month or a part of a year."""
    ends = {time.deadline.end for time in tag_times(words, None) if time.deadline.end}
    return day_in(words) or (ends.pop() if len(ends) == 1 else None)


def _days_in(words: str) -> set[dt.date]:
    days: set[dt.date] = set()
    for found in _DAY.finditer(words):
        year, month, day, *other = found.groups()
        with suppress(ValueError):
            days.add(dt.date(*map(int, (year, month, day) if year else reversed(other))))
    if not days:
        times = (time.deadline for time in tag_times(words, None))
        days = {one.start for one in times if one.start and one.start == one.end}
    return days


def stand_of(service: Parliament, words: str) -> Stand:
    """How a promise stands by the words of a list for it: those that are known, alone or with a day or a paper."""
    low = one_space(words).casefold()
    known = sorted(chain(service.met, service.unmet), key=len, reverse=True)
    rest = re.compile(list_words()["rest"]["text"])
    word = next((one for one in known if low.startswith(one) and rest.match(low[len(one) :])), None)
    if word is None:
        return Stand(one_space(words))
    return Stand(one_space(words), word in service.met, unclear=False, closed=word in service.closed)


def done_of(head: str, cell: str, until: dt.date) -> Stand:
    """The same by what a column that says so has: a mark or a day, not one to come; other words are unclear."""
    low, day = cell.casefold().strip(" ."), day_in(cell)
    if low in list_words()["no"]:
        return Stand(f"{head}: {cell}" if cell else f"{head}: –", unclear=False)
    met = low in list_words()["yes"] or (day is not None and day <= until and _DAY.sub("", cell).strip() == "")
    return Stand(f"{head}: {cell}", met, unclear=not met)


def below_of(words: str) -> Stand | None:
    """How what stands below a heading stands, None where that says nothing of it."""
    low, known = f" {bare(words)} ", list_words()["below"]
    if any(f" {one} " in low for one in known["unsure"]):
        return Stand(one_space(words))
    unmet = any(f" {one} " in low for one in known["unmet"])
    met = any(f" {one} " in low for one in known["met"]) and not unmet
    return Stand(one_space(words), met, unclear=False) if met or unmet else None
