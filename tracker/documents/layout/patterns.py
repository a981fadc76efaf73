"""The words and shapes of letters, loaded from the language data and checked; what a pack lacks matches nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from tracker.errors import RulesetError
from tracker.language.pack import cached
from tracker.language.patterns import unknown_classes, with_classes
from tracker.language.resources import read_table
from tracker.language.schema import Word, checked

_CLASSES = {r"\p{Lu}": "A-ZÀ-ÖØ-ÞĀ-ɏ", r"\p{Ll}": "a-zß-öø-ɏ", r"\p{L}": "A-Za-zÀ-ÖØ-öø-ɏ"}


ShapeName = Literal[
    "addressee",
    "addresses_author",
    "answer_code",
    "answer_column",
    "answer_label",
    "answer_loose",
    "answer_start",
    "answerer",
    "answering",
    "answers_part",
    "answers_plainly",
    "answers_title",
    "appendix",
    "ask",
    "author_speaks",
    "authors_speak",
    "caption",
    "closing",
    "considers",
    "council_number",
    "date_answered",
    "date_decided",
    "date_edition",
    "date_heading",
    "date_label",
    "date_meeting",
    "date_received",
    "date_tail",
    "dated_label",
    "dossier_alone",
    "dossier_and_number",
    "dossier_head",
    "dossier_reference",
    "enacts",
    "end_heading",
    "fault_page",
    "function",
    "furniture",
    "heading_style",
    "house_code",
    "labels",
    "page_label",
    "site_word",
    "letterhead",
    "letterhead_cell",
    "letterhead_label",
    "long_value_label",
    "month_follows",
    "note_label",
    "numbered_thing",
    "of_the_state",
    "office",
    "office_behind",
    "office_parts",
    "own_reference",
    "page_number",
    "paper_code",
    "paper_kind",
    "paper_number",
    "parties_part",
    "party_asks",
    "person",
    "plan_label",
    "question_code",
    "question_column",
    "question_label",
    "question_loose",
    "question_preamble",
    "question_start",
    "questions_head",
    "questions_of",
    "running_head",
    "salutation",
    "session",
    "signing_body",
    "site_line",
    "subject",
    "subject_label",
    "unnumbered_word",
    "verdict",
    "weekday",
    "year_comes",
]
"""What the program asks of a text."""


_GROUPS = frozenset(
    {
        *("asks", "code", "dossier", "field", "level", "link", "name", "number", "of", "office", "own", "role"),
        *("session", "title"),
    }
)
"""What the parts of a pattern may be called: by these names the program asks for them."""


class Pattern(Struct, frozen=True, forbid_unknown_fields=True):
    """A shape that the data names, with texts that must and must not match."""

    id: ShapeName
    text: str
    yes: tuple[str, ...]
    no: tuple[str, ...]

    def __post_init__(self) -> None:
        """Every class of letters is one that there is."""
        if unknown := set(re.findall(r"\\p(?:\{\w*\})?", self.text)) - set(_CLASSES):
            raise ValueError(f"pattern.{self.id}.text: {self.text!r}: {min(unknown)} is unknown")
        if groups := set(re.findall(r"\(\?P<(\w+)>", self.text)) - _GROUPS:
            raise ValueError(f"pattern.{self.id}.text: {self.text!r}: the group {min(groups)!r} is unknown")

    def compiled(self) -> re.Pattern[str]:
        """The regex with its classes of letters and words filled in. Raises RulesetError: it is none."""
        source = with_classes(self.text)
        if unknown := unknown_classes(source):
            raise RulesetError([f"letters.toml: pattern.{self.id}.text: {unknown[0]} is no class of words"])
        for name, letters in _CLASSES.items():
            source = source.replace(name, letters)
        try:
            return re.compile(source, re.IGNORECASE)
        except re.error as fault:  # each when it is asked for: a letter that is remembered needs one of them
            raise RulesetError([f"letters.toml: pattern.{self.id}.text: {self.text!r}: {fault}"]) from None


class RowsTable(Struct, frozen=True, forbid_unknown_fields=True):
    """A table whose rows are subjects: the heads of its columns, and what to call the untitled section of all rows."""

    heads: tuple[Word, ...]
    label: Word


class OfficeForm(Struct, frozen=True, forbid_unknown_fields=True):
    """How an office is spelled: its article, the word before its field, and the words of a field without a capital."""

    article: Word
    link: Word
    small: frozenset[Word]


class Phrases(Struct, frozen=True, forbid_unknown_fields=True):
    """The file letters.toml of the language; all in it may be left out."""

    suspending: frozenset[Word] = frozenset()
    keep_hyphen: frozenset[Word] = frozenset()
    keep_hyphen_suffixes: tuple[Word, ...] = ()
    vowel_clashes: frozenset[Word] = frozenset()
    unfinished: frozenset[Word] = frozenset()
    office: OfficeForm | None = None
    ocr: str = ""
    """What tesseract calls the language; "" where it cannot read it."""
    pattern: tuple[Pattern, ...] = ()
    rows_table: tuple[RowsTable, ...] = ()


@cached(maxsize=1)
def phrases() -> Phrases:
    """The words and shapes of letters.

    Raises RulesetError: the data file has unknown keys or wrong types.
    """
    return checked("letters", read_table("letters"), Phrases)


def check_patterns() -> None:
    """Raises RulesetError: a shape of the data is no regex; they are compiled when asked for, and here all at once."""
    for pattern in phrases().pattern:
        pattern.compiled()


@cached(maxsize=None)
def _compiled_shapes(name: ShapeName) -> tuple[re.Pattern[str], ...]:
    return tuple(pattern.compiled() for pattern in phrases().pattern if pattern.id == name)


def match(name: ShapeName, text: str) -> re.Match[str] | None:
    """The match of the first pattern called `name` at the start of `text`, or None."""
    for pattern in _compiled_shapes(name):
        if found := pattern.match(text):
            return found
    return None


def find(name: ShapeName, text: str) -> Iterator[re.Match[str]]:
    """The matches of the patterns called `name` anywhere in `text`."""
    for pattern in _compiled_shapes(name):
        yield from pattern.finditer(text)


def rows_table(heads: Sequence[str]) -> RowsTable | None:
    """The table of the data with these column heads, or None."""
    for table in phrases().rows_table:
        if len(table.heads) == len(heads) and all(map(_alike, table.heads, heads)):
            return table
    return None


def _alike(head: str, other: str) -> bool:
    return head.casefold() == other.casefold().strip()
