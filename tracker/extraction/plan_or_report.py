"""Words that read as a promise and as a report of it done: "6.1 De bruggen zijn hersteld" in a plan. They say one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from tracker.extraction.cues import Cue, find_cues
from tracker.model import Commitment, Firmness, Outcome, StatusReport
from tracker.text.tokens import runs

Statements = tuple[tuple[Commitment, ...], tuple[StatusReport, ...]]
_Words = tuple[str, ...]


def said_once(
    commitments: Sequence[Commitment], reports: Sequence[StatusReport], written: dt.date | None
) -> Statements:
    """The statements of a letter of a day, without what is only the other reading of some words.

    What is firmly promised for a day to come is no report of it done, in just these words at the end of it; but what
    comes with the letter ("hierbij stuur ik u …") is done. What no rule reads as a promise is none where it tells what
    was done in a time that has begun ("in 2024 is voorrang gegeven").
    """
    done = {_words_of(row.quote) for row in reports if row.outcome is Outcome.DELIVERED}
    promises = [row for row in commitments if not _is_told(row, written) or _words_of(row.quote) not in done]
    planned = {_words_of(row.quote) for row in promises if _is_planned(row, written)}
    return tuple(promises), tuple(row for row in reports if not _reads_as(row, planned))


def _words_of(quote: str) -> _Words:
    """The words of a quote, whatever their case and the marks around them."""
    return tuple(runs(quote.lower()))


def _is_told(row: Commitment, written: dt.date | None) -> bool:
    """Whether a promise that no rule reads is for a time that had begun when its letter was written."""
    start = row.deadline.start if row.deadline is not None else None
    return not row.is_ruled and start is not None and written is not None and start <= written


def _is_planned(row: Commitment, written: dt.date | None) -> bool:
    """Whether it is a firm promise for a day after its letter."""
    end = row.deadline.end if row.deadline is not None and row.firmness is Firmness.FIRM else None
    return end is not None and written is not None and end > written


def _reads_as(report: StatusReport, planned: set[_Words]) -> bool:
    if not planned or report.outcome is not Outcome.DELIVERED:
        return False
    said = _words_of(report.quote)
    return any(said[at:] in planned for at in range(len(said))) and Cue.ENCLOSED not in find_cues(report.quote)
