"""What a letter may say of a registered promise, or of an earlier letter that spoke of it, without naming its number.

It proves nothing; where a letter may, nobody says that no letter speaks of the promise, nor that an earlier one had the
last word.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from itertools import chain

from msgspec import Struct

from tracker.extraction.analysed_sentence import AnalysedSentence
from tracker.extraction.analysis import AnalysedLetter
from tracker.extraction.collective_settlement import names_a_registered_one
from tracker.extraction.coordinated_papers import papers_in
from tracker.extraction.number_word import may_settle
from tracker.language.lemmas import words
from tracker.language.patterns import matches
from tracker.language.syntax import Tense
from tracker.language.terms import NO_NAMES, Term, is_generic, is_party, terms_of
from tracker.model import PassageKind
from tracker.storage.cache import remembered
from tracker.temporal.timex import tag_times

_HALF = 0.5
"""The share (0..1) of the words for a thing that a text must hold to speak of it: lower than where a lapse is judged,
for here what is missed accuses; by judgement."""
_FIGURES = 6
"""So many figures of a number are known without its letters."""
_VAGUE = 5
"""So many words for a thing at most has a sentence that may be of any thing ("Die kwestie is nog niet klaar"); by
judgement: sentences that were made to take back a letter had no more, most of real letters that speak of one have."""
_SHORT = 3
"""So many are the last ones of a number, by which a list may call it: "158 is afgedaan"."""
_GAP = r"[\W_]{0,2}"


class UnnamedWords(Struct, frozen=True):
    """What a letter says of letters and promises without naming which: the passages that do, by their ids."""

    promises: tuple[str, ...]
    """Those that speak of promises, or of what was asked for, without a registered number."""
    doubts: tuple[str, ...]
    """Those that may take back what a letter said, or say that what it sent is not all."""
    frames: tuple[str, ...]
    """Those that say what others in the letter are: a draft, what follows, a note on a table."""
    days: dict[dt.date, str]
    """By the day of a letter, that which speaks of this."""


class DoneWords(Struct, frozen=True):
    """What a letter tells that may be of a promise under another name: passages, each with its sentence."""

    done: tuple[tuple[str, str], ...]
    """Those that tell of the past, name a paper, or may say that something is done or where it stands."""
    apart: tuple[tuple[str, str], ...]
    """Those that speak of a motion, or of promises by their numbers: of no other thing."""


def said_in(letter: AnalysedLetter) -> UnnamedWords:
    """That of a letter; read once."""
    return remembered(UnnamedWords, ("unnamed-words", letter.name), lambda: _said_in(letter))


def _said_in(letter: AnalysedLetter) -> UnnamedWords:
    found: dict[str, list[str]] = {name: [] for name in ("promises", "doubts", "frames")}
    days: dict[dt.date, str] = {}
    for passage in letter.letter.passages:
        if passage.kind in _AROUND:
            continue
        said = [one.text for one in letter.split_of(passage.id)] or [passage.text]
        vague = list(filter(_is_of_nothing_else, said))
        for name, several in found.items():
            if any(_ASKED[name](text) for text in vague):
                several.append(passage.id)
        if len(said) == 1 and vague and matches("register", "pointing_back", said[0]):
            found["frames"].append(passage.id)
        of_letters = (text for text in said if matches("register", "of_a_letter", text))
        for time in chain.from_iterable(tag_times(text, letter.letter.anchor) for text in of_letters):
            if time.deadline.end and time.deadline.start == time.deadline.end:
                days.setdefault(time.deadline.end, passage.id)
    return UnnamedWords(**{name: tuple(several) for name, several in found.items()}, days=days)


def done_in(letter: AnalysedLetter) -> DoneWords:
    """What a letter tells that may be of any promise; read once, and only where nothing else speaks of one."""
    return remembered(DoneWords, ("done-words", letter.name), lambda: _done_in(letter))


def _done_in(letter: AnalysedLetter) -> DoneWords:
    done: list[tuple[str, str]] = []
    apart: list[tuple[str, str]] = []
    for passage in letter.body:
        past = {row.text for row in letter.sentences_of(passage.id) if _is_of_the_past(row)}
        for text in [one.text for one in letter.split_of(passage.id)] or [passage.text]:
            if _is_apart(text):
                apart.append((passage.id, text))
            elif text in past or _may_be_done(text):
                done.append((passage.id, text))
    return DoneWords(tuple(done), tuple(apart))


def _is_of_the_past(sentence: AnalysedSentence) -> bool:
    return any(clause.tense in {Tense.PAST, Tense.PERFECT} for clause in sentence.clauses)


def _is_apart(text: str) -> bool:
    return matches("register", "of_motions", text) or names_a_registered_one(text)


def _may_be_done(text: str) -> bool:
    return bool(papers_in(text)) or may_settle(text) or matches("register", "at_hand", text)


def _speaks_of_promises(text: str) -> bool:
    return matches("register", "promises", text) and not names_a_registered_one(text)


def _doubts(text: str) -> bool:
    told = matches("register", "of_a_letter", text) and matches("register", "retracting", text)
    return told and not names_a_registered_one(text)


def _frames(text: str) -> bool:
    return matches("register", "framing", text)


def _is_of_nothing_else(text: str) -> bool:
    """Whether a sentence has so few words for a thing of its own that it may be of what stands elsewhere."""
    return len(thing_terms(text)) <= _VAGUE


_AROUND = frozenset({PassageKind.SIGNATURE, PassageKind.FURNITURE})
_ASKED = {"promises": _speaks_of_promises, "doubts": _doubts, "frames": _frames}


def has_figures(text: str, number: str) -> bool:
    """Whether a text has the figures of a number, in any grouping, with or without its letters, or the last alone."""
    return _figures(number).search(text) is not None


def thing_terms(title: str) -> tuple[Term, ...]:
    """The words that name a thing, by stems, without forms of papers and who takes part."""
    terms = dict.fromkeys(terms_of(words(title), NO_NAMES))
    return tuple(term for term in terms if not (is_generic(term) or is_party(term)))


def holds_half(terms: tuple[Term, ...], stems: frozenset[str]) -> bool:
    """Whether stems, of whole words and of parts of compounds, hold half of the words for a thing.

    What has no words of its own may be meant by any text.
    """
    return sum(not stems.isdisjoint(term) for term in terms) >= len(terms) * _HALF


@lru_cache(maxsize=4096)
def _figures(number: str) -> re.Pattern[str]:
    """The figures of a number, in any grouping."""
    figures = re.findall(r"\d", number)
    if len(figures) < _FIGURES:
        return re.compile(r"(?!)")
    last = re.findall(r"\d+", number)[-1]
    alone = rf"|(?<![\w.,-]){last}(?![\w-]|[.,]\d)" if _SHORT <= len(last) < _FIGURES else ""
    return re.compile(rf"(?<!\d){_GAP.join(figures)}(?!\d){alone}")
