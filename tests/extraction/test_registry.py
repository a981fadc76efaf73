"""The detectors by name."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from tracker.extraction import registry
from tracker.extraction.analysed_sentence import analyse_sentence
from tracker.extraction.classifier import RuleDetector
from tracker.extraction.learned.correction import Correction
from tracker.extraction.learned.stack import StackedDetector

SENTENCES = [analyse_sentence("Wij sturen uw Kamer in mei 2025 een plan.", dt.date(2024, 6, 26))]


@pytest.mark.parametrize("name", ["rules", "linear", "stack"])
def test_each_judges_every_clause(name: str) -> None:
    judged = registry.DETECTORS[name]().judge(SENTENCES)
    assert len(judged) == len(SENTENCES)
    assert [len(rows) for rows in judged] == [len(row.clauses) for row in SENTENCES]


def test_an_encoder_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "load_encoder", lambda: None)
    with pytest.raises(ModuleNotFoundError, match="encoder"):
        registry.DETECTORS["encoder"]()


class _Pack:
    weights = None


def test_a_language_without_weights_is_read_by_its_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(registry.default_detector(), StackedDetector)
    monkeypatch.setattr(registry, "current", _Pack)
    assert isinstance(registry.default_detector(), RuleDetector)


class _Mine(RuleDetector):
    """A detector that somebody adds: its class and its row are all of it."""

    name = "mine"


ASKED = {
    "as it is": {},
    "for a long letter": {"long": True},
    "taught by rulings": {"correction": Correction(1, 0, 1, 0, {}, {})},
}


@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED.keys())
def test_the_default_is_the_one_whatever_is_asked(asked: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(registry.default_detector(**asked), StackedDetector)
    monkeypatch.setitem(registry.DETECTORS, "mine", _Mine)
    monkeypatch.setattr(registry, "DEFAULT", "mine")
    assert registry.default_detector(**asked).name == "mine"
