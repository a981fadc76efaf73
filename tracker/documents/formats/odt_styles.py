"""The styles of an OpenDocument text: what is bold, struck or hidden, and how its lists are numbered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from tracker.documents.formats.docx_numbering import formatted

_SPACE = "urn:oasis:names:tc:opendocument:xmlns:"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_DEPTH = 12
"""So many styles may rest on one another."""
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}

_RAISED = re.compile(r"super|[1-9]\d*%")


def odf(name: str) -> str:
    """A name of OpenDocument as the parser gives it: "text:p" with its namespace."""
    space, _, local = name.partition(":")
    return f"{{{_SPACE}{space}:1.0}}{local}"


class OdtType(Struct, frozen=True):
    """How a style prints."""

    bold: bool = False
    italic: bool = False
    struck: bool = False
    hidden: bool = False
    raised: bool = False


class OdtStyles:
    """The styles of a document by their names; what one does not say, the one that it rests on does."""

    def __init__(self, *roots: etree._Element) -> None:
        """Take the parts that define styles, the automatic ones last."""
        self._styles = {str(one.get(odf("style:name"))): one for root in roots for one in root.iter(odf("style:style"))}
        self.lists = {
            str(one.get(odf("style:name"))): one for root in roots for one in root.iter(odf("text:list-style"))
        }
        self.outline = next((one for root in roots for one in root.iter(odf("text:outline-style"))), None)
        self._known: dict[str, OdtType] = {}

    def type_of(self, name: str | None) -> OdtType:
        """How text of a style prints."""
        key = name or ""
        if key not in self._known:
            said = list(self._text_properties(key))
            self._known[key] = OdtType(
                bold=_first(said, f"{_FO}font-weight") in ("bold", "600", "700", "800", "900"),
                italic=_first(said, f"{_FO}font-style") in ("italic", "oblique"),
                struck=_first(said, odf("style:text-line-through-style")) not in ("", "none"),
                hidden=_first(said, odf("text:display")) == "none",
                raised=_RAISED.match(_first(said, odf("style:text-position"))) is not None,
            )
        return self._known[key]

    def _text_properties(self, name: str) -> Iterator[etree._Element]:
        """The properties of text of a style and of those that it rests on."""
        for _ in range(_DEPTH):
            style = self._styles.get(name)
            if style is None:
                return
            yield from style.findall(odf("style:text-properties"))
            name = style.get(odf("style:parent-style-name")) or ""


def _first(said: list[etree._Element], name: str) -> str:
    return next((value for one in said if (value := one.get(name)) is not None), "")


class OdtLists:
    """The marks of list items, counted through the document."""

    def __init__(self, styles: OdtStyles) -> None:
        """Begin to count."""
        self._styles = styles
        self._counts: dict[etree._Element | str, list[int]] = {}

    def mark(self, item: etree._Element) -> str:
        """The mark of an item: "•", "3.", "2.1.", "b)"; "" where it is only a further paragraph of the last."""
        lists = list(item.iterancestors(odf("text:list")))
        style = next((name for one in lists if (name := one.get(odf("text:style-name")))), "")
        outermost = lists[-1]
        goes_on = outermost.get(odf("text:continue-numbering")) == "true" or outermost.get(odf("text:continue-list"))
        key: etree._Element | str = style if goes_on else outermost
        depth = min(len(lists), 9)
        counts = self._counts.setdefault(key, self._counts.get(style, [0] * 10) if goes_on else [0] * 10)
        self._counts[style] = counts
        start = item.get(odf("text:start-value"))
        counts[depth] = int(start) if start and start.isdigit() else counts[depth] + 1
        counts[depth + 1 :] = [0] * (9 - depth)
        listed = self._styles.lists.get(style)
        return "•" if listed is None else _printed(listed, depth, counts)

    def heading(self, heading: etree._Element, depth: int) -> str | None:
        """The number of a heading, where the document numbers them."""
        if self._styles.outline is None or heading.get(odf("text:is-list-header")) == "true":
            return None
        counts = self._counts.setdefault("", [0] * 10)
        depth = min(depth, 9)
        counts[depth] += 1
        counts[depth + 1 :] = [0] * (9 - depth)
        mark = _printed(self._styles.outline, depth, counts)
        return mark if mark != "•" else None


def _printed(listed: etree._Element, depth: int, counts: list[int]) -> str:
    """The mark of an item at a depth of a list."""
    levels = {str(one.get(odf("text:level"))): one for one in listed if isinstance(one.tag, str)}
    level = levels.get(str(depth))
    if level is None or level.tag not in (odf("text:list-level-style-number"), odf("text:outline-level-style")):
        return "•"
    form = level.get(odf("style:num-format")) or ""
    if not form:
        return ""
    shown = level.get(odf("text:display-levels")) or "1"
    first = max(1, depth + 1 - (int(shown) if shown.isdigit() else 1))
    numbers = []
    for at in range(first, depth + 1):
        this = levels.get(str(at), level).get(odf("style:num-format")) or "1"
        numbers.append(formatted(max(counts[at], 1), _FORMS.get(this, "decimal")))
    before, after = level.get(odf("style:num-prefix")) or "", level.get(odf("style:num-suffix")) or ""
    return f"{before}{'.'.join(numbers)}{after}".strip()
