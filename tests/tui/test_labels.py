"""The labels of the terminal UI: every value and every key of the keyboard has one, in every language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import tui
from tests.i18n.test_locale import CATALOGS
from tracker.decisions.ruling import Ruling
from tracker.model import Firmness, Kind, Outcome, Relation, Status, StepKind
from tui.filter_language import FIELDS, FLAGS
from tui.filters import SORTS
from tui.labels import LANGUAGES, Labels, choose_language
from tui.widgets.masthead import VIEWS

SOURCES = sorted(Path(tui.__file__).parent.rglob("*.py"))
BOUND = sorted(
    {
        (names, shown != "False")
        for path in SOURCES
        for names, shown in re.findall(
            r'Binding\(\s*"[^"]+",\s*"[^"]+",\s*"([a-z_]+)"(?:[^)]*show=(\w+))?', path.read_text(encoding="utf-8")
        )
    }
)
TABLES = {
    "status": {*Status, StepKind.PROGRESS, StepKind.SILENT},
    "meaning": {*Status, StepKind.PROGRESS, StepKind.SILENT},
    "kind": set(Kind),
    "outcome": set(Outcome),
    "firmness": set(Firmness),
    "relation": set(Relation),
    "ruled": set(Ruling),
    "field": set(FIELDS),
    "flag": set(FLAGS),
    "sort": set(SORTS),
    "views": set(VIEWS),
    "theme": {"dark", "light", "contrast"},
    "purpose": {*VIEWS, "thread"},
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_of_a_table_has_its_label(language: str) -> None:
    labels = Labels(language)
    assert [
        f"{table}.{name}" for table, names in TABLES.items() for name in names if not labels.has(f"{table}.{name}")
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_is_explained(language: str) -> None:
    labels = Labels(language)
    modal = {"agree", "done", "tick"}
    assert [name for name, _ in BOUND if name not in modal and not labels.has(f"does.{name}")] == []
    assert [name for name, shown in BOUND if shown and not labels.has(f"keys.{name}")] == []


@pytest.mark.parametrize(
    ("wanted", "environment", "chosen"),
    [
        (None, {}, "en"),
        (None, {"LANG": "nl_NL.UTF-8"}, "nl"),
        (None, {"LANG": "fr_FR.UTF-8"}, "en"),
        (None, {"LANG": "C.UTF-8"}, "en"),
        ("en", {"LANG": "nl_NL.UTF-8"}, "en"),
        (None, {"LC_ALL": "nl_BE", "LANG": "en_US"}, "nl"),
        (None, {"TRACKER_LANG": "nl", "LC_ALL": "en_US"}, "nl"),
        ("en", {"TRACKER_LANG": "nl"}, "en"),
        (None, {"TRACKER_LANG": "", "LANG": "nl_NL"}, "nl"),
    ],
)
def test_the_language_is_the_one_asked_for_or_the_locale_s(
    wanted: str | None, environment: dict[str, str], chosen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TRACKER_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert choose_language(wanted) == chosen


COUNTED = re.compile(r"\{\w+\} (?:letters|lines|rows|passages|times|days|promises|brieven|regels|dagen|toezeggingen)\b")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_counted_has_a_form_for_one(language: str) -> None:
    """A label with a number before its things has two forms: "1 line", "2 lines"."""
    alone = [id_ for id_, forms in CATALOGS[language].items() if len(forms) == 1 and COUNTED.search(forms[0])]
    assert [id_ for id_ in alone if id_.startswith("tui.")] == []


@pytest.mark.parametrize(("number", "told"), [(0, "0 lines"), (1, "1 line"), (2, "2 lines"), (1234, "1,234 lines")])
def test_a_label_takes_the_form_of_its_number(number: int, told: str) -> None:
    assert Labels("en").count("search.hits", number) == told
