"""Bytes → a tree of elements, without network, entities or bottomless nesting."""

from __future__ import annotations

from lxml import etree

from tracker.errors import LetterError


def parse_xml(data: bytes) -> etree._Element:
    """The root of an XML document.

    Raises LetterError: it is damaged, or nested or expanded beyond what a letter needs.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        reason = str(fault).splitlines()[0] if str(fault) else "damaged"
        raise LetterError(f"its XML cannot be read ({reason}); fetch it again from its source.") from fault
    if root.getroottree().docinfo.internalDTD is not None and _entities(root):
        raise LetterError(
            "its XML defines entities of its own, which letters have no need of; fetch it from its source."
        )
    return root


def _entities(root: etree._Element) -> bool:
    return next(root.iter(etree.Entity), None) is not None
