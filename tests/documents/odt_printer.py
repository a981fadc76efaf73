"""A paper as an OpenDocument text."""

from html import escape

from tests.documents.hostile_files import zipped
from tests.documents.papers import HEADS, paper
from tracker.model import PassageKind

_SPACE = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(
    [
        *(f'xmlns:{name}="{_SPACE}:{name}:1.0"' for name in ("office", "text", "table", "style", "draw", "meta")),
        f'xmlns:fo="{_SPACE}:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ]
)


def as_odt():
    """The paper with headings, notes where they are marked and a table."""
    body = ""
    for part in paper().parts:
        inner = "".join(escape(piece) if isinstance(piece, str) else _note(piece) for piece in part.pieces())
        body += {
            PassageKind.HEADING: f'<text:h text:outline-level="1">{inner}</text:h>',
            PassageKind.PARAGRAPH: f"<text:p>{inner}</text:p>",
            PassageKind.LIST_ITEM: f"<text:list><text:list-item><text:p>{inner}</text:p></text:list-item></text:list>",
        }[part.kind]
    rows = "".join(map(_row, [[[head] for head in HEADS], *paper().rows]))
    return packed(f"{body}<table:table>{rows}</table:table>")


def _note(number):
    note = f"<text:note-body><text:p>{escape(paper().notes[number])}</text:p></text:note-body>"
    return f"<text:note><text:note-citation>{number}</text:note-citation>{note}</text:note>"


def _row(cells):
    inner = ("".join(f"<text:p>{escape(text)}</text:p>" for text in cell) for cell in cells)
    row = "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in inner)
    return f"<table:table-row>{row}</table:table-row>"


def packed(body, styles="", pages="", meta=""):
    """A whole .odt with this body, these automatic styles, these headers and footers, and these properties."""
    return zipped(
        mimetype="application/vnd.oasis.opendocument.text",
        **{
            "content.xml": f"<office:document-content {SPACES}>"
            f"<office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
            "styles.xml": f"<office:document-styles {SPACES}><office:master-styles><style:master-page>{pages}"
            "</style:master-page></office:master-styles></office:document-styles>",
            "meta.xml": f"<office:document-meta {SPACES}><office:meta>{meta}</office:meta></office:document-meta>",
        },
    )
