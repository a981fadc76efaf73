"""The same paper in six formats is the same letter: sections, passages, notes, cells and quotes."""

from functools import cache
from itertools import chain

import pytest

from tests.documents.docx_printer import as_docx
from tests.documents.odt_printer import as_odt
from tests.documents.papers import HEADS, KINDS, paper
from tests.documents.pdf_printer import as_pdf
from tests.documents.printers import as_html, as_text, as_xml
from tracker.documents import read_letter
from tracker.documents.lossless import check_lossless
from tracker.extraction import read_statements
from tracker.model import PassageKind

FORMATS = {"text": as_text, "xml": as_xml, "html": as_html, "docx": as_docx, "odt": as_odt, "pdf": as_pdf}


@pytest.fixture(scope="module", params=FORMATS, ids=FORMATS)
def letter(request):
    return read_letter("paper", FORMATS[request.param]())


def test_sections(letter):
    titles = [part.words for part in paper().parts if part.kind is PassageKind.HEADING]
    rows = [row.ask[0] for row in paper().rows]
    assert [section.heading for section in letter.sections] == [*titles, "Bijlage: moties en toezeggingen", *rows]


def test_passages(letter):
    read = [(passage.kind, passage.text) for passage in letter.passages if passage.kind in KINDS and not passage.row]
    assert read == [(part.kind, part.words) for part in paper().parts]


def test_notes_hang_on_their_marks(letter):
    notes = {passage.mark: passage.text for passage in letter.passages if passage.kind is PassageKind.FOOTNOTE}
    assert notes == {str(number): note for number, note in paper().notes.items()}
    hung = [[(note.offset, int(note.mark)) for note in passage.notes] for passage in letter.passages if passage.notes]
    assert hung == [list(part.notes) for part in paper().parts if part.notes]


def test_cells(letter):
    cells = [(passage.row, passage.column, passage.text) for passage in letter.passages if passage.row]
    wanted = [
        (row.ask[0], head, text) for row in paper().rows for head, cell in zip(HEADS, row, strict=True) for text in cell
    ]
    assert cells == wanted


def test_nothing_is_lost(letter):
    assert check_lossless(letter).whole


def test_quotes(letter):
    assert quotes(letter) == wanted()
    assert len(wanted()) > 20


@cache
def wanted():
    """The quotes of the paper in XML, which tells most of what is what."""
    return quotes(read_letter("paper", as_xml()))


def quotes(letter):
    """What a letter promises and reports: the quotes with their sections and what was read in them, in no order."""
    headings = {section.id: section.heading for section in letter.sections}
    promises, reports = read_statements(letter)
    return sorted(
        (headings[one.section], one.quote, one.rule, str(getattr(one, "deadline", None)))
        for one in chain(promises, reports)
    )
