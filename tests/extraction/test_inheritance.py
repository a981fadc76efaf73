"""`inherited_time`: which clauses take over a date, and which do not."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.extraction.analysed_sentence import analyse_sentence
from tracker.extraction.classifier import RuleDetector

DAY = dt.date(2024, 3, 1)
BEFORE = "In mei 2025 sturen wij de Kamer het plan."


@pytest.mark.parametrize(
    ("before", "text", "inherits"),
    [
        (BEFORE, "Zo informeren wij de Kamer over de uitkomsten.", True),
        (BEFORE, "Dan informeren wij de Kamer over de uitkomsten.", True),
        (BEFORE, "Wij informeren de Kamer over de uitkomsten.", False),
        (BEFORE, "Zo kunnen wij de Kamer informeren over de uitkomsten.", False),
        ("In 2025 is er veel geld.", "Wij openen in dat jaar het nieuwe loket.", True),
        ("In 2025 is er veel geld.", "Wij openen het nieuwe loket.", False),
        ("In 2025 is er veel geld.", "Op dat moment openen wij het nieuwe loket.", True),
        ("In 2025 is er veel geld.", "De bouw wordt daarmee afgerond.", True),
        (BEFORE, "Met deze cijfers wordt de Kamer geïnformeerd.", True),
        (BEFORE, "Met deze cijfers informeren wij de Kamer.", False),
        ("Het plan is in mei 2023 gestuurd.", "Zo informeren wij de Kamer over de uitkomsten.", False),
    ],
)
def test_a_sentence_takes_over_the_date_of_a_promise_before(before: str, text: str, inherits: bool) -> None:
    first = analyse_sentence(before, DAY)
    _, (clause, *_) = RuleDetector().judge([first, analyse_sentence(text, DAY, first)])
    assert clause.inherited is inherits


def test_clauses_share_a_date_in_front() -> None:
    (judged,) = RuleDetector().judge([analyse_sentence("Eind 2024 sturen wij het plan en starten we de proef.", DAY)])
    assert [row.inherited for row in judged] == [False, True]
    assert judged[0].time == judged[1].time


@pytest.mark.parametrize(
    ("text", "inherits"),
    [
        ("In mei is de nota vastgesteld en wordt de kaart gemaakt.", False),
        ("In 2023 is de nota vastgesteld en wordt de kaart gemaakt.", False),
        ("De nota van 2024 is vastgesteld en wordt nu gedrukt.", False),
        ("In 2024 is de nota vastgesteld en wordt de kaart gemaakt.", True),
    ],
)
def test_what_is_made_beside_what_was_done_shares_the_running_year(text: str, inherits: bool) -> None:
    (judged,) = RuleDetector().judge([analyse_sentence(text, DAY)])
    assert judged[-1].inherited is inherits


def test_sentences_of_another_passage_give_no_date() -> None:
    first = analyse_sentence(BEFORE, DAY)
    alone = analyse_sentence("Zo informeren wij de Kamer over de uitkomsten.", DAY)
    _, (clause, *_) = RuleDetector().judge([first, alone])
    assert not clause.inherited


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Het doel is dat de vloot in 2026 zonder uitstoot vaart.", dt.date(2026, 12, 31)),
        ("Afgesproken is dat de sluis in 2026 open gaat.", dt.date(2026, 12, 31)),
        ("Wij melden u dat de sluis in 2026 open gaat.", None),
    ],
)
def test_a_plan_is_due_when_what_it_says_is(text: str, end: dt.date | None) -> None:
    (judged,) = RuleDetector().judge([analyse_sentence(text, DAY)])
    assert (judged[0].time.deadline.end if judged[0].time else None) == end
