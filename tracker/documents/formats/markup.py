"""A tree of elements (official XML, HTML) → Draft: one walk, driven by what each element is in its format."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import Enum, auto

from lxml import etree
from msgspec import Struct

from tracker.documents.formats.markup_grid import TableGrid, spans
from tracker.documents.layout.builder import Draft, NoteRef, Piece
from tracker.documents.limits import DEFAULT, Limits
from tracker.model import PassageKind
from tracker.text.normalize import one_space

COUNTED = "#"
"""Instead of an item's mark: its number in the list that it stands in."""
_WHITE = re.compile(r"\s+")
_NUMBER = re.compile(r"\W*\w{1,4}\W*|\*+")


class Role(Enum):
    """What an element is; whatever has no role is part of the running text of its parent."""

    SKIP = auto()
    BLOCK = auto()
    """A paragraph, or a box of them."""
    HEADING = auto()
    ITEM = auto()
    MARK = auto()
    """The number of the item or note that it stands in."""
    NOTE = auto()
    """A note's words, where its mark stands in the text."""
    NOTE_REF = auto()
    """A note's mark, its words being elsewhere."""
    NOTE_TEXT = auto()
    MASTHEAD = auto()
    SIGNATURE = auto()
    FURNITURE = auto()
    NAVIGATION = auto()
    """What leads elsewhere: all in it is furniture, lists and headings too."""
    STRUCK = auto()
    """Words that stand there but no longer hold."""
    TABLE = auto()
    ROW = auto()
    CELL = auto()
    BREAK = auto()
    APART = auto()
    """A word or more with space around them."""
    BOLD = auto()
    ITALIC = auto()


class Meaning(Struct, frozen=True):
    """An element's role, the level of a heading, and the mark that an item gets where none is written."""

    role: Role
    level: int | None = None
    mark: str | None = None


ElementReader = Callable[[etree._Element], Meaning | None]

_KINDS = {
    Role.HEADING: PassageKind.HEADING,
    Role.ITEM: PassageKind.LIST_ITEM,
    Role.NOTE: PassageKind.FOOTNOTE,
    Role.NOTE_TEXT: PassageKind.FOOTNOTE,
    Role.MASTHEAD: PassageKind.MASTHEAD,
    Role.SIGNATURE: PassageKind.SIGNATURE,
    Role.FURNITURE: PassageKind.FURNITURE,
    Role.NAVIGATION: PassageKind.FURNITURE,
}


_STRENGTH = {Role.BOLD: 1.0, Role.ITALIC: 0.5}


