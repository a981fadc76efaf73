"""Rulings that a later one replaces: they are kept, and what the later one says counts."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping

from tracker.decisions.contrary import Thing, thing_of
from tracker.decisions.ruling import OF_REGISTER, Decision, Ruling

_OF_THREAD = frozenset({Ruling.STATUS, Ruling.TITLE, Ruling.NOTE})
_WHETHER_PROMISE = frozenset({Ruling.MISSED, Ruling.REJECTED})
_TOGETHER = frozenset({Ruling.SAME, Ruling.MERGE, Ruling.DIFFERENT})


def superseded(decisions: Iterable[Decision], threads: Mapping[Thing, str]) -> tuple[Decision, ...]:
    """Those after which another one settles the same, of rulings in the order in which they were given.

    `threads` gives the thread of a quote: a verdict on it is one whichever of its quotes it names.
    """
    last: dict[Hashable, Decision] = {}
    found = []
    for decision in decisions:
        settled = _settled(decision, threads)
        if settled is not None and settled in last:
            found.append(last[settled])
        if settled is not None:
            last[settled] = decision
    return tuple(found)


def _settled(row: Decision, threads: Mapping[Thing, str]) -> Hashable | None:
    """What a ruling settles; None where a later one adds to it."""
    things = tuple(map(thing_of, row.quotes))
    thread = threads.get(things[0], things[0])
    if row.ruling in _OF_THREAD:
        return row.ruling, thread
    if row.ruling is Ruling.SLIP:
        return row.ruling, things[0][0], thread
    if row.ruling in OF_REGISTER:
        return "register", row.value, thread
    if row.ruling in _WHETHER_PROMISE:
        return "promise", things[0]
    if row.ruling in _TOGETHER:
        return "together", frozenset(things)
    return None if row.ruling is Ruling.SPLIT else (row.ruling, things[0])
