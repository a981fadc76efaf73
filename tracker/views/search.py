"""Words looked for in all letters: the passages that hold them, by letter and section, and the letters that do not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from msgspec import Struct

from tracker.language.lemmas import token_words
from tracker.ledger.queries import Index
from tracker.ledger.selection import select
from tracker.model import Letter, Passage, PassageKind, Thread
from tracker.text.excerpt import excerpt, tail
from tracker.text.normalize import comparable, one_space, straight_quotes
from tracker.text.tokens import tokenize

_HYPHEN = r"[-‐‑‒–—\s]?"
BEFORE, BEHIND = 20, 100
"""Characters shown before what was found, so few that it is seen in a narrow list, and behind it."""
_TYPED = re.compile(r'"([^"]+)"?|(\S+)')
_BRACKET = re.compile(r"\s*\([^()]*\)\s*$")
_RUN = re.compile("[a-z0-9]+")
_SAME = {"i": "ıİ", "k": "\N{KELVIN SIGN}", "s": "ſ"}
"""The letters beyond ASCII that a pattern takes for one of ASCII where case does not count."""
_ODD = "ıİſ"
"""Those of them that are not that letter in small."""
LEAST_THING = 4
"""Letters of a word that says what a title is about, at least: by judgement; articles and prepositions have less."""
LEAST_LEFT, LEAST_END = 4, 5
"""Letters that a short form leaves out, and has, at least."""


class Hit(Struct, frozen=True, gc=False):
    """A passage that holds the words; what stands `around` them is made of those that are seen.

    It holds nothing that could hold it: of ten thousand Python need not look for garbage among them at every key.
    """

    letter: str
    passage: str
    times: int


class LetterTreatment(Struct, frozen=True):
    """What one letter says about a subject, in the order of its text; nothing is its silence."""

    letter: Letter
    passages: tuple[Passage, ...]


class SubjectView(Struct, frozen=True):
    """A subject through all letters: what each says, and the promises about it."""

    name: str
    letters: tuple[LetterTreatment, ...]
    threads: tuple[Thread, ...]
    marks: tuple[re.Pattern[str], ...]
    """What was looked for."""


class Sought(NamedTuple):
    """Words that are looked for, of which a text has to hold each, in whatever order."""

    parts: tuple[re.Pattern[str], ...]
    runs: tuple[str, ...]
    """Small letters and figures of each that a text has to hold: to look for these takes a tenth of the time."""

    def found_in(self, text: str) -> list[re.Match[str]]:
        """Where the scarcest of them stands, first of all where the first one does; nothing where one is not there."""
        found = [list(part.finditer(text)) for part in self.parts] if self._may_be_in(text) else []
        return min(found, key=len) if found and all(found) else []

    def counter(self) -> Callable[[str], int]:
        """What tells of text after text how often the scarcest of them stands there."""
        finders = [(run, part.findall) for run, part in zip(self.runs, self.parts, strict=True)]

        def times_in(text: str) -> int:
            """That takes half the time of telling where; a name or a call less is felt at ten thousand passages."""
            small, scarcest = text.lower(), 0
            for run, find in finders:
                times = len(find(text)) if run in small or _is_odd(text) else 0
                if not times:
                    return 0
                if times < scarcest or not scarcest:
                    scarcest = times
            return scarcest

        return times_in

    def _may_be_in(self, text: str) -> bool:
        small = text.lower()
        return all(run in small for run in self.runs) or _is_odd(text)


def _is_odd(text: str) -> bool:
    """Whether a text has a letter that a pattern may take for another one."""
    return not text.isascii() and any(odd in text for odd in _ODD)


def sought(words: str) -> Sought | None:
    """The words as patterns, each from its start on; those in quotes beside each other.

    A hyphen may be a space or nothing. Nothing is sought where nothing was typed.
    """
    typed = (phrase or word for phrase, word in _TYPED.findall(comparable(one_space(straight_quotes(words)))))
    parts = [part.strip() for part in typed if part.strip('" ')]
    runs = (max(_RUN.findall(part.lower()), key=len, default="") for part in parts)
    return Sought(tuple(map(_pattern, parts)), tuple(runs)) if parts else None


def _pattern(typed: str) -> re.Pattern[str]:
    """One word from its start on, or several beside each other; what begins with a sign has no start of a word."""
    first, rest = typed[0], typed[1:]
    if not (first.isascii() and first.isalnum()):
        return re.compile((r"\b" if first.isalnum() else "") + _in_print(typed), re.IGNORECASE)
    first = f"{first.lower()}{first.upper()}{_SAME.get(first.lower(), '')}"
    return re.compile(rf"[{first}](?<!\w.)(?i:{_in_print(rest)})")  # a start that is known is found twice as soon


def _anywhere(typed: str) -> re.Pattern[str]:
    return re.compile(_in_print(typed), re.IGNORECASE)


def _in_print(typed: str) -> str:
    """A pattern for words however they are printed."""
    parts = (_HYPHEN.join(map(re.escape, word.split("-"))) for word in typed.split(" "))
    return r"\w*\W+".join(parts).replace("'", "['’]")


def _thing(title: str) -> Sought | None:
    """What the title of a promise names, without what is in brackets to tell it from others; compounds of it, too."""
    named = token_words(tokenize(_BRACKET.sub("", title)))
    parts = tuple(_anywhere(word) for word in named if len(word) >= LEAST_THING) or tuple(map(_pattern, named))
    return Sought(parts, ("",) * len(parts)) if parts else None


def search(index: Index, wanted: Sought | None) -> dict[str, dict[str, Hit]]:
    """The passages that hold the words, by their ids in the order of the text, of each letter that has some."""
    if wanted is None:
        return {}
    times_in, aside, found = wanted.counter(), PassageKind.FURNITURE, dict[str, dict[str, Hit]]()
    for letter in index.ledger.letters:
        hits = {
            passage.id: Hit(letter.id, passage.id, times)
            for passage in letter.passages
            if (times := times_in(passage.text)) and passage.kind is not aside
        }
        if hits:
            found[letter.id] = hits
    return found


def around(text: str, wanted: Sought) -> str:
    """What stands around the words in a text that holds them."""
    found = wanted.found_in(text)
    return _around(text, found[0]) if found else text


def _read(letter: Letter) -> Iterator[Passage]:
    """The passages that are read: no running heads and page numbers."""
    return (passage for passage in letter.passages if passage.kind is not PassageKind.FURNITURE)


def _around(text: str, match: re.Match[str]) -> str:
    """What stands around a match, whole words, with marks of what is left out."""
    return f"{tail(text[: match.start()], BEFORE)}{match[0]}{excerpt(text[match.end() :], BEHIND)}"


def short_form(words: str) -> re.Pattern[str] | None:
    """The ends of a long word that may stand for it where it was named: "the register" for a lerarenregister."""
    word = comparable(words.strip())
    ends = [word[at:] for at in range(LEAST_LEFT, len(word) - LEAST_END + 1)] if word.isalpha() else []
    return re.compile(rf"\b(?:{'|'.join(ends)})\b", re.IGNORECASE) if ends else None


class _About:
    """Tells whether text is about the words: it holds them, or their short form in a section that names them.

    Where they are the title of a promise, so does what that quotes; where they are a topic, what its sections hold.
    """

    def __init__(self, index: Index, words: str) -> None:
        promises = [thread for thread in index.ledger.threads if thread.title == words]
        topics = [topic.sections for topic in index.ledger.topics if topic.label == words]
        self.sought = _thing(words) if promises else sought(f'"{words}"' if topics else words)
        self.short = None if promises else short_form(words)
        own = (*promises, *(row for row in index.ledger.threads if topics and index.topic(row) == words))
        self.quoted = {row.passage for thread in own for row in index.quotes_of(thread)}
        self.sections = {name for names in topics for name in names}
        """The sections that treat the words as a whole: those of a topic, and those that are headed by them."""
        self.sections |= {section.id for section in index.sections.values() if self.holds(section.heading)}
        passages = (row for letter in index.ledger.letters for row in _read(letter))
        self._naming = {row.section for row in passages if row.section and self.holds(row.text)}

    def holds(self, text: str) -> bool:
        """Whether the words stand in a text."""
        return self.sought is not None and bool(self.sought.found_in(text))

    def tells(self, section: str | None, text: str) -> bool:
        """Whether a text of a section is about the words."""
        if section in self.sections or self.holds(text):
            return True
        return section in self._naming and self.short is not None and self.short.search(text) is not None


def subject(index: Index, words: str) -> SubjectView:
    """What all letters say about the words, which may be a topic of the letters or the title of a promise."""
    about = _About(index, words)
    letters = tuple(
        LetterTreatment(
            letter,
            tuple(row for row in _read(letter) if row.id in about.quoted or about.tells(row.section, row.text)),
        )
        for letter in index.ledger.letters
    )
    threads = (
        thread
        for thread in select(index)
        if about.holds(thread.title)
        or any(about.tells(row.section, f"{row.quote} {row.sentence}") for row in index.quotes_of(thread))
    )
    marks = (*(about.sought.parts if about.sought else ()), *filter(None, [about.short]))
    return SubjectView(words, letters, tuple(threads), marks)
