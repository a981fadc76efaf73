"""The thread that shares most of what a text tells."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests import repositories
from tracker.documents import read_collection
from tracker.documents.collection import load_collection
from tracker.ledger.queries import Index
from tracker.ledger.word_overlap import SharedWords
from tracker.model import Ledger


@pytest.fixture
def index(tmp_path: Path, judged: Callable[..., Ledger]) -> Index:
    return Index(judged(read_collection(load_collection(repositories.write(tmp_path / "brieven"))), "brieven"))


def test_most_words_in_common_find_a_thread(index: Index) -> None:
    text = "De minister zal het rapport over de verdieping van de Waalhaven naar de Kamer sturen."
    found = SharedWords(index, [text]).likest(text)
    assert found
    assert "Waalhaven" in index.quotes_of(found.thread)[0].quote
    assert "verdieping" in found.words
    assert found.share > 0.55


@pytest.mark.parametrize("text", ["", "De minister stuurt een rapport.", "Treinen rijden op tijd."])
def test_few_find_none(index: Index, text: str) -> None:
    assert SharedWords(index, [text]).likest(text) is None
