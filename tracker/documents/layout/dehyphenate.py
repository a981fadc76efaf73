"""Whether a hyphen at the end of a line belongs to the word or to the line."""

from __future__ import annotations

import re
from enum import StrEnum

from tracker.documents.layout.patterns import phrases
from tracker.text.tokens import runs

_HYPHENATED = re.compile(r"\w+(?:-\w+)+")
_ADDRESS = re.compile(r"://|www\.|@|/")
_STEM = 5
"""So many letters of the second part must be alike for a hyphenated word elsewhere to count as the same."""


class Join(StrEnum):
    """How two halves around a line end become text again."""

    SOLID = ""
    HYPHEN = "-"
    SUSPENDED = "- "


class Hyphens:
    """Decides for one letter; its own words are the best evidence."""

    def __init__(self, text: str) -> None:
        """Take the words of the whole letter as evidence."""
        self._text = text
        self._hyphenated: frozenset[str] | None = None
        self._words: frozenset[str] = frozenset()

    def join(self, before: str, after: str) -> Join:
        """How `before` (without its hyphen) and `after`, the words around a line end, belong together."""
        if _first_word(after) in phrases().suspending or not after:
            return Join.SUSPENDED
        first, second = _last_part(before), _first_word(after)
        self._learn()
        if _shown(before, after) or self._stands_hyphenated(first, second):
            return Join.HYPHEN
        if first + second in self._words:
            return Join.SOLID
        return Join.HYPHEN if _keeps(first, second) else Join.SOLID

    def _learn(self) -> None:
        if self._hyphenated is None:
            text = self._text.casefold()
            self._hyphenated = frozenset(_HYPHENATED.findall(text))
            self._words = frozenset(runs(text))

    def _stands_hyphenated(self, first: str, second: str) -> bool:
        stem = f"{first}-{second[:_STEM]}"
        return any(word.startswith(stem) or f"-{stem}" in word for word in self._hyphenated or ())


def _last_part(before: str) -> str:
    """The letters just before the hyphen, folded."""
    return re.split(r"[\W_]", before.casefold())[-1]


def _first_word(after: str) -> str:
    found = re.match(r"\w+(?:/\w+)?", after.casefold())
    return found.group() if found else ""


def _shown(before: str, after: str) -> bool:
    """A hyphen that the shape of the halves shows to be real: "PO-Raad", "ICALT-instrument", an internet address."""
    return not after[:1].islower() or not before[-1:].islower() or bool(_ADDRESS.search(before))


def _keeps(first: str, second: str) -> bool:
    """Whether the spelling of the halves asks for the hyphen; a single letter is no syllable ("e-bike")."""
    rules = phrases()
    if len(first) == 1 or first in rules.keep_hyphen or _coordinate(first, second):
        return True
    return first[-1:] + second[:1] in rules.vowel_clashes and not _is_word(first + second)


def _coordinate(first: str, second: str) -> bool:
    """Two adjectives side by side: "pedagogisch-didactische"."""
    endings = phrases().keep_hyphen_suffixes
    return first.endswith(endings) and second.endswith(endings)


def _is_word(word: str) -> bool:
    from tracker.language.lemmas import is_word

    return is_word(word)
