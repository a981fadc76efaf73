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


@pytest.mark.usefixtures("remembering")
def test_what_is_of_another_type_is_made_anew() -> None:
    make = Maker()
    remembered(str, ("numbers", "a"), lambda: "one")
    assert remembered(tuple[int, ...], ("numbers", "a"), make) == (1, 2, 3)
    assert cache.unsound() == 0


def test_a_store_that_is_no_database_is_begun_anew(remembering: Path) -> None:
    make = Maker()
    remembered(tuple[int, ...], ("numbers", "a"), make)
    (path,) = remembering.rglob(cache.FILE_NAME)
    cache._opened.cache_clear()
    path.write_bytes(b"\xc1 broken")
    for _ in range(2):
        assert remembered(tuple[int, ...], ("numbers", "a"), make) == (1, 2, 3)
    assert make.asked == 2


def test_versions_side_by_side_keep_their_own(remembering: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make = Maker()
    for state in ("one", "two", "one", "two"):
        cache._opened.cache_clear()
        monkeypatch.setattr(cache, "_state", lambda state=state: state)
        remembered(tuple[int, ...], ("numbers", "a"), make)
    assert make.asked == 2


def test_without_a_place_to_write_there_is_no_cache(remembering: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "user_cache_path", lambda name: Path("/proc/nowhere"))
    make = Maker()
    remembered(tuple[int, ...], ("numbers", "a"), make)
    remembered(tuple[int, ...], ("numbers", "a"), make)
    assert make.asked == 2


def test_it_can_be_left_out(remembering: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_NO_CACHE", "1")
    remembered(tuple[int, ...], ("numbers", "a"), Maker())
    assert not list(remembering.rglob(cache.FILE_NAME))


def test_equal_values_have_one_digest() -> None:
    assert digest(("a", 1)) == digest(("a", 1)) != digest(("a", 2))


@pytest.mark.parametrize("name", ["a.py", "a.toml", "a.npz", "a.onnx", "a.tokenizer.json"])
def test_another_file_of_the_tracker_is_another_code(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "__file__", str(tmp_path / "storage" / "cache.py"))
    found = set()
    for told in (b"one", b"two", b"2"):
        (tmp_path / name).write_bytes(told)
        found.add((cache.code.__wrapped__(), cache._state.__wrapped__()))
    codes, states = zip(*found, strict=True)
    assert len(set(codes)) == len(set(states)) == 3
