"""What was read from pictures is kept by the content of its document."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.storage.ocr_cache import keep_layer, kept_layer


def test_a_layer_is_kept_for_its_document_alone(remembering: Path) -> None:
    """In the cache of the user, and nowhere beside the letters."""
    assert kept_layer(b"scan") is None
    assert keep_layer(b"scan", b"words")
    assert kept_layer(b"scan") == b"words"
    assert kept_layer(b"other scan") is None
    assert [path.read_bytes() for path in remembering.rglob("ocr/*")] == [b"words"]


def test_without_a_cache_nothing_is_kept() -> None:
    """The tests have none unless they ask for one."""
    assert not keep_layer(b"scan", b"words")
    assert kept_layer(b"scan") is None


def test_a_cache_that_cannot_be_written_is_done_without(remembering: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file stands where the folder should."""
    (remembering / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(remembering / "file"))
    assert not keep_layer(b"scan", b"words")
