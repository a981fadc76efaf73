"""The rule files speak true: values that exist, and rules that take their examples and leave counter-examples alone."""

from __future__ import annotations

import copy
import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

import pytest
from msgspec.structs import replace

from tracker.errors import ExitCode, RulesetError, handled
from tracker.extraction.analysed_sentence import analyse_sentence
from tracker.extraction.classifier import RuleDetector
from tracker.extraction.features import ClauseFeatures
from tracker.extraction.rule_matching import first_rule, holds
from tracker.extraction.rules import Rule, Where, checked_rules, load_rules

LETTER_DATE = dt.date(2021, 3, 15)
LONGEST = 300
"""Characters of one expression of a rule."""
FILES = ("commitments", "reports", "kinds")


def examples(side: str) -> list[object]:
    return [
        pytest.param(name, rule, sentence, id=f"{rule.id}-{n}")
        for name in FILES
        for rule in load_rules(name)
        for n, sentence in enumerate(getattr(rule, side))
    ]


def judged(sentence: str) -> tuple[list[ClauseFeatures], list[Any], str]:
    """The clauses of a sentence, what the rules say of each, and its own words.

    A pilcrow ends the sentence before it, a bullet the words that introduce the list that it is an item of.
    """
    before, _, own = sentence.rpartition(" ¶ ")
    lead_in, _, item = own.rpartition(" • ")
    first = analyse_sentence(before, LETTER_DATE) if before else None
    analysed = analyse_sentence(item, LETTER_DATE, first, lead_in or None)
    *_, said = RuleDetector().judge([first, analysed] if first else [analysed])
    return list(analysed.clauses), list(said), item


def rules_that_spoke(name: str, sentence: str) -> list[str]:
    """The rules of a file that speak of a sentence."""
    clauses, said, item = judged(sentence)
    if name == "kinds":
        kinds = [first_rule(name, clause, row.time, item) for clause, row in zip(clauses, said, strict=True)]
        return [rule.id for rule in kinds if rule is not None]
    if name == "commitments":
        return [row.grounds[0] for row in said if row.firmness]
    return [row.report_grounds[0] for row in said if row.outcome or row.tentative_outcome]


@pytest.mark.parametrize(("name", "rule", "sentence"), examples("yes"))
def test_a_rule_takes_its_examples(name: str, rule: Rule, sentence: str) -> None:
    spoke = rules_that_spoke(name, sentence)
    assert spoke if denies(name, rule) else rule.id in spoke


def denies(name: str, rule: Rule) -> bool:
    """Whether a rule only keeps later ones from speaking: its `yes` are sentences that it must leave to them."""
    return name != "kinds" and rule.firmness is None and rule.outcome is None


@pytest.mark.parametrize(("name", "rule", "sentence"), examples("no"))
def test_a_rule_leaves_its_counter_examples_alone(name: str, rule: Rule, sentence: str) -> None:
    spoke = rules_that_spoke(name, sentence)
    assert rule.id not in spoke
    if denies(name, rule):
        assert spoke == []


SAME_OFFICE = (
    (r"\b([Dd])e (?:minister|staatssecretaris)\b", (r"\1e wethouder", r"\1e gedeputeerde", r"\1e heemraad")),
    (r"\b([Hh])et kabinet\b", (r"\1et college", r"\1et dagelijks bestuur")),
    (r"\b[Uu]w Kamer\b", ("uw raad", "uw Staten")),
    (r"\b([Dd])e (?:Tweede )?Kamer\b", (r"\1e gemeenteraad", "Provinciale Staten", r"\1e algemene vergadering")),
)
"""Who governs and who is told, as a letter of a ministry names them, and as those of other bodies do."""
ONE_OF_TWO_CHAMBERS = "report.one-chamber"


def of_other_bodies() -> Iterator[object]:
    """The examples of the rules, each as a letter of a municipality, a province or a water board would say it."""
    for name in FILES:
        for rule in load_rules(name):
            for n, sentence in enumerate(() if rule.id == ONE_OF_TWO_CHAMBERS else rule.yes):
                for state, others in SAME_OFFICE:
                    for m, other in enumerate(others if re.search(state, sentence) else ()):
                        yield pytest.param(name, sentence, re.sub(state, other, sentence), id=f"{rule.id}-{n}-{m}")


@pytest.mark.parametrize(("name", "of_state", "of_other"), of_other_bodies())
def test_what_is_read_of_a_minister_is_read_of_who_governs_elsewhere(name: str, of_state: str, of_other: str) -> None:
    assert rules_that_spoke(name, of_other) == rules_that_spoke(name, of_state)


