"""What a letter prints about itself, and what its format states outright."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.documents.docx_printer import packed, paragraph
from tests.documents.structure.candidates import candidate
from tracker.documents import read_letter
from tracker.documents.layout.blocks import Printed
from tracker.documents.structure.masthead import Masthead, read_masthead
from tracker.documents.structure.outline import Arrangement
from tracker.model import PassageKind

NOTHING = Printed()
SIGNED = ("De minister van Verkeer,", "J. de Vries")


def read(*top: str, signed: tuple[str, ...] = (), printed: Printed = NOTHING) -> Masthead:
    blocks = [candidate(words, kind=PassageKind.MASTHEAD) for words in top]
    names = [candidate(words, kind=PassageKind.SIGNATURE) for words in signed]
    return read_masthead(Arrangement((*blocks, *names), ()), printed)


def test_title_and_date_behind_their_labels() -> None:
    found = read("Datum 3 mei 2021", "Betreft: Voortgang van de dijken")
    assert (found.date, found.title) == (dt.date(2021, 5, 3), "Voortgang van de dijken")


def test_a_title_below_its_label_goes_on_where_it_breaks_off() -> None:
    assert read("Betreft", "Voortgang van de", "dijken").title == "Voortgang van de dijken"
    assert read("Betreft", "Voortgang dijken", "Den Haag").title == "Voortgang dijken"


def test_each_name_has_the_office_above_it() -> None:
    found = read(signed=(*SIGNED, "A. Bakker"))
    assert (found.signatories, found.offices) == (("J. de Vries", "A. Bakker"), ("De minister van Verkeer", ""))


def test_what_the_format_states_goes_before_what_is_printed() -> None:
    printed = Printed(date="2020-01-02", signatories=("B. Visser",))
    found = read("Datum 3 mei 2021", signed=SIGNED, printed=printed)
    assert (found.date, found.signatories) == (dt.date(2020, 1, 2), ("B. Visser",))
    assert read("Datum 3 mei 2021", printed=Printed(date="nooit")).date == dt.date(2021, 5, 3)


def test_a_silent_letter_says_nothing() -> None:
    assert read() == Masthead()


@pytest.mark.parametrize("words", ["1 april 2031", "vóór 1 april 2031", "Datum 1 april 2031", "Den Haag, 1 april 2031"])
@pytest.mark.parametrize("tag", ["s", "del", "strike"])
def test_what_is_struck_dates_no_letter(words: str, tag: str) -> None:
    page = f"<p>Wij komen <{tag}>{words}</{tag}> in het najaar met een plan voor de brug over de rivier.</p>"
    assert read_letter("x.html", page.encode()).date is None
    assert read_letter("x.html", f"<p>Datum 3 mei 2030</p>{page}".encode()).date == dt.date(2030, 5, 3)


def test_the_title_below_its_label_in_a_row_of_labels() -> None:
    """The day stands below the first of them."""
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    rows = [("Datum", "Ons kenmerk", "Onderwerp"), ("3 mei 2031", "2031/12", "De brug over de haven")]
    table = "".join(f"<w:tr>{''.join(map(cell.format, row))}</w:tr>" for row in rows)
    words = ("Geachte raadsleden,", "Wij openen de brug in het najaar van dit jaar, zoals de raad heeft gevraagd.")
    body = f"<w:tbl>{table}</w:tbl>" + "".join(paragraph(f"<w:r><w:t>{text}</w:t></w:r>") for text in words)
    letter = read_letter("x.docx", packed(body))
    assert (letter.title, letter.date) == ("De brug over de haven", dt.date(2031, 5, 3))
