"""The markup of feeds as they are: XML with the entities of HTML in it, pages inside it, days in the language."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from html import unescape
from html.entities import html5

from lxml import etree
from lxml.html.defs import font_style_tags, phrase_tags, tags

from tracker.documents.formats.xml import parse_xml
from tracker.documents.limits import DEFAULT
from tracker.errors import LetterError
from tracker.sources.odata import day_there
from tracker.temporal.timex import tag_times
from tracker.text.normalize import one_space

_BEFORE = b"\xef\xbb\xbf \t\r\n"
"""What may stand before XML begins."""
_AMPERSAND = re.compile(rb"&(?:(#\d{1,7}|#x[0-9a-fA-F]{1,6})|([A-Za-z]\w{0,31}))?(;)?")
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
_ENTITY = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_END = re.compile(rb"</(?:\w+:)?(?:rss|feed|rdf)\s*>(?:\s|<!--.{0,500}?-->)*\Z", re.IGNORECASE | re.DOTALL)
"""The end of a feed that came whole."""
_TAIL = 2000
"""Bytes in which it is sought."""
_MARKUP = re.compile(
    r"<!--.*?-->|<(script|style)\b.*?</\1\s*>|</?([A-Za-z][A-Za-z0-9]*)(?:[\s/][^<>]*)?>", re.DOTALL | re.I
)
"""A tag of HTML or a remark in it, or a part that nobody reads."""
_NAMED = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]\w{1,31});", re.IGNORECASE)
_INLINE = phrase_tags | font_style_tags | {"a", "bdo", "font", "mark", "q", "span", "sub", "sup", "wbr"}
"""Tags that stand within words."""
_UNSEEN = frozenset({"script", "style"})
_HEADLINE = 4000
"""Characters of a title that are looked at."""
_UNREADABLE = bytes({*range(0x20)} - {*b"\t\r\n"})
"""What XML may not hold, nor HTML."""
_DAY = 80
"""Characters that may tell a day."""


def parse_feed(data: bytes) -> etree._Element:
    """The root of a feed; one that is no XML is read as far as it can be, its ampersands as HTML has them.

    Raises LetterError: it is no feed, or none that came whole; what defines entities is never read so.
    """
    plain = data.lstrip(_BEFORE)
    try:
        return parse_xml(plain, DEFAULT)
    except LetterError as fault:
        if fault.message.id != "xml.unreadable" or _ENTITY.search(plain) or not _END.search(plain[-_TAIL:]):
            raise
    return parse_xml(_AMPERSAND.sub(_as_xml, plain.translate(None, _UNREADABLE)), DEFAULT, recover=True)


def title_in(part: etree._Element) -> str:
    """The words of a title, whether it has markup of HTML, or has it as text; what says to be plain is as it stands."""
    text = "".join(_spaced(part))[:_HEADLINE]
    if part.get("type") != "text":
        text = _MARKUP.sub(_unmarked, _NAMED.sub(lambda found: unescape(found[0]), _MARKUP.sub(_unmarked, text)))
    return one_space(text)


def _spaced(part: etree._Element) -> Iterator[str]:
    """The text of an element, with space where a part of it stands apart."""
    yield part.text or ""
    for child in part:
        name = etree.QName(child).localname.casefold() if isinstance(child.tag, str) else ""
        space = "" if name in _INLINE or not name else " "
        yield space
        if name and name not in _UNSEEN:
            yield from _spaced(child)
        yield space + (child.tail or "")


def _unmarked(found: re.Match[str]) -> str:
    """What stands in the place of a tag; what is none of HTML stays."""
    name = (found[2] or "").casefold()
    if name and name not in tags:
        return found[0]
    return "" if name in _INLINE else " "


def links_in(part: etree._Element) -> Iterator[str]:
    """Where the links of a description lead, whether it has them as markup or as the text of a page."""
    yield from (str(one.get("href")) for one in part.iter("{*}a") if one.get("href"))
    text = "".join(map(str, part.itertext()))
    if "<" in text:
        parser = etree.HTMLParser(no_network=True, huge_tree=False, encoding="utf-8")
        try:
            page = etree.fromstring(text.encode("utf-8", "replace"), parser)
        except (etree.LxmlError, ValueError):
            return
        if page is not None:
            yield from (str(one.get("href")).strip() for one in page.iter("a") if one.get("href"))


def day_of(text: str, zone: str) -> dt.date | None:
    """The day that a feed tells, in the form of RSS or Atom or as the language writes it; None where it tells none.

    What says at which moment is of the day that it is then in the time zone.
    """
    if day := day_there(text, zone):
        return day
    try:
        return day_there(parsedate_to_datetime(text).isoformat(), zone)
    except (ValueError, OverflowError):
        pass
    told = (row.deadline for row in tag_times(text[:_DAY], None))
    return next((row.start for row in told if row.start is not None and row.start == row.end), None)


def _as_xml(found: re.Match[bytes]) -> bytes:
    """An ampersand with what follows it as XML has it: a character by its number, or the mere mark."""
    number, name, closed = found.groups()
    if closed and (number or (name and name.decode() in _OF_XML)):
        return found[0]
    character = html5.get(f"{name.decode()};", "") if closed and name else ""
    return "".join(f"&#{ord(one)};" for one in character).encode() or b"&amp;" + found[0][1:]
