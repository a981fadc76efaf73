"""What kind of document some bytes are, from their content; a file's name proves nothing."""

from __future__ import annotations

import re

from tracker.documents.formats.decode import WIDE
from tracker.documents.formats.registry import BEGINNINGS, PLAIN, READERS, REFUSED, InputFormat, Sample
from tracker.errors import LetterError

_HEAD = 4096
"""Bytes at either end in which a file tells what it is."""
_ROOT = re.compile(rb"<(?![?!])(?:[\w.-]+:)?([\w.-]+)")


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
    for refused in REFUSED:
        if refused.recognises(sample):
            raise refused.refusal()
    if any(beginning.startswith(start) for beginning in BEGINNINGS):
        raise LetterError("letter.cut-off")
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


def _refuse_markup(sample: Sample, end: bytes) -> None:
    """Other markup is refused, text that begins with a bracket is not."""
    found = _ROOT.search(sample.head)
    closed = found is not None and end.endswith(b"</" + found.group()[1:] + b">")
    if closed or sample.head.startswith((b"<?xml", b"<!DOCTYPE")):
        raise LetterError("xml.other-root", name=sample.root or "?")
