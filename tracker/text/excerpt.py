"""The beginning, or the end, of a text that is too long to be shown whole."""

from __future__ import annotations

GOES_ON = " …"
"""What stands at the end of a text that goes on."""


def excerpt(text: str, most: int) -> str:
    """A text of `most` characters or fewer as it is; of a longer one its whole words, and that it goes on."""
    if len(text) <= most:
        return text
    return (text[: most + 1].rpartition(" ")[0] or text[:most]) + GOES_ON


def clipped(line: str, most: int) -> str:
    """A line of `most` characters or fewer as it is; a longer one cut to that, with the mark that it was."""
    return line if len(line) <= most else line[: max(most - 1, 0)].rstrip() + GOES_ON.strip()


def tail(text: str, most: int) -> str:
    """The end of a text, as `excerpt` gives the beginning: that words were left out, and whole words."""
    return text if len(text) <= most else f"{GOES_ON.strip()} {text[-most:].partition(' ')[2]}"


def begins(told: str, text: str) -> bool:
    """Whether an excerpt stands in a text."""
    return bool(told) and told.removesuffix(GOES_ON) in text
