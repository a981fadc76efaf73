"""Rulings → a correction of the reader: logistic regression on top of what it says, held towards no change.

What the shipped reader says of a sentence is the offset; the weights that are fitted are penalised by their squares,
and sentences that nobody ruled on pull towards what the reader says of them. There is no constant: rulings are given
where the reader errs, so that their share says nothing of how often letters promise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from tracker.decisions.examples import Lesson, LessonSentence
from tracker.extraction.learned.correction import CORRECTED, HEAVIEST, Correction
from tracker.model import Commitment, Firmness
from tracker.text.log_odds import probabilities

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEAST = 4
"""Fewer rulings teach nothing."""
RIDGE = 0.5
"""How strongly weights are held to nothing.

Tried on annotated papers, with up to 20 rulings on the first half of each body's: on the second halves the corrected
reader answered 41 sentences rightly that it had answered wrongly, and 12 the other way round (F1 of commitments from
0.803 to 0.816). Held more strongly it learns less; held less it gains nothing more.
"""
BYSTANDER = 0.25
"""What a sentence that nobody ruled on counts beside one that somebody did."""
_STEPS = 50
"""Steps of Newton at most; it takes a handful."""
_STILL = 1e-8
"""A step smaller than this moves no probability that is shown."""
_SMALLEST = 0.001
"""A weight below it is left out."""


class Trial(Struct, frozen=True):
    """A correction, and for each ruling whether the shipped reader is right, and the one that learned without it."""

    correction: Correction
    before: tuple[bool, ...]
    after: tuple[bool, ...]

    @property
    def gains(self) -> bool:
        """Whether it is right more often."""
        return sum(self.after) > sum(self.before)


class Change(Struct, frozen=True):
    """A statement that a correction adds (no firmness before), takes away (none after) or makes firm or soft."""

    letter: str
    quote: str
    before: Firmness | None
    after: Firmness | None


def trial(lesson: Lesson) -> Trial:
    """The correction that a lesson gives, tried on each ruling by what the others teach."""
    ruled, bystanders = lesson.ruled, lesson.bystanders
    without = [fit_correction([*ruled[:at], *ruled[at + 1 :]], bystanders) for at in range(len(ruled))]
    before = tuple(says(row, None) == row.promise for row in ruled)
    after = tuple(says(row, other) == row.promise for row, other in zip(ruled, without, strict=True))
    weights = fit_correction(ruled, bystanders)
    counted = Correction(len(ruled), sum(before), sum(after), 0, weights.commitment, weights.firm)
    return Trial(counted, before, after)


def says(example: LessonSentence, correction: Correction | None) -> bool:
    """Whether the reader with a correction says that a sentence promises something."""
    answers, bars = example.weighed.answers(correction, example.features), example.weighed.bars
    if example.weighed.closed:
        return False
    return min(answers.commitment, answers.firm) >= bars.firm or answers.commitment >= bars.commitment


def fit_correction(ruled: Sequence[LessonSentence], bystanders: Sequence[LessonSentence]) -> Correction:
    """The weights of the features of ruled sentences, the same for the same examples in the same order."""
    names = sorted({name for row in ruled for name in row.features})
    rows = [*ruled, *bystanders]
    counts = [1.0] * len(ruled) + [BYSTANDER] * len(bystanders)
    found = {question: _weights(names, rows, counts, question) for question in CORRECTED}
    return Correction(len(ruled), 0, 0, 0, found["commitment"], found["firm"])


def _weights(
    names: Sequence[str], rows: Sequence[LessonSentence], counts: Sequence[float], question: str
) -> dict[str, float]:
    import numpy as np

    places = {name: at for at, name in enumerate(names)}
    table = np.zeros((len(rows), len(names)))
    for at, row in enumerate(rows):
        for name, value in row.features.items():
            if (place := places.get(name)) is not None:
                table[at, place] = value
    offsets = np.array([row.weighed.log_odds[question] for row in rows])
    answers = np.array([row.answers[question] for row in rows])
    weights = table.T @ _solved(table @ table.T, offsets, answers, np.array(counts))
    bounded = np.clip(weights, -HEAVIEST, HEAVIEST).round(3).tolist()
    return {name: weight for name, weight in zip(names, bounded, strict=True) if abs(weight) >= _SMALLEST}


def _solved(
    alike: NDArray[np.float64], offsets: NDArray[np.float64], answers: NDArray[np.float64], counts: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The weight of each example in the solution, by Newton's steps; `alike` holds the products of their features."""
    import numpy as np

    found = np.zeros(len(offsets))
    for _ in range(_STEPS):
        expected = probabilities(offsets + alike @ found)
        slope = np.maximum(counts * expected * (1 - expected), 1e-6)
        wanted = alike @ found + counts * (answers - expected) / slope
        step = np.linalg.solve(alike + np.diag(RIDGE / slope), wanted) - found
        found += step
        if np.abs(step).max(initial=0.0) < _STILL:
            break
    return found


def changes(before: Iterable[Commitment], after: Iterable[Commitment]) -> Iterator[Change]:
    """The statements that two readings of the same letters do not share, those that come or change first."""
    old = {(row.letter, row.quote): row.firmness for row in before}
    new = {(row.letter, row.quote): row.firmness for row in after}
    for letter, quote in [*new, *(key for key in old if key not in new)]:
        was, now = old.get((letter, quote)), new.get((letter, quote))
        if was != now:
            yield Change(letter, quote, was, now)
