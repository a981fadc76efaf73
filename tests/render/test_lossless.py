"""`tracker show --check`."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.ledgers import COMMITMENTS, OLD, SMALL
from tracker.documents import read_letter
from tracker.errors import LetterError
from tracker.ledger.queries import Index
from tracker.model import Location
from tracker.render.lossless import render, stands_at

WHOLE = read_letter(
    "a.txt", b"Den Haag, 3 mei 2030\n\nDe brug gaat open. En de sluis ook.\n\nhalve zin\n\nNog een zin.\n"
)


ALONE = replace(SMALL, letters=(WHOLE,), commitments=(), reports=(), threads=(), alignments=())


def moved(by: int) -> Location:
    at = COMMITMENTS[0].location
    return replace(at, start=at.start + by, end=at.end + by)


@pytest.mark.parametrize(("by", "stands"), [(0, True), (40, False)])
def test_a_quote_stands_where_its_place_says(by: int, stands: bool) -> None:
    assert stands_at(OLD, replace(COMMITMENTS[0], location=moved(by))) is stands


def test_a_letter_read_whole_is_said_to_be() -> None:
    told = render(Index(ALONE), WHOLE)
    assert told.startswith(f"{WHOLE.id}: ")
    assert "0 quotes" in told


def test_words_that_are_lost_are_an_error() -> None:
    torn = replace(WHOLE, passages=WHOLE.passages[:-1])
    with pytest.raises(LetterError, match="zin"):
        render(Index(replace(ALONE, letters=(torn,))), torn)


def test_a_quote_that_stands_elsewhere_is_an_error() -> None:
    row = replace(COMMITMENTS[0], letter=WHOLE.id)
    with pytest.raises(LetterError, match=row.id):
        render(Index(replace(ALONE, commitments=(row,))), WHOLE)
