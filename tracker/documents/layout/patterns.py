"""The words and shapes of letters, loaded from the language data and checked; what a pack lacks matches nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct, ValidationError, convert

from tracker.errors import RulesetError
from tracker.language.pack import cached
from tracker.language.resources import read_table

_CLASSES = {r"\p{Lu}": "A-ZÀ-ÖØ-ÞĀ-ɏ", r"\p{Ll}": "a-zß-öø-ɏ", r"\p{L}": "A-Za-zÀ-ÖØ-öø-ɏ"}


class Pattern(Struct, frozen=True, forbid_unknown_fields=True):
    """A shape that the data names, with texts that must and must not match."""

    name: str
    text: str
    yes: tuple[str, ...]
    no: tuple[str, ...]

    def compiled(self) -> re.Pattern[str]:
        """The regex with its letter classes filled in."""
        source = self.text
        for name, letters in _CLASSES.items():
            source = source.replace(name, letters)
        return re.compile(source, re.IGNORECASE)


class RowsTable(Struct, frozen=True, forbid_unknown_fields=True):
    """A table whose rows are subjects: the heads of its columns, and what to call the untitled section of all rows."""

    heads: tuple[str, ...]
    label: str


class Phrases(Struct, frozen=True, forbid_unknown_fields=True):
    """The file letters.toml of the language; all in it may be left out."""

    suspending: frozenset[str] = frozenset()
    keep_hyphen: frozenset[str] = frozenset()
    keep_hyphen_suffixes: tuple[str, ...] = ()
    vowel_clashes: frozenset[str] = frozenset()
    unfinished: frozenset[str] = frozenset()
    ocr: str = ""
    """What tesseract calls the language; "" where it cannot read it."""
    pattern: tuple[Pattern, ...] = ()
    rows_table: tuple[RowsTable, ...] = ()


@cached(maxsize=1)
def phrases() -> Phrases:
    """The words and shapes of letters.

    Raises RulesetError: the data file has unknown keys or wrong types.
    """
    try:
        return convert(read_table("letters"), Phrases)
    except ValidationError as fault:
        raise RulesetError([f"letters.toml: {fault}"]) from fault


@cached(maxsize=None)
def _named(name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(pattern.compiled() for pattern in phrases().pattern if pattern.name == name)


def match(name: str, text: str) -> re.Match[str] | None:
    """The match of the first pattern called `name` at the start of `text`, or None."""
    for pattern in _named(name):
        if found := pattern.match(text):
            return found
    return None


def find(name: str, text: str) -> Iterator[re.Match[str]]:
    """The matches of the patterns called `name` anywhere in `text`."""
    for pattern in _named(name):
        yield from pattern.finditer(text)


def rows_table(heads: Sequence[str]) -> RowsTable | None:
    """The table of the data with these column heads, or None."""
    for table in phrases().rows_table:
        if len(table.heads) == len(heads) and all(map(_alike, table.heads, heads)):
            return table
    return None


def _alike(head: str, other: str) -> bool:
    return head.casefold() == other.casefold().strip()
