"""The text of a Word paragraph: field codes resolved, tracked changes accepted, boxes and notes set apart."""

from __future__ import annotations

import re
from typing import Any

from docx.oxml.ns import qn

from tracker.documents.layout.builder import NoteRef, Piece
from tracker.documents.layout.list_markers import in_formula

_SKIP = {
    qn(f"w:{name}")
    for name in (
        "instrText", "fldData", "rPr", "pPr", "sdtPr", "sdtEndPr", "delInstrText", "footnoteRef", "endnoteRef",
    )
}  # fmt: skip
DELETED = {qn("w:del"), qn("w:moveFrom"), qn("w:delText")}
INSERTED = {qn("w:ins"), qn("w:moveTo")}
_WRITTEN = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
    qn("w:softHyphen"): "\u00ad",
}
_NOTES = {qn("w:footnoteReference"): "footnote", qn("w:endnoteReference"): "endnote"}
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_STRIKES = ("w:strike", "w:dstrike")
_OFF = ("0", "false", "off", "none")
_FIGURE = re.compile(r"\d{1,3}$")
_NEAR = 8
"""So many signs before a figure tell whether it is a power or counts atoms."""
RAISED = "raised"
"""What kind of note a raised figure marks that somebody typed: its words stand wherever they were put."""


class WordText:
    """What a paragraph holds."""

    def __init__(self, *paragraphs: Any, bold: bool, italic: bool) -> None:
        """Read a `w:p`, or several that tracked changes made one; `bold` and `italic` are those of its style."""
        self.pieces: list[Piece] = []
        self.boxes: list[Any] = []
        self.notes: list[tuple[str, str]] = []
        """The notes that it refers to, as (kind, id), in order; the id of a typed mark is that figure."""
        self.changed = False
        self.struck: list[str] = []
        """What is struck through: it stands on the paper, but no longer holds."""
        self.hidden = False
        """Whether some of it is hidden, and so left out."""
        self.opening = ""
        """The raised figure that it begins with, as a note does whose mark somebody typed."""
        self._stressed = 0.0
        self._length = 0
        self._codes: list[bool] = []
        for paragraph in paragraphs:
            self._read(paragraph, (bold, italic))

    @property
    def emphasis(self) -> float:
        """How much of it is bold (1) or italic (0.5)."""
        return round(self._stressed / self._length, 1) if self._length else 0.0

    def _read(self, element: Any, stress: tuple[bool, bool]) -> None:
        for child in element:
            tag = child.tag
            if tag in _SKIP or not isinstance(tag, str):
                continue
            if tag in DELETED:
                self.changed = True
            elif tag == qn("w:txbxContent"):
                self.boxes.append(child)
            elif tag == f"{_COMPATIBLE}AlternateContent":
                self._read(chosen(child), stress)
            elif tag == qn("w:r"):
                self._run(child, stress)
            else:
                self._one(child, tag, stress)

    def _run(self, run: Any, stress: tuple[bool, bool]) -> None:
        properties = run.find(qn("w:rPr"))
        if properties is not None and _on(properties, "w:vanish", otherwise=False):
            self.hidden = True
        elif properties is not None and any(_on(properties, name, otherwise=False) for name in _STRIKES):
            self.struck.append("".join(text.text or "" for text in run.iter(qn("w:t"))))
        elif properties is not None and (figure := self._raised(run, properties)):
            self.notes.append((RAISED, figure))
            self.pieces.append(NoteRef(figure))
        else:
            self._read(run, _stress(run, stress))

    def _raised(self, run: Any, properties: Any) -> str | None:
        """The figure that a run raises behind words, as the mark of a note is; no power, and nothing within a field."""
        lifted = properties.find(qn("w:vertAlign"))
        if lifted is None or lifted.get(qn("w:val")) != "superscript" or any(self._codes):
            return None
        figure = "".join(text.text or "" for text in run.iter(qn("w:t"))).strip()
        before = "".join(piece for piece in self.pieces if isinstance(piece, str))[-_NEAR:]
        if not _FIGURE.match(figure):
            return None
        if not before.strip():
            self.opening = figure
            return None
        return None if before[-1].isdecimal() or in_formula(before, figure) else figure

    def _one(self, child: Any, tag: str, stress: tuple[bool, bool]) -> None:
        self.changed = self.changed or tag in INSERTED
        if tag == qn("w:fldChar"):
            self._field(child.get(qn("w:fldCharType")))
        elif tag in (qn("w:t"), f"{_MATH}t"):
            self._say(child.text or "", stress)
        elif tag == f"{_MATH}den":
            self._say("/", stress)
            self._read(child, stress)
        elif tag in _WRITTEN:
            self._say(_WRITTEN[tag], stress)
        elif tag in _NOTES and not any(self._codes):
            self.notes.append((_NOTES[tag], child.get(qn("w:id")) or ""))
            self.pieces.append(NoteRef(str(len(self.notes))))
        else:
            self._read(child, stress)

    def _field(self, kind: str | None) -> None:
        """A field's code stands between begin and separate, its text between separate and end."""
        if kind == "begin":
            self._codes.append(True)
        elif kind == "separate" and self._codes:
            self._codes[-1] = False
        elif kind == "end" and self._codes:
            self._codes.pop()

    def _say(self, text: str, stress: tuple[bool, bool]) -> None:
        if any(self._codes):
            return
        self.pieces.append(text)
        length = len(text.strip())
        self._length += length
        self._stressed += length * (1.0 if stress[0] else 0.5 if stress[1] else 0.0)


def chosen(element: Any) -> Any:
    """One of the alternatives, where Word writes several of the same thing; else the element itself."""
    choice = element.find(f"{_COMPATIBLE}Choice")
    return choice if choice is not None else element


def _stress(run: Any, around: tuple[bool, bool]) -> tuple[bool, bool]:
    properties = run.find(qn("w:rPr"))
    if properties is None:
        return around
    return _on(properties, "w:b", around[0]), _on(properties, "w:i", around[1])


def _on(properties: Any, name: str, otherwise: bool) -> bool:
    found = properties.find(qn(name))
    return otherwise if found is None else (found.get(qn("w:val")) or "1") not in _OFF
