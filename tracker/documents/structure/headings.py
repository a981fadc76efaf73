"""Which blocks are headings: a short line that titles what follows, and never a list item or a sentence of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.documents.layout.list_markers import Label
from tracker.documents.layout.paragraphs import LARGER
from tracker.documents.layout.patterns import ShapeName, match, phrases
from tracker.documents.structure.bare_times import is_bare_time
from tracker.documents.structure.candidates import BOLD, STRESSED, HeadingCandidate
from tracker.documents.structure.numbered_points import numbered_points
from tracker.model import PassageKind

_NO_TITLES: tuple[ShapeName, ...] = ("caption", "verdict", "letterhead_label", "party_asks", "house_code")
_LABELS: tuple[ShapeName, ...] = ("caption", "subject_label", "date_heading", "house_code", "paper_code")
_PARAGRAPH = 2
"""A paragraph below a title of ordinary type has at least so many lines."""
_SHORT_TITLE = 80
"""Characters, about a printed line: what is longer is a sentence."""
_LONG = 120
"""What follows a title that ends in a colon is longer than this."""
_SENTENCES = re.compile(r"[.?!] (?=[A-Z])")
_QUOTED = re.compile(r"[.!][»”\"’']+$")
"""The end of sentences that are quoted; a question may be a title."""
_ENDS = ".;:,"
_FINISHED, _CLOSED = ".?!;)", ")'’"
_RUN_ON = ("...", "…")


def find_headings(candidates: Sequence[HeadingCandidate]) -> set[int]:
    """The positions of the headings among the blocks of the running text (notes and furniture left out)."""
    found: set[int] = set()
    for at in range(len(candidates) - 1, -1, -1):
        this = candidates[at]
        before = candidates[at - 1] if at else None
        after = candidates[at + 1] if at + 1 < len(candidates) else None
        if not this.open:
            if after and _is_stressed_item(this, after):
                found.add(at)
            continue
        if _is_heading(this, before, after) or (after and at + 1 in found and _stands_above(this, before, after)):
            found.add(at)
    return found | _openers(candidates, found) | numbered_points(candidates)


def _stands_above(this: HeadingCandidate, before: HeadingCandidate | None, heading: HeadingCandidate) -> bool:
    """Whether a bold line of its own titles what the heading right below it begins with."""
    large = min(this.block.emphasis, heading.block.emphasis) > LARGER and this.block.gap > 0
    apart = large or (this.block.gap > 0 and heading.block.gap > 0)
    numbered = this.label is not None and heading.label is None and heading.block.emphasis >= BOLD
    return (
        (apart or numbered or _opens_count(this, heading) or _below_text(this, before, heading))
        and this.block.structured
        and this.block.emphasis >= BOLD
        and this.short
        and _may_title(this)
    )


def _below_text(this: HeadingCandidate, before: HeadingCandidate | None, heading: HeadingCandidate) -> bool:
    """Whether a bold paragraph of a word processor stands below text that ends, above another of its weight."""
    ends = before is not None and before.block.emphasis < STRESSED and before.text[-1] in _FINISHED
    whole = this.text[0].isupper() and (this.text[-1].isalnum() or this.text[-1] in _CLOSED)
    begins = heading.text[0].isupper() or (heading.label is not None and this.label is None)
    alike = this.block.page is None and heading.block.emphasis >= BOLD and begins
    return ends and whole and alike and len(this.text) <= _SHORT_TITLE


def _opens_count(this: HeadingCandidate, heading: HeadingCandidate) -> bool:
    """Whether a heading is the first of those that are counted below this line, itself of no count or a higher one."""
    label, above = heading.label, this.label
    return (
        label is not None and label.last == 1 and (above is None or len(above.parts) < len(label.parts))
    ) and heading.block.emphasis >= BOLD


def _is_heading(this: HeadingCandidate, before: HeadingCandidate | None, after: HeadingCandidate | None) -> bool:
    if not this.short or after is None or after.block.kind in (PassageKind.SIGNATURE, PassageKind.MASTHEAD):
        return False
    if match("answers_title", this.text) and match("question_label", after.text):
        return False
    if this.block.structured:
        return _is_stressed(this, after) or _is_plain_title(this, before, after)
    label = this.label
    if label is not None:
        return _is_numbered(this, label, before, after)
    if this.text[0].islower() or this.text.startswith(_RUN_ON):
        return _is_run_on(this, before, after)
    return _titles(this, after) and not _among_points(this, before, after)


def _is_stressed(this: HeadingCandidate, after: HeadingCandidate) -> bool:
    """In a format that shows its headings: a line wholly bold or italic above text that is not."""
    stressed = this.block.emphasis > after.block.emphasis or after.block.kind is PassageKind.HEADING
    head_of_table = after.block.place is not None and not this.block.gap
    return this.block.emphasis >= STRESSED and stressed and not head_of_table and _may_title(this, after)


def _is_stressed_item(this: HeadingCandidate, after: HeadingCandidate) -> bool:
    """Whether an item of a list is wholly bold and titles the paragraph below it."""
    item = this.block.kind is PassageKind.LIST_ITEM and this.block.structured and this.block.place is None
    titles = item and this.block.emphasis >= BOLD and this.short and this.text[-1] not in _ENDS
    text_below = after.open and not after.block.emphasis and after.block.lines >= _PARAGRAPH and after.label is None
    return titles and text_below and not this.text[0].islower()


def _may_title(this: HeadingCandidate, after: HeadingCandidate | None = None) -> bool:
    """Whether the words of a stressed line can be a title: no advice, caption, passage of sentences or torn line.

    One word with a colon is a label, not a title.
    """
    text = this.text
    if any(match(name, text) for name in _NO_TITLES) or text[0].islower() or (text[0] == "(" and text[-1] == ")"):
        return False
    if text[-1] == ":":
        text_below = after is not None and after.block.kind is None and after.label is None and len(after.text) > _LONG
        return this.block.emphasis >= BOLD and this.block.gap > 0 and text_below and " " in text
    passage = this.label is None and text[-1] == "." and (this.block.lines > 1 or bool(_SENTENCES.search(text)))
    return text[-1] not in ";," and not passage


def _is_plain_title(this: HeadingCandidate, before: HeadingCandidate | None, after: HeadingCandidate) -> bool:
    """In a printed paper: a short line by itself, set off from what stands above it, right above a paragraph."""
    text, block = this.text, this.block
    below_title = before is not None and before.open and before.block.emphasis >= BOLD and not block.gap
    if (
        block.emphasis >= STRESSED
        or block.page is None
        or block.lines > 1
        or not (block.gap or below_title)
        or after.block.gap
        or after.block.lines < _PARAGRAPH
    ):
        return False
    ended = before is None or below_title or before.text[-1] in ".?!:;" or before.block.kind is not None
    whole = (
        (text[0].isupper() or (text[0].isdigit() and this.label is None))
        and this.end not in ".:;,?!"
        and text.split()[-1].casefold() not in phrases().unfinished
    )
    plain = whole and not any(match(name, text) for name in _NO_TITLES)
    return ended and plain and after.open and after.text[0].isupper() and len(text) <= _SHORT_TITLE


def _titles(this: HeadingCandidate, after: HeadingCandidate) -> bool:
    """An unnumbered line without an end of sentence that stands above running text."""
    if (
        (this.text[0] == "(" and this.text[-1] == ")")
        or _QUOTED.search(this.text)
        or any(match(name, this.text) for name in _LABELS)
    ):
        return False
    if this.text.split(" ")[-1].casefold() in phrases().unfinished or _is_planned(this.text):
        return False
    if this.end in _ENDS:
        return this.end == "," and this.block.hard and this.block.lines == 1 and this.block.gap > 0
    return after.block.place is None and not (this.block.hard and this.block.lines > 1 and not this.block.gap)


def _among_points(this: HeadingCandidate, before: HeadingCandidate | None, after: HeadingCandidate) -> bool:
    """Whether a line stands right above or below a point over several lines that ends without a stop, as it does."""
    return (not after.block.gap and _is_point(after)) or (
        not this.block.gap and before is not None and _is_point(before)
    )


def _is_point(this: HeadingCandidate) -> bool:
    wrapped = this.open and this.block.hard and this.block.lines > 1
    return wrapped and this.label is None and this.end.isalnum() and this.text[0].isupper()


def _is_planned(text: str) -> bool:
    """Whether a line tells what is planned for a time ("Q1 2026: publicatie")."""
    time, colon, act = text.partition(":")
    return bool(colon and act.strip()) and is_bare_time(time)


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
    if this.end in _ENDS:
        return len(label.parts) > 1 and this.end == "." and this.block.lines <= 2
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
