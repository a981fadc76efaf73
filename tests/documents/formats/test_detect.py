import pytest
from fpdf import FPDF

from tests.documents.hostile_files import ENTITIES, ENTITY, ROOT, drawn_within, publication, word, zipped
from tests.processor import is_linear, worked
from tracker.documents import read_letter
from tracker.documents.formats.detect import detect_format
from tracker.documents.limits import Limits
from tracker.errors import LetterError


def pdf(*, encrypted=False):
    """A PDF of one empty page."""
    file = FPDF()
    file.add_page()
    if encrypted:
        file.set_encryption("owner", "user")
    return bytes(file.output())


REFUSED = [
    pytest.param(b"", "it is empty", id="nothing"),
    pytest.param(b" \n\0\n", "it is empty", id="blank"),
    pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "soffice --headless", id="old-word"),
    pytest.param(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted", id="locked-word"
    ),
    pytest.param(b"{\\rtf1 tekst}", "soffice --headless", id="rtf"),
    pytest.param(
        b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
        "soffice --headless",
        id="ods",
    ),
    pytest.param(zipped(readme="x"), "zip archive", id="zip"),
    pytest.param(zipped(word__document="x"), "no whole Word document", id="damaged-word"),
    pytest.param(zipped(word__document=b"a" * 2_000_000), "unpacks to", id="zip-bomb"),
    pytest.param(zipped(**{"word/document.xml": word(b"&e;", ENTITY)}), "entities", id="external-entity-in-word"),
    pytest.param(zipped(**{"word/document.xml": word(b"<w:p/>" * 90_000)}), "80,000 tags", id="word-of-many-tags"),
    pytest.param(b"PK\x03\x04word/document.xml" + b"\0" * 50, "damaged", id="half-a-zip"),
    pytest.param(b"\x89PNG\r\n\x1a\n" + b"x" * 50, "ocrmypdf", id="picture"),
    pytest.param(b"%PDF-1.7\nnothing", "damaged", id="damaged-pdf"),
    pytest.param(pdf(), "ocrmypdf", id="pdf-without-text"),
    pytest.param(pdf(encrypted=True), "encrypted", id="encrypted-pdf"),
    pytest.param(drawn_within(12), "breaks off", id="pdf-without-end"),
    pytest.param(b"%PDF", "breaks off after its first signs", id="cut-off-pdf"),
    pytest.param(b"PK\x03", "breaks off after its first signs", id="cut-off-word"),
    pytest.param(b"\xd0\xcf", "breaks off after its first signs", id="cut-off-old-word"),
    pytest.param(b"<!DOC", "breaks off after its first signs", id="cut-off-page"),
    pytest.param(b"MIME-Version: 1.0\nContent-Type: multipart/related; b=x\n\n<html>", "MHTML", id="web-archive"),
    pytest.param(b"tekst\0tekst", "null bytes", id="binary"),
    pytest.param(b"<?xml version='1.0'?><rss/>", "<rss>", id="other-xml"),
    pytest.param(b"<a:feed xmlns:a='x'><a:entry>x</a:entry></a:feed>\n", "<feed>", id="other-xml-undeclared"),
    pytest.param(b"<" + ROOT + b"><al>", "cannot be read", id="cut-off-xml"),
    pytest.param(
        publication(b"<al>&u;</al>", b"<!DOCTYPE x [<!ENTITY a 'aaaa'>" + ENTITIES + b"]>"), "larger", id="entity-bomb"
    ),
    pytest.param(publication(b"<al>&e; tekst</al>", ENTITY), "entities", id="external-entity"),
    pytest.param(b"<" + ROOT + b">" + b"<x>" * 10_000, "deeper", id="bottomless"),
    pytest.param(b"<html><p>Een brief.</p>" + b"<div>" * 10_000 + b"tekst", "deeper", id="bottomless-page"),
    pytest.param(b"<html><p>Een brief.</p>" + b"<br>" * 50_000, "40,000 tags", id="page-of-many-tags"),
    pytest.param(b"<html>" + b"<p>x</p>" * 6_000, "5,000 paragraphs", id="page-of-many-paragraphs"),
    pytest.param(
        b"<!DOCTYPE html><html><body><h1>404 Pagina niet gevonden</h1></body></html>", "error page", id="error-page"
    ),
    pytest.param(
        b"<html><head><title>Storing</title><script>" + b"x " * 99 + b"</script></head><body>Helaas</body></html>",
        "error page",
        id="error-title",
    ),
    pytest.param(b"<html><body></body></html>", "no words", id="empty-page"),
    pytest.param(b"tekst " * 200_000, "larger than", id="large"),
    pytest.param(b"tekst " * 60_000, "300,000 characters", id="long"),
    pytest.param(b"x\n" * 40_000, "30,000 lines", id="many-lines"),
]
SMALL = Limits(size=1 << 20, unpacked=1 << 20, text=300_000, lines=30_000, tags=40_000, blocks=5_000, seconds=0.5)


@pytest.mark.usefixtures("apart")
@pytest.mark.parametrize(("data", "reason"), REFUSED)
def test_refused_with_the_reason_and_the_remedy(data, reason):
    begin = worked()
    with pytest.raises(LetterError) as caught:
        read_letter("x.txt", data, limits=SMALL)
    assert reason in str(caught.value)
    assert str(caught.value).endswith(".")
    assert worked() - begin < 5


SLOW = [
    pytest.param("Vraag 1\n", id="questions"),
    pytest.param("Antwoord\n\n", id="answers"),
    pytest.param(" vervolg\n", id="lost-marks"),
    pytest.param("\ufffd", id="control-marks"),
    pytest.param("1 noot\n\n", id="notes-without-marks"),
    pytest.param("a-\n", id="hyphens"),
    pytest.param("\tcel\n", id="cells"),
]


@pytest.mark.parametrize("piece", SLOW)
def test_reading_grows_with_the_text_alone(piece):
    assert is_linear(lambda size: read_letter("x.txt", (piece * size + " x").encode()), 5_000 // len(piece) + 500)


GROWING = [
    pytest.param(b"<al>x%s</al>", b"<noot><noot.nr>1</noot.nr><noot.al>x</noot.al></noot>", id="notes"),
    pytest.param(b"%s", b"<tussenkop kopopmaak='cur'>x</tussenkop>", id="headings"),
    pytest.param(b"<table><row>%s</row></table>", b"<entry>x</entry>", id="cells-of-a-row"),
]


@pytest.mark.parametrize(("around", "piece"), GROWING)
def test_reading_grows_with_the_elements_alone(around, piece):
    assert is_linear(lambda size: read_letter("x.xml", publication(around % (piece * size))), 800)


KINDS = [
    pytest.param("Een brief.", "plain text", id="text"),
    pytest.param("<<Een brief.>>", "plain text", id="text-in-brackets"),
    pytest.param("<!-- saved --><HTML><p>Een brief.</p></HTML>", "HTML", id="page"),
    pytest.param("<officiele-publicatie><al>Een brief.</al></officiele-publicatie>", "official XML", id="paper"),
    pytest.param("<?xml version='1.0'?>\n<kamerwrk><al>Een brief.</al></kamerwrk>", "official XML", id="old-paper"),
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_the_kind_is_known_from_the_content(text, kind, encoding):
    data = text.encode(encoding)
    assert detect_format(data).name == kind
    assert [passage.text.strip("<>") for passage in read_letter("x.pdf", data).passages] == ["Een brief."]
