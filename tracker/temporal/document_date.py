"""The document creation time of a letter that prints no day: bounds that its sentences prove.

What a sentence tells as past lies before the letter, what it announces lies after it; only dates with a year count. A
bound is kept with the sentence that proves it; bounds that contradict one another prove nothing. (TIMEX3 and HeidelTime
take the creation time as given: "functionInDocument = CREATION_TIME".)
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from tracker.language.lemmas import words
from tracker.language.pack import cached, current
from tracker.language.resources import read_table
from tracker.language.schema import Regex, Word, checked
from tracker.language.sentences import split_sentences
from tracker.language.syntax import Form
from tracker.model import Passage, PassageKind, Precision
from tracker.temporal.timex import Timex, TimexRole, tag_times
from tracker.text.days import YEAR

_SLACK = dt.timedelta(days=31)
"""A letter is sent some time after it was drafted: what runs "until" a day may be over by then; by judgement."""
_PROSE = (PassageKind.PARAGRAPH, PassageKind.LIST_ITEM, PassageKind.TABLE_CELL, PassageKind.FOOTNOTE)
_YEAR = re.compile(rf"(?<!\d){YEAR}(?!\d)")
_MONTH = 31
"""What spans more days is too vague to prove that it is over: a month, by judgement."""
_BEFORE = 40
"""So many characters before a date hold the two words that tell how it is meant; by judgement."""


class Clues(Struct, frozen=True, forbid_unknown_fields=True):
    """The words of `document_date.toml`; the keys are explained in the data."""

    coming: frozenset[Word] = frozenset()
    gone: frozenset[Word] = frozenset()
    perfect: frozenset[Word] = frozenset()
    ahead: frozenset[Word] = frozenset()
    of: frozenset[Word] = frozenset()
    ignore: Regex = Regex(r"(?!)")


class Bounds(Struct, frozen=True):
    """The days between which a letter was written, and the sentences that prove it."""

    earliest: dt.date | None
    latest: dt.date | None
    evidence: tuple[str, ...]


def infer_bounds(passages: Sequence[Passage]) -> Bounds:
    """The bounds of an undated letter; None where nothing proves one, both None where they contradict."""
    past: tuple[dt.date, str] | None = None
    future: tuple[dt.date, str] | None = None
    for sentence, note in _sentences(passages):
        times = tag_times(sentence, None)
        for day in _past(sentence, note, _dated(times)):
            past = max(past or (day, sentence), (day, sentence), key=lambda one: one[0])
        for day in _future(sentence, times):
            future = min(future or (day, sentence), (day, sentence), key=lambda one: one[0])
    if past and future and past[0] > future[0]:
        return Bounds(None, None, (past[1], future[1]))
    evidence = tuple(one[1] for one in (past, future) if one)
    return Bounds(past[0] if past else None, future[0] if future else None, evidence)


@cached(maxsize=1)
def clues() -> Clues:
    """The words of the language. Raises RulesetError: the data file has unknown keys or wrong values."""
    return checked("document_date", read_table("document_date"), Clues)


def _sentences(passages: Sequence[Passage]) -> Iterator[tuple[str, bool]]:
    """Each sentence with a year, and whether it is that of a note."""
    for passage in passages:
        if passage.kind in _PROSE and _YEAR.search(passage.text):
            note = passage.kind is PassageKind.FOOTNOTE
            for begin, end in [(0, len(passage.text))] if note else split_sentences(passage.text):
                yield passage.text[begin:end], note


def _past(sentence: str, note: bool, times: Sequence[Timex]) -> Iterator[dt.date]:
    """The days that a sentence proves to be over.

    A day of a document ("uw brief van 3 maart 2020"), a source's date in a note, a time in a sentence that looks back.
    """
    words = _clue_words(sentence)
    looks_back = note or bool(words & clues().gone)
    for time in times:
        start, end = time.deadline.start, time.deadline.end
        if start is None or end is None or _ahead(sentence, time) or (end - start).days > _MONTH:
            continue
        if time.made_then or (looks_back and (start == end or not words & clues().coming)):
            yield start


def _future(sentence: str, times: Sequence[Timex]) -> Iterator[dt.date]:
    """The days that a sentence announces something for, so that it was written before them.

    The year that it names beside the running one ("dit jaar") is another one.
    """
    words = _clue_words(sentence)
    if not words & clues().coming or words & clues().gone or _is_over(words):
        return
    another = any(time.running_year for time in times)
    for time in _dated(times):
        start, end = time.deadline.start, time.deadline.end
        if end is None or (start == end and not _ahead(sentence, time)) or _may_be_on(sentence, time):
            continue
        if another:
            yield dt.date(end.year - 1, 12, 31)
        else:
            yield end + _SLACK if time.role is TimexRole.UNTIL else end


def _dated(times: Sequence[Timex]) -> tuple[Timex, ...]:
    """The times that have a date without the letter's, finer than a year."""
    return tuple(
        time for time in times if time.deadline.end is not None and time.deadline.precision is not Precision.YEAR
    )


def _ahead(sentence: str, time: Timex) -> bool:
    """Whether the words around a time let it lie in the future: an end, a start, a limit, a term."""
    limit = time.deadline.start is None or time.role in (TimexRole.FROM, TimexRole.UNTIL)
    return limit or not clues().ahead.isdisjoint(_before(sentence, time))


def _may_be_on(sentence: str, time: Timex) -> bool:
    """Whether what has a time may be there: since it began, or what is of then ("de buien van juli 2021")."""
    return time.role is TimexRole.FROM or not clues().of.isdisjoint(_before(sentence, time)[-1:])


def _before(sentence: str, time: Timex) -> tuple[str, ...]:
    """The two words before a time."""
    return words(sentence[max(0, time.begin - _BEFORE) : time.begin])[-2:]


def _is_over(words: set[str]) -> bool:
    """Whether a verb tells that something has been: one of the past ("moest"), or "is" with a participle."""
    forms = {word: {row.form for row in current().verb_forms().get(word, ())} for word in words}
    done = any(Form.PARTICIPLE in found for found in forms.values()) and words & clues().perfect
    return bool(done) or any(found == {Form.PAST} for found in forms.values())


def _clue_words(sentence: str) -> set[str]:
    return set(words(re.sub(clues().ignore, " ", sentence.casefold())))
