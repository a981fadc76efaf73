"""What kind of document some bytes are, from their content; a file's name proves nothing."""

from __future__ import annotations

import re

from tracker.documents.formats.decode import WIDE
from tracker.documents.formats.registry import PLAIN, READERS, InputFormat, Sample
from tracker.errors import LetterError

REFUSED = frozenset({".mht", ".mhtml", ".doc", ".rtf"})
"""What files are called that may hold a letter and are refused with the remedy."""
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".tif", ".tiff"})
"""The same of pictures, which may be scanned letters."""

_HEAD = 4096
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM6", b"RIFF")
_ROOT = re.compile(rb"<(?![?!])(?:[\w.-]+:)?([\w.-]+)")
_CONVERT = "soffice --headless --convert-to docx FILE"


def detect_format(data: bytes) -> InputFormat:
    """The format of a document.

    Raises LetterError: it is empty or of a kind that cannot be read, with the command that helps.
    """
    head, tail = _narrow(data[:_HEAD], data), _narrow(data[-_HEAD:], data)
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise LetterError("letter.empty")
    sample = Sample(data, start, _root(start))
    for row in READERS:
        if row.recognises(sample):
            return row
    _refuse_known(data, start)
    if start.startswith(b"<"):
        _refuse_markup(sample, tail.rstrip())
    return PLAIN


def _narrow(part: bytes, data: bytes) -> bytes:
    """A part of a document in UTF-8, where the document says that it is in UTF-16."""
    if not data.startswith(WIDE):
        return part
    return part.decode("utf-16-le" if data.startswith(WIDE[0]) else "utf-16-be", "ignore").encode("utf-8", "ignore")


def _root(start: bytes) -> str:
    """The name of the root element of markup, "" where there is none."""
    found = _ROOT.search(start) if start.startswith(b"<") else None
    return found.group(1).decode("ascii", "replace").casefold() if found else ""


def _refuse_known(data: bytes, start: bytes) -> None:
    if start.startswith(_ZIP):
        _refuse_archive(data)
    if start.startswith(_OLE):
        _refuse_office(data)
    if start.startswith(b"{\\rtf"):
        raise LetterError("format.rtf", command=_CONVERT)
    if b"MIME-Version:" in start and b"multipart/related" in start:
        raise LetterError("format.mhtml")
    if start.startswith(_PICTURES):
        raise LetterError("format.picture", command="img2pdf FILE | ocrmypdf - FILE.pdf")


def _refuse_archive(data: bytes) -> None:
    if b"mimetypeapplication/vnd.oasis.opendocument" in data[:200]:
        raise LetterError("format.open-document", command=_CONVERT)
    raise LetterError("format.zip")


def _refuse_office(data: bytes) -> None:
    if _LOCKED in data:
        raise LetterError("format.encrypted-office")
    raise LetterError("format.old-office", command=_CONVERT)


def _refuse_markup(sample: Sample, end: bytes) -> None:
    """Other markup is refused, text that begins with a bracket is not."""
    found = _ROOT.search(sample.head)
    closed = found is not None and end.endswith(b"</" + found.group()[1:] + b">")
    if closed or sample.head.startswith((b"<?xml", b"<!DOCTYPE")):
        raise LetterError("xml.other-root", name=sample.root or "?")
