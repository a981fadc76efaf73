"""Pieces of the source → one mended text with the runs that lead back to the source.

White space is folded, end-of-line hyphens are undone, note marks and field codes are cut out, and characters that only
look odd (ligatures, soft hyphens, no-break spaces) become plain ones; every stretch that stands unchanged is a run.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from tracker.documents.layout.blocks import Block, Cut
from tracker.documents.layout.dehyphenate import Hyphens, Join
from tracker.model import NoteMark, Run
from tracker.text.offsets import Span

PLAIN = {
    "\u00ad": "", "¬": "", "\u200b": "", "\u200c": "", "\u200d": "", "\u2060": "", "\ufeff": "", "\ufffd": "",
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "ĳ": "ij", "Ĳ": "IJ",
    "\x91": "‘", "\x92": "’", "\x93": "“", "\x94": "”", "\x96": "–", "\x97": "—", "`": "’", "´": "’",
    **{chr(code): "" for code in (*range(0x00, 0x09), *range(0x0E, 0x1C), 0x7F)},
}  # fmt: skip
"""Characters that only look odd, with what they stand for."""

_SOFT = "\u00ad¬"
"""A hyphen that stands at the end of a line only; what reads pictures writes the second one."""
_ODD = "".join(re.escape(char) for char in PLAIN)
_PIECE = re.compile(rf"[^\s{_ODD}]+(?: [^\s{_ODD}]+)*|[{_ODD}]")
_CLOSES = re.compile(r"[,;:)\]»”?!]|\.(?!\.)")


class Mended(Struct, frozen=True):
    """A mended text, its runs and the note marks that were taken out of it."""

    text: str
    runs: tuple[Run, ...]
    notes: tuple[NoteMark, ...]


class _Text:
    """A text that grows, with its runs."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.runs: list[Run] = []

    def add(self, words: str, at: int | None) -> None:
        """Append words; `at` is their place in the source when they stand there unchanged."""
        if at is not None and not self._lengthen(len(words), at):
            self.runs.append(Run(self.length, at, len(words)))
        self.parts.append(words)
        self.length += len(words)

    def _lengthen(self, length: int, at: int) -> bool:
        """Whether the words follow the last run in text and source, which then holds them too."""
        if not self.runs:
            return False
        last = self.runs[-1]
        if (last.text + last.length, last.source + last.length) != (self.length, at):
            return False
        self.runs[-1] = Run(last.text, last.source, last.length + length)
        return True

    def drop_last(self) -> None:
        """Take the last character, a hyphen that stands unchanged in the source, away again."""
        last = self.runs.pop()
        if last.length > 1:
            self.runs.append(Run(last.text, last.source, last.length - 1))
        self.parts[-1] = self.parts[-1][:-1]
        self.length -= 1

    @property
    def last(self) -> str:
        """The words appended last."""
        return self.parts[-1] if self.parts else ""


def mend(source: str, block: Block, hyphens: Hyphens) -> Mended:
    """The text of a block, made whole."""
    out, notes = _Text(), list[NoteMark]()
    begins = [cut.begin for cut in block.cuts]
    for order, span in enumerate(block.spans):
        spaced = order > 0 and _join_lines(
            out, source[span[0] : span[0] + 60], hyphens, source[block.spans[order - 1][1] - 1]
        )
        bare = order > 0
        for begin, end, cut in _stretches(span, block.cuts, begins):
            spaced = _append(out, source, (begin, end), spaced=spaced, bare=bare)
            if cut is not None:
                notes.extend(NoteMark(out.length, mark) for mark in cut.marks)
                bare = True
    return Mended("".join(out.parts), tuple(out.runs), tuple(notes))


def _stretches(span: Span, cuts: Sequence[Cut], begins: Sequence[int]) -> list[tuple[int, int, Cut | None]]:
    """The stretches of a span between its cuts, each with the cut that follows it; `begins` is where the cuts begin."""
    found: list[tuple[int, int, Cut | None]] = []
    begin, end = span
    for cut in cuts[bisect_left(begins, begin) : bisect_left(begins, end)]:
        if begin <= cut.begin:
            found.append((begin, cut.begin, cut))
            begin = cut.end
    found.append((begin, end, None))
    return found


def _append(out: _Text, source: str, stretch: Span, *, spaced: bool, bare: bool) -> bool:
    """Append a stretch; `bare` where a line end or a cut stands before it, so that no space belongs before a comma.

    Returns whether white space is due before what follows.
    """
    at = stretch[0]
    for piece in _PIECE.finditer(source, *stretch):
        words = piece.group()
        plain = PLAIN.get(words)
        spaced = spaced or piece.start() > at
        at = piece.end()
        if plain == "":
            continue
        if spaced and out.length and not (bare and _CLOSES.match(words)):
            out.add(" ", None)
        out.add(words if plain is None else plain, piece.start() if plain is None else None)
        spaced = bare = False
    return spaced or stretch[1] > at


def _join_lines(out: _Text, following: str, hyphens: Hyphens, last: str) -> bool:
    """Undo or keep the hyphen at the end of a line; whether white space belongs between the lines."""
    if last in _SOFT:
        return False
    words = out.last
    if len(words) < 2 or not words.endswith("-") or not (words[-2].isalnum() or words[-2] in ")’'"):
        return True
    join = hyphens.join(words[:-1].split(" ")[-1], following.split(maxsplit=1)[0] if following.split() else "")
    if join is Join.SOLID:
        out.drop_last()
    return join is Join.SUSPENDED
