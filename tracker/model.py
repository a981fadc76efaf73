"""The words of the tracker as frozen value types and closed enums.

Everything that passes between two stages is one of these. Nothing here computes; nobody changes an instance.
Offsets are characters, dates are calendar days, intervals include both ends.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from msgspec import Struct, field

# ---------------------------------------------------------------- letters


class PassageKind(StrEnum):
    """What a passage is; only some kinds can hold a commitment, all keep their words."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_CELL = "table_cell"
    FOOTNOTE = "footnote"
    QUOTE = "quote"
    MASTHEAD = "masthead"
    SIGNATURE = "signature"
    FURNITURE = "furniture"


class DateSource(StrEnum):
    """Where a letter's date was found."""

    HEADER = "header"
    MANIFEST = "manifest"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class Run(Struct, frozen=True, array_like=True):
    """A stretch of a passage's text that stands unchanged in the source: text[text:text+length] == source[source:...]."""

    text: int
    source: int
    length: int


class NoteMark(Struct, frozen=True):
    """A footnote mark taken out of a passage's text: the note's mark and the offset in the text where it stood."""

    offset: int
    mark: str


class Passage(Struct, frozen=True):
    """A paragraph, list item, table cell, footnote … with its place in the source.

    `text` is mended: white space folded to single spaces, end-of-line hyphens undone, footnote marks taken out,
    interruptions (page furniture, footnote blocks) left out. `runs` map it back to the letter's source text.
    """

    id: str
    section: str | None
    kind: PassageKind
    text: str
    runs: tuple[Run, ...]
    line: int
    page: int | None = None
    lead_in: str | None = None
    """For a list item: the sentence that introduces the list."""
    row: str | None = None
    """For a table cell: the first line of the row's first cell."""
    column: str | None = None
    """For a table cell: the head of its column."""
    mark: str | None = None
    """The label of a list item or footnote as printed ("a.", "•", "12")."""
    notes: tuple[NoteMark, ...] = ()


class Section(Struct, frozen=True):
    """One heading of the outline with what follows it; `level` 1 is the top, `order` counts from 1 in the letter."""

    id: str
    heading: str
    level: int
    order: int
    parent: str | None = None


class Letter(Struct, frozen=True):
    """One document of the series, read whole.

    `date` is known to the day or None; `earliest` and `latest` bound it otherwise (all three None: unknown).
    `text` is the source text that offsets count in; `path` is relative to the collection.
    """

    id: str
    path: str
    text: str
    passages: tuple[Passage, ...]
    sections: tuple[Section, ...]
    title: str | None = None
    dossier: str | None = None
    number: str | None = None
    date: dt.date | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None
    date_source: DateSource = DateSource.UNKNOWN
    date_evidence: tuple[str, ...] = ()
    signatories: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    """What the reader of the letter should know: a guessed encoding, a contradiction with the manifest, …"""

    @property
    def anchor(self) -> dt.date | None:
        """The day that relative time expressions count from: the date, else the middle of its bounds."""
        if self.date is not None:
            return self.date
        if self.earliest is not None and self.latest is not None:
            return self.earliest + (self.latest - self.earliest) / 2
        return None


class Refusal(Struct, frozen=True):
    """A file of the collection that could not be read, and why, in one sentence with the remedy."""

    path: str
    reason: str


class SourceFile(Struct, frozen=True):
    """A file of a collection as bytes; `path` is relative to the collection, with forward slashes."""

    path: str
    data: bytes


class Collection(Struct, frozen=True):
    """A folder of letters, on disk or at a git revision: the files, the facts about them and the analyst's rulings."""

    name: str
    files: tuple[SourceFile, ...]
    manifest: str | None = None
    decisions: str | None = None
    refused: tuple[Refusal, ...] = ()
    """Files that could not even be loaded (too large, a link out of the collection)."""


# ---------------------------------------------------------------- statements


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


