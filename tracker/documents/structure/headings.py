"""Which blocks are headings: a short line that titles what follows, and never a list item or a sentence of its own."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from tracker.documents.layout.blocks import Block
from tracker.documents.layout.cleanup import Mended
from tracker.documents.layout.list_markers import Label, label_of
from tracker.documents.layout.patterns import match, phrases
from tracker.model import PassageKind

_LONGEST = 200
_LONGEST_BOLD = 320
_LINES = 4
_STRESSED = 0.4
_ENDS = ".;:,"
_RUN_ON = ("...", "…")


class HeadingCandidate(Struct, frozen=True):
    """A block with its mended words, as the rules look at it."""

    block: Block
    mended: Mended

    @property
    def text(self) -> str:
        """Its words."""
        return self.mended.text

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
        longest = _LONGEST_BOLD if self.block.structured and self.block.emphasis > _STRESSED else _LONGEST
        return len(self.text) <= longest and self.block.lines <= _LINES


def find_headings(candidates: Sequence[HeadingCandidate]) -> set[int]:
    """The positions of the headings among the blocks of the running text (notes and furniture left out)."""
    found: set[int] = set()
    for at, this in enumerate(candidates):
        if not this.open:
            continue
        before = candidates[at - 1] if at else None
        after = candidates[at + 1] if at + 1 < len(candidates) else None
        if _is_heading(this, before, after):
            found.add(at)
    return found | _openers(candidates, found)


def _is_heading(this: HeadingCandidate, before: HeadingCandidate | None, after: HeadingCandidate | None) -> bool:
    if not this.short or after is None or after.block.kind in (PassageKind.SIGNATURE, PassageKind.MASTHEAD):
        return False
    if match("answers_title", this.text) and match("question_label", after.text):
        return False
    if this.block.structured:
        return _is_stressed(this, after)
    label = this.label
    if label is not None:
        return _is_numbered(this, label, before, after)
    if this.text[0].islower() or this.text.startswith(_RUN_ON):
        return _is_run_on(this, before, after)
    return _titles(this, after)


def _is_stressed(this: HeadingCandidate, after: HeadingCandidate) -> bool:
    """In a format that shows its headings: a line wholly bold or italic above text that is not."""
    stressed = this.block.emphasis > after.block.emphasis or after.block.kind is PassageKind.HEADING
    return (
        this.block.emphasis >= _STRESSED and stressed and this.text[-1] not in ":;," and not match("caption", this.text)
    )


def _titles(this: HeadingCandidate, after: HeadingCandidate) -> bool:
    """An unnumbered line without an end of sentence that stands above running text."""
    if (this.text[0] == "(" and this.text[-1] == ")") or match("caption", this.text):
        return False
    if this.text.split(" ")[-1].casefold() in phrases().unfinished:
        return False
    if this.text[-1] in _ENDS:
        return this.text[-1] == "," and this.block.hard and this.block.lines == 1 and this.block.gap > 0
    return after.block.place is None and not (this.block.hard and this.block.lines > 1 and not this.block.gap)


def _is_numbered(
    this: HeadingCandidate, label: Label, before: HeadingCandidate | None, after: HeadingCandidate
) -> bool:
    """A numbered line that is no item: its siblings do not stand right beside it, and it is no sentence."""
    if label.stop == ")":
        return False
    for beside in (before, after):
        other = beside.label if beside and beside.block.kind is not PassageKind.LIST_ITEM else None
        if other is not None and (other.follows(label) or label.follows(other)):
            return False
    if this.text[-1] in _ENDS:
        return len(label.parts) > 1 and this.text[-1] == "." and this.block.lines <= 2
    return True


def _is_run_on(this: HeadingCandidate, before: HeadingCandidate | None, after: HeadingCandidate) -> bool:
    """A heading that goes on with the sentence of the heading before it ("meer aandacht voor kwaliteit,")."""
    alone = this.block.lines == 1 and this.block.gap > 0 and this.block.hard
    return alone and (before is None or before.text[-1] in ".?!,") and after.text[0].isupper() and after.block.gap > 0


def _openers(candidates: Sequence[HeadingCandidate], found: set[int]) -> set[int]:
    """The headings that a run-on heading goes on with, though they look like a sentence."""
    more: set[int] = set()
    for at in found:
        if not candidates[at].text.startswith(_RUN_ON):
            continue
        for back in range(at - 1, -1, -1):
            this = candidates[back]
            if back in found:
                break
            if this.open and this.block.lines == 1 and this.block.gap and this.short:
                more.add(back)
                break
    return more
