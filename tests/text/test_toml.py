"""TOML that others wrote."""

from __future__ import annotations

import pytest

from tracker.text.toml import parse_toml


def test_what_it_says() -> None:
    assert parse_toml("a = [1]") == {"a": [1]}


@pytest.mark.parametrize("text", ["a", "a = " + "[" * 100_000, "a = " + "{a = " * 50_000])
def test_what_is_none_is_one_kind_of_fault(text: str) -> None:
    with pytest.raises(ValueError, match=r"nested too deeply|not written as|still to come"):
        parse_toml(text)
