"""The macros that patterns of time.toml are written with."""

from __future__ import annotations

import re

import pytest

from tracker.errors import RulesetError
from tracker.temporal.macros import alternatives, any_of, compiled_pattern, filled

MACROS = {"number": "(?:een|twee)", "unit": "(?:jaar|{short})", "short": "(?:dag|week)", "self": "x{self}"}
MACROS |= {"one": "{other}", "other": "{one}"}


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        ("{numbr} jaar", "numbr"),
        ("{self}", "a macro names itself"),
        ("{one}", "a macro names itself"),
    ],
)
def test_a_macro_that_cannot_be_filled_in_is_told(pattern: str, fault: str) -> None:
    """With the rule that names it; one that names itself would never end."""
    with pytest.raises(RulesetError, match=rf"within: .*{fault}"):
        filled("within", pattern, MACROS)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [("{number} {unit}", "twee week"), ("{unit}", "dag"), ("begin {unit}", "begin jaar"), ("x", "x")],
)
def test_macros_are_filled_in_within_each_other(pattern: str, text: str) -> None:
    assert re.fullmatch(filled("within", pattern, MACROS), text)


def test_the_longest_word_is_found_first() -> None:
    assert re.match(alternatives(["jaar", "jaargang"]), "jaargang").group() == "jaargang"  # type: ignore[union-attr]
    assert not re.search(alternatives([]), "jaar")


def test_a_list_is_one_pattern() -> None:
    assert (any_of(("a", "b")), any_of("a")) == ("(?:a|b)", "a")


def test_a_pattern_that_is_none_is_told_with_its_rule() -> None:
    with pytest.raises(RulesetError, match=r"within: .*does not compile"):
        compiled_pattern("within", "(")
