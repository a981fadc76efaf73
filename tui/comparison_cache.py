"""Comparisons of letters and quotes, made by another process and remembered.

The words of the language that they need take more memory than all that the screens show.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeVar

from msgspec.structs import replace

from tracker.ledger.queries import Index
from tracker.model import Edit, Ledger, Thread
from tracker.storage.cache import digest, remembered
from tracker.storage.isolated_process import run_isolated
from tui.comparison import Comparison, changed_words, compare_letters

A = TypeVar("A")
T = TypeVar("T")


class TwoLetters(NamedTuple):
    """A ledger of two letters and of what is said of one promise in both."""

    ledger: Ledger
    older: str
    newer: str


class TwoQuotes(NamedTuple):
    """What was said, and what is said now."""

    was: str
    now: str


def letter_comparison(index: Index, older: str, newer: str) -> Comparison:
    """The comparison of two letters of a ledger."""
    two = TwoLetters(_about_both(index, older, newer), older, newer)
    return _once(Comparison, two, _compared)


def quote_edits(was: str, now: str) -> tuple[Edit, ...]:
    """The word edits between two quotes about the same; () where they share no word that says something."""
    return _once(tuple[Edit, ...], TwoQuotes(was, now), _changed)


def _once(kind: Any, about: A, task: Callable[[A], Iterator[T]]) -> T:
    """What a task gives of something; made here where the other process came to nothing."""

    def make() -> T:
        given = list(run_isolated(task, about))
        return given[0] if given else next(task(about))

    return remembered(kind, (task.__name__, digest(about)), make)


def _compared(two: TwoLetters) -> Iterator[Comparison]:
    yield compare_letters(Index(two.ledger), two.older, two.newer)


def _changed(two: TwoQuotes) -> Iterator[tuple[Edit, ...]]:
    yield changed_words(*two)


def _about_both(index: Index, older: str, newer: str) -> Ledger:
    """The part of a ledger that the comparison of two letters asks for."""
    ledger, both = index.ledger, {older, newer}
    alignment = index.alignment(older, newer)
    return replace(
        ledger,
        letters=tuple(row for row in ledger.letters if row.id in both),
        commitments=tuple(row for row in ledger.commitments if row.letter in both),
        reports=tuple(row for row in ledger.reports if row.letter in both),
        threads=tuple(_between(row, both) for row in ledger.threads if both <= {step.letter for step in row.members}),
        alignments=(alignment,) if alignment else (),
        topics=(),
        registered=(),
        refused=(),
        notices=(),
        missing=(),
    )


def _between(thread: Thread, both: set[str]) -> Thread:
    """A thread as far as two letters speak of it."""
    steps = tuple(step for step in thread.members if step.letter in both)
    searched = thread.more_searched + len(thread.searched)
    bare = replace(thread, evidence=(), searched=(), candidates=(), links=(), signs=())
    return replace(bare, members=steps, more_searched=searched)
