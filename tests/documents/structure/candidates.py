"""Blocks as the rules of the outline look at them, made of words."""

from __future__ import annotations

from typing import Any

from tracker.documents.layout.blocks import Block
from tracker.documents.layout.cleanup import mend
from tracker.documents.layout.dehyphenate import Hyphens
from tracker.documents.structure.candidates import HeadingCandidate


def candidate(words: str, **facts: Any) -> HeadingCandidate:
    """One block of these words; `facts` are those of a Block."""
    block = Block(((0, len(words)),), **facts)
    return HeadingCandidate(block, mend(words, block, Hyphens(words)))
