"""The one door to a ledger: what it makes of letters as of a day, and what it leaves out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.alignment.made import letter
from tracker.decisions.ruling import Decision, Ruling, anchor
from tracker.documents import ReadResult
from tracker.documents.collection import load_collection
from tracker.errors import CollectionError
from tracker.model import Letter
from tracker.pipeline import build_ledger, judge_letters, open_collection, up_to

WHEN = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)
TEXT = "In oktober {year} sturen wij de Kamer het havenplan."


def dated(name: str, day: str, year: int) -> Letter:
    return replace(letter(name, ("Havens", TEXT.format(year=year))), date=dt.date.fromisoformat(day))


LETTERS = (dated("a", "2023-01-10", 2023), dated("b", "2024-01-10", 2024))


def ruling(name: str) -> Decision:
    quote = anchor(name, TEXT.format(year=2024 if name == "b" else 2023))
    return Decision(ruling=Ruling.NOTE, who="A", when=WHEN, why="x", quotes=(quote,), value="nagaan")


def test_letters_of_after_the_day_are_left_out() -> None:
    undated = replace(LETTERS[0], id="c", date=None)
    assert up_to((*LETTERS, undated), dt.date(2023, 6, 1)) == (LETTERS[0], undated)
    assert up_to(LETTERS, LETTERS[1].date) == LETTERS
    assert up_to(LETTERS, None) == LETTERS


def test_a_ledger_is_as_of_its_newest_letter_unless_asked() -> None:
    reading = ReadResult(LETTERS, (), ())
    whole = judge_letters(reading, "havens").ledger
    assert whole.as_of == LETTERS[1].date
    assert [row.id for row in whole.letters] == ["a", "b"]
    assert len(whole.alignments) == 1
    (thread,) = whole.threads
    assert len(thread.slips) == 1
    before = judge_letters(reading, "havens", dt.date(2023, 12, 31)).ledger
    assert [row.id for row in before.letters] == ["a"]
    assert not before.threads[0].slips


def test_a_ruling_on_a_letter_of_after_the_day_says_nothing_yet() -> None:
    """One whose quote stands nowhere is told."""
    reading = ReadResult(LETTERS, (), ())
    lost = replace(ruling("b"), quotes=(anchor("b", "Dit staat er niet."),))
    then = judge_letters(reading, "havens", dt.date(2023, 12, 31), (ruling("b"),)).ledger
    assert then.threads[0].note is None
    now = judge_letters(reading, "havens", None, (ruling("b"), lost)).ledger
    assert now.threads[0].note == "nagaan"
    assert [row.id for row in now.notices] == ["ruling.not-applied"]


def test_a_folder_is_opened_and_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Den Haag, 10 januari 2023\n\nIn oktober 2023 sturen wij u het havenplan.\n")
    ledger = build_ledger(open_collection(tmp_path))
    assert (ledger.name, len(ledger.commitments)) == (tmp_path.name, 1)
    assert build_ledger(load_collection(tmp_path)) == ledger
    with pytest.raises(CollectionError):
        open_collection(tmp_path / "none")
