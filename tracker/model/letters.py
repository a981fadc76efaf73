"""Documents as they are read: letters, sections, passages, and the collections that hold them."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from msgspec import Struct

from tracker.i18n.message import Text


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
    FILE = "file"
    UNKNOWN = "unknown"


class Run(Struct, frozen=True, array_like=True):
    """A stretch of a passage's text that stands unchanged in the source: `length` characters from each offset on."""

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
    ocr: bool = False
    """Whether it stands on a page that is a picture, whose text was read by OCR."""


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
    offices: tuple[str, ...] = ()
    """The office that each signatory is printed with, "" where none is."""
    session: str | None = None
    """The parliamentary year that the paper prints ("2019-2020")."""
    notices: tuple[Text, ...] = ()
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
    reason: Text


class SourceFile(Struct, frozen=True):
    """A file of a collection as bytes; `path` is relative to the collection, with forward slashes."""

    path: str
    data: bytes


class Collection(Struct, frozen=True):
    """A folder of letters, on disk or at a git revision: the files, and what analysts keep beside them."""

    name: str
    files: tuple[SourceFile, ...]
    manifest: str | None = None
    decisions: str | None = None
    refused: tuple[Refusal, ...] = ()
    """Files that could not even be loaded (too large, a link out of the collection)."""
    learned: str | None = None
    """What rulings taught the reader."""
    register: str | None = None
    """What parliament's register says of promises."""
