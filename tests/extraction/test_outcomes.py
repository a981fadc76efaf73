"""What became of things: verbs and phrases with the outcome that a reader of Dutch gives them."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from tracker.extraction.analysed_sentence import analyse_sentence
from tracker.extraction.classifier import RuleDetector

DAY = dt.date(2024, 5, 16)
CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "outcomes.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "outcome"), [(text, name) for name, texts in CASES.items() for text in texts])
def test_a_phrase_tells_its_outcome(text: str, outcome: str) -> None:
    (judged,) = RuleDetector().judge([analyse_sentence(text, DAY)])
    told = [str(name) for row in judged for name in row.outcomes]
    assert (told or [""])[0] == outcome
