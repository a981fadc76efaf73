"""What kind of thing a promise is about: rules, words and facts weighed together."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from tracker.extraction.analysed_sentence import AnalysedSentence, analyse_sentence
from tracker.extraction.classifier import kind_by_rules
from tracker.extraction.learned.kinds import PREFIX, kind_view, kinds_by_rules, learned_kind, load_kinds
from tracker.extraction.learned.linear import load_reader, to_bytes
from tracker.model import Kind

DAY = dt.date(2025, 3, 4)


def read(text: str) -> AnalysedSentence:
    return analyse_sentence(text, DAY)


def test_the_shipped_weights_know_every_kind_and_stay_small() -> None:
    reader = load_kinds()
    assert set(reader.heads) == {f"{PREFIX}{kind}" for kind in Kind}
    assert len(to_bytes(reader)) + len(to_bytes(load_reader())) < 3_000_000


@pytest.mark.parametrize("ruled", [Kind.DELIVER, Kind.TARGET])
def test_what_the_rules_say_is_one_voice(ruled: Kind) -> None:
    sentence = read("Wij sturen de Kamer in mei 2026 een plan.")
    view = kind_view(sentence.clauses[0], sentence, ruled)
    assert {name for name in view if name.startswith("rules=")} == {f"rules={ruled}"}


def test_what_is_planned_counts_not_that_it_is_planned() -> None:
    sentence = read("Het streven is om in 2026 de haven te evalueren.")
    (clause,) = [row for row in sentence.clauses if row.planned]
    assert "w:streven" not in kind_view(clause, sentence, Kind.DELIVER)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("In het najaar van 2026 ontvangt u een brief over de haven.", Kind.INFORM),
        ("In 2026 wordt de regeling voor walstroom geëvalueerd.", Kind.EVALUATE),
        ("Eind 2027 zijn 300 ligplaatsen aangesloten op walstroom.", Kind.TARGET),
        ("De subsidie voor walstroom wordt in 2026 uitbetaald.", Kind.FUND),
    ],
)
def test_plain_promises_are_of_their_kind(text: str, kind: Kind) -> None:
    sentence = read(text)
    clause = sentence.clauses[0]
    said, why = learned_kind(clause, sentence, kind_by_rules(clause, clause.time, text))
    assert said is kind
    assert all(" +" in reason or " -" in reason for reason in why)


def test_the_rules_can_be_left_alone() -> None:
    sentence = read("In 2026 wordt de regeling voor walstroom geëvalueerd.")
    with kinds_by_rules():
        assert learned_kind(sentence.clauses[0], sentence, Kind.DELIVER) == (Kind.DELIVER, ())
    assert learned_kind(sentence.clauses[0], sentence, Kind.DELIVER)[0] is Kind.EVALUATE


def test_a_clause_is_judged_in_little_time() -> None:
    sentence = read("In het najaar van 2026 ontvangt u een brief over de haven.")
    learned_kind(sentence.clauses[0], sentence, Kind.INFORM)
    begun = time.process_time()
    for _ in range(100):
        learned_kind(sentence.clauses[0], sentence, Kind.INFORM)
    assert (time.process_time() - begun) / 100 < 0.005
