"""OpenDocument texts (.odt) → LinearText."""

from __future__ import annotations

import re
import zipfile

from lxml import etree

from tracker.documents.formats.markup import MarkupWalk, Meaning, Role, element_text
from tracker.documents.formats.odt_styles import OdtLists, OdtStyles, odf
from tracker.documents.formats.xml import parse_xml
from tracker.documents.formats.zip import DAMAGED, open_zip
from tracker.documents.layout.blocks import LinearText, Printed
from tracker.documents.layout.list_markers import in_formula
from tracker.documents.limits import DEFAULT, Limits
from tracker.errors import LetterError
from tracker.i18n.message import message

_DC = "{http://purl.org/dc/elements/1.1/}"
_ROLES = {
    "text:p": Role.BLOCK,
    "text:h": Role.HEADING,
    "text:list-item": Role.ITEM,
    "text:list-header": Role.BLOCK,
    "text:section": Role.BLOCK,
    "text:note": Role.NOTE,
    "text:note-citation": Role.MARK,
    "text:note-body": Role.BLOCK,
    "text:tracked-changes": Role.SKIP,
    "office:annotation": Role.SKIP,
    "office:forms": Role.SKIP,
    "text:sequence-decls": Role.SKIP,
    "svg:title": Role.SKIP,
    "svg:desc": Role.SKIP,
    "text:hidden-text": Role.SKIP,
    "text:s": Role.BREAK,
    "text:tab": Role.BREAK,
    "text:line-break": Role.BREAK,
    "text:table-of-content": Role.NAVIGATION,
    "text:index-title": Role.NAVIGATION,
    "draw:text-box": Role.BLOCK,
    "table:table-row": Role.ROW,
    "table:table-cell": Role.CELL,
    "table:covered-table-cell": Role.CELL,
}
_FIGURE = re.compile(r"\d{1,3}$")
_MEANINGS = {odf(name): role for name, role in _ROLES.items()}
_AROUND = (
    ("style:header-first", Role.MASTHEAD),
    ("style:header", Role.FURNITURE),
    ("style:footer-first", Role.FURNITURE),
    ("style:footer", Role.FURNITURE),
)


def read(data: bytes, limits: Limits = DEFAULT) -> LinearText:
    """Read an OpenDocument text.

    Raises LetterError: it is damaged, encrypted or larger than the limits allow.
    """
    archive = open_zip(data, limits)
    content, styles = _part(archive, "content.xml", limits), _part(archive, "styles.xml", limits)
    meta = _part(archive, "meta.xml", limits)
    body = content.find(f"{odf('office:body')}/{odf('office:text')}") if content is not None else None
    if content is None or body is None:
        raise LetterError("odt.not-whole")
    roots = [one for one in (styles, content) if one is not None]
    reader = _Reader(OdtStyles(*roots), limits)
    around = [(role, one) for name, role in _AROUND for root in roots for one in root.iter(odf(name))]
    for role, part in around:
        if role is Role.MASTHEAD:
            reader.read(part, role)
    changed = body.find(odf("text:tracked-changes")) is not None
    reader.read(body, None)
    for role, part in around:
        if role is not Role.MASTHEAD:
            reader.read(part, role)
    told = ((message("notice.tracked-changes"), changed), (message("notice.struck"), reader.left_out))
    return reader.walk.draft.source(_printed(meta), tuple(notice for notice, so in told if so), by_type=True)


def _part(archive: zipfile.ZipFile, name: str, limits: Limits) -> etree._Element | None:
    """The root of a part, None where there is none."""
    try:
        manifest = archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in archive.namelist() else b""
        if b"encryption-data" in manifest:
            raise LetterError("docx.encrypted")
        return parse_xml(archive.read(name), limits) if name in archive.namelist() else None
    except DAMAGED as fault:
        raise LetterError("odt.not-whole") from fault


