"""What is remembered is what would be read; without the cache, or with a broken one, everything is read anew."""

from __future__ import annotations

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


def test_a_broken_entry_is_made_anew(remembering: Path) -> None:
    make = Maker()
    remembered(tuple[int, ...], ("numbers", "a"), make)
    for entry in entries(remembering):
        entry.write_bytes(b"\xc1 broken")
    assert remembered(tuple[int, ...], ("numbers", "a"), make) == (1, 2, 3)
    assert make.asked == 2


def test_older_states_are_swept(remembering: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make = Maker()
    remembered(tuple[int, ...], ("numbers", "a"), make)
    cache._made.cache_clear()
    monkeypatch.setattr(cache, "_state", lambda: "another")
    remembered(tuple[int, ...], ("numbers", "a"), make)
    assert make.asked == 2
    assert [entry.parent.name for entry in entries(remembering)] == ["another"]


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
