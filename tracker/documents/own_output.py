"""Whether a document is an answer of the tracker: what it promises was promised elsewhere, and none of it is read."""

from __future__ import annotations

import re
import zipfile
from typing import BinaryIO

from tracker.documents.formats.decode import WIDE
from tracker.documents.formats.zip import DAMAGED

GENERATOR = "progress-letter-tracker"
"""What a web page and a Word document of ours say that they were made by."""
_PAGE = re.compile(rb'<meta name="generator" content="' + GENERATOR.encode() + rb'">')
_HEAD_BYTES = 4096
"""Bytes in which a file tells who made it."""
_CORE = "docProps/core.xml"
_ID = rb"t-[0-9a-f]{8}"
_TEXT = re.compile(
    rb"(?:(?<= {2})|(?<=\xc2\xb7 ))" + _ID + rb"(?=\r?$| {2}| \xc2\xb7 )"  # a line of a report, of a thread
    rb"|(?<=\xc2\xb7 )" + _ID + rb"(?= \w)"  # a statement of a letter
    rb"|(?<=[,;])" + _ID + rb"(?=[,;])"  # a row of CSV
    rb"|(?<=\) )" + _ID + rb"(?= \|)"  # a row of a reminder
    rb"|\(" + _ID + rb"\): "  # a case of a digest
    rb"|-\]\{\+",  # words that took the place of others
    re.MULTILINE,
)
"""How our texts set the id of a promise apart, and mark edits; who answers them quotes an id in a sentence."""
_IDENTIFIER = f"<dc:identifier>{GENERATOR}</dc:identifier>".encode()


def is_made_here(file: BinaryIO) -> bool:
    """Whether a web page or a Word document says that the tracker made it."""
    head = file.read(_HEAD_BYTES)
    return _says_so(file) if head.startswith(b"PK") else _PAGE.search(head) is not None


def is_text_made_here(data: bytes) -> bool:
    """Whether a text is set as ours are: it has no place for who made it."""
    if data.startswith(WIDE):
        data = data.decode("utf-16", "ignore").encode(errors="ignore")
    return _TEXT.search(data) is not None


def _says_so(file: BinaryIO) -> bool:
    try:
        with zipfile.ZipFile(file) as archive:
            entry = archive.getinfo(_CORE)
            return entry.file_size <= _HEAD_BYTES and _IDENTIFIER in archive.read(entry)
    except DAMAGED:
        return False
