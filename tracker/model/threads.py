"""Promises through the years: threads, steps, slips, verdicts, and the ledger that holds everything."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from msgspec import Struct

from tracker.i18n.message import Text
from tracker.model.alignment import Alignment
from tracker.model.letters import Letter, Refusal
from tracker.model.register import RegisterMatch
from tracker.model.statements import Commitment, StatusReport
from tracker.statuses import Status, StepKind


class Lateness(StrEnum):
    """Late on every reading of both dates, on time on every reading, or it depends; unknown without dates."""

    LATE = "late"
    ON_TIME = "on_time"
    DEPENDS = "depends"
    UNKNOWN = "unknown"


class Step(Struct, frozen=True):
    """A member of a thread: the statement `ref` of `letter`, what it did, and why it is read so (rule and words)."""

    letter: str
    ref: str
    step: StepKind
    why: Text
    old_end: dt.date | None = None
    """Of a step that prolongs, the last day as it was, as far as it is known; of one that repeats, that which an
    analyst ruled not to have moved."""
    new_end: dt.date | None = None
    """Of a step that prolongs: the last day from now on."""


class SlipVerdict(StrEnum):
    """What an analyst rules a move of a deadline to be."""

    NONE = "none"
    """The deadline did not move."""
    EXTENSION = "extension"
    """What is in force got more time: no slip."""
    MOVED = "moved"
    """It moved to the day of the ruling, or where that has none to no day."""


class Slip(Struct, frozen=True):
    """One move of a deadline to later. `days` and `new_end` are None when no new date was given."""

    from_letter: str
    to_letter: str
    old_end: dt.date | None
    new_end: dt.date | None
    days: int | None
    explained: str | None
    """The letter's own words of explanation, or None."""
    from_ref: str = ""
    to_ref: str = ""


class Evidence(Struct, frozen=True):
    """A ground for a link or verdict: the rule, its score (0..1) and the words that it rests on."""

    rule: str
    score: float
    text: Text
    refs: tuple[str, ...] = ()


class LinkPart(Struct, frozen=True, gc=False):
    """One part of the evidence of a link: what was compared, what was found, and what that counts.

    `contribution` is `value` times `weight`, rounded; the contributions of a link add up to its evidence. What a rule
    within one letter found, that holds or not, weighs nothing. `text` holds the words, form, days or papers found.
    """

    name: str
    value: float
    weight: float
    contribution: float
    text: str = ""


class Link(Struct, frozen=True, rename={"from_": "from"}):
    """Two statements that belong together: by which rule, how surely (0..1), by which words and evidence.

    The evidence of two letters is in nats, and above 0 speaks for one promise; parts that add nothing are left out. A
    link within one letter has a rule that holds or not, so its score is fixed. Where the part "by-rule" counts that the
    evidence is a link by the weights of hand, `by_hand` has the parts that came to that.
    """

    from_: str
    to: str
    rule: str
    score: float
    words: tuple[str, ...] = ()
    parts: tuple[LinkPart, ...] = ()
    by_hand: tuple[LinkPart, ...] = ()


class Searched(Struct, frozen=True):
    """A letter after a deadline, its passage nearest to the promise, and how near; of an unclear one it speaks."""

    letter: str
    passage: str | None
    text: str
    score: float


class LapseSign(Struct, frozen=True):
    """One of the signs by which a lapse is weighed: its value, and what that adds to the usual log-odds of a lapse."""

    name: str
    value: float
    contribution: float


class MissingPaper(Struct, frozen=True):
    """A paper of the same dossier that letters cite and the collection lacks: which letters, and how often in all."""

    id: str
    dossier: str
    number: str
    letters: tuple[str, ...]
    times: int


class Candidate(Struct, frozen=True):
    """A statement outside the thread that is possibly about the same promise: it can only speak against a lapse."""

    ref: str
    score: float
    why: Text


class Thread(Struct, frozen=True):
    """One promise through the years."""

    id: str
    title: str
    status: Status
    late: bool
    lateness: Lateness
    members: tuple[Step, ...]
    slips: tuple[Slip, ...]
    evidence: tuple[Evidence, ...]
    confidence: float
    topic: str | None = None
    searched: tuple[Searched, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    decided_by: str | None = None
    """Who ruled on its status."""
    note: str | None = None
    links: tuple[Link, ...] = ()
    """What holds the members together."""
    more_searched: int = 0
    """Letters that were searched and are not listed."""
    partly: bool = False
    """Of a delivered one: whether all that is reported as done is a part of it."""
    signs: tuple[LapseSign, ...] = ()
    """What speaks for and against a lapse, where the deadline passed and no later statement is of the promise."""
    lapse: float | None = None
    """How probable (0..1) a lapse is by these signs."""
    ruled_by: str | None = None
    """Who ruled on anything of it last, be it a move, a link or its title."""
    by_letters: Status | None = None
    """What its status is by the letters alone, where parliament's register says otherwise and nobody decided yet."""


class Topic(Struct, frozen=True):
    """A subject that runs through the letters: its label, and per letter the sections that treat it."""

    id: str
    label: str
    sections: tuple[str, ...]


class Ledger(Struct, frozen=True):
    """The one result that every face shows: a collection as of a date, with the letters themselves."""

    as_of: dt.date | None
    letters: tuple[Letter, ...]
    commitments: tuple[Commitment, ...]
    reports: tuple[StatusReport, ...]
    threads: tuple[Thread, ...]
    alignments: tuple[Alignment, ...]
    topics: tuple[Topic, ...] = ()
    refused: tuple[Refusal, ...] = ()
    notices: tuple[Text, ...] = ()
    name: str = ""
    missing: tuple[MissingPaper, ...] = ()
    detector: str = ""
    """What read the sentences: "stack", "stack+encoder" where the encoder is installed; then "+learned" where rulings
    taught it something, and "+meaning" where the extra `[encoder]` compared what statements mean."""
    title: str = ""
    """What the letters are about, as letters.toml or their dossier says; "" where neither does."""
    registered: tuple[RegisterMatch, ...] = ()
    """The promises of parliament's register that threads are, surely or possibly."""
