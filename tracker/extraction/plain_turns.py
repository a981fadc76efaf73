"""Whether a text says in one of few plain turns, and nothing besides, how a promise stands: that it is met or open.

What is said otherwise may be recalled, denied, asked, told of others, or of a part: a reader judges it by the sentence.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import chain

from tracker.extraction.number_word import coded, is_unsure
from tracker.extraction.said_of_several import names_a_registered_one
from tracker.language.patterns import matches, pattern
from tracker.language.resources import word_set
from tracker.temporal.timex import tag_times
from tracker.text.normalize import one_space
from tracker.text.tokens import tokenize

_SENTENCES = re.compile(r"(?<=[.!?:;])\s+")
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

    `number` is that of the promise, "" where the sentence names none; `promised` is what the letters and the register
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


def are_plain_cells(cells: Iterable[str]) -> bool:
    """Whether the cells of a row that tell how its promise stands say nothing but that; none says nothing."""
    told = [cell for cell in cells if cell.strip()]
    return bool(told) and all(matches("register", "plain_cell", cell) for cell in told)


def stands_plainly(passage: str, sentence: str, day: dt.date | None, beside: tuple[str, str] = ("", "")) -> bool:
    """Whether nothing beside a sentence of a passage, in a letter of a day, takes it back or makes a plan of it.

    `beside` are the passages before and after it, of which a sentence that begins or ends the passage goes on.
    """
    before, found, after = passage.partition(sentence)
    last = _SENTENCES.split(before.strip() or beside[0].strip())[-1]
    if not found or last.endswith(":") or matches("register", "leads_on", last) or after.strip():
        return False
    if _goes_back(f"{sentence} {_SENTENCES.split(beside[1].strip())[0]}", sentence):
        return False
    return not (matches("register", "by_this", sentence) and _is_plan(last, day))


def is_of_others(heading: str) -> bool:
    """Whether what stands under a heading may be the word of others, taken back, or of what is open."""
    return any(matches("register", turn, heading) for turn in ("leads_on", "retracting", "list_open"))


def is_of_other_day(sentence: str, day: dt.date | None, made: dt.date | None) -> bool:
    """Whether a sentence of a letter of a day names a day after that, or before a promise was made."""
    times = (time.deadline for time in tag_times(sentence, day))
    days = [one.end for one in times if one.end and one.start == one.end]
    return any((made and one < made) or (day and one > day) for one in days)


def takes_back(passage: str, sentence: str) -> bool:
    """Whether a sentence of a passage, or what goes on from it there, takes something back."""
    return matches("register", "retracting", sentence) or _goes_back(passage, sentence)


def _goes_back(passage: str, sentence: str) -> bool:
    after = passage.partition(sentence)[2].strip()
    return matches("register", "retracting", after) or matches("register", "going_on", _SENTENCES.split(after)[0])


def _is_plan(text: str, day: dt.date | None) -> bool:
    """Whether a sentence tells what is to come, or nothing sure."""
    ends = [time.deadline.end for time in tag_times(text, day)]
    return is_unsure(text) or any(day is None or end is None or end > day for end in ends)


def _sends(said: str, promised: Sequence[str]) -> bool:
    """Whether a coded sentence sends what was promised, or tells of what was promised to be told."""
    if any(matches("register", "recurring", text) for text in promised):
        return False
    if thing := _thing("plain_sent", said):
        return _is_promised(thing, promised)
    told = [text for text in promised if matches("register", "to_tell", text)]
    thing = _thing("plain_told", said)
    return bool(thing and told) and _is_promised(thing, promised)


def _thing(name: str, said: str) -> str:
    """What a sentence in one of some turns says that is sent."""
    found = pattern("register", name).search(said)
    return next(filter(None, found.groups()), "") if found else ""


def _is_promised(thing: str, promised: Sequence[str]) -> bool:
    """Whether a thing is word for word what was promised, as a whole and alone."""
    words = [token.low for token in tokenize(thing)]
    called = words.pop(0) if words and words[0] in word_set("clauses", "determiners") else ""
    places = [place for text in promised if words for place in _places(words, text)]
    joined = any(word in word_set("clauses", "coordinators") for place in places for word in chain(*place))
    very = not called or matches("register", "the_very", called)
    named = bool(words) and words[0] not in word_set("clauses", "prepositions")  # of what was told of, "over" is a part
    return not joined and any(_is_whole(*place, named) and (very or called in place[0][-1:]) for place in places)


def _places(words: Sequence[str], text: str) -> list[tuple[Sequence[str], Sequence[str]]]:
    """The words before and after these in a text, as it stands and without its times; all before where it has none."""
    found = [_place(words, version) for version in (text, _without_times(text))]
    return [place for place in found if place[1]] or found[:1]


def _place(words: Sequence[str], text: str) -> tuple[Sequence[str], Sequence[str]]:
    """The words of a text before and after the first place that has these; all before it where none has."""
    told = [*(token.low for token in tokenize(text)), _BREAK]
    at = next((n for n in range(len(told)) if told[n : n + len(words)] == words), None)
    return (told, ()) if at is None else (told[:at], told[at + len(words) :])


def _is_whole(before: Sequence[str], after: Sequence[str], named: bool) -> bool:
    """Whether what stands between words is a thing of its own: not what another is about, nor half a phrase.

    What is `named` begins with its noun: before that stands no more than what points to it.
    """
    if named and before and before[-1] not in word_set("clauses", "determiners"):
        return False
    governed = named and len(before) > 1 and before[-2] in word_set("clauses", "prepositions")
    ends = bool(after) and (after[0] in _ENDS or matches("register", "after_thing", after[0]))
    return ends and not governed


def _without_times(text: str) -> str:
    """A text with a break for each time in it, which says when and not what."""
    for time in reversed(tag_times(text, None)):
        text = f"{text[: time.begin]} {_BREAK} {text[time.end :]}"
    return text
