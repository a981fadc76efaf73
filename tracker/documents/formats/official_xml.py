"""Official publications in XML (`officiele-publicatie`, `kamerwrk`) → LinearText."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from lxml import etree

from tracker.documents.formats.markup import MarkupWalk, Meaning, Role, element_text
from tracker.documents.formats.xml import parse_xml
from tracker.documents.layout.blocks import LinearText, Printed
from tracker.documents.limits import DEFAULT, Limits
from tracker.documents.structure.identity import fullest, stated_code
from tracker.errors import LetterError

ROOTS = ("officiele-publicatie", "kamerwrk")

_ROLES = {
    "metadata": Role.SKIP,
    "al": Role.BLOCK,
    "al-groep": Role.BLOCK,
    "lijst": Role.BLOCK,
    "li": Role.ITEM,
    "li.nr": Role.MARK,
    "noot": Role.NOTE,
    "noot.nr": Role.MARK,
    "noot.al": Role.BLOCK,
    "nootref": Role.NOTE_REF,
    "tekstregel": Role.MASTHEAD,
    "dossiernummer": Role.MASTHEAD,
    "stuknr": Role.MASTHEAD,
    "datumtekst": Role.MASTHEAD,
    "functie": Role.SIGNATURE,
    "naam": Role.SIGNATURE,
    "slotformulering": Role.BLOCK,
    "table": Role.TABLE,
    "row": Role.ROW,
    "entry": Role.CELL,
    "subtitel": Role.BLOCK,
    "citaat": Role.BLOCK,
    "figuur": Role.BLOCK,
}
_HEADINGS = ("tussenkop", "kop", "titel")
_DEEPER = ("divisie", "bijlage", "tekst-sectie", "paragraaf", "hoofdstuk", "deel")

_BACK = 50
"""So many headings back a bold one is looked for."""


def read(data: bytes, limits: Limits = DEFAULT) -> LinearText:
    """Read an official publication.

    Raises LetterError: it is no official publication, or cannot be read.
    """
    root = parse_xml(data, limits)
    if etree.QName(root).localname not in ROOTS:
        raise LetterError("xml.other-root", name=etree.QName(root).localname)
    walk = MarkupWalk(_meaning, limits)
    walk.read(root)
    return walk.draft.source(_printed(root))


def _meaning(element: etree._Element) -> Meaning | None:
    name = _name(element)
    if name in _HEADINGS:
        return _heading(element, name)
    role = _ROLES.get(name)
    if name == "nadruk":
        role = Role.BOLD if "vet" in (element.get("type") or "") else Role.ITALIC
    if _name(element.getparent()) == "kop":
        role = Role.APART
    return Meaning(role) if role else None


def _heading(element: etree._Element, name: str) -> Meaning | None:
    """A heading with its level: one below the divisions around it; inside another heading it is part of that."""
    around = [_name(outer) for outer in element.iterancestors()]
    if name == "titel" and around[0] in ("kop", "citaat"):
        return None
    if name == "titel" and around[0] in ("dossier", "stuk"):
        return Meaning(Role.MASTHEAD)
    depth = sum(outer in _DEEPER for outer in around)
    if name == "tussenkop":
        return Meaning(
            Role.HEADING,
            depth + 1 + (element.get("kopopmaak") in ("cur", "cursief", "ondlijn") and bool(_bold_before(element))),
        )
    return Meaning(Role.HEADING, max(depth, 1))


def _bold_before(element: etree._Element) -> bool:
    before = islice(element.itersiblings("tussenkop", preceding=True), _BACK)
    return any(other.get("kopopmaak") == "vet" for other in before)


def _name(element: etree._Element | None) -> str:
    return etree.QName(element).localname if element is not None and isinstance(element.tag, str) else ""


def _printed(root: etree._Element) -> Printed:
    """The facts that the paper's elements and metadata state."""
    meta = {one.get("name") or "": one.get("content") or "" for one in root.iterfind(".//metadata//meta")}
    signed = [element_text(name) for name in root.iterfind(".//ondertekening/naam")]
    return Printed(
        dossier=fullest(*filter(None, (_first(root, "dossiernr"), _first(root, "dossiernummer"), _stated(meta)))),
        number=_first(root, "ondernummer") or meta.get("OVERHEIDop.ondernummer") or None,
        code=stated_code(meta.get("DC.identifier") or meta.get("DCTERMS.identifier") or ""),
        date=_date(root) or meta.get("DCTERMS.issued") or None,
        title=meta.get("OVERHEIDop.documenttitel") or _first(root, "dossier//titel"),
        signatories=tuple(name for name in signed if name),
        dossiers=tuple(_dossiers(root, meta)),
    )


def _dossiers(root: etree._Element, meta: Mapping[str, str]) -> Iterator[str]:
    """All dossiers that the paper's head and metadata name."""
    yield from filter(None, map(element_text, root.iterfind(".//dossier/dossiernummer")))
    yield from filter(None, meta.get("OVERHEIDop.dossiernummer", "").split(";"))


def _stated(meta: Mapping[str, str]) -> str | None:
    """The dossier of the metadata, the first of several."""
    return meta.get("OVERHEIDop.dossiernummer", "").partition(";")[0] or None


def _first(root: etree._Element, path: str) -> str | None:
    found = root.find(f".//{path}")
    return element_text(found) or None if found is not None else None


def _date(root: etree._Element) -> str | None:
    found = root.find(".//datumtekst/datum")
    return found.get("isodatum") if found is not None else None
