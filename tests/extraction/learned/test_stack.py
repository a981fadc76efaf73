"""`StackedDetector`: rules and linear reader weighed together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import cast

import pytest

from tracker.extraction.analysed_sentence import AnalysedSentence, analyse_sentence
from tracker.extraction.detector import ClauseJudgement
from tracker.extraction.learned.clause_judgements import LEARNED
from tracker.extraction.learned.encoder import HEADS, Encoder
from tracker.extraction.learned.formulas import QUESTIONS, Formula, Formulas, Stack, Unsure, load_stack
from tracker.extraction.learned.linear import LinearReader
from tracker.extraction.learned.stack import StackedDetector
from tracker.extraction.rules import means
from tracker.model import Firmness

DAY = dt.date(2024, 6, 26)
PROMISE = "In oktober informeren we u over de uitkomsten."
NONE = "De gemeente heeft 30.000 inwoners."


def sure(question: str) -> Stack:
    """Formulas in which one question is always answered with yes, the others with no."""
    yes, no = Formula(9.0, 0.5, 0.5, {}), Formula(-9.0, 0.5, 0.5, {})
    return Stack(Unsure(0.1, 0.9, 0.1), Formulas(**{name: yes if name in question else no for name in QUESTIONS}))


def judged(text: str, formulas: Stack | None = None, reader: LinearReader | None = None) -> list[ClauseJudgement]:
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


@pytest.mark.parametrize(
    "text",
    [
        "In december informeerden we uw Kamer over onze ambitie.",
        "De markt zal in 2030 krimpen.",
        "Wanneer sturen wij u het plan?",
    ],
    ids=["done once", "a forecast", "a question"],
)
def test_what_can_be_no_promise_needs_a_rule(text: str) -> None:
    assert [row.firmness for row in judged(text, sure("commitment firm"))] == [None]


def test_what_a_rule_finds_keeps_its_rule() -> None:
    (row,) = judged(PROMISE, sure("commitment firm"))
    assert means(row.grounds[0])
    assert row.grounds[0] != LEARNED


def test_a_sentence_that_is_improbable_states_nothing() -> None:
    assert not any(row.states for row in judged(PROMISE, sure("")))


def test_soft_where_only_a_commitment_is_probable() -> None:
    assert [row.firmness for row in judged(PROMISE, sure("commitment"))] == [Firmness.SOFT]


def test_bars_and_weights_are_those_of_the_formulas() -> None:
    stack = load_stack()
    assert {"linear.firm", "rules.firm"} <= set(stack.small.firm.weights)
    assert stack.large is not None
    for size in (stack.small, stack.large):
        for row in (size.commitment, size.firm, size.report):
            assert row.bar_ruled <= row.bar < 0.9
    assert set(stack.large.firm.weights) - set(stack.small.firm.weights) == {"encoder.firm"}


class Asked:
    """An encoder that finds everything likely, and remembers what it was asked."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def named(self, sentences: Sequence[AnalysedSentence]) -> list[dict[str, float]]:
        self.texts += [sentence.text for sentence in sentences]
        return [dict.fromkeys(HEADS, 5.0) for _ in sentences]


def test_the_encoder_is_asked_only_where_the_others_are_unsure() -> None:
    small = Formulas(**{name: Formula(-3.0, 0.5, 0.5, {"rules.firm": 4.0}) for name in QUESTIONS})
    large = Formulas(**{name: Formula(0.0, 0.5, 0.5, {f"encoder.{name}": 1.0}) for name in QUESTIONS})
    encoder = Asked()
    detector = StackedDetector(stack=Stack(Unsure(0.2, 0.9, 0.2), small, large), encoder=cast("Encoder", encoder))
    none, promise = detector.judge([analyse_sentence(text, DAY) for text in (NONE, PROMISE)])
    assert encoder.texts == [PROMISE]
    assert [row.firmness for row in none] == [None]
    assert [(row.firmness, row.firm) for row in promise] == [(Firmness.FIRM, 0.9933)]
    assert detector.name != StackedDetector().name


def test_a_sentence_without_clauses_is_left_alone() -> None:
    assert StackedDetector().judge([AnalysedSentence("", (), ())]) == [()]
