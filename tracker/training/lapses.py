"""`python -m tracker.training.lapses --made FOLDER [PAPERS GOLD …]`: fits the weights of a lapse, prints its figures.

Every thread whose deadline passed and of which no later statement was found is an example, if an annotated thread
stands most in it: its signs, and whether the annotation allows "lapsed". The table is made by leaving every body out
in turn: of the examples that are called lapsed from a probability on, by themselves and where no passage was found
that speaks of the promise, those that are right, and the share of all lapses that is told. The bar is the least
probability from which on so many of the latter are right as `--precision` says, on made and on published series alike.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tracker.model import Status
from tracker.status.lapse import FILE, SIGNS, SPEAKING, WITH_MEANING, LapseWeights, Sign
from tracker.storage.atomic import write_over
from tracker.training.annotations import body_of
from tracker.training.arguments import add_vectors, given_to, given_vectors, parser_of, series_of
from tracker.training.series import Annotated

HEAD = "# The weights of a lapse; made by `python -m tracker.training.lapses`."
PENALTY = 0.3
"""C of scikit-learn on standardised signs; of .03 to 1 the one with the least loss on bodies left out."""
EDGE = 0.02
"""Share of the examples beyond each edge of what was seen of a sign: what lies there counts as the edge."""
BARS = tuple(round(0.4 + at / 100, 2) for at in range(60))
PRINTED = 3
"""Of so many bars one is printed."""


class LapseExample(NamedTuple):
    """The signs of a thread, whether it lapsed, and whether a passage was found that speaks of the promise."""

    body: str
    is_made: bool
    signs: tuple[float, ...]
    lapsed: bool
    spoken: bool


def examples_of(series: Annotated, *, is_made: bool) -> Iterator[LapseExample]:
    """The examples of a series; an annotated thread is judged by the thread that holds most of its statements."""
    held: dict[str, Counter[int]] = {}
    for at, thread in enumerate(series.ledger.threads):
        for step in thread.members:
            for name in series.threads.get(step.ref, ()):
                held.setdefault(name, Counter())[at] += 1
    told: dict[int, list[bool]] = {}
    for name, threads in held.items():
        told.setdefault(threads.most_common(1)[0][0], []).append(Status.LAPSED.value in series.statuses[name])
    for at, lapsed in sorted(told.items()):
        thread = series.ledger.threads[at]
        if thread.signs:
            values = {sign.name: sign.value for sign in thread.signs}
            spoken = any(row.rule == "spoken" for row in thread.evidence)
            signs = tuple(values[name] for name in SIGNS)
            yield LapseExample(body_of(series.name), is_made, signs, any(lapsed), spoken)


def fit_lapses(examples: Sequence[LapseExample], bar: float) -> LapseWeights:
    """The weights of these examples; a body counts as the root of how many examples it has.

    A sign that the promise is spoken of counts nothing where it would make a lapse likelier.
    """
    left_out = frozenset[str]()
    while True:
        weights = _fitted(examples, bar, left_out)
        wrong = {name for name in SPEAKING if weights.signs[name].weight > 0}
        if not wrong:
            return weights
        left_out |= wrong


def _fitted(examples: Sequence[LapseExample], bar: float, without: frozenset[str]) -> LapseWeights:
    """The same, with every sign but those without which the others are fitted."""
    from sklearn.linear_model import LogisticRegression

    rows, right = _signs(examples), np.array([row.lapsed for row in examples])
    rows[:, [name in without for name in SIGNS]] = 0.0
    sizes = Counter(row.body for row in examples)
    shares = np.array([sizes[row.body] ** -0.5 for row in examples])
    least, most = (np.quantile(rows, edge, axis=0) for edge in (EDGE, 1 - EDGE))
    rows = np.clip(rows, least, most)
    usual, spread = rows.mean(axis=0), np.maximum(rows.std(axis=0), 1e-9)
    model = LogisticRegression(C=PENALTY, max_iter=2000)
    model.fit((rows - usual) / spread, right, sample_weight=shares / shares.mean())
    columns = zip(model.coef_[0] / spread, usual, least, most, strict=True)
    signs = {name: Sign(*(round(float(value), 4) for value in row)) for name, row in zip(SIGNS, columns, strict=True)}
    return LapseWeights(round(float(model.intercept_[0]), 4), bar, signs)


def left_out_probabilities(examples: Sequence[LapseExample]) -> NDArray[np.float64]:
    """The probability of each example by weights that did not see its body."""
    found = np.zeros(len(examples))
    for body in sorted({row.body for row in examples}):
        weights = fit_lapses([row for row in examples if row.body != body], 0.5)
        for at, row in enumerate(examples):
            if row.body == body:
                found[at] = weights.probability(weights.weighed(dict(zip(SIGNS, row.signs, strict=True))))
    return found


def lapses_table(examples: Sequence[LapseExample], told: NDArray[np.float64]) -> str:
    """Precision and recall of the lapses at several bars, of made and of published series."""
    lines = [f"{'':6}" + "".join(f"{name:>34}" for name in ("made: by signs, not spoken of", "published"))]
    for bar in BARS[::PRINTED]:
        cells = []
        for is_made in (True, False):
            for but_spoken in (False, True):
                right, said, all_ = _counted(examples, told, bar, is_made=is_made, but_spoken=but_spoken)
                cells.append(f"{right}/{said} {right / max(1, said):.2f} {right / max(1, all_):.2f}")
        lines.append(f"{bar:<6}" + "".join(f"{cell:>17}" for cell in cells))
    return "\n".join(lines) + "\n"


def bar_of(examples: Sequence[LapseExample], told: NDArray[np.float64], precision: float) -> float:
    """The least bar from which on the lapses of made and of published series are right so often; 1 where none is."""
    for bar in BARS:
        kinds = (_counted(examples, told, bar, is_made=is_made, but_spoken=True) for is_made in (True, False))
        if all(right >= precision * said for right, said, _ in kinds):
            return bar
    return 1.0


def _counted(
    examples: Sequence[LapseExample], told: NDArray[np.float64], bar: float, *, is_made: bool, but_spoken: bool
) -> tuple[int, int, int]:
    """Lapses that are told rightly, all that are told, and all that there are."""
    rows = [(row, value >= bar) for row, value in zip(examples, told, strict=True) if row.is_made == is_made]
    said = [row.lapsed for row, is_told in rows if is_told and not (but_spoken and row.spoken)]
    return sum(said), len(said), sum(row.lapsed for row, _ in rows)


def _signs(examples: Sequence[LapseExample]) -> NDArray[np.float64]:
    return np.array([row.signs for row in examples]).reshape(-1, len(SIGNS))


def as_toml(weights: LapseWeights) -> str:
    """The weights as the language pack keeps them."""
    rows = [HEAD, f"bias = {weights.bias}", f"bar = {weights.bar}"]
    for name, sign in weights.signs.items():
        values = ", ".join(f"{field} = {getattr(sign, field)}" for field in Sign.__struct_fields__)
        rows += ["", f"[signs.{name}]", *values.split(", ")]
    return "\n".join([*rows, ""])


def main(words: Sequence[str] | None = None) -> int:
    """Fit, print the table of figures by body left out, and write the weights."""
    parser = parser_of("lapses", __doc__)
    parser.add_argument("--precision", type=float, default=0.85, help="so many of the lapses that are told are right")
    add_vectors(parser)
    given = given_to(parser, words)
    with given_vectors(given):
        examples = [row for one, is_made in series_of(given) for row in examples_of(one, is_made=is_made)]
    told = left_out_probabilities(examples)
    sys.stdout.write(lapses_table(examples, told))
    weights = fit_lapses(examples, bar_of(examples, told, given.precision))
    sys.stdout.write(as_toml(weights))
    if given.output:
        write_over(given.output / (WITH_MEANING if given.vectors else FILE), as_toml(weights).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
