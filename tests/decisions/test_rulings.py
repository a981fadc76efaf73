"""The one service for rulings: what is ruled is kept, and a quote that does not stand is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ledgers import SMALL
from tracker.decisions.ruling import Ruling, anchor
from tracker.decisions.rulings import RulingService
from tracker.decisions.toml_text import FILE_NAME, read_decisions
from tracker.errors import DecisionError

ROW = SMALL.commitments[0]


def service(folder: Path) -> RulingService:
    """The service over the letters of the small ledger."""
    return RulingService(folder, lambda: SMALL.letters)


def test_a_ruling_is_kept_and_taken_back(tmp_path: Path) -> None:
    quotes = (anchor(ROW.letter, ROW.quote),)
    decision = service(tmp_path).rule(Ruling.NOTE, quotes, who="A", why="so", value="let op")
    assert read_decisions((tmp_path / FILE_NAME).read_text(encoding="utf-8")) == (decision,)
    service(tmp_path).take_back(decision)
    assert read_decisions((tmp_path / FILE_NAME).read_text(encoding="utf-8")) == ()


@pytest.mark.parametrize(
    ("letter", "quote", "reason"),
    [
        (ROW.letter, "dit staat er niet", "no longer stands in"),
        ("kst-0-0", ROW.quote, "is not among the letters"),
    ],
)
def test_a_quote_that_does_not_stand_is_refused(tmp_path: Path, letter: str, quote: str, reason: str) -> None:
    with pytest.raises(DecisionError, match=f"{reason}.*; quote it as 'tracker show' prints it"):
        service(tmp_path).rule(Ruling.REJECTED, (anchor(letter, quote),), who="A", why="so")
    assert list(tmp_path.iterdir()) == []


def test_letters_are_asked_for_when_something_is_ruled(tmp_path: Path) -> None:
    def unread() -> tuple[()]:
        raise LookupError("read")

    quotes = (anchor(ROW.letter, ROW.quote),)
    decision = service(tmp_path).rule(Ruling.NOTE, quotes, who="A", why="so", value="let op")
    RulingService(tmp_path, unread).take_back(decision)
    with pytest.raises(LookupError, match="read"):
        RulingService(tmp_path, unread).rule(Ruling.NOTE, quotes, who="A", why="so", value="let op")