class _Reader:
    """One walk over a document."""

    def __init__(self, styles: OdtStyles, limits: Limits) -> None:
        self.styles = styles
        self.lists = OdtLists(styles)
        self.walk = MarkupWalk(self._meaning, limits)
        self._around: Role | None = None
        self._data: dict[etree._Element, bool] = {}
        self._hidden = False

    @property
    def left_out(self) -> bool:
        """Whether some words are struck through or hidden."""
        return self.walk.left_out or self._hidden

    def read(self, element: etree._Element, around: Role | None) -> None:
        """Read a part; `around` says that it stands above or below the text of each page."""
        self._around = around
        for box in list(element.iter(odf("draw:text-box"))):
            _set_behind(box)
        for paragraph in list(element.iter(odf("text:p"))):
            _wrap(paragraph)
        self.walk.read(element)

    def _meaning(self, element: etree._Element) -> Meaning | None:
        tag = element.tag
        if tag in (odf(name) for name, _ in _AROUND):
            return Meaning(self._around or Role.SKIP)
        if tag == odf("text:span"):
            return self._span(element)
        if tag == odf("text:h"):
            level = element.get(odf("text:outline-level")) or ""
            depth = int(level) if level.isdigit() else 1
            return Meaning(Role.HEADING, depth, self.lists.heading(element, depth)) if not self._around else None
        if tag == odf("text:section") and element.get(odf("text:display")) == "none":
            self._hidden = True
            return Meaning(Role.SKIP)
        if tag == odf("text:list-item"):
            return Meaning(Role.ITEM, mark=self.lists.mark(element))
        if tag == odf("table:table"):
            return Meaning(Role.TABLE if self._is_data(element) else Role.BLOCK)
        role = _MEANINGS.get(str(tag))
        if role in (Role.ROW, Role.CELL) and not self._is_data(next(element.iterancestors(odf("table:table")))):
            role = Role.BLOCK
        return Meaning(role) if role else None

    def _is_data(self, table: etree._Element) -> bool:
        """Whether a table is one of data; each is looked through once, whatever its rows and cells ask."""
        if table not in self._data:
            self._data[table] = _is_data(table)
        return self._data[table]

    def _span(self, element: etree._Element) -> Meaning | None:
        kind = self.styles.type_of(element.get(odf("text:style-name")))
        if kind.hidden:
            self._hidden = True
            return Meaning(Role.SKIP)
        if kind.struck:
            return Meaning(Role.STRUCK)
        if kind.raised and _is_mark(element):
            return Meaning(Role.NOTE_REF)
        return Meaning(Role.BOLD if kind.bold else Role.ITALIC) if kind.bold or kind.italic else None


def _is_mark(element: etree._Element) -> bool:
    """Whether a raised span is the mark of a note that somebody typed: a figure behind words, and no power."""
    last, around = element.getprevious(), element.getparent()
    before = last.tail or element_text(last) if last is not None else around.text if around is not None else None
    figure = element_text(element)
    stands = bool(before and before.strip() and not before[-1].isdecimal())
    return stands and _FIGURE.match(figure) is not None and not in_formula(before or "", figure)


def _set_behind(box: etree._Element) -> None:
    """Put a box behind the paragraph that it hangs in, whose sentence goes on."""
    around = list(box.iterancestors(odf("text:p")))
    if not around:
        return
    parent = box.getparent()
    if parent is not None:
        tail, box.tail = box.tail, None
        before = box.getprevious()
        parent.remove(box)
        if before is not None:
            before.tail = (before.tail or "") + (tail or "")
        else:
            parent.text = (parent.text or "") + (tail or "")
    outermost = around[-1]
    box.tail, outermost.tail = outermost.tail, None
    outermost.addnext(box)


def _wrap(paragraph: etree._Element) -> None:
    """Give the words of a paragraph its style, as those of a span have theirs."""
    span = etree.Element(odf("text:span"))
    span.set(odf("text:style-name"), paragraph.get(odf("text:style-name")) or "")
    span.text, paragraph.text = paragraph.text, None
    span.extend(list(paragraph))
    paragraph.append(span)


def _is_data(table: etree._Element) -> bool:
    """Whether a table is one of data, with a head above each column, and does not only lay the page out."""
    if next(table.iterancestors(odf("table:table")), None) is not None:
        return False
    rows = [row for row in table.iter(odf("table:table-row")) if next(row.iterancestors(odf("table:table"))) is table]
    heads = [element_text(cell) for cell in rows[0] if cell.tag == odf("table:table-cell")] if rows else []
    return len(rows) > 1 and len(heads) > 1 and all(heads)


def _printed(meta: etree._Element | None) -> Printed:
    """The title and the day of the last change that the properties give."""
    if meta is None:
        return Printed()
    title = meta.findtext(f".//{_DC}title") or ""
    made = meta.findtext(f".//{_DC}date") or meta.findtext(f".//{odf('meta:creation-date')}")
    return Printed(title=title.strip() or None, made=made[:10] if made else None)
