"""What the tests of the commands share."""

from __future__ import annotations

import pytest

from tests.ledgers import SMALL
from tracker import pipeline
from tracker.commands import source
from tracker.documents import ReadResult, read
from tracker.ledger.rejudging import Judged
from tracker.model import Collection, SourceFile


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every folder hold the small ledger."""
    files = tuple(SourceFile(letter.path, b"") for letter in SMALL.letters)
    monkeypatch.setattr(read, "read_collection", lambda _: ReadResult(SMALL.letters, SMALL.refused, ()))
    monkeypatch.setattr(source, "load_collection", lambda folder: Collection("havens", files))
    monkeypatch.setattr(pipeline, "open_collection", lambda folder, rev: Collection("havens", files))
    monkeypatch.setattr(pipeline, "judge_read", lambda *_, **__: Judged(SMALL))
