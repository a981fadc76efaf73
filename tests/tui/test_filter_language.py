"""A filter as it is typed, read: tokens in two languages, ranges, sums, and what is wrong with it."""

from __future__ import annotations

import pytest

from tui.filter_language import Range, read_filter, token, told
from tui.labels import Labels

EN, NL = Labels("en"), Labels("nl")


@pytest.mark.parametrize(
    ("field", "value"), [("topic", "Een landelijk netwerk"), ("actor", "VO-raad"), ("letter", "kst-1-2")]
)
def test_a_token_is_read_as_it_is_written(field: str, value: str) -> None:
    for labels in (EN, NL):
        assert read_filter(token(field, value, labels), labels).fields == {field: (value.casefold(),)}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("statuz:postponed", "Perhaps status?"),
        ("status:postponde", "Perhaps postponed?"),
        ("due:someday", "no due"),
        ("amount:veel", "no amount"),
        ("due:2024-13", "no due"),
    ],
)
def test_what_is_wrong_is_told_with_what_is_like_it(text: str, said: str) -> None:
    (fault,) = read_filter(text, EN).faults
    assert said in fault


def test_a_sum_is_read_with_its_scale() -> None:
    (term,) = read_filter("bedrag:1,5mln..2mrd", NL).terms
    assert term.bounds is not None
    assert (term.bounds.low, term.bounds.high) == (1.5e6, 2e9)


def test_and_and_or_are_said() -> None:
    assert told(read_filter("letter:2023+2024 -status:dropped", EN), EN) == "letter 2023 and 2024; not status dropped"
    assert told(read_filter("status:dropped", EN), EN) == ""


def test_a_range_is_touched_by_any_part() -> None:
    assert Range(2, 4).touches(4, 9)
    assert Range(2, None).touches(9, 9)
    assert not Range(2, 4).touches(5, 9)
    assert not Range(None, 4).touches(5, 5)


def test_negated_values_are_none_of_the_fields() -> None:
    assert read_filter("-status:dropped status:lapsed", EN).fields == {"status": ("lapsed",)}
