"""Promises of the register beside the threads: by number, else by words, and none where it is not sure."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests import repositories
from tracker.documents import read_collection
from tracker.documents.collection import load_collection
from tracker.ledger.queries import Index
from tracker.ledger.register import matches
from tracker.model import Ledger
from tracker.sources.register import Registered


@pytest.fixture
def index(tmp_path: Path, judged: Callable[..., Ledger]) -> Index:
    return Index(judged(read_collection(load_collection(repositories.write(tmp_path / "brieven"))), "brieven"))


def registered(text: str, *, met: bool = False) -> Registered:
    return Registered("TZ202402-1", text, "Voldaan" if met else "Openstaand", met)


def test_a_promise_is_found_by_its_words(index: Index) -> None:
    text = "De minister zal het rapport over de verdieping van de Waalhaven naar de Kamer sturen."
    (found,) = matches(index, [registered(text, met=True)])
    assert "Waalhaven" in index.statements[found.thread.members[0].ref].quote
    assert found.words
    assert found.disagrees


def test_another_promise_is_not(index: Index) -> None:
    assert matches(index, [registered("De minister zal een brief over treinen naar de Kamer sturen.")]) == ()
    assert matches(index, [registered("")]) == ()
