"""Labelled sentences → the weights of the linear reader."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tracker.extraction.learned.formulas import QUESTIONS
from tracker.extraction.learned.linear import LinearReader
from tracker.model import Outcome
from tracker.training.examples import DOUBT, Data, Example, OutcomeExample

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_RARE = 3
"""A feature of fewer sentences than this has no weight."""
_INVERSE_PENALTY = 1.0
"""C of the logistic regressions on sentences: the best of 1, 3 and 10 on bodies left out."""
_INVERSE_PENALTY_OF_OUTCOMES = 20.0
"""How little large weights of outcomes cost: by judgement."""
_NEVER = -9.0
"""The score of an outcome that no example has."""
_SMALL = 0.08
"""Weights below this in every head are left out of the file, more than half of all.

The average precision on a body left out stays within 0.002.
"""


def fit_sentences(rows: Sequence[Example]) -> LinearReader:
    """The heads of sentences (commitment, firm, report)."""
    import numpy as np
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    table = DictVectorizer(dtype=np.float32)
    shown = table.fit_transform([row.features for row in rows])
    often = np.flatnonzero(np.asarray((shown != 0).sum(axis=0)).ravel() >= _RARE)
    names = [str(table.feature_names_[place]) for place in often]
    shown = shown[:, often]
    columns, biases = [], []
    for question in QUESTIONS:
        said = np.array([row.labels[question] for row in rows])
        model = LogisticRegression(C=_INVERSE_PENALTY, solver="liblinear", max_iter=300, random_state=0)
        model.fit(shown, said > 0, sample_weight=np.where(said == 1, DOUBT, 1.0))
        columns.append(model.coef_[0])
        biases.append(model.intercept_[0])
    return reader_of(names, QUESTIONS, np.column_stack(columns).astype(np.float32), biases)


def fit_linear(data: Data, made: Data | None = None) -> LinearReader:
    """The whole linear reader: the heads of sentences, and those of outcomes over the same features.

    `made` are examples that were written for training; they count as those of papers do.
    """
    import numpy as np

    reader = fit_sentences([*data.sentences, *(made.sentences if made else ())])
    heads, more, biases = _fit_outcomes([*data.clauses, *(made.clauses if made else ())], reader.features)
    weights = np.hstack([reader.weights, more])
    return reader_of(list(reader.features), (*QUESTIONS, *heads), weights, [*reader.biases, *biases])


def reader_of(
    names: list[str], heads: Sequence[str], weights: NDArray[np.float32], biases: Sequence[float]
) -> LinearReader:
    """The reader without the features whose weights are small in every head."""
    import numpy as np

    kept = np.flatnonzero(np.abs(weights).max(axis=1) >= _SMALL)
    return LinearReader(
        {names[place]: at for at, place in enumerate(kept)},
        {head: at for at, head in enumerate(heads)},
        weights[kept],
        np.array(biases, np.float32),
    )


def _fit_outcomes(
    rows: Sequence[OutcomeExample], places: dict[str, int]
) -> tuple[tuple[str, ...], NDArray[np.float32], list[float]]:
    """The heads of outcomes, one regression over the features that stand in `places`."""
    import numpy as np
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    heads = tuple(f"outcome={outcome}" for outcome in Outcome)
    weights = np.zeros((len(places), len(heads)), np.float32)
    biases = [_NEVER] * len(heads)
    table = DictVectorizer(dtype=np.float32)
    shown = table.fit_transform(
        [{name: value for name, value in row.features.items() if name in places} for row in rows]
    )
    model = LogisticRegression(C=_INVERSE_PENALTY_OF_OUTCOMES, max_iter=300, random_state=0)
    model.fit(shown, [row.head for row in rows])
    columns = [places[str(name)] for name in table.feature_names_]
    for head, coefficients, bias in zip(model.classes_, model.coef_, model.intercept_, strict=True):
        weights[columns, heads.index(head)] = coefficients
        biases[heads.index(head)] = float(bias)
    return heads, weights, biases


def linear_scores(reader: LinearReader, rows: Sequence[Example]) -> NDArray[np.float32]:
    """The log-odds of the three questions for each sentence, of shape (rows, 3)."""
    import numpy as np

    places = [reader.heads[question] for question in QUESTIONS]
    return np.array([reader.scores(row.features)[places] for row in rows], np.float32)
