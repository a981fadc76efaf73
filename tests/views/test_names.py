"""How deadlines are named."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from tests.ledgers import COMMITMENTS, PROMISED, SMALL
from tracker.i18n.catalog import speaking
from tracker.i18n.message import message
from tracker.ledger.queries import Index
from tracker.model import Deadline, Precision
from tracker.views.names import course, due, taken_over


def test_words_that_count_from_an_unknown_day_say_so() -> None:
    """The reader is told what is missing, where it is missing."""
    waiting = Deadline("volgend jaar", None, None, "", Precision.OPEN, notice=message("time.undated-letter"))
    assert due(waiting) == "volgend jaar (needs the letter's date)"
    assert due(Deadline("spoedig", None, None, "", Precision.OPEN)) == "spoedig"


def test_a_deadline_of_the_text_before_it_is_told_to_be_that_wherever_it_stands() -> None:
    (ref,) = {step.ref for step in PROMISED.members}
    before = [
        replace(row, deadline=replace(row.deadline, inherited=True)) if row.id == ref and row.deadline else row
        for row in COMMITMENTS
    ]
    index = Index(replace(SMALL, commitments=tuple(before)))
    assert course(index, PROMISED).endswith("] (deadline from the text before it)")
    with speaking("nl"):
        assert course(index, PROMISED).endswith("(termijn uit de tekst ervoor)")
    assert due(index.deadlines_of(PROMISED)[0]).endswith("(deadline from the text before it)")
    assert "before" not in course(Index(SMALL), PROMISED)


def test_what_a_later_sentence_names_itself_is_not_taken_over() -> None:
    (ref,) = {step.ref for step in PROMISED.members}
    promise = next(row for row in COMMITMENTS if row.id == ref)
    assert promise.deadline
    first = replace(promise, id="c-x", deadline=replace(promise.deadline, inherited=True))
    thread = replace(PROMISED, members=(replace(PROMISED.members[0], ref="c-x"), *PROMISED.members))
    index = Index(replace(SMALL, commitments=(first, *COMMITMENTS)))
    assert taken_over(index, thread) == frozenset()
    assert taken_over(index, replace(thread, members=thread.members[:1])) == {dt.date(2024, 12, 31)}
