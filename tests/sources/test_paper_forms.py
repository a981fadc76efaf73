"""The best form of a paper that can be had, and why better ones could not."""

from __future__ import annotations

import hashlib

import pytest
from msgspec.structs import replace

from tests.documents.raw_pdf import raw_pdf
from tests.sources.answers import client
from tests.sources.files import PDF, html, pdf, word
from tests.sources.server import PAGE, official
from tracker.errors import SourceError
from tracker.sources.client import Answer
from tracker.sources.paper_forms import Known, best_of, checked_copy
from tracker.sources.papers import Dossier, ListedPaper, PaperForm

XML_FORM, PDF_FORM, HTML_FORM = (PaperForm(name, f"https://x.nl/{name}") for name in ("xml", "pdf", "html"))
PAPER = ListedPaper("kst-27923-1", Dossier(27923), "1")


def of(*forms: PaperForm) -> ListedPaper:
    return replace(PAPER, forms=forms)


def test_the_best_form_is_had_first() -> None:
    best = best_of(client(xml=official(1), pdf=PDF), of(PDF_FORM, XML_FORM))
    assert best.copy is not None
    assert (best.copy.form, best.told, best.failed) == ("xml", (), ())


def test_where_the_best_is_not_to_be_had_the_next_is_and_that_is_told() -> None:
    best = best_of(client(pdf=PDF), of(PDF_FORM, XML_FORM))
    assert best.copy is not None
    assert best.copy.form == "pdf"
    assert [row.id for row in best.told] == ["source.missing"]
    assert best.failed == (XML_FORM.url,)


def test_what_did_not_change_is_not_had_again() -> None:
    known = Known(XML_FORM.url, etag=f"xml-{len(official(1))}", form="xml")
    assert best_of(client(xml=official(1)), of(XML_FORM), known).copy is None
    worse = best_of(client(pdf=PDF), of(PDF_FORM), known)
    assert worse.copy is None, "nor is a worse form, and that is told"
    assert [row.id for row in worse.told] == ["source.worse-only"]
    with pytest.raises(SourceError, match=r"x\.nl/xml"):
        best_of(client(xml=official(22), pdf=PDF), of(PDF_FORM, XML_FORM), known)


def test_what_is_better_than_its_address_says_is_asked_for_there_again() -> None:
    """It was told in each round that it changed and comes in a worse form alone, though it was as it came."""
    known = Known(PDF_FORM.url, etag=f"pdf-{len(word())}", form="docx")
    same = best_of(client(pdf=word()), of(PDF_FORM), known)
    assert (same.copy, same.told) == (None, ())
    other = best_of(client(pdf=word("In mei 2025 openen we de haven.")), of(PDF_FORM), known)
    assert other.copy is not None
    assert (other.copy.form, other.told) == ("docx", ())
    worse = best_of(client(pdf=PDF), of(PDF_FORM), known)
    assert worse.copy is None, "what is here stays"
    assert [row.id for row in worse.told] == ["source.worse-only"]


def test_a_form_that_is_another_gives_way_to_what_is_better() -> None:
    """A PDF at the address of the XML is taken where there is no Word."""
    word_form, lies = PaperForm("docx", "https://x.nl/docx"), client(xml=PDF, docx=word())
    best = best_of(lies, of(XML_FORM, word_form))
    assert best.copy is not None
    assert (best.copy.form, best.failed) == ("docx", ())
    for known in (None, Known(XML_FORM.url, form="pdf")):
        best = best_of(client(xml=PDF), of(XML_FORM, word_form, PDF_FORM), known)
        assert best.copy is not None
        assert (best.copy.form, best.failed) == ("pdf", (word_form.url,))
    held = Known(XML_FORM.url, etag=f"xml-{len(PDF)}", form="pdf")
    best = best_of(lies, of(XML_FORM, word_form), held)
    assert best.copy is not None
    assert best.copy.form == "docx", "and takes the place of what is here"


def test_what_reads_like_another_paper_takes_no_place() -> None:
    """Where nothing is here it is kept, and that is told."""
    other = pdf("27 923 Havens", "Nr. 9 BRIEF VAN DE MINISTER", "Aan de Voorzitter van de Tweede Kamer", "Nat.")
    best = best_of(client(pdf=other), of(PDF_FORM))
    assert best.copy is not None
    assert [row.id for row in best.told] == ["source.seems-other"]
    known = Known(PDF_FORM.url, form="pdf", sha256=hashlib.sha256(other).hexdigest())
    assert best_of(client(pdf=other), of(PDF_FORM), known).copy == best.copy
    with pytest.raises(SourceError) as caught:
        best_of(client(pdf=other), of(PDF_FORM), replace(known, sha256="0"))
    assert caught.value.message.id == "source.doubtful"


def test_without_any_form_the_reason_of_the_best_is_given() -> None:
    with pytest.raises(SourceError, match=r"x\.nl/xml"):
        best_of(client(), of(PDF_FORM, XML_FORM))
    with pytest.raises(SourceError):
        best_of(client(), of())


@pytest.mark.parametrize(
    ("form", "data", "told"),
    [
        (XML_FORM, b"", "source.unusable"),
        (XML_FORM, PAGE, "source.other-file"),
        (XML_FORM, b"Storing", "source.other-file"),
        (PDF_FORM, PDF[:20], "source.half"),
        (HTML_FORM, PAGE[:60], "source.half"),
        (HTML_FORM, PAGE, "source.unusable"),
        (PDF_FORM, b"%PDF-1.4\n%%EOF", "source.unusable"),
        (PDF_FORM, raw_pdf(""), "source.unusable"),
        (PDF_FORM, pdf("Dit document is niet beschikbaar."), "source.unusable"),
        (HTML_FORM, html(), "source.unstated"),
        (HTML_FORM, html("Log in met uw gebruikersnaam en wachtwoord om kst-27923-1 te lezen."), "source.unstated"),
        (XML_FORM, b"<officiele-publicatie><al>Verslag.</al></officiele-publicatie>", "source.unstated"),
        (XML_FORM, official(2), "source.other-paper"),
        (XML_FORM, b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "source.unusable"),
    ],
)
def test_half_a_file_and_another_one_are_refused(form: PaperForm, data: bytes, told: str) -> None:
    with pytest.raises(SourceError) as caught:
        checked_copy(PAPER, form, Answer(form.url, data))
    assert caught.value.message.id == told


def test_what_came_has_the_name_of_what_it_is() -> None:
    """Whatever it was said to be, but for a page that stands where a file should."""
    assert checked_copy(PAPER, XML_FORM, Answer(XML_FORM.url, PDF)).form == "pdf"
    page = html(dossiernummer="27923", ondernummer="1")
    assert checked_copy(PAPER, HTML_FORM, Answer(HTML_FORM.url, page)).form == "html"


def test_another_paper_at_the_address_gives_way_to_the_next_form() -> None:
    best = best_of(client(xml=official(2), pdf=PDF), of(PDF_FORM, XML_FORM))
    assert best.copy is not None
    assert (best.copy.form, [row.id for row in best.told]) == ("pdf", ["source.other-paper"])
