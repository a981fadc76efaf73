"""How large an untrusted letter may be; sane defaults, to be set higher by whoever needs it."""

from __future__ import annotations

from msgspec import Struct


class Limits(Struct, frozen=True):
    """Bounds on one collection and on each of its documents."""

    files: int = 5_000
    """Files that a collection may hold."""
    size: int = 50 << 20
    """Bytes of one file."""
    total: int = 1 << 30
    """Bytes of all files together."""
    text: int = 5_000_000
    """Characters of one document's text."""
    pages: int = 1_000
    unpacked: int = 200 << 20
    """Bytes that a zipped document may unpack to."""
    entries: int = 2_000
    """Parts of a zipped document."""
    blocks: int = 50_000
    """Blocks of one document."""


DEFAULT = Limits()
