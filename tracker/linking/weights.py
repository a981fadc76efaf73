"""Every number by which evidence for one promise is weighed, in one place."""

from __future__ import annotations

from msgspec import Struct


class Weights(Struct, frozen=True):
    """What each sign of one promise adds or takes away; 0 in sum is the line."""

    prior: float = -8.0
    """Two statements of unrelated sections."""
    aligned: float = 4.5
    """Added in full when their sections are surely the same."""
    part: float = 0.6
    """What a part of a compound counts, against the whole word."""
    carrier: float = 0.4
    """What a word counts that names a form rather than a subject."""
    around: float = 0.45
    """A word of one statement that only the other's surroundings hold."""
    surroundings: float = 0.2
    """A word of both surroundings."""
    most_surroundings: float = 2.5
    """Surroundings alone count at most so much."""
    unlike: float = 0.2
    """What a specific word counts against when only one of the two has it."""
    most_unlike: float = 1.5
    beside: float = 0.4
    """What a shared word counts that stands next to a better one in both: "strategisch" next to "personeelsbeleid"."""
    same_heading: float = 1.5
    renaming: float = 2.5
    renaming_kinship: float = 0.6
    year: float = 0.5
    """What each year counts against, after so many from the day that a promise was due or made, and at most."""
    fresh_years: float = 2.0
    most_years: float = 2.5
    same_form: float = 2.0
    unlike_form: float = -1.5
    same_deadline: float = 2.0
    near_deadline: float = 0.5
    same_reference: float = 3.0
    unlike_kind: float = -1.0
    both_soft: float = -0.5
    past: float = -1.5
    """What an older letter reports as done is seldom promised again."""
    prolonged: float = 1.0
    """One lasts until a day, the other prolongs."""


WEIGHTS = Weights()

STRONG = 1.0
"""A shared word with so much evidence counts as a ground of its own."""
