"""Cue phrases: the words by which a text points back, adds, restates, explains, postpones, and the like.

Linking and verdicts ask for cues by name; the words of each are data of the language (links.toml, verdicts.toml).
"""

from __future__ import annotations

from enum import StrEnum

from tracker.language.pack import cached
from tracker.language.patterns import pattern, pattern_set, pattern_text
from tracker.text.normalize import one_space
from tracker.text.pattern_set import PatternSet


class Cue(StrEnum):
    """What a cue phrase says of the text that has it; the value is the name of its words in the data."""

    POINTING = "pointing"
    IMPLYING = "implying"
    ADDING = "adding"
    RESTATING = "restating"
    STARTING = "starting"
    FURTHERING = "furthering"
    CONTINUING = "continuing"
    HENCE = "hence"
    ANOTHER = "another"
    INTRODUCING = "introducing"
    DENYING = "denying"
    APPLYING = "applying"
    PAYING = "paying"
    EXPLAINING = "explaining"
    THEREFORE = "therefore"
    CHANGING = "changing"
    CONTRASTING = "contrasting"
    POSTPONING = "postponing"
    DEADLINE = "deadline"
    AGAIN = "again"
    UNMOVED = "unmoved"
    RECURRING = "recurring"
    DELAYED_BY = "delayed_by"
    GATHERED = "gathered"
    STANDING = "standing"
    IN_PART = "in_part"
    ENCLOSED = "enclosed"
    PROMISED_BEFORE = "promised_before"
    STARTED = "started"
    DISCUSSING = "discussing"
    SETTLING = "settling"
    TELLING = "telling"
    WAS_TO_BE = "was_to_be"
    NOT_YET = "not_yet"
    COMES_NOW = "comes_now"


_CUES = tuple(Cue)
_OF_LINKS = frozenset(_CUES[: _CUES.index(Cue.EXPLAINING)])


@cached(maxsize=1)
def _patterns() -> PatternSet:
    return pattern_set(pattern_text("links" if cue in _OF_LINKS else "verdicts", cue.value) for cue in Cue)


def find_cues(text: str) -> frozenset[Cue]:
    """The cues of a sentence or quote, in any case."""
    return frozenset(map(_CUES.__getitem__, _patterns().found(text.lower())))


_BACK = (Cue.CONTINUING, Cue.POINTING, Cue.IMPLYING)


def words_that_point(text: str) -> str:
    """The words by which a text points back or goes on, in lower case; "" where there are none."""
    found = (pattern("links", cue.value).search(text.lower()) for cue in _BACK)
    return ", ".join(dict.fromkeys(one_space(match.group()) for match in found if match))


def known_noun(text: str) -> str:
    """The noun that a text starts from as known ("Het wetsvoorstel wordt …"), in lower case; "" where there is none."""
    found = pattern("links", "definite").match(text.lower())
    return str(found.group(1)) if found else ""


def nouns_taken_up(text: str) -> tuple[str, ...]:
    """The nouns that a text takes up ("over deze afspraken"), in lower case."""
    found = pattern("links", "taking_up").finditer(text.lower())
    return tuple(group for match in found for group in match.groups() if group)
