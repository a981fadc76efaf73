"""Files that may take their reader with them are read as the tracker reads them."""

from __future__ import annotations

import pytest

from tests.pdf_here import APART, read_by


@pytest.fixture
def apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read PDFs in a process of their own, as the tracker does."""
    read_by(monkeypatch, APART)
