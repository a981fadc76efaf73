"""A paper as a PDF."""

from fpdf import FPDF

from tests.documents.papers import HEADS, paper
from tracker.model import PassageKind

COLUMNS = (20, 110)
BROAD = 80


class Page(FPDF):
    """Pages with a running head and number, and the notes of a page at its foot."""

    def __init__(self):
        super().__init__()
        self.core_fonts_encoding = "windows-1252"
        self.waiting = []
        self.set_auto_page_break(True, 60)

    def header(self):
        self.set_font("helvetica", size=8)
        self.cell(text="Tweede Kamer, vergaderjaar 2019-2020, 35 000, nr. 12")
        self.ln(12)
        self.set_font("helvetica", size=11)

    def footer(self):
        self.set_y(-58)
        for number in self.waiting:
            self.set_font("helvetica", size=5)
            self.write(3, str(number))
            self.set_font("helvetica", size=8)
            self.write(4, f" {paper().notes[number]}")
            self.ln(4)
        self.waiting = []
        self.set_y(-12)
        self.cell(text=f"Pagina {self.page_no()}")


def as_pdf(*, compressed=True):
    """The paper: headings in bold, notes at the foot of the page that marks them, the table on a page of its own."""
    page = Page()
    page.set_compression(compressed)
    page.add_page()
    for part in paper().parts:
        _part(page, part)
    page.add_page()
    for cells in ([[head] for head in HEADS], *paper().rows):
        row(page, cells)
    return bytes(page.output())


def _part(page, part):
    page.set_font("helvetica", "B" if part.kind is PassageKind.HEADING else "", 11)
    item = part.kind is PassageKind.LIST_ITEM
    if item:
        page.write(5, "• ")
    for piece in part.pieces():
        if isinstance(piece, int):
            page.char_vpos = "SUP"
            page.write(5, str(piece))
            page.char_vpos = "LINE"
            page.waiting.append(piece)
        else:
            page.write(5, piece)
    page.ln(5 if item else 10)


def row(page, cells):
    """The cells of a row side by side, their paragraphs under one another."""
    page.set_font("helvetica", size=11)
    top, lowest = page.get_y(), 0
    for left, cell in zip(COLUMNS, cells, strict=True):
        page.set_y(top)
        for text in cell:
            page.set_x(left)
            page.multi_cell(BROAD, 5, text, align="L")
            page.ln(5)
        lowest = max(lowest, page.get_y())
    page.set_y(lowest + 4)
