"""What a word tells: by how few texts have it (its idf), and by how rare it is in the language.

Whatever is weighed by its words is weighed by these two: statements that are linked, sections and sentences of two
letters, threads that are alike, what is said of a promise later.
"""

from __future__ import annotations

import math

from tracker.language.lemmas import rarity
from tracker.language.pack import cached
from tracker.language.terms import action_ends

# Chosen by hand while the links of the five letters of `seeds` were read, as all of linking.weights.

COMMON, RANGE = 0.2, 0.5
"""Rarities (0..1, lemmas.rarity): a word no rarer than the first tells nothing, one that is rarer by the second tells
all it can.
"""
ACTION = 0.7
"""Factor: a verb, or the noun made of it, against another word, as many things can be "uitgebreid"."""


def idf(count: int, among: int) -> float:
    """Inverse document frequency, in nats: how surprising a word is that `count` of `among` texts have.

    Minus the natural logarithm of that share, with half a text more: a word that none has is not beyond measure. Who
    has few texts counts them among more of other subjects, or every word of theirs would seem common.
    """
    return -math.log(min(1.0, (count + 0.5) / among))


def smooth_idf(count: int, among: int) -> float:
    """The idf for the few texts of two sides, in nats: of them a word has to be in two to be shared at all.

    Unlike by `idf`, one that all have still tells something (the logarithm of two), and two texts are enough. By `idf`
    among 20 more texts the sections of eleven pairs of letters match alike, but each match scores higher: of the
    accusations of eleven series that only measure 36 of 58 would be right, of those by this 36 of 57.
    """
    return math.log1p(among / count)


@cached(maxsize=65536)
def informativeness(stem: str) -> float:
    """How well a word tells one subject from another in any text, 0..1."""
    verb, noun = action_ends()
    action = bool(noun) and stem.endswith(noun) and len(stem) > 6
    rare = min(rarity(stem), rarity(stem.removesuffix(noun) + verb)) if action else rarity(stem)
    value = min(1.0, max(0.0, (rare - COMMON) / RANGE))
    return value * ACTION if action else value
