"""When an undated letter was written, as bounds: what it tells as past lies before it, what it announces after it.

Only dates with a year count. A bound is kept with the sentence that proves it; bounds that contradict one another
prove nothing.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterator, Sequence

from msgspec import Struct

from tracker.documents.layout.patterns import phrases
from tracker.language.pack import cached
from tracker.model import Passage, PassageKind

_SLACK = dt.timedelta(days=31)
"""A letter is sent some time after it was drafted: what runs "until" a day may be over by then."""
_SUMMER_RECESS = (7, 7)
"""Month and day by which what comes "before the summer" must have come."""
_PARTS = {
    "begin": (1, 3), "medio": (6, 7), "eind": (10, 12), "einde": (10, 12),
    "voorjaar": (3, 5), "zomer": (6, 8), "najaar": (9, 11), "herfst": (9, 11),
}  # fmt: skip
"""First and last month of a part of a year."""
_PROSE = (PassageKind.PARAGRAPH, PassageKind.LIST_ITEM, PassageKind.TABLE_CELL, PassageKind.FOOTNOTE)
_WORD = re.compile(r"\w+")
_BEGUN = re.compile(r"\bvan start\b", re.IGNORECASE)
_MONTH = 31
_BEFORE = 40
"""So many characters before a date hold the two words that tell how it is meant."""
_ADDRESS = re.compile(r"\S*(?:://|www\.)\S*")


class Mention(Struct, frozen=True):
    """A dated time in a sentence: first and last day that it may mean, and the words before it."""

    start: dt.date
    end: dt.date
    until: bool
    """Whether it is the end of something that runs ("tot 18 juni 2023"), or of a season ("voor de zomer van 2023")."""
    before_summer: bool
    ahead: bool
    """Whether the word before it lets it lie in the future."""
    of_document: bool
    """Whether it is the day of a document or event that the letter refers to ("uw brief van 3 maart 2020")."""


class Bounds(Struct, frozen=True):
    """The days between which a letter was written, and the sentences that prove it."""

    earliest: dt.date | None
    latest: dt.date | None
    evidence: tuple[str, ...]


def infer_bounds(passages: Sequence[Passage]) -> Bounds:
    """The bounds of an undated letter; None where nothing proves one, both None where they contradict."""
    past: tuple[dt.date, str] | None = None
    future: tuple[dt.date, str] | None = None
    for sentence, quote, note in _sentences(passages):
        for day in _past(sentence, note):
            past = max(past or (day, quote), (day, quote), key=lambda one: one[0])
        for day in _future(sentence):
            future = min(future or (day, quote), (day, quote), key=lambda one: one[0])
    if past and future and past[0] > future[0]:
        return Bounds(None, None, (past[1], future[1]))
    evidence = tuple(one[1] for one in (past, future) if one)
    return Bounds(past[0] if past else None, future[0] if future else None, evidence)


def _sentences(passages: Sequence[Passage]) -> Iterator[tuple[str, str, bool]]:
    """Each sentence with a year, its addresses blotted out; the same as it stands; and whether it is that of a note."""
    from tracker.language.sentences import split_sentences

    for passage in passages:
        if passage.kind in _PROSE and re.search(r"\b(19|20)\d\d\b", passage.text):
            note = passage.kind is PassageKind.FOOTNOTE
            text = _ADDRESS.sub(lambda address: " " * len(address.group()), passage.text)
            for begin, end in [(0, len(text))] if note else split_sentences(text):
                yield text[begin:end], passage.text[begin:end], note


def _past(sentence: str, note: bool) -> Iterator[dt.date]:
    """The days that a sentence proves to be over.

    A day of a document ("uw brief van 3 maart 2020"), a source's date in a note, a time in a sentence that looks back.
    """
    words = _words(sentence)
    for mention in mentions(sentence):
        looks_back = note or bool(words & phrases().gone)
        if mention.ahead or (mention.end - mention.start).days > _MONTH:
            continue
        if mention.of_document or (looks_back and (mention.start == mention.end or not words & phrases().coming)):
            yield mention.start


def _future(sentence: str) -> Iterator[dt.date]:
    """The days that a sentence announces something for, so that it was written before them."""
    words = _words(sentence)
    if not words & phrases().coming or words & phrases().gone:
        return
    this_year = re.search(r"\bdit (?:kalender)?jaar\b", sentence, re.IGNORECASE)
    for mention in mentions(sentence):
        if mention.start == mention.end and not mention.ahead:
            continue
        if this_year and mention.start.year == mention.end.year:
            yield dt.date(mention.start.year - 1, 12, 31)
        elif mention.before_summer:
            yield dt.date(mention.start.year, *_SUMMER_RECESS)
        else:
            yield mention.end + _SLACK if mention.until else mention.end


def _words(sentence: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(_BEGUN.sub(" ", sentence))}


def mentions(sentence: str) -> Iterator[Mention]:
    """The dated times of a sentence, in order."""
    for found in _time().finditer(sentence):
        span = _span(found)
        if span is None:
            continue
        before = [
            word.casefold() for word in _WORD.findall(sentence[max(0, found.start() - _BEFORE) : found.start()])[-2:]
        ]
        summer = (
            found["part"] is not None and found["part"].casefold() == "zomer" and bool({"voor", "vóór"} & set(before))
        )
        until = bool({"tot", "met"} & set(before[-1:]))
        ahead = summer or bool(set(before[-1:]) & phrases().ahead)
        of_document = span[0] == span[1] and before[-1:] == ["van"] and not set(before) & phrases().ahead
        yield Mention(*span, until, summer, ahead, of_document)


@cached(maxsize=1)
def _time() -> re.Pattern[str]:
    months = "|".join(phrases().months)
    parts = "|".join(_PARTS)
    return re.compile(
        rf"\b(?:(?P<d>\d{{1,2}})-(?P<m>\d{{1,2}})-(?P<y>(?:19|20)\d\d)"
        rf"|(?:(?P<day>\d{{1,2}}) )?(?P<month>{months})(?: van)? (?P<year>(?:19|20)\d\d)"
        rf"|(?P<part>{parts})(?: van)? (?P<part_year>(?:19|20)\d\d))\b(?![–-]\d)",
        re.IGNORECASE,
    )


def _span(found: re.Match[str]) -> tuple[dt.date, dt.date] | None:
    """The first and last day of a matched time; None where the calendar has no such day."""
    try:
        if found["y"]:
            day = dt.date(int(found["y"]), int(found["m"]), int(found["d"]))
            return day, day
        if found["month"]:
            year, month = int(found["year"]), phrases().months.index(found["month"].casefold()) + 1
            if found["day"]:
                day = dt.date(year, month, int(found["day"]))
                return day, day
            return _months(year, month, month)
        return _months(int(found["part_year"]), *_PARTS[found["part"].casefold()])
    except ValueError:
        return None


def _months(year: int, first: int, last: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, first, 1), dt.date(year, last, monthrange(year, last)[1])
