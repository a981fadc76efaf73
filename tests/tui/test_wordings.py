"""Each quote against the earlier one that it is most like."""

from __future__ import annotations

from msgspec.structs import replace

from tests.ledgers import NEW, OLD, SMALL
from tracker.model import EditKind, Statement
from tui.wordings import MOST, wording_edits

FIRST = next(row for row in SMALL.commitments if row.letter == OLD.id)
LAST = next(row for row in (*SMALL.commitments, *SMALL.reports) if row.letter == NEW.id)


def saying(row: Statement, text: str) -> Statement:
    return replace(row, quote=text)


def test_the_edits_make_the_later_quote_of_the_earlier() -> None:
    found = wording_edits(saying(LAST, "De brug komt in juni."), [saying(FIRST, "De brug komt in mei.")])
    assert found is not None
    assert "".join(edit.text for edit in found.edits if edit.kind is not EditKind.DELETE) == "De brug komt in juni."


def test_the_most_alike_is_chosen_among_the_nearest() -> None:
    alike, other = saying(FIRST, "De brug komt in mei."), saying(FIRST, "Het veer vaart in mei.")
    row = saying(LAST, "De brug komt in juni.")
    for earlier in ([alike, other], [other, alike]):
        found = wording_edits(row, earlier)
        assert found is not None
        assert found.before is alike
    found = wording_edits(row, [alike, *[other] * MOST])
    assert found is None or found.before is other


def test_quotes_of_the_same_letter_or_in_other_words_are_none() -> None:
    assert wording_edits(LAST, [replace(FIRST, letter=LAST.letter)]) is None
    assert wording_edits(saying(LAST, "De brug komt."), [saying(FIRST, "Ganzen vliegen over.")]) is None
    assert wording_edits(LAST, []) is None
