"""Whether a text says in one of few plain turns, and nothing besides, how a promise stands: that it is met or open.

What is said otherwise may be recalled, denied, asked, told of others, or of a part: a reader judges it by the sentence.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import chain

from tracker.extraction.collective_settlement import names_a_registered_one
from tracker.extraction.number_topic import with_names
from tracker.extraction.number_word import coded, is_unsure
from tracker.extraction.references import find_citations
from tracker.extraction.settled_numbers import is_registered, numbers_in
from tracker.language.patterns import matches, pattern
from tracker.language.resources import word_set
from tracker.language.sentences import split_sentences
from tracker.temporal.timex import Timex, TimexRole, tag_times
from tracker.text.normalize import one_space
from tracker.text.tokens import Token, tokenize

_SOON = frozenset({"within", "season", "month"})
"""Kinds of times without a year that say by when: "binnen zes weken", "dit najaar"."""


class PlainTurn(StrEnum):
    """What a sentence says of a promise in a plain turn."""

    MET = "met"
    """That it is met, or that the thing itself is sent to the Kamer."""
    OPEN = "open"


def plain_turn(text: str, number: str, promised: Sequence[str]) -> PlainTurn | None:
    """The plain turn that a sentence is as a whole, None where it is none.

    `number` is that of the promise, "" where the sentence names none; `promised` is what the register and the letters
    say that was promised, of which only the thing itself may be sent.
    """
    if not number and names_a_registered_one(text):
        return None
    said = pattern("register", "citing_paper").sub("", coded(text, number) if number else text.lower())
    said = re.sub(r" (?=\.)", "", one_space(said))
    if bool(number) != ("a-1" in said) or "a-0" in said:
        return None
    if matches("register", "plain_open", said):
        return PlainTurn.OPEN
    if is_unsure(said):
        return None
    sends = matches("register", "plain_settled", said) or _sends(said, promised)
    return PlainTurn.MET if sends else None


def is_all_plain(text: str, number: str, promised: Sequence[str]) -> bool:
    """Whether all sentences of a passage are plain turns: of this promise, or of others by their numbers."""
    split = [text[begin:end] for begin, end in split_sentences(text)]
    return bool(split) and all(plain_turn(one, number, promised) or _is_plain_of_any(one) for one in split)


def days_fit(text: str, day: dt.date | None, made: dt.date | None) -> bool:
    """Whether what a text of a letter of a day names as days are such, none after that or before a promise."""
    times = (time.deadline for time in tag_times(text, day))
    days = [one.end for one in times if one.end and one.start == one.end]
    written = len(pattern("register", "a_day").findall(text.lower()))
    return written <= len(days) and not any((made and one < made) or (day and one > day) for one in days)


def begins_after(promise: str, day: dt.date | None) -> bool:
    """Whether a promise is for a time that begins after a day: what comes by then is another thing."""
    begins = (time.deadline.start for time in tag_times(promise, None))
    return any(day and start and start > day for start in begins)


def _is_plain_of_any(text: str) -> bool:
    return any(plain_turn(text, number, ()) for number in numbers_in(text))


def sends_words_of(text: str, promise: str) -> bool:
    """Whether a sentence without a number sends, or tells of, a thing whose words a promise has too."""
    return any(_around(_called(thing)[1], promise) for thing, _ in _sent(text.lower()))


def _sends(said: str, promised: Sequence[str]) -> bool:
    """Whether a coded sentence sends what was promised, or tells of what was promised to be told."""
    return any(_is_promised(thing, promised, act) for thing, act in _sent(said))


def _sent(said: str) -> Iterator[tuple[str, str]]:
    """The thing that a coded sentence sends or tells of, with the turns of promises to do so."""
    for turn, act in (("plain_sent", "to_send"), ("plain_told", "to_tell")):
        found = pattern("register", turn).search(said)
        if found and (thing := next(filter(None, found.groups()), "")):
            yield thing, act


def _called(thing: str) -> tuple[str, list[str]]:
    """The word before a thing that points to it, "" where none does, and those for the thing."""
    words = [token.low for token in tokenize(thing)]
    points = bool(words) and words[0] in word_set("clauses", "determiners")
    return (words[0], words[1:]) if points else ("", words)


def _is_promised(thing: str, promised: Sequence[str], act: str) -> bool:
    """Whether a thing is word for word all that was promised to be sent or told.

    So the register says, which comes first, and every letter that has these words.
    """
    called, words = _called(thing)
    told = [text for text in promised if words and _around(words, text)]
    if not told or told[0] != promised[0] or not all(matches("register", act, text) for text in told):
        return False
    return all(_is_all(words, called, text) for text in told)


def _is_all(words: Sequence[str], called: str, text: str) -> bool:
    """Whether a text promises a thing and says nothing besides but who sends it, to whom, and by when.

    Any other word may ask for more: another paper, one each year, a talk, a condition.
    """
    found = _around(words, _without_days(text))
    if found is None:
        return False
    before, after = found
    very = not called or matches("register", "the_very", called) or called in [token.low for token in before[-1:]]
    rest = (token.low for token, named in chain(with_names(before), with_names(after)) if not named)
    return very and matches("register", "promise_frame", " ".join(rest))


def _around(words: Sequence[str], text: str) -> tuple[list[Token], list[Token]] | None:
    """The words of a text before and after the first place that has these, None where none has."""
    told = list(tokenize(text))
    low = [token.low for token in told]
    at = next((n for n in range(len(told)) if low[n : n + len(words)] == list(words)), None)
    return None if at is None else (told[:at], told[at + len(words) :])


def _without_days(text: str) -> str:
    """A text without the number of a promise and the times that say by when, but for a year: that of an edition."""
    dated = [one for one in tag_times(text, None) if _says_by_when(one)]
    away = [(one.begin, one.end) for one in dated if not text[one.begin : one.end].isdigit()]
    away += [(one.begin, one.end) for one in find_citations(text) if is_registered(one.references)]
    for begin, end in sorted(away, reverse=True):
        text = f"{text[:begin]} {text[end:]}"
    return text


def _says_by_when(time: Timex) -> bool:
    known = time.role is TimexRole.DUE or (time.role is TimexRole.OPEN and time.kind in _SOON)
    return known and not time.topic
