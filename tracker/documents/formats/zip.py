"""Zip archives from outside: which are small enough to open."""

from __future__ import annotations

import io
import zipfile

from tracker.documents.limits import Limits
from tracker.errors import LetterError


def open_zip(data: bytes, limits: Limits) -> zipfile.ZipFile:
    """The archive, after its contents were found to be of a sane size.

    Raises LetterError: it is damaged, encrypted, or unpacks to more than the limits allow.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as fault:
        raise LetterError("it is damaged; open it in Word and save it again.") from fault
    entries = archive.infolist()
    size = sum(entry.file_size for entry in entries)
    if len(entries) > limits.entries or size > limits.unpacked:
        raise LetterError(
            f"it unpacks to {size >> 20} MB in {len(entries)} parts, more than a letter; save it without pictures."
        )
    if any(entry.flag_bits & 1 for entry in entries):
        raise LetterError("it is encrypted; save it without a password.")
    return archive
