"""Which matches with the register are told as such."""

from __future__ import annotations

import pytest

from tracker.model import MatchGround, RegisterMatch


@pytest.mark.parametrize("ground", MatchGround)
def test_what_is_asked_is_not_sure(ground: MatchGround) -> None:
    match = RegisterMatch("TZ202402-1", "thread", ground, "Een rapport.", "Voldaan", met=True)
    assert match.sure is (ground is not MatchGround.ASKED)
