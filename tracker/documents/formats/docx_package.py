"""The package of a Word document as the library can open it: Strict names made usual, dead relationships left out."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Set

from lxml import etree

_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
"""The namespaces of ISO 29500 Strict; they map one to one to the usual ones."""
_USUAL = rb"http://schemas.openxmlformats.org/\1/2006/"
_EXTERNAL = "External"


def openable(data: bytes, archive: zipfile.ZipFile) -> bytes:
    """The bytes of a document, written anew only where something in it stops the library."""
    names = frozenset(archive.namelist())
    markup = {name: archive.read(name) for name in names if name.endswith((".xml", ".rels"))}
    mended = {name: new for name, part in markup.items() if (new := _mended(name, part, names)) != part}
    if not mended:
        return data
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name in archive.namelist():
            package.writestr(name, mended[name] if name in mended else archive.read(name))
    return out.getvalue()


def _mended(name: str, part: bytes, names: Set[str]) -> bytes:
    usual = _STRICT.sub(_USUAL, part)
    return _alive(name, usual, names) if name.endswith(".rels") else usual


def _alive(name: str, part: bytes, names: Set[str]) -> bytes:
    """The relationships of a part that lead to a part of the package, or out of it."""
    root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
    folder = posixpath.dirname(posixpath.dirname(name))
    dead = [one for one in root if _is_dead(one, folder, names)]
    for one in dead:
        root.remove(one)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True) if dead else part


def _is_dead(relation: etree._Element, folder: str, names: Set[str]) -> bool:
    target = relation.get("Target") or ""
    if relation.get("TargetMode") == _EXTERNAL or target.startswith("#"):
        return False
    path = posixpath.normpath(target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target))
    return path not in names
