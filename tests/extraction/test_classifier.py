"""The rules as a detector: one judgement a sentence, a clause at a time."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from tracker.extraction.analysed_sentence import AnalysedSentence, analyse_sentence
from tracker.extraction.classifier import RuleDetector, kind_by_rules
from tracker.extraction.detector import ClauseJudgement
from tracker.extraction.rules import means
from tracker.model import Firmness, Kind, Outcome

DAY = dt.date(2021, 3, 15)
NOMINAL = tomllib.loads((Path(__file__).parents[1] / "cases" / "nominal.toml").read_text(encoding="utf-8"))


def judged(*texts: str) -> list[tuple[ClauseJudgement, ...]]:
    sentences: list[AnalysedSentence] = []
    for text in texts:
        sentences.append(analyse_sentence(text, DAY, sentences[-1] if sentences else None))
    return RuleDetector().judge(sentences)


def test_a_promise_is_told_with_its_rule_kind_and_time() -> None:
    (((row),),) = judged("In mei 2022 sturen wij uw Kamer het plan.")
    assert (row.firmness, row.kind) == (Firmness.FIRM, Kind.INFORM)
    assert row.time is not None
    assert row.time.deadline.end == dt.date(2022, 5, 31)
    assert not row.inherited
    assert means(row.grounds[0])


def test_a_report_is_told_with_its_outcome_and_rule() -> None:
    (((row),),) = judged("De brug is in mei 2020 opgeleverd.")
    assert list(row.outcomes) == [Outcome.DELIVERED]
    assert row.report_grounds == ("report.done",)
    assert row.firmness is None


def test_what_states_nothing_has_no_kind() -> None:
    (((row),),) = judged("De brug is lang.")
    assert (row.firm, row.soft, row.outcomes, row.kind) == (0, 0, {}, None)


def test_a_time_taken_over_makes_a_reading_less_sure() -> None:
    """Only the sentence right before it is asked."""
    dated = "In 2022 openen wij een loket."
    going_on = "Hiermee zullen wij ook de wachttijden verkorten."
    _, (heir,) = judged(dated, going_on)
    ((alone,),) = judged(going_on)
    assert heir.inherited
    assert not alone.inherited
    assert 0 < max(heir.firm, heir.soft) < 1
    assert heir.time is not None
    assert heir.time.deadline.end == dt.date(2022, 12, 31)


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("Wij melden dat wij het loket in mei 2022 openen.", True),
        ("Leraren die in mei 2022 starten, krijgen een brief.", False),
    ],
)
def test_a_subordinate_clause_promises_where_it_is_not_of_people(text: str, firm: bool) -> None:
    ((*_, inner),) = judged(text)
    assert any(row.firm for row in judged(text)[0][1:]) is firm
    assert inner is not None


def test_the_rules_of_kinds_answer_for_other_detectors_too() -> None:
    sentence = analyse_sentence("In mei 2022 dienen wij een wetsvoorstel in.", DAY)
    (clause,) = sentence.clauses
    assert kind_by_rules(clause, clause.time, sentence.text) is Kind.LEGISLATE


def test_an_unknown_ground_means_nothing() -> None:
    assert means("no such rule") == ""


@pytest.mark.parametrize(("text", "promises"), [(text, name == "firm") for name in NOMINAL for text in NOMINAL[name]])
def test_a_promise_in_the_form_of_a_noun_or_a_duty(text: str, promises: bool) -> None:
    (judged,) = RuleDetector().judge([analyse_sentence(text, dt.date(2025, 1, 20))])
    assert any(row.firmness is Firmness.FIRM for row in judged) is promises


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("Ik meld u dat de brug in mei 2020 is opgeleverd.", [Outcome.DELIVERED]),
        ("De aannemer, die de brug in mei 2020 heeft opgeleverd, is lang bekend.", []),
        ("Omdat de brug in mei 2020 is opgeleverd, is de haven druk.", []),
        ("Ik meld u dat de brug lang is.", []),
    ],
)
def test_a_subordinate_clause_reports_where_it_is_told(text: str, outcomes: list[Outcome]) -> None:
    """Not what it says of whom, or why."""
    (found,) = judged(text)
    assert [one for row in found for one in row.outcomes] == outcomes
