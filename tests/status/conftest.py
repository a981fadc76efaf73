"""What tests of the search share: how probable a lapse is, is not asked."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tracker.status import passed_deadline
from tracker.status.lapse import UNKNOWN


@pytest.fixture
def every_silence_lapses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no passage speaks of a promise it lapsed, however improbable: the search alone decides."""
    monkeypatch.setattr(passed_deadline, "lapse_weights", lambda: replace(UNKNOWN, bar=0.0))
