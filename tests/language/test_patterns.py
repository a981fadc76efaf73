"""The word patterns of the language data find their examples and leave their counter-examples alone."""

from __future__ import annotations

import re

import pytest

from tests.processor import is_linear
from tracker.language.patterns import matches, unknown_classes, with_classes, word_classes
from tracker.language.resources import read_table

RULES = [
    pytest.param(table, name, rule, id=f"{table}.{name}")
    for table in ("links", "register", "verdicts")
    for name, rule in read_table(table).items()
    if isinstance(rule, dict) and "yes" in rule
]


@pytest.mark.parametrize(("table", "name", "rule"), RULES)
def test_matches(table: str, name: str, rule: dict[str, list[str]]) -> None:
    assert rule["yes"]
    assert rule["no"]
    assert [text for text in rule["yes"] if not matches(table, name, text)] == []
    assert [text for text in rule["no"] if matches(table, name, text)] == []


@pytest.mark.parametrize("text", [r"in \w{1,3}", r"\d{4}", "{", "{}", "{Month}"])
def test_what_names_no_class_stands_as_it_is(text: str) -> None:
    assert (with_classes(text), unknown_classes(text)) == (text, [])


def test_a_pattern_names_classes_of_words() -> None:
    found = re.compile(with_classes(r"\bin {month} \d{4}\b"))
    assert found.search("in mei 2025")
    assert not found.search("in mij 2025")
    assert unknown_classes("in {month} of {mnth}") == ["{mnth}"]


def test_every_class_is_of_patterns_that_compile() -> None:
    assert len(word_classes()["month"]) == 12
    assert all(re.compile(with_classes(f"{{{name}}}")) for name in word_classes())


@pytest.mark.parametrize("piece", ["-", "ev", "1.", ".. ", "a-"])
@pytest.mark.parametrize("name", ["upon", "list_settled", "list_open", "of_a_letter", "promises", "at_hand"])
def test_a_pattern_takes_time_by_the_length_of_a_text(name: str, piece: str) -> None:
    """Of one word, of a rule of dashes and of figures that stand apart."""
    assert is_linear(lambda size: matches("register", name, piece * size), 1_000)
