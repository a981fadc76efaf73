"""A block with its mended words, as the rules of the outline look at it."""

from __future__ import annotations

import re

from msgspec import Struct

from tracker.documents.layout.blocks import Block
from tracker.documents.layout.cleanup import Mended
from tracker.documents.layout.list_markers import Label, label_of

STRESSED = 0.4
"""From so much emphasis on a line is wholly bold or italic."""
_LONGEST = 200
"""Characters of a heading at most: by judgement; not measured."""
_LONGEST_BOLD = 320
"""The same of one that its file marks as stressed."""
BOLD = 0.9
"""The share of a block that must be bold for it to be stressed: by judgement; not measured."""
LINES = 4
"""Printed lines of a heading at most."""
_NOTE_MARKS = re.compile(
    r"(?:(?<=[^\W\d_]{3}[.?!:;])|(?<=\d{4}[.?!:;]))\d{1,3}(?:, ?\d{1,3})*$"
    r"|(?<=[.?!:;]) ?(?:[¹²³⁰⁴-⁹]+|(?:\[\d{1,3}\])+)$"
)
"""Marks of footnotes behind a sentence that has ended ("gestuurd.[1]", ".1", ".¹"); no figure ("versie 2.1")."""


class HeadingCandidate(Struct, frozen=True):
    """A block with its mended words, as the rules look at it."""

    block: Block
    mended: Mended

    @property
    def text(self) -> str:
        """Its words."""
        return self.mended.text

    @property
    def end(self) -> str:
        """Its last character, before the marks of footnotes where a sentence ended there."""
        return _NOTE_MARKS.sub("", self.text)[-1]

    @property
    def open(self) -> bool:
        """Whether its kind is still to be decided."""
        return self.block.kind is None and self.block.place is None

    @property
    def label(self) -> Label | None:
        """The number that it begins with."""
        return label_of(self.text)

    @property
    def short(self) -> bool:
        """Whether it is short enough for a heading."""
        longest = _LONGEST_BOLD if self.block.structured and self.block.emphasis > STRESSED else _LONGEST
        return len(self.text) <= longest and self.block.lines <= LINES
