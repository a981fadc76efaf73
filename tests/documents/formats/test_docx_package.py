"""Word documents that Word opens are read: Strict Open XML, relationships that lead nowhere."""

import io
import zipfile

import pytest

from tests.documents.docx_printer import as_docx
from tracker.documents import read_letter
from tracker.documents.formats.docx_package import openable

DEAD = (
    '<Relationship Id="rId77" Type="{kind}/header" Target="header9.xml"/>',
    '<Relationship Id="rId77" Type="{kind}/image" Target="../NULL"/>',
    '<Relationship Id="rId77" Type="{kind}/image" Target="media/image1.emf"/>',
)
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def packed(change):
    """The paper with each part changed by `change(name, bytes)`."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(as_docx())) as paper, zipfile.ZipFile(out, "w") as package:
        for name in paper.namelist():
            package.writestr(name, change(name, paper.read(name)))
    return out.getvalue()


def strict(_, part):
    for name in (b"wordprocessingml", b"officeDocument", b"drawingml"):
        usual, iso = b"http://schemas.openxmlformats.org/%b/2006/" % name, b"http://purl.oclc.org/ooxml/%b/" % name
        part = part.replace(usual, iso)
    return part


def texts(data):
    return [one.text for one in read_letter("x.docx", data).passages]


def test_strict_documents_are_read():
    data = packed(strict)
    assert b"purl.oclc.org" in zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")
    assert texts(data) == texts(as_docx())


@pytest.mark.parametrize("dead", DEAD)
def test_relationships_that_lead_nowhere_are_left_out(dead):
    def add(name, part):
        if name != "word/_rels/document.xml.rels":
            return part
        return part.replace(b"</Relationships>", dead.format(kind=KIND).encode() + b"</Relationships>")

    assert texts(packed(add)) == texts(as_docx())


def test_a_usual_document_is_left_as_it_is():
    data = as_docx()
    assert openable(data, zipfile.ZipFile(io.BytesIO(data))) is data
