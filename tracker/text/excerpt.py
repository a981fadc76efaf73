"""The beginning of a text that is too long to be shown whole."""

from __future__ import annotations

GOES_ON = " …"
"""What stands at the end of a text that goes on."""


def excerpt(text: str, most: int) -> str:
    """A text of `most` characters or fewer as it is; of a longer one its whole words, and that it goes on."""
    if len(text) <= most:
        return text
    return (text[: most + 1].rpartition(" ")[0] or text[:most]) + GOES_ON


def begins(told: str, text: str) -> bool:
    """Whether an excerpt stands in a text."""
    return bool(told) and told.removesuffix(GOES_ON) in text
