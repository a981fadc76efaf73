"""Whether a deadline is a limit ("uiterlijk eind 2024", "binnen een jaar"), of which only the last day is promised."""

from __future__ import annotations

from tracker.language.pack import cached
from tracker.model import Deadline
from tracker.temporal.grammar import grammar


def is_limit(deadline: Deadline) -> bool:
    """Whether the words of a deadline name its last day only: its first day is no earlier reading of it."""
    return not _limiting().isdisjoint(deadline.rule.split("+"))


_SPANS = ("span", "within")


@cached(maxsize=1)
def _limiting() -> frozenset[str]:
    """The frames and rules that set a limit."""
    table = grammar()
    frames = (frame.id for frame, _ in table.frames if frame.effect in {"by", "before"})
    return frozenset((*frames, *(rule.id for rule, _ in table.rules if rule.value in _SPANS)))
