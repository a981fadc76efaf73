"""Each word of a document, in whatever elements it stands, is in exactly one passage; else the document is refused."""

import itertools
import re
from collections import Counter
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.documents.docx_printer import packed
from tests.documents.hostile_files import publication
from tests.documents.pdf_printer import as_pdf
from tracker.documents import read_letter
from tracker.documents.formats import plain
from tracker.documents.lossless import check_lossless
from tracker.errors import LetterError
from tracker.model import Letter, NoteMark, Passage, PassageKind, Run

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
XML = (
    "kamerstuk kamerstukkop tekstregel dossier dossiernummer stuk titel stuknr ondernummer datumtekst datum algemeen "
    "vrije-tekst tekst al al-groep tussenkop divisie kop label nr subtitel lijst li li.nr table title tgroup thead "
    "tbody row entry noot noot.nr noot.al nootref extref intref nadruk inf sup tekst-sluiting slotformulering "
    "ondertekening functie naam voornaam achternaam bijlage citaat figuur bijschrift onbekend"
)
HTML = (
    "div p span a b strong i em sup sub br ul ol li dl dt dd table caption thead tbody tr th td h1 h2 h3 h6 blockquote "
    "section article main header footer nav aside figure figcaption pre address form label center font onbekend"
)


def trees(names):
    """Elements in one another, each with words within, and perhaps behind it."""
    name = st.sampled_from(names)
    leaf = st.tuples(name, st.just(()), st.booleans())
    return st.lists(
        st.recursive(leaf, lambda inner: st.tuples(name, st.lists(inner, max_size=4), st.booleans()), max_leaves=12),
        min_size=1,
        max_size=4,
    )


def written(tree, count):
    """The markup of elements, each word of it another one; a note's number, which a letter may have twice, is none."""
    return "".join(
        f"<{name}>1</{name}>"
        if name in ("noot.nr", "nootref")
        else f"<{name}>woord{next(count)} {written(inner, count)}</{name}> "
        + (f"woord{next(count)} " if behind else "")
        for name, inner, behind in tree
    )


def held_once(data, count):
    """Whether a letter holds each of the words counted out so far once."""
    return Counter(re.findall(r"woord\d+", read_letter("x", data).text)) == Counter(
        f"woord{number}" for number in range(next(count))
    )


@settings(max_examples=40)
@given(trees(XML.split()))
def test_elements_of_a_publication(tree):
    count = itertools.count()
    assert held_once(publication(f"woord{next(count)} {written(tree, count)}".encode()), count)


@settings(max_examples=40)
@given(trees(HTML.split()))
def test_elements_of_a_page(tree):
    count = itertools.count()
    assert held_once(f"<html><body>woord{next(count)} {written(tree, count)}</body></html>".encode(), count)


AROUND_BLOCKS = ("sdt", "sdtContent", "customXml", "ins", "moveTo", "onbekend")
AROUND_RUNS = ("hyperlink", "smartTag", "fldSimple", "sdt", "sdtContent", "ins", "moveTo", "onbekend")


def around(inner, names):
    return st.tuples(st.sampled_from(names), st.lists(inner, min_size=1, max_size=3)).map(
        lambda found: f"<w:{found[0]}>{''.join(found[1])}</w:{found[0]}>"
    )


def wrapped(inner, before, after):
    return st.lists(inner, min_size=1, max_size=3).map(lambda found: before + "".join(found) + after)


RUNS = st.recursive(st.just("<w:r><w:t>@ </w:t></w:r>"), lambda inner: around(inner, AROUND_RUNS), max_leaves=4)
BLOCKS = st.recursive(
    wrapped(RUNS, "<w:p>", "</w:p>"),
    lambda inner: (
        around(inner, AROUND_BLOCKS)
        | wrapped(wrapped(wrapped(inner, "<w:tc>", "</w:tc>"), "<w:tr>", "</w:tr>"), "<w:tbl>", "</w:tbl>")
        | wrapped(inner, "<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>")
        | wrapped(inner, "<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc>", "</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>")
    ),
    max_leaves=6,
)


@settings(max_examples=40)
@given(st.lists(BLOCKS, min_size=1, max_size=4).map("".join))
def test_elements_of_a_word_document(body):
    first, *others = body.split("@")
    count = itertools.count()
    body = first + "".join(f"woord{next(count)}{other}" for other in others)
    assert held_once(packed(body), count)


PDFS = {
    "printed": as_pdf,
    **{path.stem: path.read_bytes for path in sorted(SAMPLES.glob("pdf/*.pdf"))},
}


@pytest.mark.parametrize("data", PDFS.values(), ids=PDFS)
def test_letters_of_a_pdf(data):
    with pdfium.PdfDocument(data()) as document:
        printed = "".join(page.get_textpage().get_text_range() for page in document)
    read = read_letter("x", data()).text
    assert Counter(filter(str.isalnum, read)) == Counter(filter(str.isalnum, printed))


def lossy(data, limits, read=plain.read):
    source = read(data, limits)
    return replace(source, blocks=(source.blocks[0], *source.blocks[2:], source.blocks[0]))


def test_a_document_that_would_not_be_read_whole_is_refused_with_the_words(monkeypatch):
    monkeypatch.setattr(plain, "read", lossy)
    with pytest.raises(LetterError, match=r"lost: tweede \(line 3\).*doubled: eerste \(line 1\)"):
        read_letter("x", b"eerste zin.\n\ntweede woord.\n\nderde zin.\n")


@pytest.mark.parametrize(
    "note",
    [
        b"<noot>woord1 <li.nr>woord2</li.nr></noot>",
        b"<noot><li.nr>woord2</li.nr> woord1</noot>",
        b"<noot><noot.nr>1</noot.nr><li.nr>woord2</li.nr><noot.al>woord1</noot.al></noot>",
        b"<noot><noot.nr>1</noot.nr><noot.nr>woord2</noot.nr><noot.al>woord1</noot.al></noot>",
    ],
)
def test_a_number_within_a_note_is_not_the_number_of_the_note(note):
    text = read_letter("x.xml", publication(b"<al>Dit is een zin." + note + b"</al>")).text
    assert (text.count("woord1"), text.count("woord2")) == (1, 1)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        pytest.param("Wij kiezen\nPagina 2\n2 voor de haven.", True, id="before the next line"),
        pytest.param("Wij kiezen2\nPagina 2\nvoor de haven.", True, id="after the line before"),
        pytest.param("Wij kiezen\nPagina 2 2\nvoor de haven.", False, id="elsewhere"),
    ],
)
def test_a_mark_between_two_lines_of_a_passage_is_held_where_it_stands(text: str, whole: bool) -> None:
    """Lines that lie apart are joined by their sentence; the mark is the end of one or the start of the next."""
    begin, page = text.index("voor"), text.index("Pagina")
    runs = (Run(0, 0, 10), Run(11, begin, 14))
    said = Passage(
        "l/p1", None, PassageKind.PARAGRAPH, "Wij kiezen voor de haven.", runs, 1, notes=(NoteMark(10, "2"),)
    )
    printed = Passage("l/p2", None, PassageKind.FURNITURE, "Pagina 2", (Run(0, page, 8),), 2)
    assert check_lossless(Letter("l", "l.pdf", text, (said, printed), ())).whole is whole
