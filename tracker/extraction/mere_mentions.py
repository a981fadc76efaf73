"""Whether what has a number in a text is only talked of there: neither promised nor met by that."""

from __future__ import annotations

from tracker.extraction.register_numbers import spelled
from tracker.language.patterns import matches

_NEAR = 300
"""Characters before and after a number in which it may be said: by judgement, longer than a sentence
mostly is."""


def is_talked_of(before: str, after: str) -> bool:
    """Whether what has the number between two texts is only talked of."""
    return matches("register", "talk_before", before[-_NEAR:]) or matches("register", "talk_after", after[:_NEAR])


def is_talk(text: str) -> bool:
    """Whether what a text promises is to talk of something itself."""
    return matches("register", "talk", text)


def is_only_talked_of(text: str, number: str) -> bool:
    """The same of a text that has the number."""
    found = spelled(number).search(text)
    return found is not None and is_talked_of(text[: found.start()], text[found.end() :])
