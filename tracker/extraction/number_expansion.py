"""Texts with each number of a registered promise in full: "TZ202402-158/159" names two."""

from __future__ import annotations

from functools import lru_cache

from tracker.extraction.references import find_citations
from tracker.language.resources import word_set

_JOINT = ", "


@lru_cache(maxsize=2048)
def written_out(text: str) -> str:
    """A text with the numbers that a list or range gives by their last figures alone written out."""
    registered = word_set("details", "registered")
    several = [row for row in find_citations(text) if row.references[0].kind in registered and len(row.references) > 1]
    for row in reversed(several):
        text = text[: row.begin] + _JOINT.join(one.id for one in row.references) + text[row.end :]
    return text
