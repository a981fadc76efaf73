"""The words of the model, as every face says them."""

from __future__ import annotations

import ast
from pathlib import Path
from types import ModuleType
from typing import Any, TypeGuard

import pytest

from tracker import statuses
from tracker.alignment import sections
from tracker.i18n.catalog import LOCALES, gettext, speaking
from tracker.linking import pair_score, within_letter
from tracker.model import DateSource, Firmness, Kind, Outcome, Relation, Status, StepKind
from tracker.views import labels
from tui.labels import Labels


@pytest.mark.parametrize("kinds", [Status, StepKind, Kind, Firmness, Outcome, Relation, DateSource])
@pytest.mark.parametrize("language", LOCALES)
def test_every_word_of_the_model_has_its_message(kinds: type[Status], language: str) -> None:
    with speaking(language):
        assert not [value for value in kinds if labels.word(value) == f"word.{value}"]


@pytest.mark.parametrize("language", LOCALES)
def test_every_group_and_every_piece_of_news_has_its_heading(language: str) -> None:
    ids = [*(f"group.{group}" for group in statuses.GROUPS), *(f"news.{step}" for step in statuses.NEWS)]
    with speaking(language):
        assert not [id_ for id_ in ids if gettext(id_) == id_]


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
    return ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))


def is_joint(node: ast.AST) -> TypeGuard[Any]:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Joint"
