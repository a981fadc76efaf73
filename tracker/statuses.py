"""The statuses of a promise, the steps of a letter and the headings of reports: tables that every face iterates.

A new status is a row here, its words in the catalogs (which ones `tests/test_statuses.py` tells), and its colours in
`views/colours.toml`. What gives it to a thread is a letter's step of the same name, for which its row names outcomes of
reports, or a rule for deadlines that passed (`status/passing.py`). A new heading is a row here and its words; a status
names it, or `ledger/fates.py` gives it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Outcome(StrEnum):
    """What a status report says became of something."""

    DELIVERED = "delivered"
    IN_PROGRESS = "in_progress"
    DELAYED = "delayed"
    EXTENDED = "extended"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    DECLINED = "declined"


class StepKind(StrEnum):
    """What one letter did to a thread."""

    PROMISED = "promised"
    REPEATED = "repeated"
    CHANGED = "changed"
    EXTENDED = "extended"
    POSTPONED = "postponed"
    DELIVERED = "delivered"
    DROPPED = "dropped"
    PROGRESS = "progress"
    SILENT = "silent"


class Status(StrEnum):
    """The verdict on a thread as of a date, in the order of columns and charts."""

    PROMISED = "promised"
    REPEATED = "repeated"
    CHANGED = "changed"
    EXTENDED = "extended"
    DUE = "due"
    UNCLEAR = "unclear"
    POSTPONED = "postponed"
    DELIVERED = "delivered"
    DROPPED = "dropped"
    LAPSED = "lapsed"


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
        is_judged=True,
        is_always_counted=True,
        is_audited=True,
        is_answered_for=True,
        is_asked_after=True,
    ),
    Fate.SLIPPED: FateRow(
        EntryForm.SLIPPED,
        (Phase.SETTLED, 6),
        case=1,
        is_judged=True,
        is_always_counted=True,
        is_audited=True,
        is_answered_for=True,
        is_asked_after=True,
    ),
    Fate.DROPPED: FateRow(
        EntryForm.MET, (Phase.SETTLED, 7), case=2, is_judged=True, is_always_counted=True, is_audited=True
    ),
    Fate.UNCLEAR: FateRow(
        EntryForm.QUESTION,
        (Phase.PASSED, 2),
        is_judged=True,
        is_always_counted=True,
        is_audited=True,
        is_answered_for=True,
        is_asked_after=True,
        is_left_to_judge=True,
    ),
    Fate.DUE: FateRow(
        EntryForm.QUESTION,
        (Phase.PASSED, 3),
        is_judged=True,
        is_always_counted=True,
        is_audited=True,
        is_answered_for=True,
        is_asked_after=True,
    ),
    Fate.DOUBTED: FateRow(told=(Phase.PASSED, 4), is_judged=True, is_audited=True, is_left_to_judge=True),
    Fate.PARTLY: FateRow(EntryForm.PARTLY, (Phase.SETTLED, 2), is_judged=True, is_audited=True, is_asked_after=True),
    Fate.LATE: FateRow(
        EntryForm.MET,
        (Phase.SETTLED, 3),
        case=4,
        is_judged=True,
        is_always_counted=True,
        is_audited=True,
        is_named=True,
    ),
    Fate.COMING: FateRow(told=(Phase.RUNNING, 1), is_audited=True, is_named=True, is_ahead=True),
    Fate.CHANGED: FateRow(told=(Phase.SETTLED, 5)),
    Fate.KEPT: FateRow(
        EntryForm.MET, (Phase.SETTLED, 1), is_judged=True, is_always_counted=True, is_named=True, is_brief=True
    ),
    Fate.EXTENDED: FateRow(told=(Phase.SETTLED, 4), is_always_counted=True, is_named=True, is_brief=True),
    Fate.ONGOING: FateRow(told=(Phase.PAST, 1), is_brief=True),
    Fate.OPEN: FateRow(told=(Phase.RUNNING, 2), is_brief=True, is_ahead=True),
    Fate.UNDATED: FateRow(EntryForm.UNDATED, is_brief=True, is_ahead=True),
    Fate.SOFT: FateRow(is_brief=True, is_ahead=True),
}
"""The headings of reports in their order, with what is true of each: every face asks this table."""


class StatusRow(NamedTuple):
    """What is true of every thread with a status, and of every step that brings it there."""

    status: Status | None
    """None for a step that no verdict follows from."""
    step: StepKind | None
    """None where the verdict rests on what no letter says."""
    sign: str
    """A glyph of one column; no two rows share one."""
    outcomes: tuple[Outcome, ...] = ()
    """What reports say where they take the step; an outcome in no row tells of progress alone."""
    fate: Fate = Fate.OPEN
    """Of a thread with the status, unless its deadlines say more; where promises are counted by heading, they are so
    named: a status of which that is not true has a heading of its own."""
    reliability: float = 0.9
    """How often (0..1) the verdict is right when the statements and links are: by judgement; not measured."""
    news: int | None = None
    """The place of the step in the report of a new letter; None where that does not list it."""
    is_open: bool = True
    """Whether the promise may still be kept."""
    is_accusing: bool = False
    """Whether it says something against somebody: it then rests on a quote of the same act, or on a search."""
    tells_progress: bool = False
    """Whether the step reports how far the promise is, done or not."""
    is_finding: bool = False
    """Whether an audit lists its threads as findings, which a gate may say no to."""

    @property
    def is_settled(self) -> bool:
        """Whether a letter told its end: no deadline of it is overdue."""
        return not self.is_open and self.step is not None

    @property
    def is_pending(self) -> bool:
        """Whether nothing is the matter; totals count such promises together, as open."""
        return self.is_open and not self.is_accusing


TABLE = (
    StatusRow(
        Status.DELIVERED,
        StepKind.DELIVERED,
        "✓",
        (Outcome.DELIVERED,),
        fate=Fate.KEPT,
        news=4,
        is_open=False,
        tells_progress=True,
    ),
    StatusRow(
        Status.DROPPED,
        StepKind.DROPPED,
        "✗",
        (Outcome.CANCELLED, Outcome.DECLINED),
        fate=Fate.DROPPED,
        news=2,
        is_open=False,
        is_accusing=True,
        is_finding=True,
    ),
    StatusRow(
        Status.POSTPONED, StepKind.POSTPONED, "»", (Outcome.DELAYED,), fate=Fate.SLIPPED, news=1, is_accusing=True
    ),
    StatusRow(Status.EXTENDED, StepKind.EXTENDED, "↷", (Outcome.EXTENDED,), fate=Fate.EXTENDED, news=5),
    StatusRow(Status.UNCLEAR, None, "¿", fate=Fate.UNCLEAR),
    StatusRow(Status.LAPSED, None, "?", fate=Fate.LAPSED, is_open=False, is_accusing=True, is_finding=True),
    StatusRow(Status.DUE, None, "!", fate=Fate.DUE, reliability=0.95),
    StatusRow(Status.CHANGED, StepKind.CHANGED, "≈", (Outcome.CHANGED,), fate=Fate.CHANGED, reliability=0.85, news=3),
    StatusRow(Status.REPEATED, StepKind.REPEATED, "●", fate=Fate.OPEN, reliability=0.95),
    StatusRow(Status.PROMISED, StepKind.PROMISED, "○", fate=Fate.OPEN, reliability=0.98, news=6),
    StatusRow(None, StepKind.PROGRESS, "…", (Outcome.IN_PROGRESS,), tells_progress=True),
    StatusRow(None, StepKind.SILENT, "·"),
)
"""The statuses and steps by precedence: of several that are true of a thread, or that one letter takes, the first."""

_ROWS = {row.status: row for row in TABLE}
FACTS = {status: _ROWS[status] for status in Status}
"""The rows in the order of columns."""

STEPS = {row.step: row for row in TABLE if row.step}
"""The steps by weight: of several that one letter takes, the first is told where there is room for one."""

REPORTED = {outcome: row.step for row in TABLE if row.step for outcome in row.outcomes}
"""The step that a report of each outcome takes."""

LISTED = tuple(row.status for kind in Fate for row in TABLE if row.status and row.fate is kind)
"""The statuses as lists have them, the most telling first."""

COLUMNS = (
    tuple(status for status, row in FACTS.items() if row.is_pending),
    *((status,) for status, row in FACTS.items() if not row.is_pending),
)
"""The statuses that each column of totals counts: those of open promises together, then each of the others."""

FINDINGS = tuple(row.status for row in reversed(TABLE) if row.status and row.is_finding)
"""The statuses whose threads are findings, in the order of an audit."""
GATES = ("slipped", "late", *map(str, FINDINGS))
"""What a gate can say no to, as `--fail-on` names it: deadlines that moved or were met late, and those statuses."""

QUESTIONS = tuple(status for status, row in FACTS.items() if FATES[row.fate].entry is EntryForm.QUESTION)
"""The statuses of a deadline that passed where only the analyst, or a letter to come, can tell what became of it."""

NEWS = tuple(row.step for row in sorted(TABLE, key=lambda row: row.news or 0) if row.step and row.news)
"""The steps that the report of a new letter lists, in its order."""

SIGNS: dict[str, str] = {name: row.sign for table in (FACTS, STEPS) for name, row in table.items()}
"""The sign of each status and step; a step and a status of the same name share it."""
