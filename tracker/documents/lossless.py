"""Proof that reading lost nothing: every word of the source is in exactly one passage, and runs lead back to it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import zip_longest

from msgspec import Struct

from tracker.documents.layout.cleanup import PLAIN
from tracker.i18n.message import Message, message
from tracker.model import Letter, Passage, PassageKind

_WORD = re.compile(r"\w+|[^\w\s]+")
"""Words by themselves: what checks readers shares no code with them."""
_SILENT = re.compile(rf"[\s\-•·,{''.join(re.escape(char) for char in PLAIN)}]*")
"""What may stand between runs without being a word: hyphens undone, odd characters made plain, commas between marks."""
_MADE = frozenset("".join(PLAIN.values()) + " ")
"""What a text may hold that does not stand so in its source."""
_GAP = re.compile(rb"\0+")
_SHOWN = 40
"""Words, or characters before one, that a fault shows."""


class Faults(Struct, frozen=True):
    """The words that the passages of a letter lose or hold twice, with their lines."""

    lost: tuple[str, ...] = ()
    doubled: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    """Passages whose runs do not lead back to their text."""

    @property
    def whole(self) -> bool:
        """Whether reading was lossless."""
        return not (self.lost or self.doubled or self.moved)

    @property
    def told(self) -> tuple[Message, ...]:
        """The faults, each kind once with its words."""
        kinds = (("lost", self.lost), ("doubled", self.doubled), ("moved", self.moved))
        return tuple(message(f"lossless.{name}", words=", ".join(found)) for name, found in kinds if found)


def count_words(letter: Letter) -> int:
    """How many words and signs the source of a letter holds."""
    return len(_WORD.findall(letter.text))


def check_lossless(letter: Letter) -> Faults:
    """Hold each word of the source against the passages of a letter."""
    held = bytearray(len(letter.text))
    moved: list[str] = []
    for passage in letter.passages:
        if not _leads_back(passage, letter.text):
            moved.append(passage.id)
        for begin, end in _stretches(passage, letter.text):
            _hold(held, begin, end)
    gaps = any(not _SILENT.fullmatch(letter.text, *gap.span()) for gap in _GAP.finditer(held))
    words = list(_WORD.finditer(letter.text)) if gaps or 2 in held else []
    lost = [word for word in words if _is_lost(word, held)]
    doubled = [word for word in words if max(held[word.start() : word.end()]) > 1]
    return Faults(_places(lost, letter.text), _places(doubled, letter.text), tuple(moved))


def _leads_back(passage: Passage, source: str) -> bool:
    """Whether each run is alike in text and source, and the rest is white space or a character made plain."""
    at = 0
    for run in passage.runs:
        if passage.text[run.text : run.text + run.length] != source[run.source : run.source + run.length]:
            return False
        if not _is_made(passage.text[at : run.text]):
            return False
        at = run.text + run.length
    return _is_made(passage.text[at:])


def _is_made(text: str) -> bool:
    return _MADE.issuperset(text)


def _stretches(passage: Passage, source: str) -> list[tuple[int, int]]:
    """The stretches of the source that a passage holds: its runs, its own mark, and the note marks at their ends."""
    found = [(run.source, run.source + run.length) for run in passage.runs]
    marks: dict[int, list[str]] = defaultdict(list)
    for note in passage.notes:
        marks[note.offset].append(note.mark)
    for run, following in zip_longest(passage.runs, passage.runs[1:]):
        here = [mark for mark in marks.get(run.text + run.length, ()) if mark]
        after = _marks_after(run.source + run.length, here, source)
        found += after
        if following and len(after) < len(here):
            found += _marks_up_to(following.source, here[len(after) :], source)
    return found + _marks_before(passage, source) if passage.runs else found


def _marks_up_to(at: int, marks: Iterable[str], source: str) -> list[tuple[int, int]]:
    """The note marks that stand, in this order, right before a run that lies apart from the one before it."""
    found: list[tuple[int, int]] = []
    for mark in reversed([*marks]):
        found += _mark_before(at, mark, source, on_line=True)
        at = found[-1][0] if found else at
    return found


def _marks_before(passage: Passage, source: str) -> list[tuple[int, int]]:
    """The marks that stand before a passage's words: its own, and those of notes, from the last to the first."""
    marks = [(note.mark, False) for note in passage.notes if note.mark and not note.offset]
    if passage.mark:
        marks.insert(0, (passage.mark, passage.kind is PassageKind.FOOTNOTE))
    at = passage.runs[0].source
    found: list[tuple[int, int]] = []
    for mark, on_line in reversed(marks):
        found += _mark_before(at, mark, source, on_line=on_line)
        at = found[-1][0] if found else at
    return found


def _marks_after(at: int, marks: Iterable[str], source: str) -> list[tuple[int, int]]:
    """The note marks that stand, in this order, at a place of the source."""
    found: list[tuple[int, int]] = []
    for mark in marks:
        begin = source.find(mark, at, _skip(at, source) + len(mark))
        if begin >= 0:
            at = begin + len(mark)
            found.append((begin, at))
    return found


def _skip(at: int, source: str) -> int:
    silent = _SILENT.match(source, at)
    return silent.end() if silent else at


def _mark_before(at: int, mark: str, source: str, *, on_line: bool) -> list[tuple[int, int]]:
    """The mark of a list item or note with its stop, before its words; `on_line`: on the same line only."""
    begin = source.rfind(mark, max(0, at - len(mark) - _SHOWN), at)
    end = begin + len(mark)
    end += source[end : end + 1] in (".", ")")
    between = source[end:at]
    apart = begin == 0 or _SILENT.fullmatch(source[begin - 1 : begin])
    whole = begin >= 0 and apart and not (on_line and "\n" in between)
    return [(begin, end)] if whole and _SILENT.fullmatch(between.strip(" \t.)")) else []


def _hold(held: bytearray, begin: int, end: int) -> None:
    stretch = held[begin:end]
    fresh = stretch.count(0) == len(stretch)
    held[begin:end] = b"\1" * len(stretch) if fresh else bytes(min(count + 1, 2) for count in stretch)


def _is_lost(word: re.Match[str], held: bytearray) -> bool:
    text = word.group()
    missing = "".join(char for at, char in enumerate(text, word.start()) if not held[at])
    return bool(missing) and not _SILENT.fullmatch(missing)


def _places(words: list[re.Match[str]], source: str) -> tuple[str, ...]:
    return tuple(f"{word.group()} (line {source.count(chr(10), 0, word.start()) + 1})" for word in words[:_SHOWN])
