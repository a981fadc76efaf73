"""How probable it is that a promise lapsed of which no later statement is: a small logistic regression.

That no later letter was found to speak of a promise proves little where it may speak in other words: a handful of signs
that any collection has are weighed. `python -m tracker.training.lapses` fits their weights on annotated series of many
bodies; the language pack keeps them in lapse.toml, and in lapse-meaning.toml those that were learned where statements
have vectors. A language without them calls nothing lapsed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from tracker.extraction.learned.weights import read_fitted
from tracker.language.pack import cached
from tracker.linking.meaning import load_meaning
from tracker.model import LapseSign
from tracker.text.log_odds import probability

FILE = "lapse.toml"
WITH_MEANING = "lapse-meaning.toml"
"""The weights where statements have vectors (linking.meaning)."""
SIGNS = (
    *("held", "shared", "alike", "alike-report", "near", "near-report"),
    *("months", "told-in", "letters", "sentences", "taken-up"),
)
"""held: the share (0..1) of the promise that the nearest later passage holds; shared: what the later sentence that
shares most shares above what chance gives, in nats; alike: how much liker in spelling the likest later sentence is
than earlier ones (-1..1); alike-report: how alike the likest later report is that answers no promise (0..1);
near: how probable it is that the nearest later statement outside the thread is of it (0..1), near-report: that the
nearest later report is; months: how many passed since the deadline; told-in: letters that speak of the promise;
letters, sentences: how many came after it (sentences as a natural logarithm); taken-up: the share (0..1) of the
promises of its letter that later letters take up.

The weights without vectors were fitted before there was `near`, which counts nothing there."""

SPEAKING = frozenset({"held", "shared", "alike", "alike-report", "near", "near-report", "told-in"})
"""The signs that the promise is spoken of: none of them makes a lapse likelier."""


class Sign(Struct, frozen=True, forbid_unknown_fields=True):
    """What each unit of a sign adds to the log-odds beyond its usual value, and between which values it was seen.

    Beyond those it adds no more.
    """

    weight: float
    usual: float
    least: float
    most: float


class LapseWeights(Struct, frozen=True, forbid_unknown_fields=True):
    """The weights of all signs. Raises ValueError where a sign is missing or unknown."""

    bias: float
    """The log-odds of a promise all of whose signs are as usual."""
    bar: float
    """The probability (0..1) from which on a promise is called lapsed."""
    signs: dict[str, Sign]

    def __post_init__(self) -> None:
        """Every sign is there, and no other."""
        if set(self.signs) != set(SIGNS):
            raise ValueError(f"{FILE}: the signs are {', '.join(SIGNS)}.")

    def weighed(self, values: Mapping[str, float]) -> tuple[LapseSign, ...]:
        """Each sign with its value and what it adds to the usual log-odds."""
        found = []
        for name in SIGNS:
            sign, value = self.signs[name], round(float(values[name]), 4)
            held = min(max(value, sign.least), sign.most)
            found.append(LapseSign(name, value, round((held - sign.usual) * sign.weight, 4) + 0.0))
        return tuple(found)

    def probability(self, signs: Sequence[LapseSign]) -> float:
        """How probable (0..1) a lapse is by these signs."""
        total = self.bias + sum(sign.contribution for sign in signs)
        return probability(total)


UNKNOWN = LapseWeights(0.0, 1.0, dict.fromkeys(SIGNS, Sign(0.0, 0.0, 0.0, 0.0)))
"""Where nobody fitted weights: no promise is called lapsed."""


def lapse_weights() -> LapseWeights:
    """The weights of the language, with or without what statements mean."""
    return fitted_weights(FILE if load_meaning() is None else WITH_MEANING)


@cached(maxsize=2)
def fitted_weights(name: str) -> LapseWeights:
    """The weights in a file of the language. Raises ValueError where a sign is missing or unknown."""
    return read_fitted(name, UNKNOWN)
