"""Two statements → how strongly the letters say that they are about the same promise.

The sum of weights of evidence, as Fellegi and Sunter's record linkage has it (see weights): each shared word counts by
how surprising it is in both letters and how near to the statements it stands; unlike specifics, forms and kinds count
against; and statements of unrelated sections start further apart than those of aligned ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from math import log, sqrt

from msgspec import Struct

from tracker.extraction.sibling_features import unshared
from tracker.linking.comparison import FUNDED, RENAMED, compare, old_day
from tracker.linking.evidence_parts import found, part, stated
from tracker.linking.manual_score import ComparedPair, is_enough, link_by_hand, parts_by_hand
from tracker.linking.meaning import nearness
from tracker.linking.pair_weights import FAMILY_OF, SIGNS, pair_weights
from tracker.linking.profile import StatementProfile
from tracker.linking.quote_similarity import likeness
from tracker.linking.spelling_similarity import spelling_likeness
from tracker.linking.term_overlap import Common, shared_words
from tracker.linking.vocabulary import Vocabularies
from tracker.linking.weights import FIGURES, GROUNDS, SMALL, SPECIFIC, STRONG, WEIGHTS
from tracker.model import LinkPart, StatusReport


class PairScore(Struct, frozen=True):
    """The evidence that two statements are about one promise; `total` is in log-odds."""

    total: float
    common: Common
    """The words of both."""
    signs: tuple[LinkPart, ...]
    """What else was compared, before it is weighed."""
    by_hand: tuple[LinkPart, ...] = ()
    """The parts as they were weighed by hand, where these come to a link."""

    @property
    def parts(self) -> tuple[LinkPart, ...]:
        """Every part of the evidence as it counts; together they are the total."""
        weights = pair_weights()
        weighed = map(weights.weighed, (*_word_parts(self.common), *self.signs))
        return (part("prior", 1.0, weights.bias), *weighed, part("by-rule", float(bool(self.by_hand)), weights.ruled))

    @property
    def words(self) -> tuple[str, ...]:
        """The words that stand near both statements, the most informative first."""
        return tuple(shared.word for shared in self.common.words)

    @property
    def rule(self) -> str:
        """The name of what carries the link most."""
        found = {row.name: row.value for row in self.signs if row.contribution > 0}
        if RENAMED in found:
            return "renamed"
        if FUNDED in found:
            return "funded"
        if "references" in found:
            return "same-reference"
        if found.get("deadlines", 0.0) >= 1:
            return "same-words-and-deadline"
        if sum(shared.fresh and shared.weight >= STRONG for shared in self.common.words) >= GROUNDS:
            return "same-words"
        aligned = found.get("sections", 0.0) >= WEIGHTS.aligned_section
        return "same-section-and-word" if aligned else "few-shared-words"


Scorer = Callable[[StatementProfile, StatementProfile], PairScore]
"""What weighs two statements, the earlier one first."""


def score_pair(one: StatementProfile, other: StatementProfile, words: Vocabularies, kinship: float) -> PairScore:
    """The evidence for one promise; `kinship` tells how surely the sections of the two are the same (0..1)."""
    common, compared, alike = shared_words(one, other), compare(one, other, words, kinship), likeness(one, other)
    signs = (*compared, _size(words[0].passages, words[1].passages), *_quotes(one, other, alike))
    by_hand = link_by_hand(ComparedPair(one, other, words, common, compared, alike))
    return PairScore(_total(common, signs, ruled=bool(by_hand)), common, signs, by_hand)


class HandScore(Struct, frozen=True):
    """The evidence by the weights of hand: its parts, in nats, and whether they are of more than one shared word."""

    parts: tuple[LinkPart, ...]
    is_enough: bool


def score_by_hand(one: StatementProfile, other: StatementProfile, words: Vocabularies, kinship: float) -> HandScore:
    """The same evidence as it was weighed by hand, whether or not it comes to a link."""
    signs = compare(one, other, words, kinship)
    found = ComparedPair(one, other, words, shared_words(one, other), signs, likeness(one, other))
    return HandScore(parts_by_hand(found), is_enough(found))


def _total(common: Common, signs: Iterable[LinkPart], *, ruled: bool) -> float:
    """What the parts of a score add up to, without making them: this is asked of every two statements compared."""
    known = pair_weights()
    weights, word = known.families, known.families["words"]
    total = known.bias
    for shared in common.words:
        total += shared.weight * word
    total += _grounds(common) * weights["grounds"]
    total += common.surroundings * weights["surroundings"]
    for row in signs:
        if row.contribution:
            total += row.contribution * weights[FAMILY_OF.get(row.name, SIGNS)]
    return total + ruled * known.ruled


def rounded(parts: Sequence[LinkPart], *, every: bool = False) -> tuple[LinkPart, ...]:
    """The parts that count, or every one, with three decimals, so that every machine writes the same."""
    added = ((row, round(row.contribution, 3)) for row in parts)
    return tuple(
        LinkPart(row.name, round(row.value, 3), round(row.weight, 3), adds, row.text)
        for row, adds in added
        if every or adds
    )


def evidence_of(
    one: StatementProfile, other: StatementProfile, words: Vocabularies, kinship: float
) -> tuple[LinkPart, ...]:
    """Every part of the evidence as it was found, before it is weighed."""
    score = score_pair(one, other, words, kinship)
    return (*_word_parts(score.common), *score.signs)


def _word_parts(common: Common) -> tuple[LinkPart, ...]:
    """The words near both, and what stands around them."""
    return (
        *common.parts,
        part("grounds", float(_grounds(common)), 1.0),
        part("surroundings", common.surroundings, 1.0),
    )


def _grounds(common: Common) -> bool:
    """Whether enough of the words are grounds of their own."""
    return sum(row.fresh and row.weight >= SPECIFIC for row in common.words) >= GROUNDS


@cache
def _size(one: int, other: int) -> LinkPart:
    """The more passages two letters have, the less likely are two of their statements one."""
    return part("size", log(sqrt(max(SMALL, one) * max(SMALL, other))), 1.0)


def _quotes(one: StatementProfile, other: StatementProfile, alike: float) -> tuple[LinkPart, ...]:
    """How alike the quotes are as a whole, the figures that both hold, and whether the later one reports."""
    return (
        part("spelling", spelling_likeness(one.spelled, other.spelled), 1.0),
        part("likeness", alike, 1.0),
        _figures(one.figures & other.figures),
        stated("report", 1.0, isinstance(other.statement, StatusReport)),
        old_day(one.statement, other.statement),
        *([part("meaning", nearness(one.meaning, other.meaning), 1.0)] if one.meaning and other.meaning else []),
        *_siblings(one, other),
    )


def _figures(common: frozenset[str]) -> LinkPart:
    """The figures that both quotes hold."""
    return part("figures", float(min(FIGURES, len(common))), 1.0, ", ".join(sorted(common))) if common else _NO_FIGURES


_NO_FIGURES = part("figures", 0.0, 1.0)


def _siblings(one: StatementProfile, other: StatementProfile) -> tuple[LinkPart, ...]:
    """What tells an act from its sibling. Figures and steps are asked of two promises: what came may be another."""
    mine, yours = one.statement, other.statement
    years = found("unlike-years", 1.0, unshared(one.editions, other.editions))
    if isinstance(mine, StatusReport) or isinstance(yours, StatusReport):
        return (years,)
    return (
        years,
        found("same-kind", 1.0, mine.kind.value if mine.kind is yours.kind else ""),
        found("unlike-figures", 1.0, unshared(one.figures, other.figures)),
        found("unlike-steps", 1.0, unshared(one.steps, other.steps)),
    )
