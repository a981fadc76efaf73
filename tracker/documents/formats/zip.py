"""Zip archives from outside: which are small enough to open."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from tracker.documents.limits import Limits
from tracker.errors import LetterError

DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError),
    *(ValueError, LookupError, OSError, RuntimeError),
)
"""What opening an archive and reading its parts may raise where its bytes are not what they were."""


def open_zip(data: bytes, limits: Limits) -> zipfile.ZipFile:
    """The archive, after its contents were found to be of a sane size.

    Raises LetterError: it is damaged, encrypted, or unpacks to more than the limits allow.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except DAMAGED as fault:
        raise LetterError("docx.damaged") from fault
    entries = archive.infolist()
    size = sum(entry.file_size for entry in entries)
    if len(entries) > limits.entries or size > limits.unpacked:
        raise LetterError("docx.unpacks-large", size=size >> 20, parts=len(entries))
    if any(entry.flag_bits & 1 for entry in entries):
        raise LetterError("docx.encrypted")
    return archive
