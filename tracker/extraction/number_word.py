"""What a text surely says of a promise that it names by its number: that it is met, that it is not, or nothing sure.

What is not surely one of these is for a reader to judge: a denial, a plan, a condition, a part, another promise in the
same clause make it unsure.
"""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from itertools import chain

from tracker.extraction.coordination import joints
from tracker.extraction.number_expansion import written_out
from tracker.extraction.number_mentions import is_another
from tracker.extraction.references import find_citations
from tracker.extraction.register_numbers import in_one_spelling, spelled
from tracker.extraction.settled_numbers import is_registered
from tracker.language.lemmas import is_code, words
from tracker.language.pack import cached
from tracker.language.patterns import matches, pattern
from tracker.language.resources import word_set
from tracker.temporal.timex import tag_times

_OWN = re.compile(r"a-1")
_ANY = re.compile(r"a-[01]")
_BRACKET = re.compile(r" ?\([^()]*\)")


class NumberWord(StrEnum):
    """What a text says of a promise by its number."""

    SETTLED = "settled"
    OPEN = "open"
    UNSURE = "unsure"
    """It says something of it, and whether that it is met nobody could surely tell."""
    NAMED = "named"
    """It names the number and says nothing of how it stands."""


def word_of(text: str, number: str) -> NumberWord:
    """What a sentence, a heading or a line says of the promise of a number that it names."""
    said = _BRACKET.sub(_unless_unsure, coded(text, number))
    if said.rstrip().endswith("?"):
        return NumberWord.UNSURE
    return both({_word(part) for part in _parts(said) if _OWN.search(part)})


def _parts(text: str) -> list[str]:
    """The parts of a coded text that say something of promises of their own; what names none goes on the one before."""
    found: list[str] = []
    for part in chain.from_iterable(map(pattern("register", "own_part").split, text.split(";"))):
        if found and not _ANY.search(part):
            found[-1] += part
        else:
            found.append(part)
    return found


def word_of_cell(column: str, text: str, day: dt.date | None) -> NumberWord:
    """What a cell of a table under the head of a column says of the promise of its row, in a letter of a day.

    What stands in a column of another head says nothing of that.
    """
    if matches("register", "column_whether", column):
        if matches("register", "cell_yes", text):
            return NumberWord.SETTLED
    elif matches("register", "column_when", column):
        times = [time.deadline.end for time in tag_times(text, day)]
        if len(times) == 1 and day and times[0] and times[0] <= day and not matches("register", "unsure", text):
            return NumberWord.SETTLED
    elif column and not matches("register", "column_stand", column):
        return NumberWord.NAMED
    if matches("register", "cell_no", text):
        return NumberWord.OPEN
    if matches("register", "cell_settled", text):
        return NumberWord.UNSURE if matches("register", "unsure", text) else NumberWord.SETTLED
    return _word(f"a-1: {text.lower()}") if column else NumberWord.NAMED


def tells_stand(column: str) -> bool:
    """Whether a cell under the head of a column may tell how a promise stands: not where that names the thing."""
    return not matches("register", "column_thing", column)


@cached(maxsize=4096)
def may_settle(text: str) -> bool:
    """Whether what goes on from a promise has words by which it might say that this is met."""
    return matches("register", "may_settle", text)


def settles_in_a_noun(text: str) -> bool:
    """Whether a text says that a promise is met as a subject line or heading does."""
    return matches("register", "settling_noun", text)


def doubts_a_promise(text: str) -> bool:
    """Whether a text speaks of a promise in words that make it unsure whether that is met."""
    return matches("register", "pledge", text) and is_unsure(text)


def begins_stand(text: str) -> bool:
    """Whether a text begins as one that tells how what stands above it stands."""
    return matches("register", "begins_stand", text)


def is_unsure(text: str) -> bool:
    """Whether a text has words by which nobody can tell surely what it says of a promise."""
    return matches("register", "unsure", text)


def word_of_list(head: str) -> NumberWord:
    """What the head of a list says of the promises in it."""
    if matches("register", "list_open", head):
        return NumberWord.OPEN
    return NumberWord.SETTLED if matches("register", "list_settled", head) else NumberWord.NAMED


def begins_with(text: str, number: str) -> bool:
    """Whether a text begins with a number, alone or as one of several."""
    place = next((found for said in (text, written_out(text)) if (found := spelled(number).search(said))), None)
    return place is not None and all(map(_only_calls, words(place.string[: place.start()])))


def _only_calls(word: str) -> bool:
    """Whether a word is another number, joins numbers, or says that they are those of promises."""
    plain = is_code(word) or word in word_set("words", "pointing") or word in joints()
    return plain or word in word_set("clauses", "articles") or matches("register", "pledge", word)


def both(words: set[NumberWord]) -> NumberWord:
    """What several words for one promise come to: one that says something, unless they are at odds."""
    said = words - {NumberWord.NAMED}
    if len(said) > 1:
        return NumberWord.UNSURE
    return next(iter(said), NumberWord.NAMED)


def _word(text: str) -> NumberWord:
    """What a coded part of a text says of the promise coded as its own."""
    text = pattern("register", "refers").sub(_referred, text)
    own = _OWN.search(text)
    if own is None:
        return NumberWord.NAMED
    before, after = text[: own.start()], text[own.end() :]
    settled = matches("register", "says_settled", text)
    if open_ := pattern("register", "says_open").search(after):
        rest = f"{before} {after[: open_.start()]} {after[open_.end() :]}"
        sure = not matches("register", "unsure", rest) and "a-0" not in text
        return NumberWord.OPEN if sure else NumberWord.UNSURE
    if matches("register", "unsure", text):
        return NumberWord.UNSURE
    if not settled:
        return NumberWord.NAMED
    beside = matches("register", "says_beside", before) or is_another(f"{before}a-1", "a-1")
    return NumberWord.UNSURE if beside or "a-0" in text else NumberWord.SETTLED


def _unless_unsure(found: re.Match[str]) -> str:
    """What stands in brackets, where it may say something of a promise."""
    return found[0] if _OWN.search(found[0]) or matches("register", "unsure", found[0]) else ""


def _referred(found: re.Match[str]) -> str:
    """What sends the reader on to a promise says nothing of it."""
    return "…" * len(found[0])


def coded(text: str, number: str) -> str:
    """A text in small letters with "a-1" for the number, alone or among several together, and "a-0" for others."""
    known = in_one_spelling(number)
    for citation in sorted(find_citations(text), key=lambda row: -row.begin):
        if is_registered(citation.references):
            own = known in {in_one_spelling(one.id) for one in citation.references}
            text = f"{text[: citation.begin]}A-{int(own)}{text[citation.end :]}"
    text = text if "A-1" in text else spelled(number).sub("A-1", text)
    return pattern("register", "joined").sub(lambda found: f"a-{int('1' in found[0])}", text.lower())
