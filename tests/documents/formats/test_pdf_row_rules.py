"""Tables that rule only their rows are read row by row with their heads; rules around other text make no table."""

from __future__ import annotations

import pytest

from tests.documents.raw_pdf import raw_pdf, words
from tracker.documents import read_letter
from tracker.documents.formats.pdf_letters import PdfLetter
from tracker.documents.formats.pdf_row_rules import with_columns
from tracker.documents.formats.pdf_rules import Rules, Stroke
from tracker.model import Letter, PassageKind

_PROSE = ["Met deze brief informeer ik de raad over de voortgang van de bruggen over de haven."] * 3
_EDGES = (80, 480)
_LEFTS = (84, 190, 250, 300)
_TABLE = (
    ("Maatregel", "Planning", "Kleur", "Uitleg"),
    ("Brug over de haven", "Q4 2031", "oranje", "De brug gaat in mei 2032 open."),
    ("Aanpak wegen", "doorlopend", "groen", "De weg is in maart klaar."),
    ("Bouw school", "Q3 2031", "rood", "Dit gaat niet door."),
)
_STEP = 24


def rule(at: float, begin: float = _EDGES[0], end: float = _EDGES[1]) -> str:
    return f" {begin} {at} m {end} {at} l S "


def table(top: int) -> str:
    """The rows from `top` on, a rule above and below each."""
    shown = [
        words([cell], left=left, top=top - 16 - row * _STEP, size=9)
        for row, cells in enumerate(_TABLE)
        for left, cell in zip(_LEFTS, cells, strict=True)
    ]
    return "".join([*shown, *(rule(top - row * _STEP) for row in range(len(_TABLE) + 1))])


def cells(letter: Letter) -> list[tuple[str, str, str]]:
    rows = (one for one in letter.passages if one.kind is PassageKind.TABLE_CELL)
    return [(one.row or "", one.column or "", one.text) for one in rows]


_HEADS, *_ROWS = _TABLE
_READ = [("", "", head) for head in _HEADS] + [
    (row[0], head, cell) for row in _ROWS for head, cell in zip(_HEADS, row, strict=True)
]


def test_a_table_whose_columns_stand_close_is_read_row_by_row() -> None:
    letter = read_letter("x.pdf", raw_pdf(words(_PROSE, top=780) + table(700)))
    assert cells(letter) == _READ
    assert sum(one.kind is PassageKind.PARAGRAPH for one in letter.passages) == 1


def test_tables_with_text_between_them_are_two() -> None:
    printed = words(_PROSE, top=780) + table(700) + words(_PROSE, top=570) + table(500)
    assert cells(read_letter("x.pdf", raw_pdf(printed))) == _READ * 2


@pytest.mark.parametrize("at", [(700, 640, 580, 520), (700, 500)])
def test_rules_between_paragraphs_make_no_table(at: tuple[int, ...]) -> None:
    printed = "".join(words(_PROSE, top=top - 16) + rule(top) for top in at)
    assert cells(read_letter("x.pdf", raw_pdf(printed))) == []


def letters(*lefts: float, base: float) -> list[PdfLetter]:
    return [PdfLetter("a", left, left + 5, base, 10, 0, made=False) for left in lefts]


_LYING = [Stroke(0, 100, at) for at in (80, 60, 40, 20)]
_INSIDE = [*letters(10, 15, 50, base=70), *letters(10, 55, base=50), *letters(10, 50, base=30)]


def test_a_wall_stands_in_each_gap_of_all_rows() -> None:
    assert with_columns(Rules(_LYING, []), _INSIDE).standing == [Stroke(20, 80, 35)]


@pytest.mark.parametrize(
    ("lying", "standing", "more"),
    [
        (_LYING[:3], [], []),
        ([Stroke(0, 100 + 9 * at, rule.at) for at, rule in enumerate(_LYING)], [], []),
        (_LYING, [Stroke(20, 80, 40)], []),
        (_LYING, [], letters(*range(0, 100, 5), base=50)),
        (_LYING, [], letters(20, 25, 30, 35, 40, 45, base=50)),
        (_LYING * 80, [], []),
    ],
    ids=["few", "uneven", "has walls", "prose", "filled gap", "chart"],
)
def test_without_rows_or_gaps_no_wall_is_added(
    lying: list[Stroke], standing: list[Stroke], more: list[PdfLetter]
) -> None:
    assert with_columns(Rules(lying, standing), [*_INSIDE, *more]).standing == standing


def test_cells_that_stand_in_the_middle_of_their_rows_are_read_row_by_row() -> None:
    """Their lines share no baselines in some rows: the printed rules tell the rows, not those that do."""
    left = ["Met de gemeente Delft is in mei", "een plan gemaakt dat in juni van"]
    right = ["Het waterschap kijkt mee en", "stuurt de provincie", "in het najaar een brief."]
    printed = words(_PROSE, top=780) + rule(700)
    for row in range(6):
        top, shift = 700 - row * 50, 0 if row > 1 else 6
        printed += words([f"Deel {row}"], left=84, top=top - 16 - shift, size=10, leading=12)
        printed += words([*left, f"203{row} klaar is."], left=130, top=top - 16, size=10, leading=12)
        printed += words(right[: 3 if row > 1 else 2], left=300, top=top - 16 - shift, size=10, leading=12)
        printed += rule(top - 50)
    found = [text for _, _, text in cells(read_letter("x.pdf", raw_pdf(printed)))]
    assert [text for text in found if "klaar" in text] == [" ".join([*left, f"203{row} klaar is."]) for row in range(6)]


@pytest.mark.parametrize("below", [[], ["Met vriendelijke groet, namens de gemeente Delft"]])
def test_the_last_row_may_have_no_rule_below_it(below: list[str]) -> None:
    foot = 700 - len(_TABLE) * _STEP
    more = [
        words([cell], left=left, top=foot - 16, size=9)
        for left, cell in zip(_LEFTS, ("Sluis", "Q1 2033", "groen", "De sluis gaat open."), strict=True)
    ]
    printed = words(_PROSE, top=780) + table(700) + "".join(more) + words(below, top=foot - 30, size=9)
    letter = read_letter("x.pdf", raw_pdf(printed))
    assert cells(letter)[-4:] == list(
        zip(("Sluis",) * 4, _HEADS, ("Sluis", "Q1 2033", "groen", "De sluis gaat open."), strict=True)
    )
    assert all(any(one.text == line for one in letter.passages) for line in below)
