"""The statuses of a promise and the steps of a letter: a table that every face iterates.

A new status is a row here, its words in the catalogs (which ones `tests/test_statuses.py` tells), and its colours in
`views/colours.toml`. What gives it to a thread is a letter's step of the same name, for which its row names outcomes of
reports, or a rule for deadlines that passed (`status/passed_deadline.py`). The row names its heading in
`report_headings.py`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from tracker.report_headings import FATES, EntryForm, Fate


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
    moves_deadline: bool = False
    """Whether the step is that something comes later or lasts longer."""
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
        Status.POSTPONED,
        StepKind.POSTPONED,
        "»",
        (Outcome.DELAYED,),
        fate=Fate.SLIPPED,
        news=1,
        is_accusing=True,
        moves_deadline=True,
    ),
    StatusRow(
        Status.EXTENDED, StepKind.EXTENDED, "↷", (Outcome.EXTENDED,), fate=Fate.EXTENDED, news=5, moves_deadline=True
    ),
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

MOVING = frozenset(outcome for row in TABLE if row.moves_deadline for outcome in row.outcomes)
"""The outcomes that say that something comes later or lasts longer."""

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
