"""A paper as a Word document."""

from html import escape

from tests.documents.hostile_files import zipped
from tests.documents.papers import HEADS, paper
from tracker.model import PassageKind

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SPACE = "http://schemas.openxmlformats.org/package/2006"
NUMBERING = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
STYLES = f'<w:styles {W}><w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/></w:style></w:styles>'
PROPERTIES = {
    PassageKind.HEADING: '<w:pStyle w:val="Kop1"/>',
    PassageKind.PARAGRAPH: "",
    PassageKind.LIST_ITEM: '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
}


def as_docx():
    """The paper with headings by style, footnotes in their part and a page break before the table."""
    body = "".join(
        paragraph("".join(_run(piece) for piece in part.pieces()), PROPERTIES[part.kind]) for part in paper().parts
    )
    notes = "".join(
        f'<w:footnote w:id="{number}">{paragraph(_run(note))}</w:footnote>' for number, note in paper().notes.items()
    )
    rows = "".join(_row(row) for row in ([[head] for head in HEADS], *paper().rows))
    table = f'<w:p><w:r><w:br w:type="page"/></w:r></w:p><w:tbl>{rows}</w:tbl>'
    return packed(body + table, footnotes=f"<w:footnotes {W}>{notes}</w:footnotes>")


def _run(piece):
    if isinstance(piece, int):
        return f'<w:r><w:footnoteReference w:id="{piece}"/></w:r>'
    return f'<w:r><w:t xml:space="preserve">{escape(piece)}</w:t></w:r>'


def paragraph(runs, properties=""):
    """A paragraph of runs."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def _row(cells):
    inner = ("".join(paragraph(_run(text)) for text in cell) for cell in cells)
    return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in inner) + "</w:tr>"


def packed(body, styles=STYLES, numbering=NUMBERING, **others):
    """A whole .docx with this body and these parts."""
    parts = {"styles": styles, "numbering": numbering, **others}
    types = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{MAIN}.{name}+xml"/>' for name in parts)
    relations = "".join(f'<Relationship Id="r{n}" Type="{R}/{n}" Target="{n}.xml"/>' for n in parts)
    return zipped(
        **{
            "[Content_Types].xml": f'<Types xmlns="{SPACE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{MAIN}.document.main+xml"/>{types}</Types>',
            "_rels/.rels": f'<Relationships xmlns="{SPACE}/relationships"><Relationship Id="r" '
            f'Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{SPACE}/relationships">{relations}</Relationships>',
            "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
            **{f"word/{name}.xml": part for name, part in parts.items()},
        }
    )
