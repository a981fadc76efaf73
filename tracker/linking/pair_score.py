"""Two statements → how strongly the letters say that they are about the same promise.

The sum of weights of evidence, as Fellegi and Sunter's record linkage has it (see weights): each shared word counts by
how surprising it is in both letters and how near to the statements it stands; unlike specifics, forms and kinds count
against; and statements of unrelated sections start further apart than those of aligned ones.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from tracker.linking.comparison import FUNDED, RENAMED, SAME_WORDS, SIGNS, compare, evidence, part
from tracker.linking.profile import StatementProfile
from tracker.linking.quote_likeness import unlike_quotes
from tracker.linking.term_overlap import Common, Shared, most_words, shared_words
from tracker.linking.terms import Term, Vocabularies
from tracker.linking.weights import CALIBRATION, RARE, ROUNDING, SPECIFIC, STRONG, WEIGHTS
from tracker.model import LinkPart


class PairScore(Struct, frozen=True):
    """The evidence that two statements are about one promise, in nats; `total` above 0 speaks for it."""

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
        if self.of("deadlines") >= WEIGHTS.same_deadline:
            return "same-words-and-deadline"
        strong = sum(shared.fresh and shared.weight >= STRONG for shared in self.shared)
        if strong >= 2:
            return "same-words"
        aligned = any(row.name == "sections" and row.value >= WEIGHTS.aligned_section for row in self.parts)
        return "same-section-and-word" if aligned else "few-shared-words"

    @property
    def is_sufficient(self) -> bool:
        """Whether it rests on more than one shared word: on all, on two, or on an informative one and another sign."""
        if self.of(SAME_WORDS) > 0:
            return True
        informative = [word for word in self.shared if word.fresh and word.weight >= SPECIFIC]
        if len(informative) >= 2:
            return True
        if len(informative) != 1 or not informative[0].quoted or informative[0].weight < STRONG:
            return False
        neighbours = any(not word.fresh and word.weight >= SPECIFIC for word in self.shared)
        about = neighbours or self.of("surroundings") >= STRONG
        return any(self.of(name) > 0 for name in SIGNS) or (informative[0].weight >= RARE and about)


def score_pair(one: StatementProfile, other: StatementProfile, words: Vocabularies, kinship: float) -> PairScore:
    """The evidence for one promise; `kinship` tells how surely the sections of the two are the same (0..1)."""
    return _with_words(one, other, words, compare(one, other, words, kinship), shared_words(one, other))


def score_pair_above(
    least: float, one: StatementProfile, other: StatementProfile, words: Vocabularies, kinship: float
) -> PairScore | None:
    """The same where it is `least` or more, else None: most pairs are told apart before their words are paired."""
    signs = compare(one, other, words, kinship)
    signed = sum(row.contribution for row in signs)
    if signed + most_words(one, other) < least:
        return None
    common = shared_words(one, other)
    told = sum(row.weight for row in common.words) + min(WEIGHTS.most_surroundings, common.around)
    if signed + told + ROUNDING < least:
        return None
    score = _with_words(one, other, words, signs, common)
    return score if score.total >= least else None


def probability(total: float) -> float:
    """Evidence as a figure from 0 to 1, rounded so that every machine writes the same."""
    from math import exp

    return round(1 / (1 + exp(-(total + CALIBRATION))), 3)


def rounded(parts: Sequence[LinkPart], *, every: bool = False) -> tuple[LinkPart, ...]:
    """The parts that count, or every one, with three decimals, so that every machine writes the same."""
    return tuple(
        replace(row, value=round(row.value, 3), weight=round(row.weight, 3), contribution=round(row.contribution, 3))
        for row in parts
        if every or round(row.contribution, 3)
    )


def _with_words(
    one: StatementProfile, other: StatementProfile, words: Vocabularies, signs: Sequence[LinkPart], common: Common
) -> PairScore:
    parts = (
        *(LinkPart("word", row.idf, row.weight / row.idf, row.weight, row.word) for row in common.words),
        part("surroundings", min(WEIGHTS.most_surroundings, common.around), 1.0),
        _unlike(one, other, common.used, words),
        unlike_quotes(one, other, signs),
        *signs,
    )
    return PairScore(sum(row.contribution for row in parts), common.words, parts)


def _unlike(one: StatementProfile, other: StatementProfile, used: frozenset[Term], words: Vocabularies) -> LinkPart:
    """The two most informative words of each quote that the other statement does not have."""
    total, text = 0.0, []
    for profile in (one, other):
        left = [term[0] for term in profile.specific - used]
        most = sorted(((evidence(word, words), word) for word in left), key=lambda row: (-row[0], row[1]))[:2]
        total += sum(value for value, _ in most) * (WEIGHTS.unlike_thin if profile.thin else 1)
        text += [word for value, word in most if value > 0]
    return part("unlike-words", min(WEIGHTS.most_unlike / WEIGHTS.unlike, total), -WEIGHTS.unlike, ", ".join(text))
