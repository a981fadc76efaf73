"""A file is written whole or not at all, and only storage.atomic puts files into place."""

from __future__ import annotations

import ast
import os
import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.parsed import nodes_of
from tracker.errors import CollectionError
from tracker.storage.atomic import write_new, write_out, write_over

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
    with pytest.raises((OSError, CollectionError), match=r"No space|disk is full"):
        write(tmp_path / "a.toml", "text")
    assert list(tmp_path.iterdir()) == []


def test_an_old_file_survives_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.toml"
    write_over(path, "old")
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match=r"No space|disk is full"):
        write_over(path, "new")
    assert path.read_text(encoding="utf-8") == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["a.toml"]


def test_write_over_without_durability_asks_no_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.fsync", refuse)
    write_over(tmp_path / "a", "text", durable=False)
    assert (tmp_path / "a").read_text(encoding="utf-8") == "text"


def test_write_out_goes_through_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "a" / "report.md", tmp_path / "link.md"
    target.parent.mkdir()
    target.write_text("old", encoding="utf-8")
    link.symlink_to("a/report.md")
    write_out(link, "new")
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "new"


def test_write_out_fills_a_link_that_hangs(tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to("later.md")
    write_out(tmp_path / "link.md", "new")
    assert (tmp_path / "later.md").read_text(encoding="utf-8") == "new"


def test_write_out_writes_into_a_pipe(tmp_path: Path) -> None:
    pipe, got = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write_out(pipe, "x" * 200_000)
    reader.join(5)
    assert got == [b"x" * 200_000]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
def test_write_out_adds_to_what_is_open(name: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    write_out(Path(name), "one ")
    write_out(Path(name), "two")
    assert capfdbinary.readouterr().out == b"one two"


def test_write_out_writes_to_a_device() -> None:
    write_out(Path(os.devnull), "text")
    assert Path(os.devnull).is_char_device()


def test_the_owner_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever may give files away gives the new file to the owner of the old one."""
    path, given = tmp_path / "a", []
    path.touch()
    was = path.stat()
    monkeypatch.setattr("os.chown", lambda _, user, group: given.append((user, group)))
    real = Path.stat

    def of_another(self: Path, **how: bool) -> os.stat_result:
        found = real(self, **how)
        return found if self == path else os.stat_result((*found[:4], 4711, 4712, *found[6:]))

    monkeypatch.setattr(Path, "stat", of_another)
    write_over(path, "text")
    assert given == [(-1, was.st_gid), (was.st_uid, -1)]


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
        for node in nodes_of(path.read_text(encoding="utf-8"))
        if isinstance(node, ast.Attribute) and node.attr in {"write_text", "write_bytes", "mkstemp", "fsync"}
    }
    assert writers == {"tracker/storage/atomic.py"}


def test_a_name_may_be_as_long_as_the_system_allows(tmp_path: Path) -> None:
    for name in ("n" * 252 + ".md", "\N{BEER MUG}" * 62 + ".md"):
        write_out(tmp_path / name, "answer")
        assert (tmp_path / name).read_text(encoding="utf-8") == "answer"
