"""What is remembered between rounds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.throwaway_repo import Repo
from tracker.sources.fetch_state import KEPT, STATE, Memory, note_told, note_untold, read_memory, untold, write_memory


@pytest.mark.parametrize("text", ["", "{", "[]", '{"papers": 1}'])
def test_damage_is_nothing_remembered(tmp_path: Path, text: str) -> None:
    (tmp_path / KEPT).mkdir()
    for name in (STATE, "untold.json"):
        (tmp_path / KEPT / name).write_text(text, "utf-8")
    assert read_memory(tmp_path) == Memory()
    assert untold(tmp_path) == []


def test_what_changed_is_untold_until_it_is_told(tmp_path: Path) -> None:
    (tmp_path / KEPT).mkdir()
    write_memory(tmp_path, Memory(writing="a"))
    assert read_memory(tmp_path).writing == "a"
    for name in ("b", "a", "b"):
        note_untold(tmp_path, name)
    assert untold(tmp_path) == ["b", "a"]
    note_told(tmp_path)
    note_told(tmp_path)
    assert untold(tmp_path) == []


def test_what_nobody_was_told_of_is_in_no_commit(tmp_path: Path) -> None:
    """Also where a user commits all there is after a round was killed; what later rounds go by in a clone is."""
    repo = Repo(tmp_path / "clone")
    repo.begin()
    (repo.top / KEPT).mkdir()
    write_memory(repo.top, Memory(writing="a.xml"))
    note_untold(repo.top, "a.xml")
    repo.git("add", "--all")
    assert repo.git("diff", "--cached", "--name-only").split() == [f"{KEPT}/{STATE}"]
    assert untold(repo.top) == ["a.xml"]
    repo.git("clean", "-qfd")
    assert untold(repo.top) == ["a.xml"]