class MarkupWalk:
    """One walk over a document; `meaning` tells what its elements are."""

    def __init__(self, meaning: ElementReader, limits: Limits = DEFAULT) -> None:
        """Begin with nothing read."""
        self.draft = Draft(limits)
        self._meaning = meaning
        self._pieces: list[Piece] = []
        self._stack: list[Meaning] = []
        self._mark = ""
        self._bullet = ""
        self._notes: list[tuple[str, etree._Element]] = []
        self._noted = 0
        self._struck: list[str] = []
        self.left_out = False
        """Whether some words are struck through, and so not read as what the letter says."""
        self._items: dict[etree._Element | None, int] = {}
        self._strength = 0.0
        self._stressed = 0.0
        self._grid: TableGrid | None = None
        self._tables = 0

    def read(self, element: etree._Element) -> None:
        """Read an element and all that it holds, then the notes that hang on it."""
        self._enter(element)
        self._close()

    def _enter(self, element: etree._Element) -> None:
        if not isinstance(element.tag, str):
            return
        meaning = self._meaning(element)
        if meaning is None:
            self._inside(element)
        elif meaning.role is Role.MARK:
            self._mark = f"{self._mark} {element_text(element)}".strip()
        elif meaning.role is Role.BREAK:
            self._break()
            self._inside(element)
        elif meaning.role is Role.APART:
            self._pieces.append(" ")
            self._inside(element)
            self._pieces.append(" ")
        elif meaning.role is Role.NOTE_REF:
            self._pieces.append(NoteRef(element_text(element).strip("[]() ")))
        elif meaning.role is Role.NOTE:
            self._note(element)
        elif meaning.role is Role.STRUCK:
            self._struck.append(element_text(element))
        elif meaning.role in _STRENGTH:
            self._stress(element, _STRENGTH[meaning.role])
        elif meaning.role is not Role.SKIP:
            self._block(element, meaning)

    def _inside(self, element: etree._Element) -> None:
        self._say(element.text)
        for child in element:
            self._enter(child)
            self._say(child.tail)

    def _say(self, text: str | None) -> None:
        if text:
            self._pieces.append(_WHITE.sub(" ", text))
            self._stressed += self._strength * len(text.strip())

    def _block(self, element: etree._Element, meaning: Meaning) -> None:
        """An element that is a block of its own, or holds some."""
        self._flush()
        outer = self._grid
        if meaning.role is Role.TABLE:
            self._grid = TableGrid(self._tables)
            self._tables += 1
        elif meaning.role is Role.ROW and outer:
            outer.next_row()
        elif meaning.role is Role.CELL and outer:
            outer.next_cell(*spans(element))
        self._stack.append(meaning)
        self._bullet = self._counted(element) if meaning.mark == COUNTED else meaning.mark or self._bullet
        self._inside(element)
        self._close()
        self._stack.pop()
        self._grid = outer if meaning.role is Role.TABLE else self._grid

    def _break(self) -> None:
        """End a line; a second time in a row, the paragraph."""
        last = next((one for one in reversed(self._pieces) if not isinstance(one, str) or one.strip(" ")), "")
        if last == "\n":
            self._flush()
        else:
            self._pieces.append("\n")

    def _stress(self, element: etree._Element, strength: float) -> None:
        outer, self._strength = self._strength, max(self._strength, strength)
        self._inside(element)
        self._strength = outer

    def _counted(self, element: etree._Element) -> str:
        around = element.getparent()
        self._items[around] = self._items.get(around, 0) + 1
        return f"{self._items[around]}."

    def _note(self, element: etree._Element) -> None:
        """A note whose words stand where its mark belongs: they are kept until the block is whole."""
        self._noted += 1
        number = self._number_of(element)
        mark = element_text(number) if number is not None else str(self._noted)
        self._pieces.append(NoteRef(mark))
        self._notes.append((mark, element))

    def _close(self) -> None:
        """Write what is left at the end of a block: a mark without words, too."""
        self._flush()
        if self._mark:
            self._write([])
        self._bullet = ""

    def _flush(self) -> None:
        """Write the running text so far as a block of the innermost role, and after it the notes that hang on it."""
        pieces = _trimmed(self._pieces)
        self._pieces = []
        if pieces:
            self._write(pieces)
        self._stressed = 0.0
        notes, self._notes = self._notes, []
        for number, note in notes:
            self._write_note(number, note)
        struck, self._struck = self._struck, []
        self.left_out = self.left_out or bool(struck)
        for words in struck:
            self.draft.add([words], PassageKind.FURNITURE, struck=True)

    def _write(self, pieces: list[Piece]) -> None:
        role = next((one for one in reversed(self._stack) if one.role in _KINDS), Meaning(Role.BLOCK))
        role = next((one for one in self._stack if one.role is Role.NAVIGATION), role)
        kind, mark = _KINDS.get(role.role), self._mark or self._bullet
        self._mark = self._bullet = ""
        if mark and kind is PassageKind.HEADING:
            pieces, mark = [f"{mark} ", *pieces], ""
        elif mark and kind is None:
            kind = PassageKind.LIST_ITEM
        words = one_space("".join(piece for piece in pieces if isinstance(piece, str)))
        inside = self._grid and self._grid.row >= 0 and kind is not PassageKind.FOOTNOTE
        place = self._grid.place(words) if self._grid and inside else None
        emphasis = round(self._stressed / len(words), 1) if words else 0.0
        self.draft.add(pieces, kind, mark=mark or None, level=role.level, place=place, emphasis=emphasis)

    def _write_note(self, mark: str, note: etree._Element) -> None:
        self._stack.append(Meaning(Role.NOTE))
        self._mark = mark
        self._say(note.text)
        number = self._number_of(note)
        for child in note:
            if child is not number:
                self._enter(child)
            self._say(child.tail)
        self._close()
        self._stack.pop()

    def _number_of(self, note: etree._Element) -> etree._Element | None:
        """The element with a note's own number; any other mark in it numbers something within the note."""
        return next((child for child in note if self._is_mark(child) and _NUMBER.fullmatch(element_text(child))), None)

    def _is_mark(self, element: etree._Element) -> bool:
        meaning = self._meaning(element) if isinstance(element.tag, str) else None
        return meaning is not None and meaning.role is Role.MARK


def element_text(element: etree._Element) -> str:
    """All the words of an element; comments and processing instructions are none."""
    return _WHITE.sub(" ", "".join(_texts(element))).strip()


def _texts(element: etree._Element) -> Iterator[str]:
    if isinstance(element.tag, str):
        yield element.text or ""
        for child in element:
            yield from _texts(child)
            yield child.tail or ""


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    """Without white space at either end; empty when there are no words."""
    while pieces and isinstance(pieces[0], str) and not pieces[0].strip():
        pieces = pieces[1:]
    while pieces and isinstance(pieces[-1], str) and not pieces[-1].strip():
        pieces = pieces[:-1]
    return pieces
