"""How much each family of evidence counts for one promise: two small logistic regressions, fitted on annotated series.

The first weighs two statements by themselves, the second how far a match is ahead of the next best of either side.
`python -m tracker.training.pairs` makes them from papers of many bodies; the language pack keeps them in pairs.toml. A
language without them counts the evidence as it is (weights.WEIGHTS), which nobody fitted.
"""

from __future__ import annotations

from msgspec import Struct

from tracker.extraction.learned.weights import read_fitted
from tracker.language.pack import cached
from tracker.linking.meaning import load_meaning
from tracker.linking.weights import WEIGHTS
from tracker.model import LinkPart

FILE = "pairs.toml"
WITH_MEANING = "pairs-meaning.toml"
"""The weights where statements have vectors (meaning.load_meaning)."""
SPELLING_LEAD = "spelling-lead"
"""The part that tells how far two statements of two letters are ahead of the next best by their spelling."""
MEANING_LEAD = "meaning-lead"
"""The same by what they mean."""
FAMILIES = (
    *("words", "grounds", "surroundings"),
    *("sections", "signs"),
    *("spelling", "likeness", "figures", "report", "old-day", "size"),
    *(SPELLING_LEAD, "same-kind", "unlike-figures", "unlike-years", "unlike-steps"),
    *("meaning", MEANING_LEAD),
)
"""The evidence that has a weight of its own."""
FAMILY_OF = {"word": "words"} | {name: name for name in FAMILIES}
"""The family of each part of the evidence by its name; all others are SIGNS."""
SIGNS = "signs"


class PairWeights(Struct, frozen=True, forbid_unknown_fields=True):
    """The weights of both. Raises ValueError where a family is missing or unknown."""

    bias: float
    """The log-odds of two statements of which nothing is compared."""
    families: dict[str, float]
    """What each nat or unit of a family adds to them."""
    lead: float
    """What each log-odds that a match is ahead of the next best of both its statements adds, `usual_lead` taken off."""
    usual_lead: float
    linked: float
    """The probability (0..1) from which on a match stands."""
    ruled: float
    """What it adds, in log-odds, that by the weights of hand it is a link; by judgement, since those were made on the
    five letters. Fitted on many bodies it is nothing, and finds no more than a lower bar does; there a fifth more."""

    def __post_init__(self) -> None:
        """Every family is there, and no other."""
        if set(self.families) != set(FAMILIES):
            raise ValueError(f"{FILE}: the families are {', '.join(FAMILIES)}.")

    def weighed(self, row: LinkPart) -> LinkPart:
        """A part of the evidence as it counts."""
        weight = self.families[family_of(row)]
        return LinkPart(row.name, row.value, row.weight * weight, row.contribution * weight + 0.0, row.text)

    def counts(self, row: LinkPart) -> float:
        """What a part of the evidence adds as it counts."""
        return row.contribution * self.families[family_of(row)] + 0.0


BY_HAND = PairWeights(
    bias=WEIGHTS.prior,
    families=dict.fromkeys(FAMILIES, 0.0) | dict.fromkeys(("words", "surroundings", "sections", "signs"), 1.0),
    lead=0.0,
    usual_lead=0.0,
    linked=0.5,
    ruled=2.0,
)
"""The evidence as it is, for a language whose weights were not fitted; a link is as likely as none (`linked`), by
judgement."""


def family_of(row: LinkPart) -> str:
    """The family that a part of the evidence is of."""
    return FAMILY_OF.get(row.name, SIGNS)


def pair_weights() -> PairWeights:
    """The weights of the language, with or without what statements mean."""
    return weights_in(FILE if load_meaning() is None else WITH_MEANING)


@cached(maxsize=2)
def weights_in(name: str) -> PairWeights:
    """The weights in a file of the language. Raises ValueError where a family is missing or unknown."""
    return read_fitted(name, BY_HAND)
