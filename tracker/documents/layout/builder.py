"""Collects the blocks of a structured format and writes the source text that their offsets count in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from tracker.documents.layout.blocks import Block, Cut, LinearText, Place, Printed
from tracker.documents.layout.cleanup import PLAIN
from tracker.documents.limits import DEFAULT, Limits, refuse_beyond
from tracker.i18n.message import Message
from tracker.model import PassageKind
from tracker.text.offsets import Span
from tracker.time_limit import keep_time


class NoteRef(Struct, frozen=True):
    """A note mark within a text."""

    mark: str


Piece = str | NoteRef


class Draft:
    """A source in the making: each block on lines of its own, note marks, between commas, where they stand."""

    def __init__(self, limits: Limits = DEFAULT) -> None:
        """Begin with nothing."""
        self._limits = limits
        self._parts: list[str] = []
        self._length = 0
        self.blocks: list[Block] = []

    def add(
        self,
        pieces: Sequence[Piece],
        kind: PassageKind | None = None,
        *,
        mark: str | None = None,
        level: int | None = None,
        place: Place | None = None,
        emphasis: float = 0.0,
        gap: int = 1,
        struck: bool = False,
    ) -> None:
        """Append a block; without words its mark is all it says, and without a mark it is left out.

        Raises LetterError: the source is beyond the limits.
        """
        if not any(_says(piece) for piece in pieces if isinstance(piece, str)):
            if not mark:
                return
            pieces, mark = [" ".join([mark, *(piece.mark for piece in pieces if isinstance(piece, NoteRef))])], None
        if mark:
            self._write(f"{mark} ")
        spans, cuts = self._write_pieces(_trimmed(pieces))
        before = gap if self.blocks else 0
        block = Block(spans, kind, level, mark, cuts, place, None, before, 1, emphasis, structured=True, struck=struck)
        self.blocks.append(block)
        self._write("\n\n")
        keep_time()
        refuse_beyond(self._limits.blocks, len(self.blocks), "paragraphs")
        refuse_beyond(self._limits.text, self._length, "characters")

    def source(self, printed: Printed, notices: tuple[Message, ...] = (), *, by_type: bool = False) -> LinearText:
        """The source as written so far.

        `by_type` says that headings are told by type: where the document has none so, its words must tell.
        """
        shown = not by_type or any(_shown(block) for block in self.blocks)
        blocks = self.blocks if shown else [replace(block, structured=False) for block in self.blocks]
        return LinearText("".join(self._parts), tuple(blocks), printed, notices)

    def _write_pieces(self, pieces: Sequence[Piece]) -> tuple[tuple[Span, ...], tuple[Cut, ...]]:
        begin = self._length
        cuts: list[Cut] = []
        for noted, row in groupby(pieces, lambda piece: isinstance(piece, NoteRef)):
            at = self._length
            marks = tuple(piece.mark if isinstance(piece, NoteRef) else piece for piece in row)
            self._write((", " if noted else "").join(marks))
            if noted:
                cuts.append(Cut(at, self._length, marks))
        return ((begin, self._length),), tuple(cuts)

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def _trimmed(pieces: Sequence[Piece]) -> list[Piece]:
    """Without the breaks and spaces at either end; a tab may stand for an empty label."""
    kept = list(pieces)
    while kept and isinstance(kept[0], str) and not kept[0].lstrip(" \n"):
        kept.pop(0)
    while kept and isinstance(kept[-1], str) and not kept[-1].rstrip():
        kept.pop()
    if kept and isinstance(kept[0], str):
        kept[0] = kept[0].lstrip(" \n")
    if kept and isinstance(kept[-1], str):
        kept[-1] = kept[-1].rstrip()
    return kept


def _says(piece: str) -> bool:
    return any(PLAIN.get(char, char).strip() for char in piece)


def _shown(block: Block) -> bool:
    return block.kind is PassageKind.HEADING or (block.kind is None and block.place is None and block.emphasis > 0.9)
