"""The best form of a paper that can be had, and why better ones could not."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.sources.answers import client
from tests.sources.files import PDF, html
from tests.sources.server import PAGE, official
from tracker.errors import SourceError
from tracker.sources.client import Answer
from tracker.sources.forms import Known, best_of, checked
from tracker.sources.papers import Dossier, ListedPaper, PaperForm

XML_FORM, PDF_FORM, HTML_FORM = (PaperForm(name, f"https://x.nl/{name}") for name in ("xml", "pdf", "html"))
PAPER = ListedPaper("kst-27923-1", Dossier(27923), "1")


def of(*forms: PaperForm) -> ListedPaper:
    return replace(PAPER, forms=forms)


def test_the_best_form_is_had_first() -> None:
    copy, told = best_of(client(xml=official(1), pdf=PDF), of(PDF_FORM, XML_FORM))
    assert copy is not None
    assert (copy.form, told) == ("xml", [])


def test_where_the_best_is_not_to_be_had_the_next_is_and_that_is_told() -> None:
    copy, told = best_of(client(pdf=PDF), of(PDF_FORM, XML_FORM))
    assert copy is not None
    assert copy.form == "pdf"
    assert [row.id for row in told] == ["source.missing"]


def test_what_did_not_change_is_not_had_again() -> None:
    copy, _ = best_of(client(xml=official(1)), of(XML_FORM), Known(XML_FORM.url, etag=f"xml-{len(official(1))}"))
    assert copy is None


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
        (XML_FORM, official(2), "source.other-paper"),
        (XML_FORM, b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "source.unusable"),
    ],
)
def test_half_a_file_and_another_one_are_refused(form: PaperForm, data: bytes, told: str) -> None:
    with pytest.raises(SourceError) as caught:
        checked(PAPER, form, Answer(form.url, data))
    assert caught.value.message.id == told


def test_what_came_has_the_name_of_what_it_is() -> None:
    """Whatever it was said to be, but for a page that stands where a file should."""
    assert checked(PAPER, XML_FORM, Answer(XML_FORM.url, PDF)).form == "pdf"
    assert checked(PAPER, HTML_FORM, Answer(HTML_FORM.url, html())).form == "html"


def test_another_paper_at_the_address_gives_way_to_the_next_form() -> None:
    copy, told = best_of(client(xml=official(2), pdf=PDF), of(PDF_FORM, XML_FORM))
    assert copy is not None
    assert (copy.form, [row.id for row in told]) == ("pdf", ["source.other-paper"])
