"""Small logistic regressions: what the inputs give, and from which probability on they say yes."""

from __future__ import annotations

import pytest

from tracker.extraction.learned.formulas import QUESTIONS, Formula, Formulas, Unsure, load_stack, reader_probability

EVEN = Formula(bias=0.0, bar=0.6, bar_ruled=0.4, weights={"rules": 2.0, "linear": -1.0})


@pytest.mark.parametrize(("log_odds", "value"), [(0.0, 0.5), (2.0, 0.8808), (-1000.0, 0.0), (1000.0, 1.0)])
def test_probability(log_odds: float, value: float) -> None:
    assert reader_probability(log_odds) == value


def test_a_formula_weighs_its_own_inputs_alone() -> None:
    given = {"rules": 1.0, "linear": 1.0, "encoder": 9.0}
    assert EVEN.log_odds(given) == 1.0
    assert EVEN.probability(given) == reader_probability(1.0)
    with pytest.raises(KeyError):
        EVEN.probability({"rules": 1.0})


@pytest.mark.parametrize(("rules", "ruled", "says"), [(0.0, True, True), (0.0, False, False), (0.5, False, True)])
def test_where_a_rule_says_so_it_is_sooner_believed(rules: float, ruled: bool, says: bool) -> None:
    assert EVEN.says({"rules": rules, "linear": 0.0}, ruled=ruled) is says


def test_one_unsure_answer_is_enough_to_ask_further() -> None:
    sure = Formula(bias=9.0, bar=0.5, bar_ruled=0.5, weights={})
    bounds = Unsure(0.3, 0.7, 0.3)
    assert Formulas(sure, sure, EVEN).unsure({"rules": 0.0, "linear": 0.0}, bounds)
    assert not Formulas(sure, sure, sure).unsure({}, bounds)


@pytest.mark.parametrize(("commitment", "report", "asked"), [(-2, -9, False), (-9, -2, True), (-9, -9, False)])
def test_an_unlikely_report_is_asked_about_sooner_than_an_unlikely_promise(
    commitment: float, report: float, asked: bool
) -> None:
    formulas = (Formula(bias=bias, bar=0.5, bar_ruled=0.5, weights={}) for bias in (commitment, commitment, report))
    assert Formulas(*formulas).unsure({}, Unsure(0.3, 0.7, 0.1)) is asked


def test_the_formulas_of_dutch_answer_every_question() -> None:
    stack = load_stack()
    assert 0 < stack.unsure.least < stack.unsure.most < 1
    for question in QUESTIONS:
        assert stack.small.of(question).weights
        assert stack.small.of(question).bar_ruled <= stack.small.of(question).bar
