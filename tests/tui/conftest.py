"""What the tests of the terminal UI share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.app import TrackerApp


@pytest.fixture
def real(shared: None, seeds: Path) -> TrackerApp:
    """The app over the five letters, in English."""
    return TrackerApp(seeds, lang="en")
