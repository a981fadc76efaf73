"""A drawing of matplotlib made part of a page: named for who cannot see it, in the colours and the font of the page."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree
from markupsafe import Markup

_SVG = "http://www.w3.org/2000/svg"
_LINK = "{http://www.w3.org/1999/xlink}href"
_TARGET = re.compile(r"(?:url\(#|^#)([^)]+)")


def inlined(drawing: bytes, key: str, title: str, means: str, variables: Mapping[str, str]) -> Markup:
    """An <svg> element: `key` keeps its ids apart from those of others, `variables` name what is the page's own."""
    root = etree.fromstring(drawing, etree.XMLParser(resolve_entities=False, no_network=True))
    for name in ("metadata", "defs/style"):
        for node in root.findall("/".join(f"{{{_SVG}}}{part}" for part in name.split("/"))):
            parent = node.getparent()
            if parent is not None:
                parent.remove(node)
    _rename(root, key)
    for name in ("width", "height", "version"):
        if name in root.attrib:
            del root.attrib[name]
    root.set("role", "img")
    root.set("class", "chart")
    root.set("aria-labelledby", f"{key}-title {key}-desc")
    for at, (tag, text) in enumerate((("title", title), ("desc", means))):
        node = etree.Element(f"{{{_SVG}}}{tag}", id=f"{key}-{tag}")
        node.text = text
        root.insert(at, node)
    etree.cleanup_namespaces(root)
    text = etree.tostring(root, encoding="unicode")
    pattern = re.compile("|".join(map(re.escape, variables)))
    return Markup(pattern.sub(lambda found: f"var({variables[found.group()]})", text))  # noqa: S704 - lxml wrote it


def _rename(root: etree._Element, key: str) -> None:
    """Keep only the ids that something refers to, each under the key; references follow."""
    wanted = {name for node in root.iter() for value in node.attrib.values() for name in _TARGET.findall(str(value))}
    for node in root.iter():
        own, target = node.get("id"), node.get(_LINK)
        if own in wanted:
            node.set("id", f"{key}-{own}")
        elif own is not None:
            del node.attrib["id"]
        if target is not None:
            del node.attrib[_LINK]
            node.set("href", target.replace("#", f"#{key}-", 1))
        for name, value in node.attrib.items():
            if "url(#" in str(value):
                node.set(name, str(value).replace("url(#", f"url(#{key}-"))
