"""Word documents (.docx) → LinearText."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
import zlib
from typing import Any

import docx
from docx.exceptions import PythonDocxError
from docx.opc.constants import RELATIONSHIP_TYPE as REL
from docx.opc.exceptions import OpcError
from docx.oxml import parse_xml
from docx.oxml.exceptions import XmlchemyError
from docx.oxml.ns import qn
from lxml import etree
from msgspec import Struct

from tracker.documents.formats.docx_numbering import Numbering
from tracker.documents.formats.docx_package import openable
from tracker.documents.formats.docx_tables import columns_of, first_words, word_table
from tracker.documents.formats.docx_text import DELETED, INSERTED, RAISED, WordText, chosen
from tracker.documents.formats.zip import open_zip
from tracker.documents.layout.blocks import LinearText, Place, Printed
from tracker.documents.layout.builder import Draft, NoteRef, Piece
from tracker.documents.layout.patterns import match, rows_table
from tracker.documents.limits import DEFAULT, Limits, refuse_beyond
from tracker.errors import LetterError
from tracker.i18n.message import message
from tracker.model import PassageKind

_HEADING = re.compile(r"heading\s*(?P<level>\d)", re.IGNORECASE)
_MADE_TITLES = ("", "word document", "microsoft word document", "document")
_LIBRARY = dt.date(2013, 12, 23)
"""What documents of python-docx say unless they are told another day."""
_LIBRARY_NAME = "python-docx"
_DEPTH = 12
"""How many boxes and tables may lie in one another."""
_DAMAGE = (
    OpcError, etree.LxmlError, zipfile.BadZipFile, zlib.error, LookupError, ValueError, AttributeError, TypeError,
    OSError, EOFError, RuntimeError, PythonDocxError, XmlchemyError,
)  # fmt: skip
"""What the libraries raise, each at its own depth, when the parts of a document contradict one another."""


def read(data: bytes, limits: Limits = DEFAULT) -> LinearText:
    """Read a Word document.

    Raises LetterError: it is damaged, encrypted or larger than the limits allow.
    """
    archive = open_zip(data, limits)
    try:
        _refuse_markup(archive, limits)
        document = docx.Document(io.BytesIO(openable(data, archive)))
        return _Reader(document, limits).read()
    except _DAMAGE as fault:
        raise LetterError("docx.not-whole") from fault


def _refuse_markup(archive: zipfile.ZipFile, limits: Limits) -> None:
    """Refuse more tags than a letter has, and definitions of entities, which Word never writes."""
    tags = 0
    for entry in archive.infolist():
        if entry.filename.endswith((".xml", ".rels")):
            markup = archive.read(entry).replace(b"\0", b"")
            tags += markup.count(b"<")
            if b"<!DOCTYPE" in markup:
                raise LetterError("docx.entities")
    refuse_beyond(2 * limits.tags, tags, "tags")


class _Style(Struct, frozen=True):
    """What a paragraph style says: a heading's level, bold, italic, and the list that it belongs to."""

    level: int | None = None
    bold: bool = False
    italic: bool = False
    list_id: str = ""
    depth: int = 0


