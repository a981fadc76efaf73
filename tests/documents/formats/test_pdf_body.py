"""Where the running text of a page stands: a side column is apart from it, a column of a table is not."""

from __future__ import annotations

import pytest

from tests.documents.raw_pdf import raw_pdf, words
from tracker.documents import read_letter
from tracker.model import PassageKind

_TEXT = [
    "Met deze brief informeer ik uw raad over de brug. In het debat is toegezegd de uitkomsten",
    "van het onderzoek naar de kosten te sturen. Dat doe ik hierbij, in de volgende tabel.",
]
_LEFT = ["Maatregel", "De brug", "Het pad", "De lampen"]
_MIDDLE = ["Toelichting", "De brug is oud en wordt vervangen.", "Er komt een pad langs de rivier.", "Langs het pad."]
_RIGHT = ["Planning", "mei 2031", "juni 2031", "juli 2031"]
_SIDE = ["Ons kenmerk", "DGB-123", "Uw brief van", "3 mei"]


def _kinds(letter, texts):
    return {one.kind for one in letter.passages if one.text in texts}


@pytest.mark.parametrize("leading", [15, 17])
def test_a_side_column_is_no_column_of_a_table(leading):
    """Lines beside running text, few of which share its baselines, stand apart though a title runs above both."""
    title = words(["Voortgang van de bouw van de brug over de rivier en van het pad, najaar 2031"], top=790)
    printed = title + words(_TEXT * 4, top=740) + words(_SIDE, left=520, top=734, leading=leading)
    assert _kinds(read_letter("x.pdf", raw_pdf(printed)), _SIDE) <= {PassageKind.MASTHEAD, PassageKind.FURNITURE}


def test_a_side_column_ends_where_the_text_below_it_is_wider():
    """Small lines beside the text stand apart from it though the lines below them run on over the whole width."""
    narrow = ["Met deze brief informeer ik uw raad over de brug. In het debat is", "gevraagd naar de"] * 3
    wide = ["kosten, die in het najaar van 2031 bekend zijn en die ik uw raad dan stuur met het plan voor de brug."]
    printed = words(["Aan de raad"], top=790) + words(narrow, top=740) + words(wide * 3, top=638)
    printed += words(["Ons kenmerk", "2031-00123", "Datum", "3 mei 2031"], left=430, top=734, size=8, leading=22)
    letter = read_letter("x.pdf", raw_pdf(printed))
    assert (str(letter.date), letter.number) == ("2031-05-03", "2031-00123")
    assert not any("3 mei" in one.text for one in letter.passages if one.kind is PassageKind.PARAGRAPH)


@pytest.mark.parametrize("leading", [16, 24])
def test_the_last_column_of_a_table_without_rules_is_text(leading):
    columns = [
        words(cells, left=left, top=690, size=9, leading=leading)
        for cells, left in ((_LEFT, 60), (_MIDDLE, 200), (_RIGHT, 440))
    ]
    printed = words(_TEXT, left=60, top=760) + " ".join(columns) + words(_TEXT, left=60, top=500)
    letter = read_letter("x.pdf", raw_pdf(printed))
    assert _kinds(letter, _RIGHT) == {PassageKind.TABLE_CELL}
    assert [one.row for one in letter.passages if one.text == "juni 2031"] == ["Het pad"]


def test_a_note_below_the_left_of_two_columns_is_a_note():
    """Small type at the foot of the left column stands in no margin, though most letters stand in the right one."""
    column = ["Met deze brief informeer ik uw raad over", "de brug, die in het voorjaar van dit jaar", "af is."] * 6
    note = words(["1 Zie het plan van de brug uit 2030."], left=50, top=460, size=6)
    printed = words([*column, "en de weg"], left=50, top=740) + note + words([*column, *column], left=310, top=740)
    letter = read_letter("x.pdf", raw_pdf(printed))
    assert [one.kind for one in letter.passages if "uit 2030" in one.text] == [PassageKind.FOOTNOTE]


_BOX = [
    "Langs de kade liggen boten, die in",
    "het najaar van 2031 verplaatst worden",
    "naar de haven, waar de eigenaren",
    "water en stroom krijgen. Dat is met",
    "de eigenaren besproken in de haven.",
]
_ADDRESS = ["Bezoekadres", "Kade 1", "2500 AA Dijkstad", "Contactpersoon", "de heer A. de Vries", "Telefoon 123"]


