"""A saved web page → LinearText; the web page of an official paper has its notes and masthead marked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree
from lxml import html as lxml_html

from tracker.documents.formats.decode import decode
from tracker.documents.formats.markup import COUNTED, MarkupWalk, Meaning, Role, element_text
from tracker.documents.layout.blocks import LinearText, Printed
from tracker.documents.layout.list_markers import in_formula
from tracker.documents.layout.patterns import match
from tracker.documents.limits import DEFAULT, Limits, refuse_beyond
from tracker.documents.structure.identity import stated_code
from tracker.errors import LetterError
from tracker.i18n.message import message
from tracker.temporal.printed_date import printed_dates

_SKIPPED = ("head", "script", "style", "noscript", "template", "svg", "iframe", "object", "button", "select")
_BLOCKS = (
    "p", "div", "section", "article", "main", "ul", "ol", "dl", "dt", "dd", "blockquote", "figure", "figcaption",
    "pre", "address", "caption", "tbody", "thead", "tfoot", "body", "form",
    "details", "summary", "fieldset", "legend", "dialog", "hgroup", "menu", "center",
)  # fmt: skip
_ROLES = {
    **dict.fromkeys(_SKIPPED, Role.SKIP),
    **dict.fromkeys(("nav", "footer", "aside"), Role.NAVIGATION),
    "header": Role.FURNITURE,
    **dict.fromkeys(("del", "s", "strike"), Role.STRUCK),
    **dict.fromkeys(_BLOCKS, Role.BLOCK),
    "li": Role.ITEM,
    "table": Role.TABLE,
    "tr": Role.ROW,
    "td": Role.CELL,
    "th": Role.CELL,
    "br": Role.BREAK,
    "b": Role.BOLD,
    "strong": Role.BOLD,
    "i": Role.ITALIC,
    "em": Role.ITALIC,
}
_INLINE = (None, Role.BOLD, Role.ITALIC)
_OFFICIAL = {
    "dossiertitel": Role.MASTHEAD,
    "kamerstukdatum": Role.MASTHEAD,
    "note-close": Role.FURNITURE,
    "functie": Role.SIGNATURE,
    "naam": Role.SIGNATURE,
    "ol": Role.MARK,
}
"""What the class of an element says on the page of an official paper."""
_SITE = re.compile(
    r"(?:^|\s)(?:(?:site|page|main|global)[-_]?)?(?:footer|header|nav(?:bar|igation)?|menu|breadcrumbs?|sidebar|related|"
    r"share|social|skip-?links?|cookie-?(?:bar|banner|notice|message|consent)|search(?:-?form)?)(?:\s|$)",
    re.IGNORECASE,
)
"""What sites call the parts of their pages that are around the text, as a class or id."""
_PARTS = ("div", "section", "form", "table", "ul", "ol", "p", "td")
_LANDMARKS = ("navigation", "contentinfo", "banner", "complementary", "search", "dialog", "alertdialog")
_AROUND = 120
"""A part of more words holds the text too, whatever it is called. Judged, not measured."""
_TITLE = re.compile(r"h([1-6])$")
_NOTE_REF = re.compile(r"\b(noot(ref|nr|verwijzing)?|footnote-?ref|voetnoot(ref)?)\b", re.IGNORECASE)
_NOTE = re.compile(r"\b(voetnoot|noot|footnote|endnote)(-?(text|tekst|body|item))?\b", re.IGNORECASE)
_MARK = re.compile(r"\[?(\d{1,3}|\*{1,3})\]?$")
_FAULT = re.compile(r"\b(40[0-9]|50[0-9]|not found|forbidden|error|access denied)\b", re.IGNORECASE)
_DIVISION = re.compile(r"\bdivisiekop([1-9])\b")
_UNSEEN = frozenset({"script", "style"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_TAG_SIGN = re.compile(r"[<>]|=\s*[\"']|[\"']")
"""Where a tag begins, ends, or holds what is no attribute."""
_LINKS = 2
"""So many links in a list lead elsewhere. Judged, not measured: a letter's own list has words around them."""
_FEWEST = 60
"""A page of fewer words that speaks of a fault is no letter."""


