"""Labelled sentences → the weights of the linear reader and the formulas of the stack."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from tracker.extraction.classifier import RuleDetector
from tracker.extraction.learned.linear import LinearReader
from tracker.extraction.learned.sentence_features import Features, clause_view, sentence_features
from tracker.extraction.learned.stack import Formula, Formulas, rule_inputs
from tracker.model import Firmness, Outcome
from tracker.training.annotations import Gold, Paper, clause_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

QUESTIONS = ("commitment", "firm", "report")
_RARE = 3
"""A feature of fewer sentences than this has no weight."""
_INVERSE_PENALTY = 1.0
"""C of the logistic regressions on sentences: the best of 1, 3 and 10 on bodies left out."""
_INVERSE_PENALTY_OF_OUTCOMES = 20.0
_NEVER = -9.0
"""The score of an outcome that no example has."""
_DOUBT = 0.5
"""The weight of a sentence on which a fair colleague could decide otherwise."""
BARS = {"commitment": (0.50, 0.20), "firm": (0.50, 0.20), "report": (0.35, 0.15)}
"""The bars of each question without and with a rule that says so.

Chosen on bodies left out: firm sentences at P 0.81, R 0.54 (rules alone 0.82, 0.49); with 0.40 instead of 0.50 they are
at P 0.78, R 0.56. Reports at P 0.60, R 0.62 (rules alone 0.55, 0.59).
"""
_SMALL = 0.004
"""Weights below this in every head are left out of the file."""


class Example(Struct, frozen=True):
    """A sentence as the readers see it, with what its annotations say."""

    body: str
    features: Features
    rules: dict[str, float]
    labels: dict[str, int]
    """For each question 0, 1 where only doubtful annotations say yes, or 2."""


class OutcomeExample(Struct, frozen=True):
    """The clause of an annotated status report, with its outcome as the name of a head: "outcome=delayed"."""

    body: str
    features: Features
    head: str


class Data(Struct, frozen=True):
    """All that is fitted on; `tuned` names the bodies whose papers the rules were made on."""

    sentences: tuple[Example, ...]
    clauses: tuple[OutcomeExample, ...]
    tuned: frozenset[str]


def examples(papers: Iterable[Paper], tuned: frozenset[str], told: Callable[[str], None]) -> Data:
    """The papers as examples; `told` hears of each paper that is done."""
    rules = RuleDetector()
    sentences: list[Example] = []
    clauses: list[OutcomeExample] = []
    for paper in papers:
        judged = rules.judge(paper.analysed.sentences)
        for sentence, judgement, gold in zip(paper.analysed.sentences, judged, paper.labels, strict=True):
            sentences.append(
                Example(paper.body, sentence_features(sentence), rule_inputs(sentence, judgement), _labels(gold))
            )
            for row in gold:
                if row.outcome is not None and (clause := clause_of(sentence, row)) is not None:
                    view = clause_view(clause, sentence)
                    clauses.append(OutcomeExample(paper.body, view, f"outcome={row.outcome}"))
        told(paper.name)
    return Data(tuple(sentences), tuple(clauses), tuned)


def _labels(gold: Sequence[Gold]) -> dict[str, int]:
    asked = {
        "commitment": [row for row in gold if row.firmness],
        "firm": [row for row in gold if row.firmness is Firmness.FIRM],
        "report": [row for row in gold if row.outcome],
    }
    return {name: max((1 if row.doubt else 2 for row in rows), default=0) for name, rows in asked.items()}


def fit_sentences(data: Data, without: str = "") -> LinearReader:
    """The heads of sentences (commitment, firm, report) fitted on all bodies but one."""
    import numpy as np
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    rows = [row for row in data.sentences if row.body != without]
    table = DictVectorizer(dtype=np.float32)
    shown = table.fit_transform([row.features for row in rows])
    often = np.flatnonzero(np.asarray((shown != 0).sum(axis=0)).ravel() >= _RARE)
    names = [str(table.feature_names_[place]) for place in often]
    shown = shown[:, often]
    columns, biases = [], []
    for question in QUESTIONS:
        said = np.array([row.labels[question] for row in rows])
        model = LogisticRegression(C=_INVERSE_PENALTY, solver="liblinear", max_iter=300, random_state=0)
        model.fit(shown, said > 0, sample_weight=np.where(said == 1, _DOUBT, 1.0))
        columns.append(model.coef_[0])
        biases.append(model.intercept_[0])
    return _reader(names, QUESTIONS, np.column_stack(columns).astype(np.float32), biases)


def fit_linear(data: Data) -> LinearReader:
    """The whole linear reader: the heads of sentences, and those of outcomes over the same features."""
    import numpy as np

    reader = fit_sentences(data)
    heads, more, biases = _fit_outcomes(data.clauses, reader.features)
    weights = np.hstack([reader.weights, more])
    return _reader(list(reader.features), (*QUESTIONS, *heads), weights, [*reader.biases, *biases])


def _reader(
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


def stack_inputs(rows: Sequence[Example], reader: LinearReader) -> list[dict[str, float]]:
    """What the formulas weigh for each sentence, the linear reader being one that did not see its body."""
    found = []
    for row in rows:
        scores = reader.scores(row.features)
        own = {f"linear.{question}": float(scores[reader.heads[question]]) for question in QUESTIONS}
        found.append({**row.rules, **own})
    return found


def fit_formulas(rows: Sequence[Example], given: Sequence[dict[str, float]]) -> Formulas:
    """The stack fitted on sentences whose inputs come from readers that did not see their bodies.

    Bodies count by the square root of their number of sentences, lest two municipalities decide.
    """
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    names = list(given[0])
    table = np.array([[row[name] for name in names] for row in given])
    share = {body: sum(row.body == body for row in rows) ** -0.5 for body in {row.body for row in rows}}
    found: dict[str, Formula] = {}
    for question in QUESTIONS:
        said = np.array([row.labels[question] for row in rows])
        weight = np.array([share[row.body] for row in rows]) * np.where(said == 1, _DOUBT, 1.0)
        model = LogisticRegression(C=20.0, max_iter=1000, random_state=0)
        model.fit(table, said > 0, sample_weight=weight / weight.mean())
        weights = {name: round(float(value), 4) for name, value in zip(names, model.coef_[0], strict=True)}
        bar, bar_ruled = BARS[question]
        found[question] = Formula(round(float(model.intercept_[0]), 4), bar, bar_ruled, weights)
    return Formulas(**found)
