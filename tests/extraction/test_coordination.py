"""What joins the parts of a clause."""

from __future__ import annotations

import pytest

from tracker.extraction.coordination import coordinates, ends_denied, has_finite, last_joint
from tracker.text.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "adds"),
    [
        ("de bruggen en het plan voor de loodsen", True),
        ("over de bruggen en over de loodsen", True),
        ("het plan en bruggen", False),
        ("de bruggen maar de loodsen", False),
        ("de bruggen en de loodsen worden gebouwd", False),
    ],
)
def test_a_joint_may_add_a_thing(text: str, adds: bool) -> None:
    tokens = tokenize(text)
    joint = last_joint(tokens)
    assert joint is not None
    assert coordinates(tokens, joint) is adds


def test_what_is_added_may_be_denied() -> None:
    assert ends_denied(tokenize("de bruggen en niet de loodsen"))
    assert not ends_denied(tokenize("niet de bruggen en de loodsen"))
    assert not ends_denied(tokenize("niet de bruggen"))
    assert last_joint(tokenize("de bruggen")) is None
    assert has_finite(tokenize("ik stuur het plan"))
    assert not has_finite(tokenize("het plan"))
