"""Under which numbers the register has what the letters promise without one, and whether letters speak of these."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from tracker.extraction.register_numbers import in_one_spelling, may_name, names
from tracker.model import Ledger


def registered_numbers(ledger: Ledger) -> dict[str, frozenset[str]]:
    """The numbers of the registered promises that threads surely are, by the ids of what these promise."""
    of_thread: dict[str, set[str]] = defaultdict(set)
    for row in ledger.registered:
        if row.sure:
            of_thread[row.thread].add(in_one_spelling(row.number))
    promises = {row.id for row in ledger.commitments}
    return {
        member.ref: frozenset(of_thread[thread.id])
        for thread in ledger.threads
        if thread.id in of_thread
        for member in thread.members
        if member.ref in promises
    }


def are_named_apart(ledger: Ledger, numbers: Mapping[str, frozenset[str]]) -> bool:
    """Whether letters name such a number in a passage with nothing of the thread that it is of."""
    passages = {row.id: row.passage for row in (*ledger.commitments, *ledger.reports)}
    for thread in ledger.threads:
        own = frozenset().union(*(numbers.get(member.ref, frozenset()) for member in thread.members))
        told = {passages.get(member.ref) for member in thread.members}
        if any(passage not in told for number in own for passage in _naming(ledger, number)):
            return True
    return False


def _naming(ledger: Ledger, number: str) -> Iterator[str]:
    """The passages that name a number, by their ids."""
    for letter in ledger.letters:
        if may_name(letter.text, number):
            yield from (row.id for row in letter.passages if names(row.text, number))
