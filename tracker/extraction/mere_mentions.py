"""Whether what has a number in a text is only talked of there: neither promised nor met by that."""

from __future__ import annotations

from tracker.extraction.number_mentions import NEAR_NUMBER
from tracker.extraction.register_numbers import spelled
from tracker.language.patterns import matches


def is_talked_of(before: str, after: str) -> bool:
    """Whether what has the number between two texts is only talked of."""
    return matches("register", "talk_before", before[-NEAR_NUMBER:]) or matches(
        "register", "talk_after", after[:NEAR_NUMBER]
    )


def is_talk(text: str) -> bool:
    """Whether what a text promises is to talk of something itself."""
    return matches("register", "talk", text)


def is_only_talked_of(text: str, number: str) -> bool:
    """The same of a text that has the number."""
    found = spelled(number).search(text)
    return found is not None and is_talked_of(text[: found.start()], text[found.end() :])
