"""The numbers that lines begin with."""

import pytest

from tracker.documents.layout.list_markers import in_formula, label_of, roman_value


@pytest.mark.parametrize(
    "text", ["", "7 brieven", "een zin.", "A", "2024 was nat", "(zie 1.)", "9.500 - 10.500 m2", "1.200.000 euro"]
)
def test_no_label(text):
    assert label_of(text) is None


@pytest.mark.parametrize(
    ("text", "kind", "last"),
    [("1. Haven", "1", 1), ("2.3 Kade", "1", 3), ("IV. Sluis", "I", 4), ("iii. Paal", "i", 3), ("b) Steen", "a", 2)],
)
def test_what_it_is_made_of(text, kind, last):
    label = label_of(text)
    assert (label.kind, label.last) == (kind, last)


@pytest.mark.parametrize(
    ("one", "other", "follows"),
    [
        ("2. Sluis", "1. Haven", True),
        ("3. Sluis", "1. Haven", False),
        ("2.1 Sluis", "1.1 Haven", False),
        ("2.2 Sluis", "2.1 Haven", True),
        ("b. Sluis", "1. Haven", False),
    ],
)
def test_the_next_in_one_count(one, other, follows):
    assert label_of(one).follows(label_of(other)) is follows


@pytest.mark.parametrize(("numeral", "value"), [("iv", 4), ("IX", 9), ("xiv", 14), ("XL", 40)])
def test_roman(numeral, value):
    assert roman_value(numeral) == value


@pytest.mark.parametrize(
    ("before", "figure", "is_formula"),
    [("de CO", "2", True), ("honderd m", "2", True), ("het plan", "2", False), ("de CO", "12", False)],
)
def test_a_figure_of_a_formula(before, figure, is_formula):
    assert in_formula(before, figure) is is_formula
