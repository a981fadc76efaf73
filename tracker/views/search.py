"""Words looked for in all letters: the passages that hold them, by letter and section, and the letters that do not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from tracker.ledger.queries import Index
from tracker.model import Letter, Passage, PassageKind, Thread
from tracker.text.normalize import comparable, one_space

_HYPHEN = r"[-‐‑‒–—\s]?"
AROUND = 60
"""Characters shown on either side of what was found."""
LEAST_LEFT, LEAST_END = 4, 5
"""Letters that a short form leaves out, and has, at least."""


class Hit(Struct, frozen=True):
    """A passage that holds the words; `text` is what stands around the first of them."""

    letter: str
    section: str
    """The heading that it stands under, "" where it stands under none."""
    passage: str
    text: str
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


def sought(words: str) -> re.Pattern[str] | None:
    """The words as a pattern, each from its start on, in their order; a hyphen may be a space or nothing.

    Nothing is sought where nothing was typed.
    """
    typed = comparable(one_space(words)).split()
    parts = [_HYPHEN.join(map(re.escape, word.split("-"))) for word in typed]
    return re.compile(r"\b" + r"\w*\W+".join(parts).replace("'", "['’]"), re.IGNORECASE) if parts else None


def search(index: Index, words: str) -> tuple[Hit, ...]:
    """The passages of all letters that hold the words, in the order of the letters and their texts."""
    pattern = sought(words)
    return tuple(_hits(index, pattern)) if pattern else ()


def _hits(index: Index, pattern: re.Pattern[str]) -> Iterator[Hit]:
    for letter in index.ledger.letters:
        for passage in _read(letter):
            found = list(pattern.finditer(passage.text))
            if found:
                section = index.sections.get(passage.section or "")
                heading = section.heading if section else ""
                yield Hit(letter.id, heading, passage.id, _around(passage.text, found[0]), len(found))


def _read(letter: Letter) -> Iterator[Passage]:
    """The passages that are read: no running heads and page numbers."""
    return (passage for passage in letter.passages if passage.kind is not PassageKind.FURNITURE)


def _around(text: str, match: re.Match[str]) -> str:
    """What stands around a match, whole words, with marks of what is left out."""
    begin, end = match.start() - AROUND, match.end() + AROUND
    left = text[: match.start()] if begin <= 0 else "… " + text[begin : match.start()].partition(" ")[2]
    right = text[match.end() :] if end >= len(text) else text[match.end() : end].rpartition(" ")[0] + " …"
    return f"{left}{match[0]}{right}"


def short_form(words: str) -> re.Pattern[str] | None:
    """The ends of a long word that may stand for it where it was named: "the register" for a lerarenregister."""
    word = comparable(words.strip())
    ends = [word[at:] for at in range(LEAST_LEFT, len(word) - LEAST_END + 1)] if word.isalpha() else []
    return re.compile(rf"\b(?:{'|'.join(ends)})\b", re.IGNORECASE) if ends else None


class _About:
    """Tells whether text is about the words: it holds them, or their short form in a section that names them."""

    def __init__(self, index: Index, words: str) -> None:
        self._words, self._short = sought(words), short_form(words)
        topics = (topic.sections for topic in index.ledger.topics if topic.label == words)
        self.sections = {name for names in topics for name in names}
        """The sections that treat the words as a whole: those of a topic, and those that are headed by them."""
        self.sections |= {section.id for section in index.sections.values() if self.holds(section.heading)}
        passages = (row for letter in index.ledger.letters for row in _read(letter))
        self._naming = {row.section for row in passages if row.section and self.holds(row.text)}

    def holds(self, text: str) -> bool:
        """Whether the words stand in a text."""
        return self._words is not None and self._words.search(text) is not None

    def tells(self, section: str | None, text: str) -> bool:
        """Whether a text of a section is about the words."""
        if section in self.sections or self.holds(text):
            return True
        return section in self._naming and self._short is not None and self._short.search(text) is not None


def subject(index: Index, words: str) -> SubjectView:
    """What all letters say about the words; a topic of the letters is told by its sections, too."""
    about = _About(index, words)
    letters = tuple(
        LetterTreatment(letter, tuple(row for row in _read(letter) if about.tells(row.section, row.text)))
        for letter in index.ledger.letters
    )
    threads = (
        thread
        for thread in index.select()
        if about.holds(thread.title)
        or any(about.tells(row.section, f"{row.quote} {row.sentence}") for row in index.quotes_of(thread))
    )
    return SubjectView(words, letters, tuple(threads))
