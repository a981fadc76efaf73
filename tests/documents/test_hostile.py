"""No input ends in anything but a letter that holds every word, or a refusal; TRACKER_FUZZ sets how many are tried."""

import io
import os
import zipfile
from copy import deepcopy
from functools import cache, partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.documents.docx_printer import as_docx
from tests.documents.pdf_printer import as_pdf
from tests.documents.printers import as_html, as_xml
from tracker.documents import read_letter
from tracker.errors import LetterError

SEEDS = Path(__file__).parents[2] / "seeds"
SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
TRIES = int(os.environ.get("TRACKER_FUZZ", "0"))
FUZZ = settings(max_examples=TRIES or 12, suppress_health_check=list(HealthCheck))
FUZZ_PDF = settings(FUZZ, max_examples=TRIES or 5)
"""Fewer by default: each PDF is read in a process of its own."""
FUZZ_PART = settings(FUZZ, max_examples=TRIES or 8)
"""Fewer by default: of two documents each."""
FILES = {
    "text": SEEDS / "2017-12-01_kst-27923-283.txt",
    "export": SEEDS / "2024-06-26_kst-27923-492.txt",
    "docx": SAMPLES / "docx" / "beantwoording_kamervragen_4.docx",
    "xml": SAMPLES / "official_xml" / "kst-28844-269.xml",
}
PDF = SAMPLES / "pdf" / "ledenbrief-azwa-2025-07-11.pdf"
printed_pdf = cache(partial(as_pdf, compressed=False))
"""Its bytes are not packed, so that what is flipped reaches the reader."""
printed_docx = cache(as_docx)
MARKUP = {"xml": cache(as_xml), "html": cache(as_html)}
TEXTS = ("", "x", "2.1", "Vraag 1", "-1", "99999999999", "vet", "#n1", "Kop1", "1", " ", "\u00ad", "0")
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["drop", "double", "rename", "empty", "say", "set", "wrap", "swap"]),
        st.floats(0, 0.999),
        st.floats(0, 0.999),
        st.sampled_from(TEXTS),
    ),
    min_size=1,
    max_size=8,
)


def reshaped(markup, steps):
    """Markup that is whole, but whose elements are not where, what and as many as they were."""
    root = etree.fromstring(markup)
    for kind, place, other, text in steps:
        elements = list(root.iter(etree.Element))
        this, that = elements[int(place * len(elements))], elements[int(other * len(elements))]
        around = this.getparent()
        if kind in ("drop", "double", "wrap") and around is not None:
            copy = deepcopy(this)
            (that if kind == "wrap" else around).append(copy)
            if kind == "drop":
                around.remove(copy)
                around.remove(this)
        elif kind == "rename":
            this.tag = that.tag
        elif kind == "empty":
            this.clear()
        elif kind == "say":
            this.text, this.tail = text, text
        elif kind == "set":
            for name in dict(this.attrib):
                this.set(name, text)
        elif kind == "swap":
            this.text, that.text = that.text, this.text
    return etree.tostring(root)


def survives(data):
    assert "read whole" not in refusal(data)


def refusal(data):
    """Why a document is refused, "" when it is not."""
    try:
        read_letter("x", data)
    except LetterError as fault:
        return str(fault)
    return ""


PARTS = (
    "1. Kop|Kop||\f|\t|\tcel|een zin die doorloopt en|woord1 verder.|1 noot|2 noot|•|• item|a) item|2.1|Vraag 1|"
    "Wat?|Antwoord|"
    "De minister van x,|A. Slob|29|afge-|\ufffd noot| vervolg|... en meer.|Den Haag, 1 mei 2020|Datum|Motie/toezegging|"
    "\tMotie/toezegging|\tStand van zaken|ﬁ\u00ad\u00a0x"
)
LINES = st.lists(st.sampled_from(PARTS.split("|")), max_size=40)


@FUZZ
@given(LINES)
def test_any_lines(lines):
    survives("\n".join(lines).encode())


@FUZZ
@given(st.binary(max_size=300))
def test_any_bytes(data):
    survives(data)


@FUZZ
@given(st.text(max_size=200), st.sampled_from(["html", "officiele-publicatie"]))
def test_any_markup(text, root):
    survives(f"<{root}><body><p>{text}</p><table><tr><td>{text}</table></body></{root}>".encode())


EDITS = st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255), st.integers(0, 60)), min_size=1, max_size=12)


def edited(data, edits):
    broken = bytearray(data)
    for place, byte, cut in edits:
        at = int(place * len(broken))
        broken[at : at + cut] = bytes([byte])
    return bytes(broken)


@pytest.mark.parametrize("name", FILES)
@FUZZ
@given(edits=EDITS)
def test_bytes_flipped_in_real_letters(name, edits):
    if not FILES[name].is_file():
        pytest.skip("the sample documents are not beside the project")
    survives(edited(FILES[name].read_bytes(), edits))


@pytest.mark.skipif(not PDF.is_file(), reason="the sample documents are not beside the project")
@pytest.mark.usefixtures("apart")
@FUZZ_PDF
@given(edits=EDITS)
def test_bytes_flipped_in_a_real_pdf(edits):
    survives(edited(PDF.read_bytes(), edits))


@pytest.mark.usefixtures("apart")
@FUZZ_PDF
@given(edits=EDITS)
def test_bytes_flipped_in_a_printed_pdf(edits):
    survives(edited(printed_pdf(), edits))


@FUZZ
@given(edits=EDITS)
def test_bytes_flipped_in_a_printed_word_document(edits):
    survives(repacked(printed_docx(), lambda part: edited(part, edits)))


@pytest.mark.parametrize("name", MARKUP)
@FUZZ
@given(steps=STEPS)
def test_elements_of_a_paper_that_are_not_where_they_were(name, steps):
    page = MARKUP[name]()
    survives(reshaped(page.removeprefix(b"<!DOCTYPE html>"), steps))


@pytest.mark.parametrize("source", ["printed", "real"])
@FUZZ_PART
@given(steps=STEPS, part=st.sampled_from(["document", "styles", "numbering", "footnotes"]))
def test_elements_of_a_word_document_that_are_not_where_they_were(source, steps, part):
    if source == "real" and not FILES["docx"].is_file():
        pytest.skip("the sample documents are not beside the project")
    data = printed_docx() if source == "printed" else FILES["docx"].read_bytes()
    survives(repacked(data, lambda part: reshaped(part, steps), f"word/{part}.xml"))


@FUZZ
@given(edits=EDITS, part=st.sampled_from(["document", "styles", "numbering", "footnotes"]))
def test_bytes_flipped_within_a_word_document(edits, part):
    if not FILES["docx"].is_file():
        pytest.skip("the sample documents are not beside the project")
    survives(repacked(FILES["docx"].read_bytes(), lambda data: edited(data, edits), f"word/{part}.xml"))


def repacked(archive, change, name="word/document.xml"):
    """A zip archive with one of its parts changed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(buffer, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            new.writestr(entry.filename, change(data) if entry.filename == name else data)
    return buffer.getvalue()
