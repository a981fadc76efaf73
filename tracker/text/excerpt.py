"""The beginning, or the end, of a text that is too long to be shown whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

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


def clipped_apart(lines: Sequence[str], most: int) -> list[str]:
    """Lines as `clipped` gives each; those that would be cut alike have their ends, and the mark before them."""
    cut = [clipped(line, most) for line in lines]
    alike = {row for row, number in Counter(cut).items() if number > 1}
    ends = (f"{GOES_ON.strip()}{line[-max(most - 1, 1) :]}" if len(line) > most else line for line in lines)
    return [end if row in alike else row for end, row in zip(ends, cut, strict=True)]


def tail(text: str, most: int) -> str:
    """The end of a text, as `excerpt` gives the beginning: that words were left out, and whole words."""
    return text if len(text) <= most else f"{GOES_ON.strip()} {text[-most:].partition(' ')[2]}"


def stands_in(told: str, text: str) -> bool:
    """Whether an excerpt stands in a text."""
    return bool(told) and told.removesuffix(GOES_ON) in text
