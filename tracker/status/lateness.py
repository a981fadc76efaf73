"""Whether what a report tells happened after the last known deadline."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from tracker.extraction import StatementFacts
from tracker.extraction.cues import Cue
from tracker.model import Lateness, Letter, StatusReport
from tracker.status.standing_deadlines import Standing

Letters = Mapping[str, Letter]


def lateness_of(row: StatusReport, standing: Standing | None, letters: Letters, facts: StatementFacts) -> Lateness:
    """Late, or on time, where that holds on every reading of both dates, or late by its own words."""
    if standing is None or standing.deadline.end is None:
        return Lateness.UNKNOWN
    begin, end = _when(row, letters, facts)
    if begin is not None and begin > standing.deadline.end:
        return Lateness.LATE
    if end is not None and end <= standing.deadline.end:
        return Lateness.ON_TIME
    says_so = Cue.POSTPONING in facts.cues and Cue.UNMOVED not in facts.cues
    return Lateness.LATE if says_so else Lateness.DEPENDS


def _when(row: StatusReport, letters: Letters, facts: StatementFacts) -> tuple[dt.date | None, dt.date | None]:
    """The days between which a reported thing happened: as it says, else since the letter before.

    What is done "before Christmas" may have been done long before.
    """
    if row.when is not None and row.when.end is not None:
        return None if row.when.is_limit else row.when.start or row.when.end, row.when.end
    written = letters[row.letter].latest or letters[row.letter].anchor
    if not facts.sentence_cues.isdisjoint({Cue.ENCLOSED, Cue.COMES_NOW}) and letters[row.letter].date is not None:
        return written, written
    before = [
        letter.anchor
        for letter in letters.values()
        if letter.anchor is not None and written is not None and letter.anchor < written
    ]
    return max(before) + dt.timedelta(days=1) if before else None, written