class _Reader:
    """One walk over a document."""

    def __init__(self, document: Any, limits: Limits) -> None:
        self.document = document
        self.draft = Draft(limits)
        self.numbering = Numbering(_part(document, REL.NUMBERING))
        self.notes = {"footnote": _notes(document, REL.FOOTNOTES), "endnote": _notes(document, REL.ENDNOTES)}
        self.named = {style.style_id: style for style in document.styles}
        self.styles: dict[str, _Style] = {}
        self.noted = 0
        self.typed: set[str] = set()
        self.tables = 0
        self.gap = 0
        self.changed = False
        self.struck = False

    def read(self) -> LinearText:
        section = self.document.sections[0] if len(self.document.sections) else None
        if section is not None and section.different_first_page_header_footer:
            self._around((section.first_page_header, section.first_page_footer), PassageKind.MASTHEAD)
        self._blocks(self.document.element.body, None, None, 0)
        if section is not None:
            self._around((section.header, section.footer), PassageKind.FURNITURE)
        told = ((message("notice.tracked-changes"), self.changed), (message("notice.struck"), self.struck))
        notices = tuple(notice for notice, so in told if so)
        core = self.document.core_properties
        return self.draft.source(Printed(title=_own_title(core.title), made=_day_saved(core)), notices, by_type=True)

    def _around(self, parts: tuple[Any, ...], kind: PassageKind) -> None:
        for part in parts:
            if not part.is_linked_to_previous:
                self._blocks(part._element, kind, None, 0)

    def _blocks(self, parent: Any, kind: PassageKind | None, place: Place | None, depth: int) -> None:
        if depth > _DEPTH:
            raise LetterError("docx.too-deep")
        joined: list[Any] = []
        for child in parent:
            self.changed = self.changed or child.tag in DELETED | INSERTED
            if child.tag == qn("w:p"):
                joined.append(child)
                if not _runs_on(child):
                    self._paragraph(joined, kind, place, depth)
                    joined, place = [], _after_first(place)
            elif child.tag == qn("w:tbl"):
                self._table(child, kind, place, depth)
            elif child.tag not in DELETED:
                self._blocks(chosen(child), kind, place, depth + 1)
        if joined:
            self._paragraph(joined, kind, place, depth)

    def _paragraph(self, joined: list[Any], kind: PassageKind | None, place: Place | None, depth: int) -> None:
        """Write a paragraph, in the style of the last of those that it was joined from."""
        element = joined[-1]
        style = self._style(element)
        text = WordText(*joined, bold=style.bold, italic=style.italic)
        self.changed = self.changed or text.changed or len(joined) > 1
        pieces, notes = self._numbered(text)
        plain = kind is None and not (place or notes or text.boxes or text.struck)
        if plain and text.opening in self.typed and pieces[0] == text.opening:
            self.draft.add(pieces[1:], PassageKind.FOOTNOTE, mark=text.opening)
            return
        mark = self._mark(element, style) if _has_words(pieces) else ""
        bulleted = mark == "•"
        if mark and not bulleted:
            pieces = [f"{mark} ", *pieces]
        if kind is None and not place and style.level is not None:
            own: PassageKind | None = PassageKind.HEADING
        else:
            own = PassageKind.LIST_ITEM if bulleted and kind is None else kind
        self.draft.add(
            pieces,
            own,
            mark="•" if bulleted else None,
            level=style.level,
            place=place,
            emphasis=text.emphasis,
            gap=self.gap,
        )
        self.gap = 0 if _has_words(pieces) else self.gap + 1
        for number, note in notes:
            self._note(number, note)
        self.struck = self.struck or bool(text.struck) or text.hidden
        for words in text.struck:
            self.draft.add([words], PassageKind.FURNITURE, struck=True)
        for box in text.boxes:
            self._blocks(box, kind, None, depth + 1)

    def _numbered(self, text: WordText) -> tuple[list[Piece], list[tuple[str, Any]]]:
        """The pieces with note marks counted through the document, and the notes that they mark."""
        notes: list[tuple[str, Any]] = []
        pieces: list[Piece] = []
        waiting = iter(text.notes)
        for piece in text.pieces:
            if isinstance(piece, str):
                pieces.append(piece)
                continue
            kind, id_ = next(waiting)
            if kind == RAISED:
                self.typed.add(id_)
                pieces.append(piece)
                continue
            self.noted += 1
            pieces.append(NoteRef(str(self.noted)))
            notes.append((str(self.noted), self.notes[kind].get(id_)))
        return pieces, notes

    def _note(self, mark: str, note: Any) -> None:
        words = ""
        for paragraph in () if note is None else note.iter(qn("w:p")):
            inner = WordText(paragraph, bold=False, italic=False).pieces
            words += "".join(piece for piece in inner if isinstance(piece, str)) + "\n"
        if words.strip():
            self.draft.add([words.strip()], PassageKind.FOOTNOTE, mark=mark)

    def _mark(self, element: Any, style: _Style) -> str:
        numbered = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        list_id, depth = style.list_id, style.depth
        if numbered is not None:
            list_id, depth = _child(numbered, "w:numId") or list_id, int(_child(numbered, "w:ilvl") or depth)
        return self.numbering.next(list_id, min(depth, 8)) if list_id and list_id != "0" else ""

    def _table(self, element: Any, kind: PassageKind | None, outer: Place | None, depth: int) -> None:
        """A table of data gets its places, below its title; one that only lays the page out is read as text."""
        table = word_table(element, free=outer is None and kind is None)
        self.changed = self.changed or table.changed
        for cell in table.titles:
            self._blocks(cell, kind, outer, depth + 1)
        label = known.label if table.heads and (known := rows_table(table.heads)) else None
        for number, row in enumerate(table.rows):
            inner = number >= table.depth
            title = first_words(row) if inner else ""
            for column, cell in zip(columns_of(row), row, strict=True):
                head = table.heads[column] if inner and column < len(table.heads) else None
                first = inner and column == 0
                place = Place(self.tables, title, head, first, label) if table.heads else outer
                self._blocks(cell, kind, place, depth + 1)
        self.tables += 1

    def _style(self, element: Any) -> _Style:
        name = element.style or ""
        if name not in self.styles:
            self.styles[name] = self._resolve(name)
        style = self.styles[name]
        outline = element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        level = outline.get(qn("w:val")) if outline is not None else None
        return (
            _Style(int(level) + 1, style.bold, style.italic, style.list_id, style.depth)
            if level and level < "9"
            else style
        )

    def _resolve(self, name: str) -> _Style:
        """A style with what it inherits."""
        style = self.named.get(name)
        level = bold = italic = None
        list_id, depth = "", 0
        for _ in range(_DEPTH):
            if style is None:
                break
            font = getattr(style, "font", None)
            bold = font.bold if bold is None and font is not None else bold
            italic = font.italic if italic is None and font is not None else italic
            found = _HEADING.match(style.name or "") or match("heading_style", style.name or "")
            level = int(found["level"]) if level is None and found else level
            numbered = style.element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            if numbered is not None and not list_id:
                list_id, depth = _child(numbered, "w:numId"), int(_child(numbered, "w:ilvl") or 0)
            style = self.named.get(_child(style.element, "w:basedOn"))
        return _Style(level, bool(bold), bool(italic), list_id, depth)


