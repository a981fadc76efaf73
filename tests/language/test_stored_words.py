"""A list of words that is kept in pieces says of each word what the library says, in any state of the pieces."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tracker.language.stored_words import ROWS, TOGETHER, StoredWords, for_a_moment
from tracker.storage import cache

WORDS = {f"woord{number:05}": number * 0.5 for number in range(2 * TOGETHER * ROWS + 5)} | {
    "é": 1.0,
    "zee\nzout": 2.0,
}
ASKED = (
    *list(WORDS)[::977],
    "é",
    "zee\nzout",
    "woord12288",
    "",
    "a",
    "woord",
    "woord00000x",
    "zzz",
    "\U0010ffff",
    "\ud800",
)


class Library:
    """Counts how often it was loaded."""

    def __init__(self) -> None:
        self.loaded = 0

    def __call__(self) -> Mapping[str, float]:
        self.loaded += 1
        return WORDS


@pytest.fixture
def library() -> Library:
    return Library()


def answers(library: Library) -> list[float | None]:
    """What a process that begins is told."""
    words = StoredWords("words", float, library, library)
    return [words.get(word) for word in ASKED]


SAID = [WORDS.get(word) for word in ASKED]


@pytest.mark.usefixtures("remembering")
def test_the_third_process_loads_nothing(library: Library) -> None:
    assert [answers(library) for _ in range(4)] == [SAID] * 4
    assert library.loaded == 2


@pytest.mark.usefixtures("remembering")
def test_who_asks_for_very_much_cuts_it_at_once(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.language.stored_words.MANY", len(ASKED) // 2)
    assert [answers(library) for _ in range(3)] == [SAID] * 3
    assert library.loaded == 2


@pytest.mark.usefixtures("remembering")
def test_what_another_process_cuts_is_not_cut_here(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.language.stored_words.MANY", 3)
    cache.remembered(bool, ("words", "words", "cut"), lambda: True)
    assert answers(library) == SAID
    assert library.loaded == 1


def test_where_nothing_can_be_kept_each_loads_it(library: Library) -> None:
    assert [answers(library) for _ in range(3)] == [SAID] * 3
    assert library.loaded == 3


@pytest.mark.usefixtures("remembering")
def test_what_is_noted_for_another_store_holds_no_words(library: Library) -> None:
    with cache.noted() as notes:
        assert [answers(library) for _ in range(3)] == [SAID] * 3
    assert len(notes) <= 1


@pytest.mark.usefixtures("remembering")
def test_asked_for_a_moment_it_is_not_cut_and_then_let_go_of(library: Library) -> None:
    """Nor by the second process, which cuts it else; who asks it afterwards is told the same."""
    given_back: list[str] = []
    for at in range(2):
        words = StoredWords("words", float, library, never, lambda: given_back.append("words"))
        with for_a_moment():
            assert [words.get(word) for word in ASKED] == SAID
            assert words._whole is WORDS
        assert words._whole is None
        assert len(given_back) == library.loaded == at + 1
    assert answers(library) == SAID


def never() -> Mapping[str, float]:
    raise AssertionError


def lost(words: StoredWords[float]) -> None:
    cache.forget(words._about("1"))


def of_another_kind(words: StoredWords[float]) -> None:
    cache.keep(cache.digest(words._about("0")), b"\x90")


@pytest.mark.usefixtures("remembering")
@pytest.mark.parametrize("harm", [lost, of_another_kind])
def test_a_piece_that_is_lost_is_cut_anew(library: Library, harm: Callable[[StoredWords[float]], None]) -> None:
    for _ in range(3):
        answers(library)
    harm(StoredWords("words", float, library, library))
    assert [answers(library) for _ in range(2)] == [SAID] * 2
    assert library.loaded == 3


def test_a_store_that_goes_while_one_asks_takes_nothing_along(library: Library, remembering: Path) -> None:
    for _ in range(3):
        answers(library)
    words = StoredWords("words", float, library, library)
    assert words.get(ASKED[0]) == SAID[0]
    (path,) = remembering.rglob(cache.FILE_NAME)
    cache._opened.cache_clear()
    path.write_bytes(b"gone")
    assert [words.get(word) for word in ASKED] == SAID
