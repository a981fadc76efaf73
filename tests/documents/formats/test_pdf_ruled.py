"""Ruled tables of PDFs are read row by row with their heads, however their rules are drawn and their words placed."""

from __future__ import annotations

import pytest

from tests.documents.raw_pdf import raw_pdf, words
from tracker.documents import read_letter
from tracker.documents.lossless import check_lossless
from tracker.model import Letter, PassageKind

_PROSE = ["Met deze brief informeer ik de raad over de voortgang van de bruggen over de haven."] * 4
_COLUMNS = (80, 240, 310, 380, 450)
_ROWS = (660, 620, 580, 540)


def _pen() -> str:
    """Each rule as a line of its own."""
    lying = [f"{_COLUMNS[0]} {at} m {_COLUMNS[-1]} {at} l S" for at in _ROWS]
    return " ".join([*lying, *(f"{at} {_ROWS[0]} m {at} {_ROWS[-1]} l S" for at in _COLUMNS)])


def _boxes() -> str:
    """Each cell as a box that a pen draws."""
    pairs = [(x, y) for x in range(len(_COLUMNS) - 1) for y in range(1, len(_ROWS))]
    boxes = (f"{_COLUMNS[x]} {_ROWS[y]} {_COLUMNS[x + 1] - _COLUMNS[x]} {_ROWS[y - 1] - _ROWS[y]} re" for x, y in pairs)
    return " S ".join(boxes) + " S"


def _filled() -> str:
    """All rules as thin filled boxes of one path."""
    lying = [f"{_COLUMNS[0]} {at} {_COLUMNS[-1] - _COLUMNS[0]} 0.5 re" for at in _ROWS]
    return " ".join([*lying, *(f"{at} {_ROWS[-1]} 0.5 {_ROWS[0] - _ROWS[-1]} re" for at in _COLUMNS), "f"])


_CELLS = [
    (["Indicator"], 84, 648), (["Peilwaarde"], 244, 648), (["Streefwaarde", "2031"], 312, 648),
    (["Streefwaarde", "2032"], 382, 648),
    (["Aantal woningen, met wat", "gesloopt is afgetrokken"], 84, 606), (["12.367"], 260, 598),
    (["12.460", "(plus 65)"], 330, 604), (["12.637", "(plus 177)"], 400, 604),
    (["Bruggen zonder gebreken"], 84, 566), (["81"], 260, 552), (["85"], 330, 552), (["90"], 400, 552),
]  # fmt: skip


def _read(rules: str, cells: list[tuple[list[str], int, int]] = _CELLS) -> Letter:
    shown = " ".join(words(text, left=left, top=top) for text, left, top in cells)
    letter = read_letter("x.pdf", raw_pdf(f"{words(_PROSE)} {shown} {rules} {words(_PROSE, top=500)}"))
    assert check_lossless(letter).whole
    return letter


def _rows(letter: Letter) -> list[tuple[str | None, str | None, str]]:
    return [(one.row, one.column, one.text) for one in letter.passages if one.kind is PassageKind.TABLE_CELL]


@pytest.mark.parametrize("rules", [_pen, _boxes, _filled])
def test_a_ruled_table_is_read_row_by_row_with_its_heads(rules) -> None:  # type: ignore[no-untyped-def]
    """Heads and titles of several lines are whole, and figures stand in their row at whatever height."""
    homes = "Aantal woningen, met wat gesloopt is afgetrokken"
    assert _rows(_read(rules()))[4:] == [
        (homes, "Indicator", homes),
        (homes, "Peilwaarde", "12.367"),
        (homes, "Streefwaarde 2031", "12.460 (plus 65)"),
        (homes, "Streefwaarde 2032", "12.637 (plus 177)"),
        ("Bruggen zonder gebreken", "Indicator", "Bruggen zonder gebreken"),
        ("Bruggen zonder gebreken", "Peilwaarde", "81"),
        ("Bruggen zonder gebreken", "Streefwaarde 2031", "85"),
        ("Bruggen zonder gebreken", "Streefwaarde 2032", "90"),
    ]


def test_the_text_around_a_table_is_whole() -> None:
    """What stands above and below is running text as without the table."""
    text = [one.text for one in _read(_pen()).passages if one.kind is PassageKind.PARAGRAPH]
    assert text == [" ".join(_PROSE)] * 2


def test_a_head_above_several_columns_is_part_of_each_of_their_heads() -> None:
    """The first row spans two columns; the row below names each: both are the head."""
    rules = (
        "80 660 m 450 660 l S 80 640 m 450 640 l S 80 620 m 450 620 l S 80 580 m 450 580 l S "
        "80 660 m 80 580 l S 450 660 m 450 580 l S 240 660 m 240 580 l S 310 660 m 310 580 l S 380 640 m 380 580 l S"
    )
    cells = [
        (["Omschrijving"], 84, 648), (["Totaal"], 250, 648), (["Meerjarenbeeld"], 340, 648),
        (["2031"], 320, 628), (["2032"], 390, 628),
        (["Brug"], 84, 600), (["5.100"], 250, 590), (["4.700"], 320, 590), (["400"], 390, 590),
    ]  # fmt: skip
    assert _rows(_read(rules, cells))[5:] == [
        ("Brug", "Omschrijving", "Brug"),
        ("Brug", "Totaal", "5.100"),
        ("Brug", "Meerjarenbeeld 2031", "4.700"),
        ("Brug", "Meerjarenbeeld 2032", "400"),
    ]


def test_words_of_cells_that_almost_touch_are_two() -> None:
    """A rule between two words parts them, though hardly a space does."""
    rules = (
        "80 660 m 320 660 l S 80 640 m 320 640 l S 80 620 m 320 620 l S 80 660 m 80 620 l S 144.5 660 m 144.5 620 l S"
    )
    rules += " 320 660 m 320 620 l S"
    cells = [(["Streefwaarde Streefwaarde"], 83, 648), (["De brug"], 84, 628), (["open"], 150, 628)]
    assert [text for *_, text in _rows(_read(rules, cells))] == ["Streefwaarde", "Streefwaarde", "De brug", "open"]


def test_a_frame_around_a_text_and_an_underlined_line_are_no_tables() -> None:
    """A box of one cell, and rules that meet nothing."""
    letter = _read("70 780 460 -330 re S 80 640 m 300 640 l S", [(["De kaart volgt."], 84, 620)])
    assert _rows(letter) == []
