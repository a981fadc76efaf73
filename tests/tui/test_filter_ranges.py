"""Values between two bounds are read by the kind of their field."""

from __future__ import annotations

import datetime as dt

import pytest

from tui.filter_ranges import Range, read_range
from tui.labels import Labels

EN = Labels("en")


def test_a_range_is_touched_by_any_part() -> None:
    assert Range(2, 4).touches(4, 9)
    assert Range(2, None).touches(9, 9)
    assert not Range(2, 4).touches(5, 9)
    assert not Range(None, 4).touches(5, 5)


@pytest.mark.parametrize(
    ("field", "value", "low", "high"),
    [
        ("due", "2024", dt.date(2024, 1, 1), dt.date(2024, 12, 31)),
        ("due", "2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("due", ">2024-02", dt.date(2024, 3, 1), None),
        ("amount", "1,5mln..2mrd", 1.5e6, 2e9),
        ("amount", "2miljoen..3mld", 2e6, 3e9),
        ("confidence", "..60%", None, 0.6),
    ],
)
def test_a_value_names_its_bounds(field: str, value: str, low: object, high: object) -> None:
    assert read_range(field, value, EN) == Range(low, high)


@pytest.mark.parametrize(
    ("field", "value"), [("due", "2024-12..2024-07"), ("due", "2024-13"), ("amount", "veel"), ("confidence", "160%")]
)
def test_what_names_none_is_told(field: str, value: str) -> None:
    with pytest.raises(ValueError, match=value.split("..", maxsplit=1)[0]):
        read_range(field, value, EN)
