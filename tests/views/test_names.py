"""How deadlines are named."""

from __future__ import annotations

from tracker.i18n.message import message
from tracker.model import Deadline, Precision
from tracker.views.names import due


def test_words_that_count_from_an_unknown_day_say_so() -> None:
    """The reader is told what is missing, where it is missing."""
    waiting = Deadline("volgend jaar", None, None, "", Precision.OPEN, notice=message("time.undated-letter"))
    assert due(waiting) == "volgend jaar (needs the letter's date)"
    assert due(Deadline("spoedig", None, None, "", Precision.OPEN)) == "spoedig"
