"""The rule files speak true: every rule takes its own examples and leaves its counter-examples alone."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.extraction.analysis import analyse_sentence
from tracker.extraction.classifier import RuleDetector
from tracker.extraction.rules import Rule, Where, _compile, load_rules

LETTER_DATE = dt.date(2021, 3, 15)


def examples(name: str, side: str) -> list[object]:
    return [
        pytest.param(rule, sentence, id=f"{rule.id}-{n}")
        for rule in load_rules(name)
        for n, sentence in enumerate(getattr(rule, side))
    ]


def rules_that_spoke(name: str, sentence: str) -> list[str]:
    lead_in, bullet, item = sentence.rpartition(" • ")
    (judged,) = RuleDetector().judge([analyse_sentence(item, LETTER_DATE, lead_in=lead_in if bullet else None)])
    if name == "commitments":
        return [row.grounds[0] for row in judged if row.firmness]
    return [row.report_grounds[0] for row in judged if row.outcome]


@pytest.mark.parametrize(("rule", "sentence"), [*examples("commitments", "no"), *examples("reports", "no")])
def test_a_rule_leaves_its_counter_examples_alone(rule: Rule, sentence: str) -> None:
    name = "reports" if rule.id.startswith("report.") else "commitments"
    spoke = rules_that_spoke(name, sentence)
    assert rule.id not in spoke
    if rule.firmness is None and rule.outcome is None:
        assert spoke == []


@pytest.mark.parametrize(("rule", "sentence"), examples("commitments", "yes"))
def test_a_commitment_rule_takes_its_examples(rule: Rule, sentence: str) -> None:
    assert rule.id in rules_that_spoke("commitments", sentence)


@pytest.mark.parametrize(("rule", "sentence"), examples("reports", "yes"))
def test_a_report_rule_takes_its_examples(rule: Rule, sentence: str) -> None:
    assert rule.id in rules_that_spoke("reports", sentence)


@pytest.mark.parametrize("name", ["commitments", "reports"])
def test_every_rule_that_speaks_has_an_example(name: str) -> None:
    speaking = [rule for rule in load_rules(name) if rule.firmness or rule.outcome]
    assert [rule.id for rule in speaking if not rule.yes] == []


def test_a_rule_may_ask_only_for_facts_that_exist() -> None:
    assert {"tense", "subject", "time"} <= set(Where.__struct_fields__)


def test_unknown_rule_files_are_our_bug() -> None:
    with pytest.raises(KeyError):
        load_rules("no-such-file")


def test_patterns_are_compiled_once() -> None:
    assert _compile("a") is _compile("a")
