"""The words of the model, as every face says them."""

from __future__ import annotations

import ast
from pathlib import Path
from types import ModuleType
from typing import Any, TypeGuard

import pytest
from msgspec.structs import replace

from tests.i18n.test_locale import CATALOGS
from tests.ledgers import LAPSED
from tests.parsed import parsed
from tracker import statuses
from tracker.alignment import sections
from tracker.extraction.clause_context import ContextMarker
from tracker.hooks.scripts import HookState
from tracker.i18n.catalog import LOCALES, gettext, speaking
from tracker.i18n.message import message
from tracker.language.patterns import lexicon
from tracker.language.resources import entries
from tracker.language.syntax import ClauseKind, SubjectType, Tense
from tracker.linking import pair_score, within_letter
from tracker.model import DateSource, Evidence, Firmness, Kind, Outcome, Precision, Relation, Status, StepKind
from tracker.report_headings import Fate
from tracker.temporal.grammar import meanings
from tracker.temporal.timex import TimexRole
from tracker.views import labels
from tui.labels import Labels


@pytest.mark.parametrize("kinds", [Status, StepKind, Kind, Firmness, Outcome, Relation, DateSource])
@pytest.mark.parametrize("language", LOCALES)
def test_every_word_of_the_model_has_its_message(kinds: type[Status], language: str) -> None:
    with speaking(language):
        assert not [value for value in kinds if labels.word(value) == f"word.{value}"]


@pytest.mark.parametrize("language", LOCALES)
def test_every_group_and_every_piece_of_news_has_its_heading(language: str) -> None:
    ids = [*(f"part.{fate}" for fate in Fate), *(f"news.{step}" for step in statuses.NEWS)]
    with speaking(language):
        assert not [id_ for id_ in ids if gettext(id_) == id_]


def test_what_has_no_words_of_its_own_is_told_as_it_is() -> None:
    """A lead, a piece of news, a rule: by the catalog where it has it, else by its word or name."""
    with speaking("nl"):
        assert (labels.lead("was"), labels.lead("toen")) == (gettext("lead.was"), "toen")
        told = (labels.piece_of_news("silent"), labels.piece_of_news(Status.LAPSED))
        assert told == (gettext("commit.silent"), gettext("word.lapsed"))
        assert f"{labels.read_by('report.met')}." == gettext("ground.report.met")


def test_the_screens_and_the_reports_call_a_status_alike() -> None:
    screen = Labels("nl")
    with speaking("nl"):
        assert [labels.word(status) for status in Status] == [screen(f"status.{status}") for status in Status]
        assert [labels.word(kind) for kind in Kind] == [screen(f"kind.{kind}") for kind in Kind]


def test_every_rule_of_a_link_has_its_words() -> None:
    """What the code of linking gives as a rule: the constants that PairScore returns, and the third of a joint."""
    returned = [node.value for node in ast.walk(tree(pair_score)) if isinstance(node, ast.Return)]
    ends = [rule for node in ast.walk(tree(within_letter)) if is_joint(node) for rule in node.args[1:3]]
    rules = {
        str(row.value)
        for node in (*returned, *ends)
        if isinstance(node, ast.Constant | ast.IfExp)
        for row in ast.walk(node)
        if isinstance(row, ast.Constant) and isinstance(row.value, str) and "-" in row.value
    }
    assert len(rules) >= 8
    assert rules <= labels.RULES


def test_every_pass_of_the_alignment_has_its_words() -> None:
    passes = (*sections._PLAIN_PASSES, *sections._LIKELY_PASSES)
    assert {name for name, _ in passes} <= labels.PASSES


def tree(module: ModuleType) -> ast.AST:
    return parsed(Path(str(module.__file__)).read_text(encoding="utf-8"))


def is_joint(node: ast.AST) -> TypeGuard[Any]:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Joint"


JOINTS = {"range", "limit"}


@pytest.mark.parametrize("code", LOCALES)
def test_every_rule_of_a_time_has_its_meaning(code: str) -> None:
    """English as its own row has it, in words of their own in every other language; none is left of one that went."""
    told = {name: CATALOGS[code][f"timex.{name}"][0] for name in (*JOINTS, *meanings())}
    assert {id_.removeprefix("timex.") for id_ in CATALOGS[code] if id_.startswith("timex.")} == told.keys()
    same = [name for name, said in meanings().items() if told[name] == said]
    assert same == (list(meanings()) if code == "en" else [])
    with speaking(code):
        assert labels.time_meaning("day+range+by") == "; ".join(told[name] for name in ("day", "range", "by"))


def test_the_meaning_of_a_time_falls_back_on_its_row_and_on_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """One rule more works with its row alone."""
    monkeypatch.setattr(labels, "meanings", lambda: {"jubilee": "a year of jubilee"})
    with speaking("nl"):
        assert labels.time_meaning("jubilee+moon") == "a year of jubilee; moon"


FACTS = {
    "clause": set(ClauseKind),
    "tense": set(Tense),
    "subject": set(SubjectType),
    "time": set(TimexRole),
    "precision": set(Precision),
    "class": set(entries("verbs", "classes")),
    "form": set(entries("links", "forms")),
    "noun": {name.partition(".")[2] for name in lexicon() if name.startswith("noun.")},
    "marker": {name.partition(".")[2] for name in lexicon() if name.startswith("marker.")} | set(ContextMarker),
}


@pytest.mark.parametrize("group", FACTS)
@pytest.mark.parametrize("language", LOCALES)
def test_every_fact_of_a_clause_has_its_words(group: str, language: str) -> None:
    """What the rules ask of a clause can be told."""
    assert [value for value in FACTS[group] if f"fact.{group}.{value}" not in CATALOGS[language]] == []


def test_features_are_told_in_words_where_a_language_is_asked_for() -> None:
    name = "main.future.subject=government"
    with speaking("nl"):
        told = labels.feature(name)
        assert (told, labels.feature("w:brief")) == ("hoofdzin toekomend onderwerp: overheid", "w:brief")
    with speaking(""):
        assert labels.feature(name) == name


def test_no_rule_of_a_link_is_shown_by_its_id() -> None:
    """In English too words stand where a person reads."""
    with speaking(""):
        assert [name for name in labels.RULES if "-" in labels.rule(name)] == []


def test_rules_are_told_by_name_where_no_language_is_asked_for() -> None:
    """What programs read keeps the ids of rules, in statements and in the reasons of steps."""
    why = message("step.by-rule", rule="comes", why=message("step.changed"))
    with speaking(""):
        assert (labels.read_by("comes"), labels.reason(why)[:6]) == ("comes", "comes:")
    with speaking("nl"):
        assert labels.reason(why).startswith(labels.read_by("comes") + ": ")


@pytest.mark.parametrize("state", HookState)
def test_every_state_of_a_hook_has_its_words(state: HookState) -> None:
    assert f"hook.state.{state}" in CATALOGS["nl"]


def test_a_deadline_that_passed_is_said_to_be_spoken_of_where_a_letter_does() -> None:
    unclear = replace(LAPSED, status=Status.UNCLEAR, evidence=())
    spoken = replace(unclear, evidence=(Evidence("spoken", 0.5, "x"),))
    assert labels.passed_reason(spoken) == "spoken of later, outcome unclear"
    assert labels.passed_reason(unclear) == "outcome unclear; nothing later is surely of it"
    assert labels.passed_reason(replace(spoken, decided_by="R. Rekenaar")) == "unclear"
    assert labels.passed_reason(replace(unclear, status=Status.DUE)) == "deadline passed since the newest letter"
