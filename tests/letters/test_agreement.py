"""The same paper in five formats is the same letter: sections, passages, notes and cells."""

import io
import zipfile

import pytest
from fpdf import FPDF

from tracker.letters import read_letter
from tracker.letters.check import check_lossless
from tracker.model import PassageKind

# (kind, words); "^" stands where the mark of the next note belongs.
FIRST = (
    "De afgelopen jaren hebben wij samen met onze partners in de regio gewerkt aan een doorlopende leerlijn.^ "
    "Dat is een ketenverantwoordelijkheid van scholen en opleidingen, en de eerste stappen zijn gezet. "
)
SECOND = (
    "In oktober informeren wij uw Kamer over de uitkomst van het onderzoek naar de instroom en over de vraag "
    "hoe de begeleiding van starters beter kan. Begin volgend jaar volgt een plan van aanpak.^ Daarna komt er meer. "
)
PAPER = [
    ("h", "Gedeelde ambitie en verantwoordelijkheid"),
    ("p", FIRST * 3),
    ("p", SECOND * 3),
    ("h", "Meer routes naar het beroep"),
    ("p", FIRST * 2 + "Dit doen we door:"),
    ("li", "het delen van goede voorbeelden;"),
    ("li", "het steunen van scholen en opleidingen."),
    ("p", SECOND * 4),
    ("h", "Stand van zaken van de moties"),
    ("p", FIRST * 2),
    ("row", ("Motie over pleinen", "Wij leggen pleinen aan.")),
    ("row", ("Toezegging: bankjes", "De brief volgt in december.")),
]
HEADS = ("Motie/toezegging", "Stand van zaken")
NOTES = [f"Kamerstuk 35 000, nr. {number}." for number in range(1, 40)]


def marked(words, notes):
    """The pieces of some words around their note marks."""
    for at, piece in enumerate(words.strip().split("^")):
        if at:
            yield "note", next(notes)
        yield "text", piece


def as_text():
    lines, notes = [], iter(enumerate(NOTES, 1))
    for kind, words in PAPER:
        if kind == "row":
            continue
        page_notes, words_out = [], ""
        for piece, value in marked(words, notes):
            words_out += str(value[0]) if piece == "note" else value
            page_notes += [value] if piece == "note" else []
        lines += [*wrapped(("• " if kind == "li" else "") + words_out), ""]
        lines += [f"{number} {note}" for number, note in page_notes]
        lines += ["\f"] if page_notes else []
    return "\n".join(lines).replace("\f\n", "\f").encode()


def wrapped(words, width=72):
    line = ""
    for word in words.split():
        if len(line) + len(word) >= width:
            yield f"{line} "
            line = ""
        line = f"{line} {word}".strip()
    yield line


def as_xml():
    notes, body, rows = iter(enumerate(NOTES, 1)), "", ""
    for kind, words in PAPER:
        if kind == "row":
            rows += "<row>" + "".join(f"<entry><al>{cell}</al></entry>" for cell in words) + "</row>"
            continue
        inner = ""
        for piece, value in marked(words, notes):
            inner += (
                f"<noot><noot.nr>{value[0]}</noot.nr><noot.al>{value[1]}</noot.al></noot>" if piece == "note" else value
            )
        inner = inner.replace("verantwoor", "verant<?xpp afbreek?>woor")
        body += {
            "h": f"<tussenkop kopopmaak='vet'>{inner}</tussenkop>",
            "p": f"<al>{inner}</al>",
            "li": f"<lijst><li><li.nr>•</li.nr><al>{inner}</al></li></lijst>",
        }[kind]
    head = "".join(f"<entry><al>{cell}</al></entry>" for cell in HEADS)
    table = f"<table><tgroup><thead><row>{head}</row></thead><tbody>{rows}</tbody></tgroup></table>"
    return f"<officiele-publicatie><kamerstuk><tekst>{body}{table}</tekst></kamerstuk></officiele-publicatie>".encode()


def as_html():
    notes, body, rows, ends = iter(enumerate(NOTES, 1)), "", "", ""
    for kind, words in PAPER:
        if kind == "row":
            rows += "<tr>" + "".join(f"<td><p>{cell}</p></td>" for cell in words) + "</tr>"
            continue
        inner = ""
        for piece, value in marked(words, notes):
            if piece == "note":
                inner += f'<sup><a href="#n{value[0]}">{value[0]}</a></sup>'
                ends += f'<p class="noot" id="n{value[0]}"><sup>{value[0]}</sup> {value[1]}</p>'
            else:
                inner += value
        body += {"h": f"<h2>{inner}</h2>", "p": f"<p>{inner}</p>", "li": f"<ul><li>{inner}</li></ul>"}[kind]
    head = "".join(f"<th>{cell}</th>" for cell in HEADS)
    return f"<!DOCTYPE html><html><body>{body}<table><tr>{head}</tr>{rows}</table>{ends}</body></html>".encode()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def as_docx():
    notes, body, rows, kept = iter(enumerate(NOTES, 1)), "", "", ""
    for kind, words in PAPER:
        if kind == "row":
            rows += row(words)
            continue
        runs = ""
        for piece, value in marked(words, notes):
            if piece == "note":
                runs += f'<w:r><w:footnoteReference w:id="{value[0]}"/></w:r>'
                kept += f'<w:footnote w:id="{value[0]}">{paragraph(run(value[1]))}</w:footnote>'
            else:
                runs += run(value)
        style = {"h": '<w:pStyle w:val="Kop1"/>', "p": "", "li": NUMBERED}[kind]
        body += paragraph(runs, style)
    table = f"<w:tbl>{row(HEADS)}{rows}</w:tbl>"
    return packed(
        f"<w:document {W}><w:body>{body}{table}</w:body></w:document>", f"<w:footnotes {W}>{kept}</w:footnotes>"
    )


NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
NUMBERING = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
STYLES = f'<w:styles {W}><w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/></w:style></w:styles>'


def run(words):
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(runs, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def row(cells):
    return "<w:tr>" + "".join(f"<w:tc>{paragraph(run(cell))}</w:tc>" for cell in cells) + "</w:tr>"


def packed(document, footnotes):
    parts = {"styles": STYLES, "numbering": NUMBERING, "footnotes": footnotes}
    types = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{MAIN}.{name}+xml"/>' for name in parts)
    relations = "".join(f'<Relationship Id="r{n}" Type="{R}/{n}" Target="{n}.xml"/>' for n in parts)
    space = "http://schemas.openxmlformats.org/package/2006"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{space}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{MAIN}.document.main+xml"/>{types}</Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{space}/relationships"><Relationship Id="r" Type="{R}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/_rels/document.xml.rels", f'<Relationships xmlns="{space}/relationships">{relations}</Relationships>'
        )
        archive.writestr("word/document.xml", document)
        for name, part in parts.items():
            archive.writestr(f"word/{name}.xml", part)
    return buffer.getvalue()


class Page(FPDF):
    """Pages with a running head and number, and the notes of a page at its foot."""

    def __init__(self):
        super().__init__()
        self.waiting = []
        self.set_auto_page_break(True, 60)

    def header(self):
        self.set_font("helvetica", size=8)
        self.cell(text="Tweede Kamer, vergaderjaar 2019-2020, 35 000, nr. 12")
        self.ln(12)
        self.set_font("helvetica", size=11)

    def footer(self):
        self.set_y(-58)
        for number, note in self.waiting:
            self.set_font("helvetica", size=5)
            self.write(3, str(number))
            self.set_font("helvetica", size=8)
            self.write(4, f" {note}")
            self.ln(4)
        self.waiting = []
        self.set_y(-12)
        self.cell(text=f"Pagina {self.page_no()}")


def as_pdf():
    notes, page = iter(enumerate(NOTES, 1)), Page()
    page.add_page()
    for kind, words in PAPER:
        if kind == "row":
            cells(page, words)
            continue
        page.set_font("helvetica", "B" if kind == "h" else "", 11)
        if kind == "li":
            page.write(5, "- ")
        for piece, value in marked(words, notes):
            if piece == "note":
                page.char_vpos = "SUP"
                page.write(5, str(value[0]))
                page.char_vpos = "LINE"
                page.waiting.append(value)
            else:
                page.write(5, value)
        page.ln(5 if kind == "li" else 10)
        if words == PAPER[-3][1]:
            cells(page, HEADS)
    return bytes(page.output())


def cells(page, words):
    for at, text in enumerate(words):
        page.set_x(20 + 80 * at)
        page.cell(80, 7, text)
    page.ln(9)


FORMATS = {"text": as_text, "xml": as_xml, "html": as_html, "docx": as_docx, "pdf": as_pdf}
KINDS = (PassageKind.HEADING, PassageKind.PARAGRAPH, PassageKind.LIST_ITEM)


@pytest.fixture(scope="module", params=FORMATS, ids=FORMATS)
def letter(request):
    return request.param, read_letter("paper", FORMATS[request.param]())


def plain(words):
    return " ".join(words.replace("^", "").split())


def test_sections(letter):
    name, read = letter
    rows = [] if name == "text" else ["Bijlage: moties en toezeggingen", "Motie over pleinen", "Toezegging: bankjes"]
    assert [section.heading for section in read.sections] == [*(w for kind, w in PAPER if kind == "h"), *rows]


def test_passages(letter):
    _, read = letter
    wanted = [plain(words) for kind, words in PAPER if kind != "row"]
    assert [p.text for p in read.passages if p.kind in KINDS and not p.row] == wanted


def test_notes_hang_on_their_marks(letter):
    _, read = letter
    count = sum(words.strip().count("^") for kind, words in PAPER if kind != "row")
    notes = {p.mark: p.text for p in read.passages if p.kind is PassageKind.FOOTNOTE}
    assert notes == {str(number): NOTES[number - 1] for number in range(1, count + 1)}
    assert [note.mark for p in read.passages for note in p.notes] == list(notes)
    for passage in read.passages:
        for note in passage.notes:
            assert passage.text[: note.offset].endswith(("leerlijn.", "aanpak."))


def test_cells(letter):
    name, read = letter
    if name == "text":
        pytest.skip("rows side by side do not survive as text")
    cell = next(p for p in read.passages if p.text == "De brief volgt in december.")
    assert (cell.kind, cell.row, cell.column) == (PassageKind.TABLE_CELL, "Toezegging: bankjes", "Stand van zaken")


def test_nothing_is_lost(letter):
    _, read = letter
    assert check_lossless(read).whole
