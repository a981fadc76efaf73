"""Bytes → text: UTF-8 with or without its mark, else Windows-1252 with a notice."""

from __future__ import annotations

import codecs

from tracker.errors import LetterError
from tracker.i18n.message import Message, message

_TEXT_CONTROLS = frozenset(b"\t\n\r\f\x01\x02\x03\x04\x05\x06\x07\x08\x0b\x13\x14\x15\x1c\x1d\x1e\x1f")
WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""How text in UTF-16 begins."""


def decode(data: bytes) -> tuple[str, tuple[Message, ...]]:
    """The text of a file, line ends made plain, and what the reader should know about it.

    Raises LetterError: the bytes are no text.
    """
    if data.startswith(WIDE):
        return _plain_lines(_utf16(data)), ()
    if b"\0" in data:
        raise LetterError("text.binary")
    try:
        return _plain_lines(data.decode("utf-8-sig")), ()
    except UnicodeDecodeError as fault:
        return _plain_lines(_windows(data)), (message("notice.windows-1252", byte=str(fault.start)),)


def _utf16(data: bytes) -> str:
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError as fault:
        raise LetterError("text.damaged-utf16") from fault


def _windows(data: bytes) -> str:
    strange = sum(byte < 0x20 and byte not in _TEXT_CONTROLS for byte in data[:65536])
    if strange or not data:
        raise LetterError("text.unknown-encoding")
    return data.decode("cp1252", errors="replace")


def _plain_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
