"""The grammar of time expressions: its words stand once in the language's data."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

import pytest

from tracker.errors import RulesetError
from tracker.language.pack import TABLES
from tracker.language.resources import month_abbreviations, month_names, read_table
from tracker.temporal.grammar import Unit, grammar, grammar_of


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
    assert not set(_words(read_table(table))) & {*month_names(), *month_abbreviations()}


@pytest.mark.parametrize("table", sorted(TABLES))
def test_no_pattern_lists_months(table: str) -> None:
    """It names the table of months in braces."""
    names = "|".join(re.escape(name.rstrip(".")) for name in (*month_names(), *month_abbreviations()))
    listed = re.compile(rf"[|(](?:{names})\b[^|)]*[|)]")
    assert listed.search("(jan|feb)")
    assert not listed.search("(in mei 2024 is gemaakt|{month})")
    assert [words for words in _words(read_table(table)) if "?" in words and listed.search(words)] == []


def test_the_twelve_months_are_in_order() -> None:
    """The names are used by their place elsewhere."""
    assert [grammar().words["month"][name] for name in month_names()] == list(range(1, 13))


def test_no_pattern_is_a_wall_of_signs() -> None:
    """A long expression is a list of turns, or made of pieces that have a name."""
    assert [words for words in _words(read_table("time")) if len(words) > 290] == []


@pytest.mark.parametrize("unit", Unit)
def test_every_unit_has_a_begin_and_an_end(unit: Unit) -> None:
    """No unit of the calendar is left whole by "begin" and "eind"."""
    for mod in ("START", "END"):
        assert any(unit in part.cut for part, _ in grammar().parts if part.mod == mod)


FAULTS = {
    "a frame that is none": ("name", "frames", ["befroe"], "befroe"),
    "a kind of a name that is none": ("name", "kinds", ["yaer"], "yaer"),
    "a kind of a frame that is none": ("frame", "kinds", ["mnoth"], "mnoth"),
    "a notice without words": ("frame", "notice", "time.nope", "time.nope"),
    "a value that is none": ("rule", "value", "dya", "dya"),
    "a precision that is none": ("rule", "precision", "dya", "dya"),
    "a group that is none": ("rule", "text", r"(?P<cuont>vier) weken", "cuont"),
    "capitals": ("rule", "text", r"\bNa\b", "N"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_the_data_names_file_rule_and_value(fault: str) -> None:
    table, key, value, told = FAULTS[fault]
    assert_refused(table, {key: value}, told)


WORDS = {
    ("month", "janari"): 13,
    ("unit", "jaar"): "12x",
    ("unit", "week"): "0d",
    ("relative", "komend"): "comming",
    ("side", "na"): 2,
    ("number", "nul"): 0,
}


@pytest.mark.parametrize("where", WORDS)
def test_a_word_that_counts_nothing_is_refused_with_its_value(where: tuple[str, str]) -> None:
    table, word = where
    words = {**read_table("time")["words"], table: {word: WORDS[where]}}
    with pytest.raises(RulesetError, match=rf"time.toml: words.{table}.{word}: {WORDS[where]!r}"):
        grammar_of({**read_table("time"), "words": words}, read_table("calendar"))


def test_a_table_of_words_that_no_rule_asks_for_is_refused() -> None:
    with pytest.raises(RulesetError, match=r"time.toml: words.mnoth is unknown"):
        grammar_of({**read_table("time"), "words": {"mnoth": {}}}, read_table("calendar"))


@pytest.mark.parametrize(
    ("key", "value"), [("before", "13-01"), ("dates", {"2024": ["2024-07-05", "2024-09-32"]}), ("season", 0)]
)
def test_a_day_that_is_none_is_refused(key: str, value: object) -> None:
    moment = read_table("calendar")["zomerreces"] | {key: value}
    with pytest.raises(RulesetError, match=f"calendar.toml: zomerreces.{key}"):
        grammar_of(read_table("time"), {"zomerreces": moment})


@pytest.mark.parametrize("table", ["rule", "part", "frame", "name"])
def test_an_id_that_stands_twice_is_refused(table: str) -> None:
    first = read_table("time")["rule"][0]["id"]
    assert_refused(table, {"id": first}, "stands twice")


def assert_refused(table: str, change: dict[str, Any], told: str) -> None:
    """The grammar with the last row of a table changed is refused, told with file, rule and value."""
    tables = {name: copy.deepcopy(dict(read_table(name))) for name in ("time", "calendar")}
    row = tables["time"][table][-1]
    row |= change
    with pytest.raises(RulesetError) as found:
        grammar_of(tables["time"], tables["calendar"])
    assert [
        fault for fault in found.value.faults if re.match(rf"time.toml: .*\b{row['id']}\b", fault) and told in fault
    ]


@pytest.mark.usefixtures("remembering")
def test_the_grammar_that_was_found_sound_is_the_same() -> None:
    found = []
    for _ in range(2):
        grammar.cache_clear()
        found.append(grammar().rules)
    grammar.cache_clear()
    assert found[0] == found[1] == grammar_of(read_table("time"), read_table("calendar")).rules


def test_a_rule_that_does_not_compile_is_refused() -> None:
    assert_refused("rule", {"text": "(vandaag"}, "does not compile")
