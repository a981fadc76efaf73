"""What measures growth tells what grows with the square from what does not."""

from __future__ import annotations

import pytest

from tests import processor


@pytest.mark.parametrize(("power", "linear"), [(1, True), (2, False)])
def test_what_grows_with_the_square_is_seen(power: int, linear: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    told = [0.0]
    monkeypatch.setattr(processor, "worked", lambda: told[-1])
    assert processor.is_linear(lambda size: told.append(told[-1] + size**power), 300) is linear
