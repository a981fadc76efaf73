"""Where the analyst was is kept per collection, outside of it, and never in the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.state import State, keep_state, read_state


def test_what_is_kept_is_read_again_for_that_collection_alone(tmp_path: Path) -> None:
    here, there = tmp_path / "a", tmp_path / "b"
    keep_state(here, State(view="review", filter="is:slipped", theme="light"))
    assert read_state(here) == State(view="review", filter="is:slipped", theme="light")
    assert read_state(there) == State()
    assert not here.exists()


@pytest.mark.parametrize("content", [b"", b"{", b'{"view": 3}', b"\xff\xfe"], ids=["empty", "cut", "wrong", "no text"])
def test_a_broken_file_is_the_beginning(content: bytes, tmp_path: Path, sealed: Path) -> None:
    keep_state(tmp_path, State(view="review"))
    (file,) = sealed.rglob("*.json")
    file.write_bytes(content)
    assert read_state(tmp_path) == State()
