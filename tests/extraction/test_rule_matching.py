"""When a clause shows all that a rule asks for."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.extraction import rule_matching
from tracker.extraction.analysed_sentence import analyse_sentence
from tracker.extraction.rule_matching import first_rule, holds
from tracker.extraction.rules import Rule, Where

SENTENCE = "In mei 2025 sturen wij uw Kamer het plan."

ASKED = {
    "nothing": (Where(), True),
    "a tense that it has": (Where(tense=("present",)), True),
    "another tense": (Where(tense=("past",)), False),
    "not the tense that it has": (Where(not_tense=("present",)), False),
    "one of two times": (Where(time=("open", "due")), True),
    "a verb": (Where(verbs=("sturen",)), True),
    "another verb": (Where(verbs=("delen",)), False),
    "not the verb": (Where(not_verbs=("sturen",)), False),
    "that it denies": (Where(negated=True), False),
    "that it denies nothing": (Where(negated=False), True),
    "words": (Where(text=("het plan", "de wet")), True),
    "other words": (Where(text="de wet"), False),
    "not the words": (Where(not_text="het plan"), False),
    "words of its time": (Where(when="mei"), True),
    "words that are not of its time": (Where(when="plan"), False),
    "words of the whole sentence": (Where(around="^in mei"), True),
    "two facts, one of them missing": (Where(tense=("present",), verbs=("delen",)), False),
}


@pytest.mark.parametrize(("where", "shown"), ASKED.values(), ids=ASKED.keys())
def test_a_rule_asked_alone(where: Where, shown: bool) -> None:
    (clause,) = analyse_sentence(SENTENCE, dt.date(2025, 1, 6)).clauses
    assert holds(Rule("asked", "", where), clause, clause.time, SENTENCE) is shown


def test_the_first_of_a_file_speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    wheres = (Where(verbs=("delen",)), Where(verbs=("sturen",)), Where())
    rules = tuple(Rule(f"rule-{at}", "", where) for at, where in enumerate(wheres))
    monkeypatch.setattr(rule_matching, "load_rules", lambda _: rules)
    (clause,) = analyse_sentence(SENTENCE, dt.date(2025, 1, 6)).clauses
    found = first_rule("made", clause, clause.time, SENTENCE)
    assert found is not None
    assert found.id == "rule-1"
