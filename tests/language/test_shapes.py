"""A data file of the language holds what the program asks for and nothing else; a typo is told with its place."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest

from tracker.documents.layout.patterns import Phrases
from tracker.extraction.rules import Rule
from tracker.language.pack import TABLES
from tracker.language.resources import read_table
from tracker.language.schema import faults
from tracker.language.shapes import SHAPES
from tracker.temporal.document_date import Clues
from tracker.temporal.grammar import Moment, TimeTables

RULES = dict.fromkeys(("commitments", "reports", "kinds"), dict[str, tuple[Rule, ...]])
KINDS = SHAPES | RULES | {"letters": Phrases, "document_date": Clues, "time": TimeTables, "calendar": dict[str, Moment]}


def test_every_data_file_has_a_shape() -> None:
    assert KINDS.keys() == TABLES.keys()


@pytest.mark.parametrize("table", sorted(set(SHAPES) | {"letters", "document_date", "time"}))
def test_a_table_that_nobody_asks_for_is_a_fault(table: str) -> None:
    assert list(faults(read_table(table) | {"zzz": {}}, KINDS[table])) == ["zzz is unknown"]


def parts(data: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every table in a file, with how its name ends."""
    for key, value in data.items():
        if isinstance(value, dict):
            yield key, value
            yield from parts(value)


PLANTED = {
    "verdicts": ("explaining", "wrds", ["omdat"]),
    "links": ("documents", "carrers", ["beleids"]),
    "details": ("units", "curency", ["euro"]),
    "clauses": ("tenses", "zullen", {"plain": "futre"}),
    "citations": ("published", "id", "kst-["),
    "readings": ("context", "negaton", "niet"),
    "verbs": ("phrases", "op weg", {"verb": "gaan", "class": "strat"}),
    "words": ("lemmas", "les", 3),
}


@pytest.mark.parametrize("table", PLANTED)
def test_a_typo_in_a_part_is_told_with_its_place(table: str) -> None:
    part, key, value = PLANTED[table]
    data = copy.deepcopy(read_table(table))
    dict(parts(data))[part][key] = value
    (fault,) = faults(data, KINDS[table])
    assert fault.startswith(f"{part}.{key}")


@pytest.mark.parametrize(("table", "part"), [("links", "pointing"), ("verdicts", "again"), ("readings", "product")])
@pytest.mark.parametrize("word", ["(a", "De"])
def test_a_pattern_that_can_match_nothing_is_told(table: str, part: str, word: str) -> None:
    data = copy.deepcopy(read_table(table))
    data[part]["text"] = ["de", word]
    assert [fault.startswith(f"{part}.text.2: {word!r}: ") for fault in faults(data, KINDS[table])] == [True]