def read(data: bytes, limits: Limits = DEFAULT) -> LinearText:
    """Read a web page.

    Raises LetterError: it has no text, is larger or deeper than the limits allow, or is the page that a server answers
    with when something is wrong.
    """
    text, notices = decode(data)
    refuse_beyond(limits.tags, text.count("<"), "tags")
    _refuse_long_tags(text, limits)
    root = parse_html(text)
    if tells_fault(_page_words(root)):
        raise LetterError("html.error-page")
    walk = MarkupWalk(_Official(), limits)
    body = root.find("body")
    walk.read(root if body is None else body)
    notices += (message("notice.struck"),) if walk.left_out else ()
    return walk.draft.source(_printed(root), notices, by_type=True)


def _refuse_long_tags(text: str, limits: Limits) -> None:
    """Nothing, as long as no tag has more attributes than a letter's: the parser takes the square of their number.

    Raises LetterError: one has.
    """
    most = limits.attributes
    if all(len(part) <= 2 * most or len(part.split(None, most + 1)) <= most for part in text.split("<")):
        return
    begin, words, quote = -1, 0, ""
    for found in _TAG_SIGN.finditer(text):
        sign, at = found[0], found.start()
        if begin < 0:
            begin, words = (at, 0) if sign == "<" else (-1, 0)
        elif quote:
            begin, quote = (found.end(), "") if sign[-1] == quote else (begin, quote)
        elif sign[0] == "=":
            words, quote = words + len(text[begin:at].split()), sign[-1]
        elif sign == ">":
            refuse_beyond(most, words + len(text[begin:at].split()), "attributes")
            begin = -1
    refuse_beyond(most, words + (len(text[begin:].split()) if begin >= 0 and not quote else 0), "attributes")


def parse_html(text: str) -> etree._Element:
    """The root of a web page. Raises LetterError: it has none, cannot be read, or is nested too deeply."""
    parser = lxml_html.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError) as fault:
        raise LetterError("html.unreadable") from fault
    if any(fault.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for fault in parser.error_log):
        raise LetterError("markup.too-deep")
    if root is None:
        raise LetterError("html.empty")
    return root


def _meaning(element: etree._Element) -> Meaning | None:
    tag = str(element.tag)
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return Meaning(Role.SKIP)
    if title := _TITLE.match(tag):
        return Meaning(Role.HEADING, int(title.group(1)))
    if tag in ("sup", "a") and _is_mark(element):
        return Meaning(Role.MARK if _begins_block(element) else Role.NOTE_REF)
    if (tag in ("ul", "ol") and _is_menu(element)) or _is_around(element):
        return Meaning(Role.NAVIGATION)
    role = _ROLES.get(tag)
    if role in (Role.BLOCK, Role.ITEM) and _is_note(element):
        return Meaning(Role.NOTE_TEXT)
    if role is Role.ITEM:
        return Meaning(Role.ITEM, mark=_item_mark(element))
    return Meaning(role) if role else None


def _is_around(element: etree._Element) -> bool:
    """Whether an element is a part of its page beside the text: a menu, a foot, a search, by its role or its name."""
    if element.get("role") in _LANDMARKS:
        named = True
    else:
        named = str(element.tag) in _PARTS and any(_SITE.search(element.get(name) or "") for name in ("class", "id"))
    return named and len(element_text(element).split()) <= _AROUND


def _is_menu(element: etree._Element) -> bool:
    """Whether a list has several items that are links and nothing else, as what leads elsewhere has."""
    items, above = element.findall("li"), element.getprevious()
    led = above is not None and isinstance(above.tag, str) and bool(match("site_line", element_text(above)))
    return len(items) >= (1 if led else _LINKS) and all(map(_is_link, items))


def _is_link(item: etree._Element) -> bool:
    """Whether all words of an item are links."""
    words = "".join(element_text(item).split())
    return bool(words) and words == "".join("".join(element_text(one).split()) for one in item.iter("a"))


