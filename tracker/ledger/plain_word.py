"""Whether what the letters say of a registered promise rests on a sentence in a plain turn, or a row of a table in one.

Only that accuses; what rests on any other sentence is for a reader to judge. What rests on silence, or on what an
analyst decided, rests on no sentence.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from msgspec import Struct

from tracker.extraction.number_word import NumberWord
from tracker.extraction.plain_turns import (
    PlainTurn,
    are_plain_cells,
    is_of_other_day,
    is_of_others,
    plain_turn,
    stands_plainly,
    takes_back,
)
from tracker.ledger.letters_say import LettersWord, PromiseWord
from tracker.ledger.number_words import Mention
from tracker.ledger.queries import Index
from tracker.model import Commitment, PassageKind, Statement, StepKind, Thread

_TURNS = {PromiseWord.MET: PlainTurn.MET, PromiseWord.NOT_MET: PlainTurn.OPEN}
_WORDS = {PromiseWord.MET: NumberWord.SETTLED, PromiseWord.NOT_MET: NumberWord.OPEN}


class NamedPromise(Struct, frozen=True):
    """A promise of the register: its number and text, the thread that it is, and the places that name its number."""

    number: str
    text: str
    thread: Thread | None
    mentions: tuple[Mention, ...]


def unplain_places(index: Index, promise: NamedPromise, letters: LettersWord) -> tuple[Mention, ...] | None:
    """The places that say so, or none that names the number, where it rests on no plain turn; None where it does."""
    thread = promise.thread
    if letters.said not in _TURNS or (thread is not None and thread.decided_by):
        return None
    if not letters.places and letters.said is PromiseWord.NOT_MET:
        return _named_later(index, promise) or None
    if any(_is_plain(index, promise, place, letters.said) for place in letters.places):
        plain = True
    else:
        plain = letters.said is PromiseWord.MET and _is_sent(index, promise, letters)
    if plain and letters.said is PromiseWord.MET:
        plain = not any(_takes_back(index, place) for place in promise.mentions)
    return None if plain else letters.places


def _named_later(index: Index, promise: NamedPromise) -> tuple[Mention, ...]:
    """The places that name a number after the letter that made its promise: of that the letters are not silent."""
    first = _first_letter(index, promise)
    return tuple(place for place in promise.mentions if place.letter != first)


def _first_letter(index: Index, promise: NamedPromise) -> str:
    """The letter that made a promise first, "" where none did."""
    rows = index.quotes_of(promise.thread) if promise.thread else ()
    return next((row.letter for row in rows if isinstance(row, Commitment)), "")


def _made(index: Index, promise: NamedPromise) -> dt.date | None:
    """The day of that letter, at the latest that on which the promise was made."""
    first = _first_letter(index, promise)
    return index.letters[first].anchor if first else None


def _is_plain(index: Index, promise: NamedPromise, place: Mention, said: PromiseWord) -> bool:
    """Whether a place that names a number says so in a plain turn."""
    told = place.stand if place.in_row else (place.text,)
    if any(is_of_other_day(text, index.letters[place.letter].anchor, _made(index, promise)) for text in told):
        return False
    if place.in_row:
        return place.word is _WORDS[said] and are_plain_cells(place.stand) and not _is_headed(index, place)
    turn = plain_turn(place.text, promise.number, _promised(index, promise, place.letter))
    return turn is _TURNS[said] and _stands(index, place.letter, place.passage, place.text)


def _is_sent(index: Index, promise: NamedPromise, letters: LettersWord) -> bool:
    """Whether a sentence without the number sends what was promised, in the letters that say so where these name it."""
    of = {place.letter for place in letters.places}
    return any(
        plain_turn(row.sentence, "", _promised(index, promise, row.letter)) is PlainTurn.MET
        and not is_of_other_day(row.sentence, index.letters[row.letter].anchor, _made(index, promise))
        and _stands(index, row.letter, row.passage, row.sentence)
        for row in _delivering(index, promise.thread)
        if not of or row.letter in of
    )


def _delivering(index: Index, thread: Thread | None) -> Iterator[Statement]:
    for step in thread.members if thread else ():
        if step.step is StepKind.DELIVERED and step.ref:
            yield index.statements[step.ref]


def _promised(index: Index, promise: NamedPromise, letter: str) -> Sequence[str]:
    """What the register and the letters but one say that was promised: by what it says itself no letter is weighed."""
    rows = index.quotes_of(promise.thread) if promise.thread else ()
    told = (row.sentence for row in rows if isinstance(row, Commitment) and row.letter != letter)
    return (promise.text, *told)


def _stands(index: Index, letter: str, passage: str, sentence: str) -> bool:
    """Whether nothing around a sentence speaks against it: what opens its list may be of others, or take all back."""
    around = index.passages[passage]
    beside = _beside(index, letter, passage)
    if around.lead_in or _is_under(index, around.section):
        return False
    return stands_plainly(around.text, sentence, index.letters[letter].anchor, beside)


def _is_headed(index: Index, place: Mention) -> bool:
    """Whether the heading above a row, or the passage before its table, may say that it is the word of others."""
    under = index.passages[place.passage].section
    rows = [row for row in index.letters[place.letter].passages if row.section == under]
    at = next(n for n, row in enumerate(rows) if row.id == place.passage)
    before = next((row.text for row in reversed(rows[:at]) if row.kind is not PassageKind.TABLE_CELL), "")
    return _is_under(index, under) or is_of_others(before)


def _is_under(index: Index, section: str | None) -> bool:
    known = index.sections.get(section or "")
    return known is not None and is_of_others(known.heading or "")


def _beside(index: Index, letter: str, passage: str) -> tuple[str, str]:
    """The texts of the passages before and after one under its heading."""
    under = index.passages[passage].section
    rows = [row for row in index.letters[letter].passages if row.section == under]
    at = next(n for n, row in enumerate(rows) if row.id == passage)
    return rows[at - 1].text if at else "", rows[at + 1].text if at + 1 < len(rows) else ""


def _takes_back(index: Index, place: Mention) -> bool:
    return not place.in_row and takes_back(index.passages[place.passage].text, place.text)
