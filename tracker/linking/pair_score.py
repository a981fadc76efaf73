"""Two statements → how strongly the letters say that they are about the same promise.

The sum of weights of evidence, as Fellegi and Sunter's record linkage has it (see weights): each shared word counts by
how surprising it is in both letters and how near to the statements it stands; unlike specifics, forms and kinds count
against; and statements of unrelated sections start further apart than those of aligned ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log, sqrt

from msgspec import Struct
from msgspec.structs import replace

from tracker.linking.comparison import FUNDED, RENAMED, compare, part
from tracker.linking.pair_weights import pair_weights
from tracker.linking.profile import StatementProfile
from tracker.linking.quote_likeness import likeness
from tracker.linking.rule_of_thumb import holds
from tracker.linking.spelling import cosine
from tracker.linking.term_overlap import Common, Shared, most_words, shared_words
from tracker.linking.terms import Vocabularies
from tracker.linking.weights import FIGURES, GROUNDS, ROUNDING, RULED, SMALL, SPECIFIC, STRONG, WEIGHTS
from tracker.model import LinkPart, StatusReport


class PairScore(Struct, frozen=True):
    """The evidence that two statements are about one promise; `total` is in log-odds."""

    total: float
    shared: tuple[Shared, ...]
    parts: tuple[LinkPart, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The words that stand near both statements, the most informative first."""
        return tuple(shared.word for shared in self.shared)

    def of(self, *names: str) -> float:
        """What the parts of these names contribute together."""
        return sum(row.contribution for row in self.parts if row.name in names)

    @property
    def rule(self) -> str:
        """The name of what carries the link most."""
        if self.of(RENAMED, FUNDED) > 0:
            return "renamed"
        if self.of("references") > 0:
            return "same-reference"
        if any(row.name == "deadlines" and row.value >= 1 for row in self.parts):
            return "same-words-and-deadline"
        strong = sum(shared.fresh and shared.weight >= STRONG for shared in self.shared)
        if strong >= 2:
            return "same-words"
        aligned = any(row.name == "sections" and row.value >= WEIGHTS.aligned_section for row in self.parts)
        return "same-section-and-word" if aligned else "few-shared-words"


def score_pair(one: StatementProfile, other: StatementProfile, words: Vocabularies, kinship: float) -> PairScore:
    """The evidence for one promise; `kinship` tells how surely the sections of the two are the same (0..1)."""
    return _scored(one, other, words, _signs(one, other, words, kinship), _quotes(one, other))


def score_pair_above(
    least: float, one: StatementProfile, other: StatementProfile, words: Vocabularies, kinship: float
) -> PairScore | None:
    """The same where it is `least` or more, else None: most pairs are told apart before their words are paired."""
    weights = pair_weights()
    signs, quotes = _signs(one, other, words, kinship), _quotes(one, other)
    near, around = most_words(one, other)
    most = {"words": near, "grounds": 1.0, "surroundings": around}
    told = weights.bias + RULED + sum(max(0.0, weights.families[name]) * value for name, value in most.items())
    if told + sum(weights.weighed(row).contribution for row in (*signs, *quotes)) + ROUNDING < least:
        return None
    score = _scored(one, other, words, signs, quotes)
    return score if score.total >= least else None


def _scored(
    one: StatementProfile,
    other: StatementProfile,
    words: Vocabularies,
    signs: Sequence[LinkPart],
    quotes: Sequence[LinkPart],
) -> PairScore:
    weights = pair_weights()
    common = shared_words(one, other)
    ruled = part("by-rule", float(holds(one, other, words, common, signs)), RULED)
    found = (*_words(common), *signs, *quotes)
    parts = (part("prior", 1.0, weights.bias), *map(weights.weighed, found), ruled)
    return PairScore(sum(row.contribution for row in parts), common.words, parts)


def probability(total: float) -> float:
    """Log-odds as a probability from 0 to 1, rounded so that every machine writes the same."""
    return round(1 / (1 + exp(-max(-30.0, min(30.0, total)))), 3)


def log_odds(probability: float) -> float:
    """A probability between 0 and 1, both left out, as log-odds."""
    return log(probability / (1 - probability))


def rounded(parts: Sequence[LinkPart], *, every: bool = False) -> tuple[LinkPart, ...]:
    """The parts that count, or every one, with three decimals, so that every machine writes the same."""
    return tuple(
        replace(row, value=round(row.value, 3), weight=round(row.weight, 3), contribution=round(row.contribution, 3))
        for row in parts
        if every or round(row.contribution, 3)
    )


def evidence_of(
    one: StatementProfile, other: StatementProfile, words: Vocabularies, kinship: float
) -> tuple[LinkPart, ...]:
    """Every part of the evidence as it was found, before it is weighed."""
    return (*_words(shared_words(one, other)), *_signs(one, other, words, kinship), *_quotes(one, other))


def _words(common: Common) -> tuple[LinkPart, ...]:
    """The words near both, and what stands around them."""
    found = (LinkPart("word", row.idf, row.weight / row.idf, row.weight, row.word) for row in common.words)
    grounds = sum(row.fresh and row.weight >= SPECIFIC for row in common.words)
    return (
        *found,
        part("grounds", float(grounds >= GROUNDS), 1.0),
        part("surroundings", min(WEIGHTS.most_surroundings, common.around), 1.0),
    )


def _signs(one: StatementProfile, other: StatementProfile, words: Vocabularies, kinship: float) -> list[LinkPart]:
    """What is compared besides words; the more passages two letters have, the less likely are two of them one."""
    size = sqrt(max(SMALL, words[0].passages) * max(SMALL, words[1].passages))
    return [*compare(one, other, words, kinship), part("size", log(size), 1.0)]


def _quotes(one: StatementProfile, other: StatementProfile) -> tuple[LinkPart, ...]:
    """How alike the quotes are as a whole, the figures that both hold, and whether the later one reports."""
    figures = sorted(one.facts.figures & other.facts.figures)
    return (
        part("spelling", cosine(one.spelled, other.spelled), 1.0),
        part("likeness", likeness(one, other), 1.0),
        part("figures", float(min(FIGURES, len(figures))), 1.0, ", ".join(figures)),
        part("report", float(isinstance(other.statement, StatusReport)), 1.0),
    )