class _Official:
    """What the elements of the page of an official paper are, read in order: headings stand under those before them."""

    def __init__(self) -> None:
        self._division = 0
        self._bold = False

    def __call__(self, element: etree._Element) -> Meaning | None:
        """What an element's class says that it is, else what any page's element of its name is."""
        tag, names = str(element.tag), (element.get("class") or "").split()
        if found := _DIVISION.search(" ".join(names)):
            self._division, self._bold = int(found.group(1)), False
            return Meaning(Role.HEADING, self._division)
        if tag == "p" and "tussenkop" in names:
            return Meaning(Role.HEADING, self._between(bold=element.find("strong") is not None))
        if tag == "h1" and "stuktitel" in names:
            return Meaning(Role.MASTHEAD)
        role = next((_OFFICIAL[name] for name in names if name in _OFFICIAL), None)
        if role is None or (role in (Role.SIGNATURE, Role.MARK) and tag != "span"):
            return _meaning(element)
        return Meaning(role)

    def _between(self, *, bold: bool) -> int:
        """The level of a heading between paragraphs: below the division, and in italics below one in bold type."""
        self._bold = self._bold or bold
        return self._division + 1 + (self._bold and not bold)


def _is_mark(element: etree._Element) -> bool:
    """A figure that hangs on a word: raised, or a link within the page that calls itself a note."""
    if not _MARK.match(element_text(element)) or in_formula(_before(element), element_text(element)):
        return False
    if element.tag == "sup":
        return True
    return (element.get("href") or "").startswith("#") and bool(_NOTE_REF.search(_names(element)))


def _begins_block(element: etree._Element) -> bool:
    """Whether no words stand before an element in its block."""
    at: etree._Element | None = element
    while at is not None and _ROLES.get(str(at.tag)) in _INLINE:
        before = at.getprevious()
        inline = before is not None and _ROLES.get(str(before.tag)) in _INLINE and not _TITLE.match(str(before.tag))
        if inline or _before(at).strip():
            return False
        at = at.getparent()
    return True


def _before(element: etree._Element) -> str:
    """The words right before an element."""
    last, around = element.getprevious(), element.getparent()
    return (last.tail if last is not None else around.text if around is not None else None) or ""


def _page_words(root: etree._Element) -> list[str]:
    """The words of a page with its title; those of two elements are never one."""
    texts = (text for one in root.iter() for text in ("" if one.tag in _UNSEEN else one.text, one.tail))
    return " ".join(filter(None, texts)).split()


def tells_fault(words: Sequence[str]) -> bool:
    """Whether so few words speak of a fault that they are no letter."""
    text = " ".join(words)
    return len(words) < _FEWEST and bool(_FAULT.search(text) or match("fault_page", text))


def _is_note(element: etree._Element) -> bool:
    """Whether a block is a note: it says so, or begins with a raised figure."""
    if element.tag in ("p", "li", "div", "dd") and _NOTE.search(_names(element)):
        return True
    first = element[0] if len(element) else None
    raised = first is not None and first.tag == "sup" and not (element.text or "").strip()
    return raised and bool(_MARK.match(element_text(first))) if first is not None else False


def _names(element: etree._Element) -> str:
    return f"{element.get('class') or ''} {element.get('role') or ''}"


def _item_mark(element: etree._Element) -> str | None:
    parent = element.getparent()
    if parent is not None and "expliciet" in _names(parent):
        return None
    return COUNTED if parent is not None and parent.tag == "ol" else "•"


def _printed(root: etree._Element) -> Printed:
    """The metadata of the page, where it is that of an official paper."""
    meta = {one.get("name"): one.get("content") or None for one in root.iter("meta")}
    return Printed(
        dossier=meta.get("OVERHEIDop.dossiernummer"),
        number=meta.get("OVERHEIDop.ondernummer"),
        code=stated_code(meta.get("DC.identifier") or meta.get("DCTERMS.identifier") or ""),
        date=meta.get("DCTERMS.issued") or _date(root),
        title=meta.get("OVERHEIDop.documenttitel"),
        dossiers=tuple(filter(None, (meta.get("OVERHEIDop.dossiernummer") or "").split(";"))),
        signatories=tuple(
            element_text(name) for name in root.iterfind(".//p[@class='ondertekening']/span[@class='naam']")
        ),
    )


def _date(root: etree._Element) -> str | None:
    """The day that the page of an official paper prints below its title, in ISO."""
    line = root.find(".//p[@class='kamerstukdatum']")
    found = next(iter(printed_dates(element_text(line))), None) if line is not None else None
    return found.day.isoformat() if found else None
