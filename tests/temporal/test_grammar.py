"""The grammar of time expressions: its words stand once in the language's data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tracker.language.pack import TABLES
from tracker.language.resources import month_names, read_table
from tracker.temporal.grammar import Unit, grammar


def _words(data: Any) -> Iterator[str]:
    """Every whole word or phrase of a table, keys included."""
    if isinstance(data, dict):
        yield from data
        data = data.values()
    if isinstance(data, str):
        yield data
    elif not isinstance(data, int | float | bool):
        for value in data:
            yield from _words(value)


@pytest.mark.parametrize("table", sorted(set(TABLES) - {"time"}))
def test_months_are_named_in_one_file(table: str) -> None:
    """A month that is spelled in a second way is added in one place."""
    assert not set(_words(read_table(table))) & set(month_names())


def test_the_twelve_months_are_in_order() -> None:
    """The names are used by their place elsewhere."""
    assert [grammar().words["month"][name] for name in month_names()] == list(range(1, 13))


@pytest.mark.parametrize("unit", Unit)
def test_every_unit_has_a_begin_and_an_end(unit: Unit) -> None:
    """No unit of the calendar is left whole by "begin" and "eind"."""
    for mod in ("START", "END"):
        assert any(unit in part.cut for part, _ in grammar().parts if part.mod == mod)
