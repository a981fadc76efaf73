"""Whether a text says of several promises at once that they are met, without naming one."""

from __future__ import annotations

import datetime as dt

from tracker.extraction.cues import Cue, find_cues
from tracker.extraction.references import find_references
from tracker.extraction.settled_numbers import is_registered
from tracker.language.patterns import matches, pattern
from tracker.temporal.timex import tag_times


def settles_several(text: str) -> bool:
    """Whether a text says that several promises are met."""
    several = matches("register", "several_at_hand", text) or matches("register", "several_of_letter", text)
    return several and Cue.SETTLING in find_cues(text)


def excepts_some(text: str) -> bool:
    """Whether a text says of which promises that is not so: "alle toezeggingen op TZ202402-158 na"."""
    return matches("register", "but_for", text)


def days_of_their_letter(text: str, day: dt.date | None) -> frozenset[dt.date | None]:
    """The days of the letter in which they were promised, where a text of a letter of a day names that."""
    found = pattern("register", "several_of_letter").search(text.lower())
    return frozenset(time.deadline.start for time in tag_times(found[0], day)) if found else frozenset()


def names_a_registered_one(text: str) -> bool:
    """Whether a text names the number of a registered promise."""
    return is_registered(find_references(text))
