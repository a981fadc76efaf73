"""What joins two statements of one letter: the rule that holds, and what it found."""

from __future__ import annotations

from difflib import SequenceMatcher
from textwrap import shorten
from typing import NamedTuple

from tracker.linking.profile import StatementProfile
from tracker.model import LinkPart

_TEXT = 80
"""Characters of a neighbour's quote at most; by judgement."""


COMES_LATER = "comes-later"
"""The rule that joins what is late, or is recalled as due before, with the sentence that says when it comes instead."""


class Joint(NamedTuple):
    """Two statements by position, the rule that joins them, and what it rests on.

    The parts of a rule that weighs words add up to its evidence; those of a rule that holds or not weigh nothing.
    """

    one: int
    other: int
    rule: str
    parts: tuple[LinkPart, ...] = ()


def sign(name: str, text: str, value: float = 1.0) -> LinkPart:
    """What a rule found, as the letter has it; `value` tells how much or how many of it."""
    return LinkPart(name, value, 0.0, 0.0, text)


def neighbour(before: StatementProfile, distance: int) -> LinkPart:
    """The statement before, which stands so many statements back."""
    return sign("neighbour", shorten(before.statement.quote, _TEXT, placeholder="…"), float(distance))


def shared_quote(one: StatementProfile, other: StatementProfile) -> LinkPart:
    """The words that two quotes have in common, and their share of the shorter one."""
    mine, yours = one.statement.quote, other.statement.quote
    common = SequenceMatcher(None, mine, yours, autojunk=False).find_longest_match()
    text = mine[common.a : common.a + common.size].strip()
    return sign("shared-quote", text, common.size / max(1, min(len(mine), len(yours))))
