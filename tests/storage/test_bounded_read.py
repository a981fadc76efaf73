"""What others name is read up to a size, and nothing is waited for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tracker.storage.bounded_read import read_bounded


def test_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"text")
    assert read_bounded(tmp_path / "a", 4) == b"text"
    with pytest.raises(OSError, match="too large"):
        read_bounded(tmp_path / "a", 3)


def test_a_pipe_that_was_given_is_read(tmp_path: Path) -> None:
    """As in `--baseline <(git show HEAD:known.json)`."""
    reader, writer = os.pipe()
    os.write(writer, b"text")
    os.close(writer)
    try:
        assert read_bounded(Path(f"/dev/fd/{reader}"), 10) == b"text"
    finally:
        os.close(reader)


@pytest.mark.parametrize("name", ["/dev/zero", "pipe", "."])
def test_what_might_never_end_is_not_begun(name: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="Invalid argument"):
        read_bounded(tmp_path / name, 10)
