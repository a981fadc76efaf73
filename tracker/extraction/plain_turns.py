"""Whether a text says in one of few plain turns, and nothing besides, how a promise stands: that it is met or open.

What is said otherwise may be recalled, denied, asked, told of others, or of a part: a reader judges it by the sentence.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import chain

from tracker.extraction.number_word import coded, is_unsure
from tracker.extraction.said_of_several import names_a_registered_one
from tracker.extraction.settled_numbers import numbers_in
from tracker.language.patterns import matches, pattern
from tracker.language.resources import word_set
from tracker.language.sentences import split_sentences
from tracker.temporal.timex import tag_times
from tracker.text.normalize import one_space
from tracker.text.tokens import tokenize

_ENDS = frozenset("|.(")
"""What may follow a thing and ends what is said of it."""
_BREAK = "|"
"""Stands for what is left out of a text and for its end: words around it are not side by side."""


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


def _is_plain_of_any(text: str) -> bool:
    return any(plain_turn(text, number, ()) for number in numbers_in(text))


def _sends(said: str, promised: Sequence[str]) -> bool:
    """Whether a coded sentence sends what was promised, or tells of what was promised to be told."""
    if any(matches("register", "recurring", text) for text in promised):
        return False
    for turn, act in (("plain_sent", "to_send"), ("plain_told", "to_tell")):
        found = pattern("register", turn).search(said)
        if found and (thing := next(filter(None, found.groups()), "")):
            return _is_promised(thing, promised, act)
    return False


def _is_promised(thing: str, promised: Sequence[str], act: str) -> bool:
    """Whether a thing is word for word what was promised to be sent or told, as a whole and alone.

    So the register says, which comes first, and every letter that has these words.
    """
    words = [token.low for token in tokenize(thing)]
    called = words.pop(0) if words and words[0] in word_set("clauses", "determiners") else ""
    told = [text for text in promised if words and _place(words, text)[1]]
    if not told or told[0] != promised[0] or not all(matches("register", act, text) for text in told):
        return False
    very = not called or matches("register", "the_very", called)
    return all(_is_whole(words, called, text, very=very) for text in told)


def _is_whole(words: Sequence[str], called: str, text: str, *, very: bool) -> bool:
    """Whether words are a thing of its own in a text: not what another is about, nor one of two, nor half a phrase.

    What begins with its noun has before it no more than what points to it; the text may say when in its midst.
    """
    before, after = _place(words, text)
    rest = _place(words, _without_days(text))[1]
    if any(word in word_set("clauses", "coordinators") for word in chain(before, after)):
        return False
    named = words[0] not in word_set("clauses", "prepositions")  # of what was told of, "over" is a part
    points = not named or not before or _points(before[-1])
    governed = named and len(before) > 1 and before[-2] in word_set("clauses", "prepositions")
    return points and not governed and (very or called in before[-1:]) and (_ends(after) or _ends(rest))


def _points(word: str) -> bool:
    return word in word_set("clauses", "articles") or matches("register", "the_very", word)


def _ends(after: Sequence[str]) -> bool:
    """Whether what stands after a thing says no more of it than that it is sent."""
    return bool(after) and (after[0] in _ENDS or matches("register", "after_thing", " ".join(after[:3])))


def _place(words: Sequence[str], text: str) -> tuple[list[str], list[str]]:
    """The words of a text before and after the first place that has these; all before it where none has."""
    told = [*(token.low for token in tokenize(text)), _BREAK]
    at = next((n for n in range(len(told)) if told[n : n + len(words)] == list(words)), None)
    return (told, []) if at is None else (told[:at], told[at + len(words) :])


def _without_days(text: str) -> str:
    """A text with a break for each time in it that has a last day and says when, and not of which year a thing is."""
    dated = [one for one in tag_times(text, None) if one.deadline.end and not one.topic]
    for time in reversed([one for one in dated if not text[one.begin : one.end].isdigit()]):
        text = f"{text[: time.begin]} {_BREAK} {text[time.end :]}"
    return text
