"""The parts of the evidence for one promise: what was compared, what was found, and what that counts."""

from __future__ import annotations

from functools import cache

from tracker.model import LinkPart


def part(name: str, value: float, weight: float, text: str = "") -> LinkPart:
    """A part of the evidence: what was found times what it counts; never minus zero."""
    return LinkPart(name, value, weight, value * weight + 0.0, text)


def found(name: str, weight: float, text: str) -> LinkPart:
    """A part that is there or not, by the words that show it."""
    return part(name, 1.0, weight, text) if text else absent(name, weight)


@cache
def absent(name: str, weight: float) -> LinkPart:
    """A part of which nothing was found."""
    return part(name, 0.0, weight)


@cache
def stated(name: str, weight: float, holds: bool) -> LinkPart:
    """A part that holds or not, and that no words show."""
    return part(name, float(holds), weight)
