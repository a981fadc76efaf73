"""Labelled sentences → the weights of the linear reader and the formulas of the stack."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from tracker.extraction.classifier import RuleDetector
from tracker.extraction.detector import Judgement
from tracker.extraction.learned.linear import LinearReader
from tracker.extraction.learned.sentence_features import Features, clause_view, sentence_features
from tracker.extraction.learned.stack import Formula, Formulas, kind_view, rule_inputs
from tracker.model import Firmness, Kind, Outcome
from tracker.training.annotations import Gold, Paper, clause_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

QUESTIONS = ("commitment", "firm", "report")
_RARE = 3
"""A feature of fewer sentences than this has no weight."""
_INVERSE_PENALTY = 1.0
"""C of the logistic regressions on sentences: the best of 1, 3 and 10 on bodies left out."""
_INVERSE_PENALTY_OF_KINDS = 20.0
_DOUBT = 0.5
"""The weight of a sentence on which a fair colleague could decide otherwise."""
_SMALL = 0.004
"""Weights below this in every head are left out of the file."""


class Example(Struct, frozen=True):
    """A sentence as the readers see it, with what its annotations say."""

    body: str
    features: Features
    rules: dict[str, float]
    labels: dict[str, int]
    """For each question 0, 1 where only doubtful annotations say yes, or 2."""


class KindExample(Struct, frozen=True):
    """The clause of an annotated statement, with its kind or outcome as the name of a head: "kind=fund"."""

    body: str
    features: Features
    head: str


class Data(Struct, frozen=True):
    """All that is fitted on; `tuned` names the bodies whose papers the rules were made on."""

    sentences: tuple[Example, ...]
    clauses: tuple[KindExample, ...]
    tuned: frozenset[str]


def examples(papers: Iterable[Paper], tuned: frozenset[str], told: Callable[[str], None]) -> Data:
    """The papers as examples; `told` hears of each paper that is done."""
    rules = RuleDetector()
    sentences: list[Example] = []
    clauses: list[KindExample] = []
    for paper in papers:
        judged = rules.judge(paper.analysed.sentences)
        for sentence, judgement, gold in zip(paper.analysed.sentences, judged, paper.labels, strict=True):
            sentences.append(
                Example(paper.body, sentence_features(sentence), rule_inputs(sentence, judgement), _labels(gold))
            )
            for row in gold:
                if (clause := clause_of(sentence, row)) is None:
                    continue
                view = clause_view(clause, sentence)
                head = f"kind={row.kind}" if row.firmness else f"outcome={row.outcome}"
                own = judgement[sentence.clauses.index(clause)].kind
                clauses.append(KindExample(paper.body, kind_view(view, own) if row.firmness else view, head))
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
    """The whole linear reader: the heads of sentences, and those of kinds and outcomes over the same features."""
    import numpy as np

    reader = fit_sentences(data)
    names, heads, more, biases = _fit_heads(data.clauses, reader.features)
    weights = np.zeros((len(names), len(QUESTIONS) + len(heads)), np.float32)
    weights[: len(reader.features), : len(QUESTIONS)] = reader.weights
    weights[:, len(QUESTIONS) :] = more
    return _reader(list(names), (*QUESTIONS, *heads), weights, [*reader.biases, *biases])


def _reader(
    names: Sequence[str], heads: Sequence[str], weights: NDArray[np.float32], biases: Sequence[float]
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


def _fit_heads(
    rows: Sequence[KindExample], places: dict[str, int]
) -> tuple[dict[str, int], tuple[str, ...], NDArray[np.float32], list[float]]:
    """The heads of kinds and outcomes: one regression each over the same features and those of the rules' kinds."""
    import numpy as np
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    names = dict(places)
    for kind in (*Kind, None):
        names.setdefault(f"rules.kind={kind}", len(names))
    heads = (*(f"kind={kind}" for kind in Kind), *(f"outcome={outcome}" for outcome in Outcome))
    weights = np.zeros((len(names), len(heads)), np.float32)
    biases = [-9.0] * len(heads)
    for prefix in ("kind=", "outcome="):
        mine = [row for row in rows if row.head.startswith(prefix)]
        known = [{name: value for name, value in row.features.items() if name in names} for row in mine]
        table = DictVectorizer(dtype=np.float32)
        shown = table.fit_transform(known)
        model = LogisticRegression(C=_INVERSE_PENALTY_OF_KINDS, max_iter=300, random_state=0)
        model.fit(shown, [row.head for row in mine])
        columns = [names[str(name)] for name in table.feature_names_]
        for head, coefficients, bias in zip(model.classes_, model.coef_, model.intercept_, strict=True):
            weights[columns, heads.index(head)] = coefficients
            biases[heads.index(head)] = float(bias)
    return names, heads, weights, biases


def stack_inputs(rows: Sequence[Example], reader: LinearReader) -> list[dict[str, float]]:
    """What the formulas weigh for each sentence, the linear reader being one that did not see its body."""
    found = []
    for row in rows:
        scores = reader.scores(row.features)
        own = {f"linear.{question}": float(scores[reader.heads[question]]) for question in QUESTIONS}
        found.append({**row.rules, **own})
    return found


def fit_formulas(rows: Sequence[Example], given: Sequence[dict[str, float]], precision: dict[str, float]) -> Formulas:
    """The stack fitted on sentences whose inputs come from readers that did not see their bodies.

    Bodies count by the square root of their number of sentences, lest two municipalities decide. The bar of each
    question is the lowest at which its precision on these sentences is at least `precision`.
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
        right = np.array([row.labels["commitment" if question == "firm" else question] > 0 for row in rows])
        bar = lowest_bar(model.predict_proba(table)[:, 1], right, precision[question])
        weights = {name: round(float(value), 4) for name, value in zip(names, model.coef_[0], strict=True)}
        found[question] = Formula(round(float(model.intercept_[0]), 4), bar, weights)
    return Formulas(**found)


def lowest_bar(probabilities: NDArray[Any], right: NDArray[Any], precision: float) -> float:
    """The lowest of 0.20, 0.22 … 0.90 at which what is said is right often enough; 0.9 where none is."""
    for step in range(20, 92, 2):
        said = probabilities >= step / 100
        if said.any() and right[said].mean() >= precision:
            return step / 100
    return 0.9


def judged_firm(formulas: Formulas, given: dict[str, float]) -> bool:
    """Whether the stack calls a sentence a firm commitment."""
    return formulas.firm.probability(given) >= formulas.firm.bar


__all__ = ["Data", "Example", "Judgement", "examples", "fit_formulas", "fit_linear", "judged_firm", "stack_inputs"]
