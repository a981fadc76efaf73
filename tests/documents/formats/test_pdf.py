"""Tables of a PDF: what stands side by side, and the paragraphs under one another within a cell."""

import pytest
from fpdf import FPDF

from tests.documents.papers import HEADS
from tests.documents.pdf_printer import Page, row
from tracker.documents import read_letter

LONG = "Het plan voor de haven is in het voorjaar met de gemeenten besproken en daarna aan de Kamer gestuurd."
ROWS = [
    ("a-short-answer", ("Motie over pleinen", LONG), ("Dit is gedaan.",)),
    ("a-long-answer", ("Motie over pleinen",), (LONG, LONG)),
    ("both-long", ("Motie over pleinen", LONG), (LONG, LONG)),
]


def printed(rows):
    page = Page()
    page.add_page()
    page.write(5, LONG * 3)
    page.ln(15)
    for cells in ([[head] for head in HEADS], *rows):
        row(page, cells)
    return bytes(page.output())


@pytest.mark.parametrize(("ask", "answer"), [one[1:] for one in ROWS], ids=[one[0] for one in ROWS])
def test_paragraphs_of_a_cell_stay_in_their_row(ask, answer):
    rows = [(ask, answer), (("Motie over bankjes", LONG), (LONG,))]
    letter = read_letter("x.pdf", printed(rows))
    assert [section.heading for section in letter.sections][1:] == ["Motie over pleinen", "Motie over bankjes"]
    cells = [(passage.row, passage.column, passage.text) for passage in letter.passages if passage.row]
    assert cells == [
        (asked[0], head, text)
        for asked, answered in rows
        for head, cell in zip(HEADS, (asked, answered), strict=True)
        for text in cell
    ]


def test_the_running_head_tells_the_paper_and_its_session():
    letter = read_letter("x.pdf", printed([(("Motie over bankjes", LONG), (LONG,))]))
    assert (letter.id, letter.session) == ("kst-35000-12", "2019-2020")


def test_columns_of_text_are_read_one_after_the_other():
    page = Page()
    page.add_page()
    page.write(5, LONG * 3)
    page.ln(15)
    top = page.get_y()
    texts = [
        [f"{side} een. {LONG} {rest}", f"{side} twee. {LONG}"] for side, rest in (("Links", LONG), ("Rechts", "Zo."))
    ]
    for left, column in zip((20, 110), texts, strict=True):
        page.set_xy(left, top)
        for text in column:
            page.set_x(left)
            page.multi_cell(80, 5, text, align="L")
            page.ln(5)
    read = [passage.text for passage in read_letter("x.pdf", bytes(page.output())).passages]
    assert [text for text in read if text.startswith(("Links", "Rechts"))] == texts[0] + texts[1]


@pytest.mark.parametrize(
    ("first", "leading", "headings"),
    [
        ("De bouw van de brug over de brede rivier bij Ons", 19, ["{} Dorp en de weg"]),
        ("De bouw van de brug over de brede rivier bij Ons", 40, ["{}", "Dorp en de weg"]),
        ("De bouw", 19, ["{}", "Dorp en de weg"]),
    ],
)
def test_a_title_in_larger_letters_wraps_sooner(first, leading, headings):
    """Its lines stand further apart than those of the text, and hold fewer letters; two short titles are two."""
    page = FPDF()
    page.add_page()
    page.set_font("helvetica", "B", 15)
    for at, line in enumerate((first, "Dorp en de weg")):
        page.text(20, 30 + at * leading / 2.8346, line)
    page.set_font("helvetica", size=9)
    for at in range(12):
        page.text(
            20, 60 + at * 4.2, "De gemeente bouwt in het voorjaar een brug over de rivier en een weg naar het dorp"
        )
    found = [section.heading for section in read_letter("x.pdf", bytes(page.output())).sections]
    assert found == [one.format(first) for one in headings]
