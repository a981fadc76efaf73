"""Field codes of a word processor that a text export left behind: HYPERLINK "address" between control marks."""

from __future__ import annotations

import re

from tracker.documents.layout.blocks import Block, Cut
from tracker.model import PassageKind
from tracker.text.offsets import Span

_MARK = r"[\x01-\x08\x13-\x15\ufffd]"
_FIELD = re.compile(
    rf'(?<!{_MARK}){_MARK}*+((?:HYPERLINK|PAGEREF|REF|TOC|PAGE|NOTEREF)\b(?: *(?:"[^"\n]*"|\\\w))*) *{_MARK}+'
)
NOTE_START = re.compile(r"[\x02\ufffd]\s+(?=\S)")
"""How such an export begins a footnote."""


def find_fields(text: str) -> tuple[list[Cut], list[Block]]:
    """The field codes of a text: cut out of the wording, and kept as furniture."""
    cuts: list[Cut] = []
    blocks: list[Block] = []
    for field in _FIELD.finditer(text):
        cuts.append(Cut(field.start(), field.end(), ()))
        blocks.append(Block(spans=(field.span(1),), kind=PassageKind.FURNITURE))
    return cuts, blocks


def note_span(text: str, begin: int, end: int) -> Span | None:
    """The wording of an exported footnote between two offsets, or None where none begins."""
    found = NOTE_START.match(text, begin, end)
    return (found.end(), end) if found else None
