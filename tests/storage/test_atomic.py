"""A file is written whole or not at all, and only storage.atomic puts files into place."""

from __future__ import annotations

import ast
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tracker.errors import CollectionError
from tracker.storage.atomic import write_new, write_over

ROOT = Path(__file__).parents[2]


def refuse(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_write_over_replaces_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    write_over(path, "first\n")
    write_over(path, b"second\n")
    assert path.read_bytes() == b"second\n"
    assert [file.name for file in tmp_path.iterdir()] == ["a.toml"]


def test_write_over_keeps_the_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.touch()
    path.chmod(0o640)
    write_over(path, "text")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.parametrize("write", [write_new, write_over])
def test_a_file_that_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Callable[[Path, str], None]
) -> None:
    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises((OSError, CollectionError), match="No space"):
        write(tmp_path / "a.toml", "text")
    assert list(tmp_path.iterdir()) == []


def test_an_old_file_survives_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.toml"
    write_over(path, "old")
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="No space"):
        write_over(path, "new")
    assert path.read_text(encoding="utf-8") == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["a.toml"]


def test_write_over_without_durability_asks_no_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.fsync", refuse)
    write_over(tmp_path / "a", "text", durable=False)
    assert (tmp_path / "a").read_text(encoding="utf-8") == "text"


def test_write_new_never_replaces(tmp_path: Path) -> None:
    path = tmp_path / "letters.toml"
    write_new(path, "first\n")
    with pytest.raises(CollectionError, match="there already"):
        write_new(path, "second\n")
    assert [file.name for file in tmp_path.iterdir()] == ["letters.toml"]
    assert path.read_text(encoding="utf-8") == "first\n"


def test_write_new_without_a_folder_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(CollectionError, match="cannot be written"):
        write_new(tmp_path / "nowhere" / "letters.toml", "")


def test_only_atomic_writes_files() -> None:
    """Nobody else writes into files, so that none is ever seen half; hooks move whole files, the log is appended to."""
    writers = {
        path.relative_to(ROOT).as_posix()
        for path in [*(ROOT / "tracker").rglob("*.py"), *(ROOT / "tui").rglob("*.py")]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in {"write_text", "write_bytes", "mkstemp", "fsync"}
    }
    assert writers == {"tracker/storage/atomic.py"}
