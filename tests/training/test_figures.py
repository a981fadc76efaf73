"""`figures`: what counts as right, found and missed."""

from __future__ import annotations

import pytest

from tracker.extraction.learned.formulas import Formula, Formulas
from tracker.extraction.learned.network import Words
from tracker.training.examples import Example
from tracker.training.figures import sentence_figures, table_of_unseen


def row(commitment: int, firm: int) -> Example:
    return Example("a", Words("", ""), {}, {}, {"commitment": commitment, "firm": firm, "report": 0}, frozenset())


@pytest.mark.parametrize(
    ("said", "precision", "recall"),
    [
        ([(row(0, 0), True), (row(2, 2), False)], 0.0, 0.0),
        ([(row(0, 0), True), (row(2, 2), True)], 0.5, 1.0),
        ([(row(2, 0), True), (row(2, 2), True)], 1.0, 1.0),
        ([(row(1, 1), True), (row(2, 2), True)], 1.0, 1.0),
        ([(row(1, 1), False), (row(2, 2), True), (row(2, 2), False)], 1.0, 0.5),
    ],
    ids=["all wrong", "one invented", "soft is right", "doubt is free", "one missed"],
)
def test_precision_and_recall(said: list[tuple[Example, bool]], precision: float, recall: float) -> None:
    found = sentence_figures(said, "firm", "commitment")
    assert (found.precision, found.recall) == (precision, recall)


def test_papers_that_only_measure_are_told_by_rules_and_by_both() -> None:
    yes = Formula(9.0, 0.5, 0.5, {})
    given = {f"rules.{question}": 0.0 for question in ("commitment", "firm", "report")}
    told = table_of_unseen([row(2, 2), row(0, 0)], Formulas(yes, yes, yes), [given, given]).splitlines()
    assert "2 sentences of 1 bodies that only measure" in told
    assert "rules  all          P 0.000  R 0.000  F1 0.000  1" in told
    assert "small  all          P 0.500  R 1.000  F1 0.667  1" in told
