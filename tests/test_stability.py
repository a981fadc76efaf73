"""A letter more or less changes only the threads that it speaks in, and what its silence proved."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tracker.documents import read_collection
from tracker.extraction import analyse
from tracker.linking import link
from tracker.model import Ledger, Status, Thread
from tracker.pipeline import open_collection
from tracker.status import judge_all

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("shared")]


analysed_once = cache(analyse)
"""What a letter says by itself does not depend on the others."""


def without(ledger: Ledger, gone: str) -> tuple[Thread, ...]:
    """The threads as the other letters alone give them, as of the same day."""
    letters = [letter for letter in ledger.letters if letter.id != gone]
    alignments = [row for row in ledger.alignments if gone not in {row.from_, row.to}]
    commitments = [row for row in ledger.commitments if row.letter != gone]
    reports = [row for row in ledger.reports if row.letter != gone]
    analysed = list(map(analysed_once, letters))
    return judge_all(link(analysed, commitments, reports, alignments), analysed, ledger.as_of)


def members(thread: Thread) -> frozenset[str]:
    return frozenset(step.ref for step in thread.members)


@pytest.mark.parametrize("place", range(5), ids=["2015", "2016", "2017", "2023", "2024"])
def test_a_letter_bears_on_its_own_threads_alone(place: int, judged: Callable[..., Ledger], seeds: Path) -> None:
    ledger = judged(read_collection(open_collection(seeds)), seeds.name, None)
    gone = ledger.letters[place].id
    others = {members(thread): thread for thread in without(ledger, gone)}
    untouched = [row for row in ledger.threads if all(step.letter != gone for step in row.members)]
    assert untouched
    for thread in untouched:
        left = others[members(thread)]
        assert left.id == thread.id
        assert left.slips == thread.slips
        assert left.status in outcomes(thread, gone)


def outcomes(thread: Thread, gone: str) -> set[Status]:
    """The verdicts that a thread may have without a letter that it does not run through.

    Only a letter that was searched for it bears on it. Where that was the only one, nobody can judge yet; of an unclear
    thread it may have been the one that speaks. A silent one bears on which nouns the series speaks of throughout, and
    they name no thing: without it the passage of another letter may seem to speak of the promise, which accuses less.
    How probable a lapse is depends on which reports answer no promise: one that answered a promise of the letter that
    is gone answers none without it.
    """
    searched = {row.letter for row in thread.searched}
    if gone not in searched:
        return {Status.UNCLEAR, Status.LAPSED} if thread.lapse is not None else {thread.status}
    if thread.status is Status.LAPSED:
        return {Status.DUE} if searched == {gone} else {Status.LAPSED, Status.UNCLEAR}
    return {Status.UNCLEAR, Status.LAPSED, Status.DUE} if searched == {gone} else {Status.UNCLEAR}
