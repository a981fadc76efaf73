"""What letters say: commitments and reports, with deadlines, amounts and places."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from msgspec import Struct

from tracker.i18n.message import Text
from tracker.statuses import MOVING, Outcome


class Firmness(StrEnum):
    """Firm: an undertaking or expectation of a checkable result. Soft: an intention or ongoing effort."""

    FIRM = "firm"
    SOFT = "soft"


class Kind(StrEnum):
    """What a commitment promises."""

    INFORM = "inform"
    DELIVER = "deliver"
    START = "start"
    LEGISLATE = "legislate"
    FUND = "fund"
    EVALUATE = "evaluate"
    TARGET = "target"
    CONTINUE = "continue"


class Precision(StrEnum):
    """How finely a deadline is stated; `open` has words and no dates."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    PART_OF_YEAR = "part-of-year"
    YEAR = "year"
    OPEN = "open"


class Deadline(Struct, frozen=True):
    """The interval in which a commitment is due. Words without dates ("zo spoedig mogelijk") have precision open.

    `start` None with an end means "until"; `edtf` is the Extended Date/Time Format of the same interval ("" when
    open); `anchor` is the letter's date that the words were read from; `notice` says what the reading had to assume;
    `is_limit`: the words name the last day only ("uiterlijk eind 2024", "binnen een jaar"); `exclusive`: `end` is the
    day on which it is over, and no part of it ("tot 1 juli", not "tot en met" and not "uiterlijk 1 juli").
    """

    text: str
    start: dt.date | None
    end: dt.date | None
    edtf: str
    precision: Precision
    inherited: bool = False
    anchor: dt.date | None = None
    rule: str = ""
    notice: Text | None = None
    is_limit: bool = False
    exclusive: bool = False


EURO = "EUR"
"""The unit of money."""


class Amount(Struct, frozen=True):
    """A figure of a commitment: 1500000.0 "EUR", 60000 "leraren", 80 "%"; `per` when recurring; `was` its old value."""

    text: str
    value: float
    unit: str
    per: str | None = None
    was: float | None = None


class Reference(Struct, frozen=True):
    """A paper, motion or registered promise that a statement names, such as ("kamerstuk", "kst-27923-443")."""

    kind: str
    id: str
    text: str


class Location(Struct, frozen=True):
    """Where a quote stands: text[start:end] of the letter holds it and what interrupts it; line, page count from 1.

    `ocr` says that the page is a picture whose text was read by a program, which may have misread it.
    """

    page: int | None
    line: int
    start: int
    end: int
    ocr: bool = False


LEARNED = "learned"
"""The rule of a statement that no rule found, but the weights of its words."""
TENTATIVE = "tentative"
"""The rule of a report that neither made likely by itself, but that what it reports was promised."""


class Statement(Struct, frozen=True, kw_only=True):
    """A commitment or a report: the sentence or clause as the letter has it, and the rule that read it so."""

    id: str
    letter: str
    section: str | None
    passage: str
    quote: str
    sentence: str
    """The whole sentence that the quote is (a clause of)."""
    location: Location
    rule: str
    confidence: float
    amounts: tuple[Amount, ...] = ()
    references: tuple[Reference, ...] = ()

    @property
    def is_ruled(self) -> bool:
        """Whether a rule of the language read it so, not the weights of its words alone."""
        return self.rule not in {LEARNED, TENTATIVE}

    @property
    def moves_deadline(self) -> bool:
        """Whether it reports that something comes later or lasts longer."""
        return False


class Commitment(Statement, frozen=True, kw_only=True):
    """An announcement of a checkable future act, product, event or end state."""

    firmness: Firmness
    kind: Kind
    actor: str
    deadline: Deadline | None = None
    conditions: tuple[str, ...] = ()
    hedges: tuple[str, ...] = ()
    inherited: tuple[str, ...] = ()
    """Which fields were taken from the sentence before: "actor", "deadline", "subject"."""


class StatusReport(Statement, frozen=True, kw_only=True):
    """A statement that tells the outcome of something promised or running earlier."""

    outcome: Outcome
    old_deadline: Deadline | None = None
    new_deadline: Deadline | None = None
    when: Deadline | None = None
    """When the reported thing happened, where the sentence says so ("presenteerden begin mei")."""
    tentative: bool = False
    """Whether its words alone are no ground to take it for a report: it is one where an earlier letter promises it."""

    @property
    def moves_deadline(self) -> bool:
        """Whether it reports that something comes later or lasts longer."""
        return self.outcome in MOVING


AnyStatement = Commitment | StatusReport
"""One or the other, told apart by its class."""