@pytest.mark.parametrize(("box", "text"), [(_BOX, True), (_ADDRESS, False)])
def test_a_box_of_running_text_beside_the_text_is_text(box, text):
    """Lines that go on in one another are read; an address in the same place is letterhead."""
    left = ["Met deze brief informeer ik uw raad over de bouw", "van de brug en van de weg, die in het voorjaar"] * 8
    printed = words([*left, "open gaat."], left=60, top=740) + words(box, left=400, top=730, size=8, leading=11)
    letter = read_letter("x.pdf", raw_pdf(printed))
    aside = {one.text for one in letter.passages if one.kind in (PassageKind.MASTHEAD, PassageKind.FURNITURE)}
    assert (" ".join(box) in [one.text for one in letter.passages], aside == set(box)) == (text, not text)


def test_lines_that_hang_below_marks_in_the_right_column_are_text():
    """The short second lines of a list are of its items, though they begin beyond the middle of the page."""
    column = ["Met deze brief informeer ik uw raad over", "de brug, die in het voorjaar van dit jaar", "af is."] * 4
    items = ["• Het bestek van de brug over de rivier", "• Het bestek van de weg naar het dorp"]
    marks = words(items, left=310, top=580, leading=24)
    hanging = words(["is gereed", "is begonnen"], left=328, top=568, leading=24)
    printed = words([*column, *column], left=50, top=740) + words(column, left=310, top=740) + marks + hanging
    letter = read_letter("x.pdf", raw_pdf(printed))
    found = [one.text for one in letter.passages if one.kind is PassageKind.LIST_ITEM]
    assert found == [
        "Het bestek van de brug over de rivier is gereed",
        "Het bestek van de weg naar het dorp is begonnen",
    ]


@pytest.mark.parametrize("leading", [16, 24])
def test_a_table_without_rules_and_with_little_around_it_is_a_table(leading):
    """Rows of three cells on the first page are no letterhead, though no running text stands above them."""
    columns = [
        words(cells, left=left, top=690, size=9, leading=leading)
        for cells, left in ((_LEFT, 60), (_MIDDLE, 200), (_RIGHT, 440))
    ]
    letter = read_letter("x.pdf", raw_pdf(words(["Bijlage: maatregelen"], left=60, top=740) + " ".join(columns)))
    assert _kinds(letter, [*_LEFT, *_MIDDLE, *_RIGHT]) == {PassageKind.TABLE_CELL}
    assert [one.row for one in letter.passages if one.text == "juni 2031"] == ["Het pad"]


def test_a_line_that_comes_again_amid_the_text_of_pages_is_text():
    """A line at one place of every page is furniture above or below the text, not between its paragraphs."""
    again, head = "Advies: overnemen", "Zienswijzen over de brug"
    pages = [
        words([head], left=60, top=800)
        + words(
            [f"Over straat {count} schreef iemand ons een lange brief, die wij goed hebben gelezen."], left=60, top=700
        )
        + words([again], left=60, top=660)
        + words(
            [f"Wij gaan straat {count} in het voorjaar van 2031 opnieuw inrichten met de bewoners."], left=60, top=620
        )
        + words(
            [f"Dat kost in straat {count} twee maanden, en daarna is de straat weer open voor allen."], left=60, top=590
        )
        for count in range(3)
    ]
    letter = read_letter("x.pdf", raw_pdf(*pages))
    assert not _kinds(letter, [again]) & {PassageKind.FURNITURE, PassageKind.MASTHEAD}
    assert PassageKind.FURNITURE in _kinds(letter, [head])


def test_a_table_in_larger_type_makes_no_letterhead_of_the_text_above_it():
    """What most letters of a paper are printed in is not always what its running text is printed in."""
    text = [
        "De brug over de rivier wordt in het najaar van 2031 vervangen, nadat de gemeente en het",
        "waterschap eens zijn over het water in de haven en over het pad dat langs de rivier loopt, en",
        "over de sluis.",
    ]
    printed = words(text, top=760, size=10)
    for row, top in enumerate((700, 655, 610, 565)):
        cell = ["De gemeente bouwt", f"brug {row} in de stad."]
        right = ["Het waterschap keurt de sluis en", "het pad langs het water."]
        printed += words([f"Deel {row}"], left=80, top=top, size=12)
        printed += words(cell, left=150, top=top, size=12) + words(right, left=330, top=top, size=12)
    letter = read_letter("x.pdf", raw_pdf(printed))
    assert [one.kind for one in letter.passages if one.text == " ".join(text)] == [PassageKind.PARAGRAPH]
