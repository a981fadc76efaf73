"""Text → the few signs that stand for it in ids, the same on every machine."""

from __future__ import annotations

from hashlib import blake2s

THREAD_MARK = "t-"
"""How the id of a thread begins."""


def thread_id(first: str) -> str:
    """The id of the thread that starts with a statement."""
    return f"{THREAD_MARK}{short_id(first)}"


def short_id(text: str) -> str:
    """Eight hexadecimal digits; of ten thousand texts two share them about once in eighty times."""
    return blake2s(text.encode(), digest_size=4).hexdigest()
