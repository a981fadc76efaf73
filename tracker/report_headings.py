"""The headings of reports, under which promises stand by what became of them: a table that every face iterates.

A new heading is a row here and its words in the catalogs; a status names it (statuses.py), or `ledger/fates.py` gives
it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Fate(StrEnum):
    """What became of a promise as of a day: the heading of reports under which it stands.

    In their order: what weighs most, what is open, what is settled.
    """

    LAPSED = "lapsed"
    SLIPPED = "slipped"
    DROPPED = "dropped"
    UNCLEAR = "unclear"
    DUE = "due"
    DOUBTED = "doubted"
    PARTLY = "partly"
    LATE = "late"
    COMING = "coming"
    CHANGED = "changed"
    KEPT = "kept"
    EXTENDED = "extended"
    ONGOING = "ongoing"
    OPEN = "open"
    UNDATED = "undated"
    SOFT = "soft"


class Phase(StrEnum):
    """In which part of the three sentences that open a report a dated promise is counted."""

    SETTLED = "settled"
    PASSED = "passed"
    RUNNING = "running"
    PAST = "past"


class KeptShare(StrEnum):
    """As what a dated promise counts in the share of those kept, in the order in which that is drawn."""

    KEPT = "kept"
    LATE = "late"
    PARTLY = "partly"
    OPEN = "open"
    NOT_KEPT = "not-kept"


class EntryForm(StrEnum):
    """What a report tells of a promise under a heading, beside its words and its course."""

    STANDING = "standing"
    UNDATED = "undated"
    SILENT = "silent"
    QUESTION = "question"
    SLIPPED = "slipped"
    PARTLY = "partly"
    MET = "met"


class FateRow(NamedTuple):
    """What is true of every promise under a heading."""

    entry: EntryForm = EntryForm.STANDING
    told: tuple[Phase, int] | None = None
    """The opening sentence that counts it, with its place there; None for what has no deadline."""
    case: int | None = None
    """Its place among the heaviest cases; None where it says nothing against anybody."""
    share: KeptShare | None = None
    """As what it counts in the share of the promises kept; None where no letter was to tell yet, or none can."""
    is_judged: bool = False
    """Whether it says what became of a deadline: of two threads about one promise, another fate contradicts it."""
    is_always_counted: bool = False
    """Whether it is told how many there are, be it none."""
    is_audited: bool = False
    """Whether an audit of deadlines lists it."""
    is_answered_for: bool = False
    """Whether page one tells which office is to answer for it."""
    is_asked_after: bool = False
    """Whether the letter to ministers asks how it stands; what is in doubt is for the analyst to judge first."""
    is_left_to_judge: bool = False
    """Whether letters tell enough to ask the analyst what became of it, and too little to say so."""
    is_named: bool = False
    """Whether page one names some of them, in a line of its own."""
    is_brief: bool = False
    """Whether a line for each is enough on paper."""
    is_ahead: bool = False
    """Whether its deadline, if it has one, is still to come: the soonest stands first, and a report is brief on it."""

    @property
    def is_accusing(self) -> bool:
        """Whether it says something against somebody; what is doubtful of it is left to be judged."""
        return self.case is not None

    @property
    def is_dated(self) -> bool:
        """Whether it is of promises with a deadline, which figures count."""
        return self.told is not None


FATES = {
    Fate.LAPSED: FateRow(
        EntryForm.SILENT,
        (Phase.PASSED, 1),
        case=3,
        share=KeptShare.NOT_KEPT,
        is_judged=True,
        is_always_counted=True,
        is_audited=True,
        is_answered_for=True,
        is_asked_after=True,
        is_named=True,
    ),
    Fate.SLIPPED: FateRow(
        EntryForm.SLIPPED,
        (Phase.SETTLED, 6),
        case=1,
        share=KeptShare.NOT_KEPT,
        is_judged=True,
        is_always_counted=True,
        is_audited=True,
        is_answered_for=True,
        is_asked_after=True,
    ),
    Fate.DROPPED: FateRow(
        EntryForm.MET,
        (Phase.SETTLED, 7),
        case=2,
        share=KeptShare.NOT_KEPT,
        is_judged=True,
        is_always_counted=True,
        is_audited=True,
    ),
    Fate.UNCLEAR: FateRow(
        EntryForm.QUESTION,
        (Phase.PASSED, 2),
        share=KeptShare.OPEN,
        is_judged=True,
        is_always_counted=True,
        is_audited=True,
        is_answered_for=True,
        is_asked_after=True,
        is_left_to_judge=True,
        is_named=True,
    ),
    Fate.DUE: FateRow(
        EntryForm.QUESTION,
        (Phase.PASSED, 3),
        share=KeptShare.OPEN,
        is_judged=True,
        is_always_counted=True,
        is_audited=True,
        is_answered_for=True,
        is_asked_after=True,
    ),
    Fate.DOUBTED: FateRow(
        told=(Phase.PASSED, 4), share=KeptShare.OPEN, is_judged=True, is_audited=True, is_left_to_judge=True
    ),
    Fate.PARTLY: FateRow(
        EntryForm.PARTLY,
        (Phase.SETTLED, 2),
        share=KeptShare.PARTLY,
        is_judged=True,
        is_audited=True,
        is_asked_after=True,
    ),
    Fate.LATE: FateRow(
        EntryForm.MET,
        (Phase.SETTLED, 3),
        case=4,
        share=KeptShare.LATE,
        is_judged=True,
        is_always_counted=True,
        is_audited=True,
        is_named=True,
    ),
    Fate.COMING: FateRow(told=(Phase.RUNNING, 1), is_audited=True, is_named=True, is_ahead=True),
    Fate.CHANGED: FateRow(told=(Phase.SETTLED, 5)),
    Fate.KEPT: FateRow(
        EntryForm.MET,
        (Phase.SETTLED, 1),
        share=KeptShare.KEPT,
        is_judged=True,
        is_always_counted=True,
        is_named=True,
        is_brief=True,
    ),
    Fate.EXTENDED: FateRow(told=(Phase.SETTLED, 4), is_always_counted=True, is_named=True, is_brief=True),
    Fate.ONGOING: FateRow(told=(Phase.PAST, 1), is_brief=True),
    Fate.OPEN: FateRow(told=(Phase.RUNNING, 2), is_brief=True, is_ahead=True),
    Fate.UNDATED: FateRow(EntryForm.UNDATED, is_brief=True, is_ahead=True),
    Fate.SOFT: FateRow(is_brief=True, is_ahead=True),
}
"""The headings of reports in their order, with what is true of each: every face asks this table."""