def speaking() -> Iterator[tuple[str, Rule]]:
    """The rules that must have examples of both sorts: a mistake of theirs is read by somebody."""
    for name in FILES:
        for rule in load_rules(name):
            if rule.firmness or rule.outcome or (name == "kinds" and rule.where != load_rules("kinds")[-1].where):
                yield name, rule


def test_no_expression_is_too_long_to_be_read() -> None:
    """A rule with many turns lists them, each with one meaning."""
    long = [
        f"{rule.id}: {text}"
        for name in FILES
        for rule in load_rules(name)
        for field in (rule.where.text, rule.where.not_text, rule.where.around, rule.where.when)
        for text in ((field,) if isinstance(field, str) else field)
        if len(text) > LONGEST
    ]
    assert long == []


def test_every_rule_that_speaks_has_an_example() -> None:
    assert [rule.id for _, rule in speaking() if not rule.yes] == []
    assert [rule.id for rule in load_rules("commitments") if rule.firmness and not rule.yes] == []


def test_every_rule_that_speaks_has_a_counter_example() -> None:
    assert [rule.id for _, rule in speaking() if not rule.no] == []


DENYING = [rule for rule in load_rules("reports") if denies("reports", rule)]


@pytest.mark.parametrize("rule", DENYING, ids=lambda rule: rule.id)
def test_what_a_rule_keeps_from_being_a_report_would_be_one_without_it(
    rule: Rule, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = load_rules("reports")
    later = rules[[other.id for other in rules].index(rule.id) + 1 :]

    def first_of_others(name: str, *asked: Any) -> Rule | None:
        if name != "reports":
            return None
        found = first_rule(name, *asked)
        if found is None or found.id != rule.id:
            return found
        return next((other for other in later if holds(other, *asked)), None)

    assert rule.yes
    assert any(is_near("reports", rule, sentence) for sentence in rule.yes)
    monkeypatch.setattr("tracker.extraction.classifier.first_rule", first_of_others)
    assert [sentence for sentence in rule.no if rules_that_spoke("reports", sentence)]


def weakened(rule: Rule) -> Iterator[Rule]:
    """The rule without one of its conditions, for each of them; first the rule as it is."""
    yield rule
    nothing = Where()
    for key in rule.where.__struct_fields__:
        if getattr(rule.where, key) != getattr(nothing, key):
            yield replace(rule, where=replace(rule.where, **{key: getattr(nothing, key)}))


def is_near(name: str, rule: Rule, sentence: str) -> bool:
    """Whether one condition of the rule alone, or a rule before it, keeps it from a clause of the sentence."""
    clauses, said, item = judged(sentence)
    return any(
        holds(weaker, clause, clause.time if name == "reports" else row.time, item)
        for weaker in weakened(rule)
        for clause, row in zip(clauses, said, strict=True)
    )


def test_every_rule_that_speaks_has_a_counter_example_that_it_nearly_takes() -> None:
    """One that several conditions keep away shows of none of them that it is needed."""
    rules = [(name, rule) for name, rule in speaking() if rule.no]
    assert [rule.id for name, rule in rules if not any(is_near(name, rule, sentence) for sentence in rule.no)] == []


def test_a_counter_example_far_off_is_seen() -> None:
    rule = next(rule for rule in load_rules("reports") if rule.id == "report.done-let")
    assert is_near("reports", rule, "In het voorjaar heb ik geen evaluatie laten uitvoeren.")
    assert not is_near("reports", rule, "In het voorjaar laat ik een evaluatie uitvoeren.")


GOOD: dict[str, Any] = {
    "id": "good",
    "means": "A rule without a fault.",
    "where": {
        "tense": ["present"], "not_tense": ["past"], "subject": ["government"], "classes": ["deliver"],
        "verbs": ["sturen"], "nouns": ["law"], "markers": ["self", "bullet"], "time": ["due", "none"],
        "clause": ["main"], "opener": ["waarna"], "text": ["a", "b"], "addressee": True,
    },
    "firmness": "firm", "kind": "inform", "outcome": "delivered", "confidence": 0.8, "yes": ["a"], "no": ["b"],
}  # fmt: skip

TYPOS = {
    "tense": ["presnt"],
    "not_tense": ["pst"],
    "subject": ["goverment"],
    "not_subject": ["partnr"],
    "classes": ["delivr"],
    "not_classes": ["inorm"],
    "verbs": ["stuuren"],
    "not_verbs": ["infomeren"],
    "nouns": ["law", "mony"],
    "not_nouns": ["reserch"],
    "markers": ["slef"],
    "not_markers": ["fnding"],
    "time": ["dew"],
    "not_time": ["untill"],
    "clause": ["mian"],
    "opener": ["waarnaa"],
    "text": ["(", "b"],
    "not_text": "[",
    "around": "*",
    "when": "(?P<",
    "addressee": "ja",
    "tekst": "a",
}


def with_fault(key: str, value: object) -> dict[str, Any]:
    row = copy.deepcopy(GOOD)
    (row if key in row else row["where"])[key] = value
    return row


def faults(*rows: dict[str, Any]) -> list[str]:
    with pytest.raises(RulesetError) as found:
        checked_rules("commitments", rows)
    return found.value.faults


def test_checked_rules() -> None:
    assert [rule.id for rule in checked_rules("commitments", [GOOD])] == ["good"]


@pytest.mark.parametrize(("key", "value"), TYPOS.items())
def test_a_typo_in_what_a_rule_asks_for_names_file_rule_and_value(key: str, value: list[str]) -> None:
    (fault,) = faults(with_fault(key, value))
    wrong = key if key in {"addressee", "tekst"} else value if isinstance(value, str) else value[-1]
    assert fault.startswith("commitments.toml: good: ")
    assert key in fault
    assert wrong in fault or "compile" in fault


@pytest.mark.parametrize(("key", "value"), [("firmness", "frim"), ("kind", "infrom"), ("outcome", "deliverd")])
def test_a_typo_in_what_a_rule_says_names_file_rule_and_value(key: str, value: str) -> None:
    (fault,) = faults(with_fault(key, value))
    assert fault.startswith(f"commitments.toml: good: {key}: {value!r}: ")


@pytest.mark.parametrize("confidence", [1.7, -0.1])
def test_a_confidence_is_a_probability(confidence: float) -> None:
    (fault,) = faults(with_fault("confidence", confidence))
    assert fault.startswith(f"commitments.toml: good: confidence: {confidence}: ")


@pytest.mark.parametrize("key", ["text", "not_text", "around", "when"])
def test_a_class_of_words_that_there_is_not_is_told(key: str) -> None:
    (fault,) = faults(with_fault(key, r"\bin {mnth}\b"))
    assert fault == f"commitments.toml: good: {key} {{mnth}} is no class of words"


@pytest.mark.parametrize("key", ["text", "not_text", "around", "when"])
def test_capitals_that_can_match_nothing_are_refused(key: str) -> None:
    (fault,) = faults(with_fault(key, r"\bZoals\b"))
    assert fault.startswith(f"commitments.toml: good: {key} has capitals")


def test_escapes_and_names_of_groups_are_no_capitals() -> None:
    assert checked_rules("commitments", [with_fault("text", r"(?P<Ab>a)\S\B(?P=Ab)")])


@pytest.mark.parametrize("where", [{}, {"text": ""}, {"tense": []}])
def test_a_rule_that_asks_nothing_is_refused_but_for_the_last_kind(where: dict[str, object]) -> None:
    asks_nothing = GOOD | {"id": "all", "where": where}
    (fault,) = faults(asks_nothing, GOOD)
    assert fault == "commitments.toml: all: where asks nothing, so that all fits it"
    assert faults(GOOD, asks_nothing) == [fault]
    assert checked_rules("kinds", [GOOD, asks_nothing])


def test_a_file_of_rules_holds_rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.extraction.rules.read_table", lambda _: {"rule": [GOOD], "rulle": [GOOD]})
    monkeypatch.setattr("tracker.extraction.rules.read_text", lambda _: "")
    with pytest.raises(RulesetError, match=r"some.toml: rulle is unknown"):
        load_rules("some")


def test_all_faults_are_told_at_once() -> None:
    bad = with_fault("kind", "infrom") | {"outcome": "deliverd", "confidnce": 1}
    bad["where"] = GOOD["where"] | {"tense": ["presnt", "ftr"], "text": "("}
    found = "\n".join(faults(GOOD, bad, GOOD))
    assert all(
        value in found for value in ("presnt", "ftr", "infrom", "deliverd", "compile", "confidnce", "stands twice")
    )


def test_a_fault_of_the_data_is_our_bug(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))

    def load() -> int:
        return len(checked_rules("kinds", [with_fault("verbs", ["stuuren"])]))

    assert handled(load) == ExitCode.BUG
    assert "kinds.toml: good: verbs 'stuuren' is unknown" in capsys.readouterr().err


@pytest.mark.usefixtures("remembering")
@pytest.mark.parametrize("name", ["commitments", "reports", "kinds"])
def test_rules_that_are_remembered_are_those_of_the_file(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = load_rules(name)
    for _ in range(2):
        load_rules.cache_clear()
        assert load_rules(name) == whole
        monkeypatch.setattr("tracker.extraction.rules.checked_rules", None)  # the second time it is not asked
    load_rules.cache_clear()
