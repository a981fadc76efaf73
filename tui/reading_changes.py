"""What a new reading of the letters changed, for the one line that tells of it."""

from __future__ import annotations

from collections import Counter

from tracker.model import Thread
from tracker.views.names import short
from tui.labels import Labels
from tui.view_model import Study

SHOWN = 3
"""Threads that are named where no letter came or went; the others are counted."""


def told_changes(before: Study, after: Study, labels: Labels) -> str:
    """Letters that came or went, and threads whose verdict is another; "" where nothing changed."""
    came = [letter for id_, letter in after.index.letters.items() if id_ not in before.index.letters]
    went = [letter for id_, letter in before.index.letters.items() if id_ not in after.index.letters]
    lines = [labels("change.came", letter=short(letter)) for letter in came]
    lines += [labels("change.went", letter=short(letter)) for letter in went]
    moved = [(old, new) for old, new in _both(before, after) if old.status != new.status]
    named = [] if came or went else moved[:SHOWN]
    counted = moved[len(named) :]
    lines += [_verdict(old, new, labels) for old, new in named]
    if counted:
        counts = Counter(new.status for _, new in counted)
        rest = ", ".join(f"{number} {labels(f'status.{status}')}" for status, number in sorted(counts.items()))
        key = "change.more" if named else "change.verdicts"
        lines.append(labels(key, number=len(counted), verdicts=rest))
    new_threads = len(after.index.threads.keys() - before.index.threads.keys())
    gone_threads = len(before.index.threads.keys() - after.index.threads.keys())
    if new_threads or gone_threads:
        lines.append(labels("change.threads", new=new_threads, gone=gone_threads))
    lines += [labels("change.news")] if came else []
    return "\n".join(lines)


def _both(before: Study, after: Study) -> list[tuple[Thread, Thread]]:
    """The threads that are in both readings, by their id."""
    known = before.index.threads
    return [(known[thread.id], thread) for thread in after.ledger.threads if thread.id in known]


def _verdict(old: Thread, new: Thread, labels: Labels) -> str:
    """From which verdict to which; where threads were joined each is that of another title."""
    named = "" if old.title == new.title else f"{new.title}: "
    return f"{old.title}: {labels(f'status.{old.status}')} → {named}{labels(f'status.{new.status}')}"
