"""What kind of document some bytes are, from their content; a file's name proves nothing."""

from __future__ import annotations

import re
from enum import StrEnum

from tracker.documents.formats.decode import WIDE
from tracker.errors import LetterError


class Format(StrEnum):
    """The kinds of document that can be read."""

    PLAIN = "plain text"
    PDF = "PDF"
    WORD = "Word"
    OFFICIAL_XML = "official XML"
    HTML = "HTML"


_HEAD = 4096
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM6", b"RIFF")
_ROOT = re.compile(rb"<(?![?!])(?:[\w.-]+:)?([\w.-]+)")
_CONVERT = "soffice --headless --convert-to docx"


def detect_format(data: bytes) -> Format:
    """The kind of a document.

    Raises LetterError: it is empty or of a kind that cannot be read, with the command that helps.
    """
    head, tail = _narrow(data[:_HEAD], data), _narrow(data[-_HEAD:], data)
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise LetterError("it is empty; put the letter itself there.")
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    if start.startswith(_ZIP):
        return _zipped(data)
    _refuse_known(start)
    if start.startswith(_OLE):
        _refuse_office(data)
    return _markup(start, tail.rstrip()) if start.startswith(b"<") else Format.PLAIN


def _narrow(part: bytes, data: bytes) -> bytes:
    """A part of a document in UTF-8, where the document says that it is in UTF-16."""
    if not data.startswith(WIDE):
        return part
    return part.decode("utf-16-le" if data.startswith(WIDE[0]) else "utf-16-be", "ignore").encode("utf-8", "ignore")


def _zipped(data: bytes) -> Format:
    if b"word/" in data:
        return Format.WORD
    if b"mimetypeapplication/vnd.oasis.opendocument" in data[:200]:
        raise LetterError(f"it is an OpenDocument file; convert it with `{_CONVERT} FILE`.")
    raise LetterError("it is a zip archive, no Word document; unpack it and put the letters themselves there.")


def _refuse_known(start: bytes) -> None:
    if start.startswith(b"{\\rtf"):
        raise LetterError(f"it is RTF; convert it with `{_CONVERT} FILE`.")
    if b"MIME-Version:" in start and b"multipart/related" in start:
        raise LetterError("it is a web archive (MHTML); open it in a browser and save the page as HTML.")
    if start.startswith(_PICTURES):
        raise LetterError("it is a picture; make it a searchable PDF with `img2pdf FILE | ocrmypdf - FILE.pdf`.")


def _refuse_office(data: bytes) -> None:
    if _LOCKED in data:
        raise LetterError("it is encrypted; open it in Word and save it without a password.")
    raise LetterError(f"it is an old binary Office file; convert it with `{_CONVERT} FILE`.")


def _markup(start: bytes, end: bytes) -> Format:
    """XML of an official paper or HTML, by the root element; other markup is refused, text is not."""
    found = _ROOT.search(start)
    name = found.group(1).decode("ascii", "replace").casefold() if found else ""
    if name in ("officiele-publicatie", "kamerwrk"):
        return Format.OFFICIAL_XML
    if name == "html" or b"<!doctype html" in start.lower() or (name in ("head", "body", "div", "p", "h1", "table")):
        return Format.HTML
    closed = found is not None and end.endswith(b"</" + found.group()[1:] + b">")
    if closed or start.startswith((b"<?xml", b"<!DOCTYPE")):
        raise LetterError(f"its root is <{name or '?'}>, no official publication; fetch the paper's own XML.")
    return Format.PLAIN
