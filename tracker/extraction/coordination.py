"""What joins the parts of a clause, so that each may be of another thing."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.language.lemmas import is_verb_form
from tracker.language.pack import current
from tracker.language.patterns import matches
from tracker.language.resources import word_set
from tracker.text.tokens import Token


def joints() -> frozenset[str]:
    """What joins one part of a sentence to another that may be of something else."""
    return word_set("clauses", "coordinators") | {";", ","}


def last_joint(tokens: Sequence[Token]) -> int | None:
    """The place of the last joint among words, None where there is none."""
    return max((at for at, token in enumerate(tokens) if token.low in joints()), default=None)


def coordinates(tokens: Sequence[Token], joint: int) -> bool:
    """Whether a joint adds a thing to the one before it: "the bridges and the plan for their upkeep"."""
    adding = word_set("clauses", "coordinators") - word_set("clauses", "contrasts")
    first, rest = joint + 1, tokens[joint + 1 :]
    if (
        tokens[joint].low not in adding
        or not rest
        or has_finite(rest)
        or not joint
        or is_verb_form(tokens[joint - 1].low)
    ):
        return False
    again = tokens[first].low in word_set("clauses", "prepositions")
    before = {token.low for token in tokens[:joint]}
    return tokens[first].low in (before if again else word_set("clauses", "determiners"))


def ends_denied(tokens: Sequence[Token]) -> bool:
    """Whether the last part of words that is added to another says that something is not so."""
    adding = [at for at, token in enumerate(tokens) if token.low in word_set("clauses", "coordinators")]
    return bool(adding) and matches("links", "denying", " ".join(token.low for token in tokens[adding[-1] :]))


def has_finite(tokens: Sequence[Token]) -> bool:
    """Whether words have the verb of a clause."""
    return any(current().is_finite(tokens, at) for at in range(len(tokens)))
