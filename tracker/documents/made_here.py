"""Whether a document is an answer of the tracker: what it promises was promised elsewhere, and none of it is read."""

from __future__ import annotations

import re
import zipfile
from typing import BinaryIO

from tracker.documents.formats.zip import DAMAGED

GENERATOR = "progress-letter-tracker"
"""What a web page and a Word document of ours say that they were made by."""
_PAGE = re.compile(rb'<meta name="generator" content="' + GENERATOR.encode() + rb'">')
_HEAD_BYTES = 4096
"""Bytes in which a file tells who made it."""
_CORE = "docProps/core.xml"
_IDENTIFIER = f"<dc:identifier>{GENERATOR}</dc:identifier>".encode()


def is_made_here(file: BinaryIO) -> bool:
    """Whether a web page or a Word document says that the tracker made it; a text has no place for that."""
    head = file.read(_HEAD_BYTES)
    return _says_so(file) if head.startswith(b"PK") else _PAGE.search(head) is not None


def _says_so(file: BinaryIO) -> bool:
    try:
        with zipfile.ZipFile(file) as archive:
            entry = archive.getinfo(_CORE)
            return entry.file_size <= _HEAD_BYTES and _IDENTIFIER in archive.read(entry)
    except DAMAGED:
        return False