def _own_title(title: str) -> str | None:
    """The title of a document's properties, but for those that programs fill in."""
    return None if title.strip().casefold() in _MADE_TITLES else title.strip()


def _day_saved(core: Any) -> str | None:
    """The day on which a document was last saved; the library makes one up where there is none."""
    saved = core.modified or core.created
    made_up = saved is None or saved.date() == _LIBRARY or core.last_modified_by == _LIBRARY_NAME
    return None if made_up else str(saved.date())


def _runs_on(paragraph: Any) -> bool:
    """Whether the end of a paragraph is deleted, so that the next one goes on with it."""
    return paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}") is not None


def _part(document: Any, kind: str) -> Any:
    """The root element of a part that the document refers to, or None."""
    for relation in document.part.rels.values():
        if relation.reltype == kind and not relation.is_external:
            return parse_xml(relation.target_part.blob)
    return None


def _notes(document: Any, kind: str) -> dict[str, Any]:
    root = _part(document, kind)
    return {} if root is None else {note.get(qn("w:id")) or "": note for note in root}


def _child(element: Any, name: str) -> str:
    found = element.find(qn(name))
    return "" if found is None else found.get(qn("w:val")) or ""


def _has_words(pieces: list[Piece]) -> bool:
    return any(isinstance(piece, str) and piece.strip() for piece in pieces)


def _after_first(place: Place | None) -> Place | None:
    """The place of what follows the first paragraph of a cell."""
    return Place(place.table, place.row, place.column, False, place.label) if place and place.first else place
