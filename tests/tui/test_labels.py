"""Every language says everything: the same keys, the same names to fill in, and every key that the code asks for."""

from __future__ import annotations

import re
import string
import tomllib
from pathlib import Path

import pytest

import tui
from tracker.decisions.file import Ruling
from tracker.model import Firmness, Kind, Outcome, Relation, Status, StepKind
from tui.filters import FIELDS, FLAGS, SORTS
from tui.labels import FOLDER, LANGUAGES, Labels, choose_language
from tui.widgets.masthead import VIEWS

SOURCES = sorted(Path(tui.__file__).parent.rglob("*.py"))
ASKED = sorted(
    {key for path in SOURCES for key in re.findall(r'labels\(\s*"([a-z_.]+)"', path.read_text(encoding="utf-8"))}
)
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


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def all_of(language: str) -> dict[str, str]:
    tables = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    return {f"{table}.{name}": word for table, words in tables.items() for name, word in words.items()}


def test_the_languages_have_the_same_keys_and_blanks() -> None:
    english, dutch = all_of("en"), all_of("nl")
    assert english.keys() == dutch.keys()
    assert {key: blanks(word) for key, word in english.items()} == {key: blanks(word) for key, word in dutch.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_is_asked_for_is_there(language: str) -> None:
    labels = Labels(language)
    assert [key for key in ASKED if not labels.has(key)] == []
    assert [
        f"{table}.{name}" for table, names in TABLES.items() for name in names if not labels.has(f"{table}.{name}")
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_is_explained(language: str) -> None:
    labels = Labels(language)
    modal = {"done", "tick"}
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
    ],
)
def test_the_language_is_the_one_asked_for_or_the_locale_s(
    wanted: str | None, environment: dict[str, str], chosen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert choose_language(wanted) == chosen
