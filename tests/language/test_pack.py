"""A language is one folder: a made-up one is registered here and read by the same doors as any other."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.language.tiny.pack import PACK
from tracker.extraction import read_statements
from tracker.language import pack
from tracker.language.lemmas import lemma
from tracker.language.pack import TABLES
from tracker.language.resources import entries, read_table, word_set
from tracker.language.sentences import split_sentences
from tracker.model import Kind, Letter, Outcome, Passage, PassageKind, Run

TEXT = "Ni sendos planon antau 2026. La urbo sendos libron. Ni ne sendos libron. Ni preparos libron. Ni sendis planon."


@pytest.fixture
def tiny(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(pack.PACKS, PACK.code, "tests.language.tiny.pack")
    with pack.using(PACK.code):
        yield


def letter(text: str) -> Letter:
    passage = Passage("a/p1", None, PassageKind.PARAGRAPH, text, (Run(0, 0, len(text)),), 1)
    return Letter("a", "a", text, (passage,), (), date=dt.date(2024, 5, 1))


@pytest.mark.usefixtures("tiny")
def test_a_made_up_language_is_read_to_commitments() -> None:
    """Three rules and ten words are enough for a letter of five sentences."""
    commitments, reports = read_statements(letter(TEXT))
    assert [(row.quote, row.kind, row.actor) for row in commitments] == [
        ("Ni sendos planon antau 2026.", Kind.INFORM, "cabinet"),
        ("Ni preparos libron.", Kind.DELIVER, "cabinet"),
    ]
    due = commitments[0].deadline
    assert due is not None
    assert (due.text, due.end) == ("antau 2026", dt.date(2026, 12, 31))
    assert [(row.quote, row.outcome) for row in reports] == [("Ni sendis planon.", Outcome.DELIVERED)]


def test_dutch_is_read_again_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that is kept of one language is asked in another."""
    monkeypatch.setitem(pack.PACKS, PACK.code, "tests.language.tiny.pack")
    text = "In oktober 2025 sturen wij u het actieplan."
    before = read_statements(letter(text))
    assert lemma("leraren") == "leraar"
    with pack.using(PACK.code):
        assert lemma("leraren") == "leraren"
        assert not word_set("words", "stop")
        assert read_statements(letter(text)) == ((), ())
    assert lemma("leraren") == "leraar"
    assert read_statements(letter(text)) == before
    assert before[0]


@pytest.mark.usefixtures("tiny")
def test_a_pack_may_lack_tables() -> None:
    """A table that is left out holds no words; one that no pack knows is our bug."""
    assert read_table("letters") == {}
    assert entries("details", "units") == {}
    with pytest.raises(KeyError):
        read_table("leters")


@pytest.mark.usefixtures("tiny")
def test_sentences_are_those_of_the_pack() -> None:
    """The language cuts, and its sentences hold every word."""
    assert [TEXT[begin:end] for begin, end in split_sentences(TEXT)] == re.split(r"(?<=\.) ", TEXT)


def test_an_unknown_language_is_refused() -> None:
    """A code without a pack changes nothing."""
    with pytest.raises(KeyError):
        pack.use("zz")
    assert pack.current().code == pack.DEFAULT


@pytest.mark.parametrize("code", sorted(pack.PACKS))
def test_every_file_of_a_pack_is_a_known_table(code: str) -> None:
    """A data file under a name that nothing reads is a mistake."""
    with pack.using(code):
        folder = Path(str(pack.current().folder))
        assert {path.stem for path in folder.glob("*.toml")} <= set(TABLES)
