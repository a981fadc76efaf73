"""What is remembered of the papers of a folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from tracker.sources.fetch_state import Held
from tracker.sources.paper_state import PaperMemory, is_second_hand
from tracker.sources.papers import ListedPaper

PAPER = ListedPaper("kst-1", record="r", stamps=(("OData", "1"),))
HELD = Held("kst-1.xml", "https://a/1", "00")


@pytest.fixture
def memory(tmp_path: Path) -> PaperMemory:
    (tmp_path / ".fetched").mkdir()
    return PaperMemory(tmp_path, {"kst-1"})


def test_a_paper_is_known_by_its_record_under_another_id(memory: PaperMemory, tmp_path: Path) -> None:
    memory.remember(PAPER, HELD)
    held = memory.of(replace(PAPER, id="kst-2"))
    assert held is not None
    assert (held.path, held.stamps) == ("kst-1.xml", {"OData": "1"})
    again = PaperMemory(tmp_path, {"kst-1"})
    assert (again.under("r"), again.under("x", "y")) == ("kst-1", "y")
    assert PaperMemory(tmp_path, ()).under("r") == "", "letters.toml says nothing of it any more"
    memory.remember(replace(PAPER, id="kst-2"), HELD)
    assert memory.state.papers.keys() == {"kst-2"}


def test_the_register_is_believed_before_the_publications(memory: PaperMemory) -> None:
    memory.remember(PAPER, HELD)
    memory.learn(PAPER, {"title": "A"}, "kst-1.xml")
    published = replace(PAPER, record="")
    assert is_second_hand(published, memory.of(PAPER))
    memory.learn(published, {"title": "B", "date": "2024-01-01"}, "kst-1.xml")
    held = memory.of(PAPER)
    assert held is not None
    assert held.said == {"title": "A", "date": "2024-01-01"}


def test_what_was_taken_back_is_remembered_until_it_is_told_of_again(memory: PaperMemory) -> None:
    memory.remember(PAPER, HELD)
    for gone in (True, False):
        memory.taken_back(PAPER, gone=gone)
        assert memory.state.papers["kst-1"].gone is gone
    memory.forget("kst-1")
    assert memory.of(PAPER) is None
