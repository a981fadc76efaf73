"""The word patterns of the language data find their examples and leave their counter-examples alone."""

from __future__ import annotations

import pytest

from tracker.language.patterns import matches
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
