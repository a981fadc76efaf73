"""Bytes → a tree of elements, without network, entities or bottomless nesting."""

from __future__ import annotations

from lxml import etree

from tracker.documents.limits import Limits, refuse_beyond
from tracker.errors import LetterError


def parse_xml(data: bytes, limits: Limits, *, recover: bool = False) -> etree._Element:
    """The root of an XML document; `recover`: of one that is damaged what can be read.

    Raises LetterError: it is damaged, larger than the limits allow, or nested or expanded beyond what a letter needs.
    """
    refuse_beyond(limits.tags, data.count(b"<"), "tags")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=recover)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        if any(one.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for one in parser.error_log):
            raise LetterError("markup.too-deep") from fault
        line = getattr(fault, "lineno", None) or 1
        raise LetterError("xml.unreadable", line=line) from fault
    if root is None:
        raise LetterError("xml.unreadable", line=1)
    if any(one.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for one in parser.error_log):
        raise LetterError("markup.too-deep")
    if root.getroottree().docinfo.internalDTD is not None and _entities(root):
        raise LetterError("xml.entities")
    return root


def _entities(root: etree._Element) -> bool:
    return next(root.iter(etree.Entity), None) is not None
