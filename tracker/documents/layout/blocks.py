"""What every reader of a format hands on: the linearised source text, cut into blocks with hints for the outline.

A block is a stretch of reading (a paragraph, a list item, a cell, a note); it may stand in several pieces of the text,
because page furniture and footnotes interrupt it. Every word of the text is in exactly one block.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from tracker.i18n.message import Message
from tracker.model import PassageKind
from tracker.text.normalize import one_space
from tracker.text.offsets import Span


class Cut(Struct, frozen=True):
    """A stretch of a block that is not part of its wording: the note marks that stand there, none for a field code."""

    begin: int
    end: int
    marks: tuple[str, ...]


class Place(Struct, frozen=True):
    """Where a block stands in a table: the title of its row, the head of its column, and which table of the letter."""

    table: int
    row: str
    column: str | None
    first: bool = False
    """Whether the block is the row's title itself."""
    label: str | None = None
    """What to call the section of all rows, where each row is a subject of its own."""


class Block(Struct, frozen=True):
    """A stretch of reading; `kind` None leaves it to the outline whether it is a heading or a paragraph."""

    spans: tuple[Span, ...]
    kind: PassageKind | None = None
    level: int | None = None
    """The level of a heading, where the format says so."""
    mark: str | None = None
    """The label of a list item or note, left out of `spans`."""
    cuts: tuple[Cut, ...] = ()
    place: Place | None = None
    page: int | None = None
    gap: int = 1
    """How many blank lines stand before it."""
    lines: int = 1
    """Over how many lines it was printed."""
    emphasis: float = 0.0
    """How much larger or bolder than the body it was printed; 0 where the format does not tell."""
    structured: bool = False
    """Whether the format itself says where a block begins and ends, and what is a heading or bold."""
    struck: bool = False
    """Whether its words stand there but no longer hold."""
    hard: bool = False
    """Whether the lines of its format were wrapped by hand, so that a short line says something."""


def printed_words(block: Block, source: str) -> str:
    """The words of a block as printed, its pieces joined."""
    return " ".join(source[begin:end] for begin, end in block.spans)


def part_of(block: Block, span: Span) -> Block:
    """The part of a block that stands in a stretch of the text, with the cuts in that."""
    cuts = tuple(cut for cut in block.cuts if span[0] <= cut.begin and cut.end <= span[1])
    return replace(block, spans=(span,), cuts=cuts)


def line_words(block: Block, source: str) -> str:
    """The words of a block in one line."""
    return one_space(printed_words(block, source))


def is_undecided(block: Block) -> bool:
    """Whether it is left to the outline what a block is, which is no cell of a table."""
    return block.kind is None and block.place is None


def table_rows(table: Iterable[Block]) -> Iterator[list[Block]]:
    """The blocks of a table row by row."""
    row: list[Block] = []
    for block in table:
        if row and block.place is not None and block.place.first:
            yield row
            row = []
        row.append(block)
    yield row


class Printed(Struct, frozen=True):
    """Facts that a format states outright (metadata of an official paper); None where it does not."""

    dossier: str | None = None
    number: str | None = None
    code: str | None = None
    """What names a paper without a dossier."""
    date: str | None = None
    title: str | None = None
    signatories: tuple[str, ...] = ()
    made: str | None = None
    """The day on which the file says that it was made: the last resort to date a paper."""
    dossiers: tuple[str, ...] = ()
    """All dossiers that the paper stands in."""


class LinearText(Struct, frozen=True):
    """A document as its reader hands it on."""

    text: str
    blocks: tuple[Block, ...]
    printed: Printed = Printed()
    notices: tuple[Message, ...] = ()
    recognised: tuple[int, ...] = ()
    """The pages that are pictures and were read by OCR."""
