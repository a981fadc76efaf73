"""What is remembered is what would be read; without the cache, or with a broken one, everything is read anew."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tracker.storage import cache
from tracker.storage.cache import digest, remembered


class Maker:
    """Counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self) -> tuple[int, ...]:
        self.asked += 1
        return (1, 2, 3)


def entries(home: Path) -> list[Path]:
    return [path for path in home.rglob("read/*/*") if path.is_file()]


@pytest.mark.usefixtures("remembering")
def test_the_same_is_made_once() -> None:
    make = Maker()
    assert remembered(tuple[int, ...], ("numbers", "a"), make) == (1, 2, 3)
    assert remembered(tuple[int, ...], ("numbers", "a"), make) == (1, 2, 3)
    assert make.asked == 1
    remembered(tuple[int, ...], ("numbers", "b"), make)
    assert make.asked == 2


@pytest.mark.usefixtures("remembering")
def test_what_is_let_go_of_is_made_anew() -> None:
    make = Maker()
    for _ in range(2):
        remembered(tuple[int, ...], ("numbers", "a"), make)
        cache.forget(("numbers", "a"))
    assert make.asked == 2


def test_a_broken_entry_is_made_anew(remembering: Path) -> None:
    make = Maker()
    remembered(tuple[int, ...], ("numbers", "a"), make)
    for entry in entries(remembering):
        entry.write_bytes(b"\xc1 broken")
    assert remembered(tuple[int, ...], ("numbers", "a"), make) == (1, 2, 3)
    assert make.asked == 2


def _flipped(entry: Path) -> None:
    data = bytearray(entry.read_bytes())
    data[-1] ^= 1
    entry.write_bytes(data)


def _linked(entry: Path) -> None:
    entry.rename(entry.with_name("elsewhere"))
    entry.symlink_to("elsewhere")


def _piped(entry: Path) -> None:
    entry.unlink()
    os.mkfifo(entry)


def _of_another(entry: Path) -> None:
    """What another entry holds, whole."""
    remembered(tuple[int, ...], ("others", "z"), lambda: (7, 8, 9))
    (other,) = (path for path in entry.parent.iterdir() if path != entry)
    entry.write_bytes(other.read_bytes())


@pytest.mark.parametrize("spoil", [_flipped, _linked, _piped, _of_another], ids=lambda one: one.__name__)
def test_an_entry_that_is_not_sound_is_not_believed(remembering: Path, spoil: Callable[[Path], None]) -> None:
    make = Maker()
    remembered(tuple[int, ...], ("numbers", "a"), make)
    (entry,) = entries(remembering)
    spoil(entry)
    assert remembered(tuple[int, ...], ("numbers", "a"), make) == (1, 2, 3)
    assert make.asked == 2
    assert remembered(tuple[int, ...], ("numbers", "a"), make) == (1, 2, 3)
    assert make.asked == 2


def test_an_entry_of_another_user_is_not_believed(remembering: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make = Maker()
    remembered(tuple[int, ...], ("numbers", "a"), make)
    monkeypatch.setattr("os.geteuid", lambda: 4711)
    remembered(tuple[int, ...], ("numbers", "a"), make)
    assert make.asked == 2


def test_versions_side_by_side_keep_their_own(remembering: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make = Maker()
    for at, state in enumerate(("one", "two", "one", "three", "four", "one")):
        cache._made.cache_clear()
        monkeypatch.setattr(cache, "_state", lambda state=state: state)
        remembered(tuple[int, ...], ("numbers", "a"), make)
        for folder in remembering.rglob(f"read/{state}"):
            os.utime(folder, (at + 1, at + 1))
    assert make.asked == 4
    assert {entry.parent.name for entry in entries(remembering)} == {"one", "three", "four"}


def test_of_too_many_entries_the_oldest_go(remembering: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "KEPT", 3)
    for number in range(4):
        remembered(int, ("numbers", str(number)), lambda number=number: number)  # type: ignore[misc]
        (newest,) = (path for path in entries(remembering) if path.stat().st_mtime > 1000)
        os.utime(newest, (number + 1, number + 1))
    cache._made.cache_clear()
    remembered(int, ("numbers", "3"), lambda: 99)
    assert len(entries(remembering)) == 2


def test_without_a_place_to_write_there_is_no_cache(remembering: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "user_cache_path", lambda name: Path("/proc/nowhere"))
    make = Maker()
    remembered(tuple[int, ...], ("numbers", "a"), make)
    remembered(tuple[int, ...], ("numbers", "a"), make)
    assert make.asked == 2


def test_it_can_be_left_out(remembering: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_NO_CACHE", "1")
    remembered(tuple[int, ...], ("numbers", "a"), Maker())
    assert entries(remembering) == []


def test_equal_values_have_one_digest() -> None:
    assert digest(("a", 1)) == digest(("a", 1)) != digest(("a", 2))
