"""`StackedDetector`: rules and linear reader weighed together."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.extraction.analysis import AnalysedSentence, analyse_sentence
from tracker.extraction.detector import ClauseJudgement
from tracker.extraction.learned.linear import LinearReader, load_reader
from tracker.extraction.learned.stack import LEARNED, Formula, Formulas, StackedDetector, load_formulas
from tracker.model import Firmness

DAY = dt.date(2024, 6, 26)
PROMISE = "In oktober informeren we u over de uitkomsten."
NONE = "De gemeente heeft 30.000 inwoners."


def sure(question: str) -> Formulas:
    """Formulas in which one question is always answered with yes, the others with no."""
    yes, no = Formula(9.0, 0.5, 0.5, {}), Formula(-9.0, 0.5, 0.5, {})
    return Formulas(**{name: yes if name in question else no for name in ("commitment", "firm", "report")})


def judged(text: str, formulas: Formulas | None = None, reader: LinearReader | None = None) -> list[ClauseJudgement]:
    sentence: AnalysedSentence = analyse_sentence(text, DAY)
    return list(StackedDetector(reader, formulas).judge([sentence])[0])


@pytest.mark.parametrize(("text", "firmness"), [(NONE, None), (PROMISE, Firmness.FIRM)])
def test_shipped_weights_read_plain_sentences(text: str, firmness: Firmness | None) -> None:
    assert [row.firmness for row in judged(text)] == [firmness]


def test_what_no_rule_finds_rests_on_the_linear_reader() -> None:
    (row,) = judged(NONE, sure("commitment firm"))
    assert row.firmness is Firmness.FIRM
    assert row.grounds[0] == LEARNED
    assert len(row.grounds) > 1
    assert StackedDetector().meaning(LEARNED)


def test_what_a_rule_finds_keeps_its_rule() -> None:
    (row,) = judged(PROMISE, sure("commitment firm"))
    assert StackedDetector().meaning(row.grounds[0])
    assert row.grounds[0] != LEARNED


def test_a_sentence_that_is_improbable_states_nothing() -> None:
    assert not any(row.states for row in judged(PROMISE, sure("")))


def test_soft_where_only_a_commitment_is_probable() -> None:
    assert [row.firmness for row in judged(PROMISE, sure("commitment"))] == [Firmness.SOFT]


def test_bars_and_weights_are_those_of_the_formulas() -> None:
    formulas = load_formulas()
    assert {"linear.firm", "rules.firm"} <= set(formulas.firm.weights)
    assert all(row.bar_ruled < row.bar < 0.9 for row in (formulas.commitment, formulas.firm, formulas.report))
    assert load_reader().heads["firm"] >= 0


def test_a_sentence_without_clauses_is_left_alone() -> None:
    assert StackedDetector().judge([AnalysedSentence("", (), ())]) == [()]
