"""The rulings of two branches as one file."""

from __future__ import annotations

from tracker.decisions.file_order import is_ours
from tracker.decisions.toml_text import FILE_NAME, added, read_decisions, taken_out
from tracker.errors import DecisionError


def merged_rulings(base: str, ours: str, theirs: str) -> str:
    """The file of ours with what theirs added and took back since the base.

    Raises DecisionError: one of the three cannot be read, or theirs has comments that would be lost.
    """
    before, here, there = (read_decisions(text) for text in (base, ours, theirs))
    if set(_comments(theirs)) - set(_comments(base)) - set(_comments(ours)):
        raise DecisionError("decisions.comments", file=FILE_NAME)
    text, then, now, others = ours, frozenset(before), frozenset(here), frozenset(there)
    for row in before:
        if row not in others and row in now:
            text = taken_out(text, row)
    for row in there:
        if row not in then and row not in now:
            text = added(text, row)
    return text


def _comments(text: str) -> list[str]:
    """What somebody remarked; what every new file says is nobody's."""
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line.startswith("#") and not is_ours(line)]
