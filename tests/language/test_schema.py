"""Each fault of a table is told with its place and its value."""

from __future__ import annotations

import pytest
from msgspec import Struct

from tracker.errors import RulesetError
from tracker.language.schema import (
    LowRegex,
    Regex,
    SplitVerb,
    Template,
    Word,
    capitals_fault,
    checked,
    faults,
    pattern_fault,
)


class Row(Struct, forbid_unknown_fields=True):
    """A row with an id."""

    id: str
    size: int = 1
    words: tuple[LowRegex, ...] = ()


class File(Struct, forbid_unknown_fields=True):
    """A file of rows, a pattern and counted words."""

    row: tuple[Row, ...] = ()
    count: dict[str, int] = {}
    shape: Regex = Regex("")


FAULTS = {
    "rwo is unknown": {"rwo": []},
    "row.a.sise is unknown": {"row": [{"id": "a", "sise": 1}]},
    "row.1.id is missing": {"row": [{"size": 1}]},
    "row.b.size: '1x': Expected `int`, got `str`": {"row": [{"id": "a"}, {"id": "b", "size": "1x"}]},
    "row.a.words.2: '(b': does not compile: missing ), unterminated subpattern at position 0": {
        "row": [{"id": "a", "words": ["a", "(b"]}]
    },
    "row.a.words.1: 'Na': has capitals, but text is matched in lower case: N": {"row": [{"id": "a", "words": ["Na"]}]},
    "count.jaar: '12x': Expected `int`, got `str`": {"count": {"jaar": "12x"}},
    "shape: 3: is no text": {"shape": 3},
    "all of it: 3: Expected `object`, got `int`": 3,
}


@pytest.mark.parametrize("told", FAULTS)
def test_faults(told: str) -> None:
    assert list(faults(FAULTS[told], File)) == [told]


def test_all_faults_are_told_at_once() -> None:
    data = {"row": [{"id": 1}, {"id": "b", "words": ["A", "["]}], "count": {"a": 1, "b": "b"}, "zzz": 1}
    assert [fault.split(":")[0] for fault in faults(data, File)] == [
        "zzz is unknown",
        "row.1.id",
        "row.b.words.1",
        "row.b.words.2",
        "count.b",
    ]


def test_what_fits_is_converted() -> None:
    data = {"row": [{"id": "a", "words": ["na"]}], "shape": "[A-Z]"}
    assert checked("some", data, File) == File((Row("a", 1, (LowRegex("na"),)),), {}, Regex("[A-Z]"))


def test_a_fault_names_the_file() -> None:
    with pytest.raises(RulesetError, match=r"^some.toml: rwo is unknown; some.toml: count.a: "):
        checked("some", {"rwo": 1, "count": {"a": "b"}}, File)


def test_long_values_are_cut() -> None:
    (fault,) = faults({"shape": ["x" * 500]}, File)
    assert len(fault) < 120


@pytest.mark.parametrize("text", [r"(?P<Ab>a)\S\B(?P=Ab)", "a|b"])
def test_escapes_and_names_of_groups_are_no_capitals(text: str) -> None:
    assert pattern_fault(text, low=True) == capitals_fault(text) == ""


class Cited(Template):
    """A template that takes a number."""

    names = frozenset(("number",))


FORMS = [
    (Word, "op de hoogte", True),
    (Word, "", False),
    (Word, " op", False),
    (Word, "op ", False),
    (Word, "op  de", False),
    (Word, "op\n", False),
    (SplitVerb, "op|leveren", True),
    (SplitVerb, "leveren", True),
    (SplitVerb, "op||leveren", False),
    (SplitVerb, "|leveren", False),
    (SplitVerb, "op|", False),
    (SplitVerb, "op leveren", False),
    (Cited, "nr. {number}", True),
    (Cited, "nr.", True),
    (Cited, "nr. {numbr}", False),
    (Cited, "nr. {number", False),
    (Cited, "nr. {}", False),
]


@pytest.mark.parametrize(("kind", "text", "good"), FORMS)
def test_a_text_has_the_form_of_its_kind(kind: object, text: str, good: bool) -> None:
    assert (not list(faults(text, kind))) is good


def test_each_place_of_a_row_has_a_kind_of_its_own() -> None:
    assert list(faults(["a", "b"], tuple[str, int])) == ["2: 'b': Expected `int`, got `str`"]
    assert len(list(faults(["a"], tuple[str, int]))) == 1
