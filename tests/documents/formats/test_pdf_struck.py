"""Words that a PDF strikes through are no longer what the letter says."""

from __future__ import annotations

import pytest

from tests.documents.raw_pdf import raw_pdf, words
from tracker.documents import read_letter
from tracker.model import Letter, PassageKind

_LINES = ["Met deze brief informeer ik uw Kamer over de brug.", "Wij openen de brug in maart volgend jaar."]


def _read(left: float, right: float, height: float, thick: float = 0.5) -> Letter:
    rule = f" {left} {height} {right - left} {thick} re f"
    return read_letter("x.pdf", raw_pdf(words(_LINES) + rule))


def _said(letter: Letter) -> str:
    return " ".join(one.text for one in letter.passages if one.kind is PassageKind.PARAGRAPH)


def test_struck_words_stand_aside_and_are_told() -> None:
    """A rule through the middle of the last words of a line: "maart volgend jaar." ends at about 270 points."""
    letter = _read(190, 262, 750.8)
    gone = [one.text for one in letter.passages if one.kind is PassageKind.FURNITURE]
    assert len(gone) == 1
    assert " " in gone[0]
    assert gone[0] not in _said(letter)
    assert _said(letter).startswith("Met deze brief informeer ik uw Kamer over de brug. Wij openen de brug")
    assert "notice.struck" in [getattr(one, "id", "") for one in letter.notices]


@pytest.mark.parametrize(
    ("left", "right", "height", "thick"),
    [(80, 262, 746.5, 0.5), (80, 262, 757, 0.5), (40, 560, 750.8, 0.5), (190, 262, 748, 8), (190, 191, 750.8, 0.5)],
    ids=["underlined", "above", "a row of a table", "highlighted", "a dash"],
)
def test_other_rules_strike_nothing(left: float, right: float, height: float, thick: float) -> None:
    """Underlines, borders, colours and dashes."""
    assert _said(_read(left, right, height, thick)) == " ".join(_LINES)
