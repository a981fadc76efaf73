"""A letter as plain text, a passage a line: what `git diff` compares when letters are kept as PDF or Word."""

from __future__ import annotations

from tracker.model import Letter, PassageKind
from tracker.text.escape import plain


def render(letter: Letter) -> str:
    """The passages in reading order with an empty line between them, running heads and page numbers left out."""
    kept = (passage for passage in letter.passages if passage.kind is not PassageKind.FURNITURE)
    return (
        "\n\n".join(plain(f"{passage.mark} {passage.text}" if passage.mark else passage.text) for passage in kept)
        + "\n"
    )