class Outcome(StrEnum):
    """What a status report says became of something."""

    DELIVERED = "delivered"
    IN_PROGRESS = "in_progress"
    DELAYED = "delayed"
    EXTENDED = "extended"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    DECLINED = "declined"


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

    `start` None with an end means "until"; `edtf` is the Extended Date/Time Format of the same interval ("" when open);
    `anchor` is the letter's date that the words were read from; `notice` says what the reading had to assume.
    """

    text: str
    start: dt.date | None
    end: dt.date | None
    edtf: str
    precision: Precision
    inherited: bool = False
    anchor: dt.date | None = None
    rule: str = ""
    notice: str | None = None


class Amount(Struct, frozen=True):
    """A figure of a commitment: 1500000.0 "EUR", 60000 "leraren", 80 "%"; `per` "jaar" when recurring; `was` its old value."""

    text: str
    value: float
    unit: str
    per: str | None = None
    was: float | None = None


class Reference(Struct, frozen=True):
    """A paper, motion or registered promise that a statement names: ("kamerstuk", "kst-27923-443"), ("toezegging", "TZ202402-158")."""

    kind: str
    id: str
    text: str


class Location(Struct, frozen=True):
    """Where a quote stands: source[start:end] of the letter's text holds it (with what interrupts it); line and page count from 1."""

    page: int | None
    line: int
    start: int
    end: int


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


class Report(Statement, frozen=True, kw_only=True):
    """A statement that tells the outcome of something promised or running earlier."""

    outcome: Outcome
    old_deadline: Deadline | None = None
    new_deadline: Deadline | None = None
    when: Deadline | None = None
    """When the reported thing happened, where the sentence says so ("presenteerden begin mei")."""


# ---------------------------------------------------------------- alignment and wording


class Relation(StrEnum):
    """How a section of one letter relates to a section of another."""

    SAME = "same"
    RENAMED = "renamed"
    SPLIT = "split"
    MERGED = "merged"
    MOVED = "moved"
    NEW = "new"
    GONE = "gone"


class SectionPair(Struct, frozen=True):
    """Two sections on the same subject, the named pass that matched them and its score (0..1); one side None: new or gone."""

    from_section: str | None
    to_section: str | None
    relation: Relation
    matched_by: str
    score: float


class Alignment(Struct, frozen=True):
    """The sections of two letters, matched; every section of either letter is in at least one pair."""

    from_: str = field(name="from")
    to: str
    pairs: tuple[SectionPair, ...]


class PassagePair(Struct, frozen=True):
    """Two passages that are alike, or one that is only in the older (`to` None) or newer (`from_` None) letter."""

    from_: str | None
    to: str | None
    matched_by: str
    score: float


class EditKind(StrEnum):
    """A word edit: the two texts are rebuilt by taking equal+delete or equal+insert."""

    EQUAL = "equal"
    DELETE = "delete"
    INSERT = "insert"


class Edit(Struct, frozen=True, array_like=True):
    """A stretch of words that two texts share, or that only the old or only the new one has."""

    kind: EditKind
    text: str


# ---------------------------------------------------------------- threads and verdicts


class StepKind(StrEnum):
    """What one letter did to a thread."""

    PROMISED = "promised"
    REPEATED = "repeated"
    CHANGED = "changed"
    POSTPONED = "postponed"
    DELIVERED = "delivered"
    DROPPED = "dropped"
    PROGRESS = "progress"
    SILENT = "silent"


class Status(StrEnum):
    """The verdict on a thread as of a date."""

    PROMISED = "promised"
    REPEATED = "repeated"
    CHANGED = "changed"
    POSTPONED = "postponed"
    DELIVERED = "delivered"
    DROPPED = "dropped"
    LAPSED = "lapsed"


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
    why: str


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
    text: str
    refs: tuple[str, ...] = ()


class Searched(Struct, frozen=True):
    """Proof of absence: a later letter that was searched, its passage nearest to the promise and that passage's score."""

    letter: str
    passage: str | None
    text: str
    score: float


class Candidate(Struct, frozen=True):
    """A statement outside the thread that is possibly about the same promise; it takes no part in the verdict."""

    ref: str
    score: float
    why: str


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
    note: str | None = None


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
    reports: tuple[Report, ...]
    threads: tuple[Thread, ...]
    alignments: tuple[Alignment, ...]
    topics: tuple[Topic, ...] = ()
    refused: tuple[Refusal, ...] = ()
    notices: tuple[str, ...] = ()
    name: str = ""
