"""Small documents that a reader once stumbled over: each is read, and holds every word."""

import datetime as dt
from contextlib import nullcontext
from unicodedata import normalize

import pytest

from tests.documents.docx_printer import STYLES, W, packed, paragraph
from tests.documents.hostile_files import publication
from tracker.documents import ManifestEntry, read, read_collection, read_letter
from tracker.documents.formats.pdf import PdfWriter
from tracker.documents.formats.pdf_body import Type
from tracker.documents.formats.pdf_letters import PdfLetter
from tracker.documents.formats.pdf_lines import line_of
from tracker.documents.formats.pdf_pages import PdfColumn, PdfPage
from tracker.documents.limits import Limits
from tracker.documents.lossless import check_lossless
from tracker.documents.read import read_source
from tracker.documents.structure.outline import arrange
from tracker.errors import LetterError
from tracker.model import Collection, SourceFile

NOTE = "<noot><noot.nr>{}</noot.nr><noot.al>{}</noot.al></noot>"
FOUND = {
    "marks-in-a-row": "<al>een woord" + NOTE.format("1", "een") + NOTE.format("2", "twee") + " en verder</al>",
    "marks-alike-in-a-row": "<al>een woord" + NOTE.format("1", "een") + NOTE.format("11", "elf") + "</al>",
    "marks-before-the-words": "<al>" + NOTE.format("1", "een") + NOTE.format("2", "twee") + "een woord</al>",
    "an-item-of-a-mark-and-a-note": "<lijst><li><li.nr>a.</li.nr><al>" + NOTE.format("1", "een") + "</al></li></lijst>",
    "a-soft-hyphen-for-words": "<lijst><li><li.nr>a.</li.nr><al>\u00ad</al></li></lijst><al>een woord</al>",
    "a-soft-hyphen-for-a-note": "<al>een woord" + NOTE.format("1", "\u00ad") + "</al>",
    "words-of-a-row-outside-its-cells": "<table><row><entry>kop</entry></row><row>woord</row></table>",
}
FOUND_IN_WORD = {
    "a-note-that-begins-with-a-line-end": "<w:r><w:br/><w:t>een woord</w:t></w:r>",
    "a-note-without-words": "<w:r><w:tab/></w:r>",
    "a-note-of-a-soft-hyphen": "<w:r><w:softHyphen/></w:r>",
}


@pytest.mark.parametrize("body", FOUND.values(), ids=FOUND)
def test_found_in_xml(body):
    assert check_lossless(read_letter("x", publication(f"<al>Een zin.</al>{body}".encode()))).whole


@pytest.mark.parametrize("runs", FOUND_IN_WORD.values(), ids=FOUND_IN_WORD)
def test_found_in_word_notes(runs):
    body = paragraph("<w:r><w:t>Een zin.</w:t><w:footnoteReference w:id='1'/></w:r>")
    notes = f"<w:footnotes {W}><w:footnote w:id='1'>{paragraph(runs)}</w:footnote></w:footnotes>"
    assert check_lossless(read_letter("x", packed(body, footnotes=notes))).whole


DAMAGED = {
    "a-style-without-a-name": STYLES.replace(' w:val="heading 1"', ""),
    "a-style-half-bold": STYLES.replace("<w:name", '<w:rPr><w:b w:val="x"/></w:rPr><w:name'),
}


@pytest.mark.parametrize("styles", DAMAGED.values(), ids=DAMAGED)
def test_word_styles_that_contradict_the_format_are_refused(styles):
    body = paragraph("<w:r><w:t>Een zin.</w:t></w:r>", '<w:pStyle w:val="Kop1"/>')
    with pytest.raises(LetterError, match="no whole Word document"):
        read_letter("x", packed(body, styles))


def test_raised_figures_that_stand_alone_are_words():
    letters = [
        PdfLetter("7", 0, 5, 2, 5, 0, False),
        PdfLetter(" ", 5, 8, 0, 10, 0, False),
        PdfLetter("8", 8, 13, 2, 5, 0, False),
    ]
    source = PdfWriter(Type(10, 0, 100, 12)).write([PdfPage((), (PdfColumn((line_of(letters, 1),)),))])
    assert [this.text for this in arrange(source).running] == ["7 8"]


def test_letters_without_a_size_are_not_raised():
    assert line_of([PdfLetter("7", 0, 5, 2, 0, 0, False)], 1).marks == ()


@pytest.mark.usefixtures("remembering")
def test_a_letter_is_read_once_as_long_as_nothing_that_it_depends_on_is_another(monkeypatch):
    times = []
    monkeypatch.setattr(read, "read_source", lambda *given: times.append(given) or read_source(*given))
    page = b"<p>Den Haag, 3 mei 2030</p><p>De brug gaat open.</p>"
    first = read_letter("a.html", page)
    assert read_letter("a.html", page) == first
    assert len(times) == 1
    others = [
        read_letter("b.html", page),
        read_letter("a.html", page.replace(b"open", b"dicht")),
        read_letter("a.html", page, ManifestEntry("a.html", title="Een titel")),
        read_letter("a.html", page, limits=Limits(pages=3)),
    ]
    assert len(times) == 1 + len(others)
    assert [letter == first for letter in others] == [False, False, False, True]


@pytest.mark.usefixtures("remembering")
def test_a_letter_that_is_refused_is_read_anew(monkeypatch):
    for limits, refused in [(Limits(text=3), True), (Limits(), False), (Limits(text=3), True)]:
        with pytest.raises(LetterError) if refused else nullcontext():
            read_letter("a.html", b"<p>De brug gaat open.</p>", limits=limits)


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [
        ("begroting_2025.txt", None, None),
        ("2024-13_begroting.txt", None, None),
        ("brief-2024-02-30.txt", None, None),
        ("2024-10_en_2025-10.txt", None, None),
        ("kst-27923-2024-10.txt", None, None),
        ("fysiek_2024-10_begroting_2025.txt", dt.date(2024, 10, 1), dt.date(2024, 10, 31)),
        ("2024-10-14 brief.txt", dt.date(2024, 10, 14), dt.date(2024, 10, 14)),
    ],
)
def test_a_paper_without_a_date_is_of_the_month_or_day_in_its_name(name, low, high):
    letter = read_letter(name, b"Wij bouwen een brug. Die brug is lang.")
    assert (letter.earliest, letter.latest) == (low, high)


def test_a_name_that_the_text_contradicts_is_told():
    text = b"Wij danken u voor uw brief van 3 maart 2025. De eerste resultaten verwachten wij in mei 2025."
    (notice,) = read_letter("2024-10.txt", text).notices
    assert notice.id == "notice.date-past"
    assert dict(notice.params)["source"] == "2024-10.txt"


def test_a_printed_date_outweighs_the_name():
    letter = read_letter("2024-10-14.txt", b"Datum 3 juni 2023\n\nGeachte voorzitter,\n\nWij bouwen een brug.")
    assert letter.date == dt.date(2023, 6, 3)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_is_the_same_with_composed_accents_and_without(form: str) -> None:
    name = normalize(form, "brief één.txt")
    manifest = '[[letter]]\npath = "brief één.txt"\ntitle = "Sluizen"\n'
    files = (SourceFile(name, b"Den Haag, 3 maart 2020\n\nWij komen.\n"),)
    reading = read_collection(Collection("a", files, manifest=manifest))
    assert [(row.id, row.title, row.path) for row in reading.letters] == [("brief-één", "Sluizen", name)]
    assert reading.notices == ()
