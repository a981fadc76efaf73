"""Papers that were written for training, each line with what it says → labelled sentences, as annotated papers give.

A paper's first line tells its day, genre and title: `@ 2024-05-14 | genre | title`. Every other line has marks, a tab
and a sentence, list item ("- ", "1. ", "a. ") or row of a table (cells between " | "); an empty line ends a paragraph.
Marks are `#` or `##` for a heading, `.` for what states nothing, and else one or more of `F kind`, `S kind` (a firm or
a soft commitment) and `R outcome`, with " + " between and "?" before what is doubtful.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from tracker.documents import read_letter
from tracker.model import Firmness, Kind, Outcome
from tracker.training.annotations import Gold, Paper, label

ENDING = ".marked"
"""How the names of such files end."""
_FIRMNESS = {"F": Firmness.FIRM, "S": Firmness.SOFT}
_FIRST = re.compile(r"@ (?P<day>\d{4}-\d\d-\d\d) \| [^|\n]+ \| .+")
_ITEM = re.compile(r"(?:-|\d{1,2}\.|[a-z]\.) ")


class MarkedLine(NamedTuple):
    """A line of a paper: its marks, and its text; both empty between paragraphs."""

    marks: str
    text: str

    @property
    def form(self) -> str:
        """The form of its block: "heading", "item", "row", "text", or "" between blocks."""
        if not self.text:
            return ""
        if self.marks.strip("#") == "":
            return "heading"
        if _ITEM.match(self.text):
            return "item"
        return "row" if " | " in self.text else "text"

    @property
    def cells(self) -> list[str]:
        """The cells of a row. A row is read as an item: its marks are of the whole, not of one cell."""
        return [cell.strip() for cell in self.text.split("|")]

    @property
    def bare(self) -> str:
        """The text without the mark of an item or the strokes of a row."""
        if self.form == "row":
            return ", ".join(self.cells)
        return _ITEM.sub("", self.text, count=1) if self.form == "item" else self.text


def read_marked(folder: Path) -> Iterator[Paper]:
    """The marked papers of a folder, in the order of their names.

    Raises ValueError: a line is not of the form, with the file and the line.
    """
    for path in sorted(folder.rglob(f"*{ENDING}")):
        text = path.read_text(encoding="utf-8")
        lines = _lines(path.name, text)
        letter = read_letter(f"{_day(path.name, text)}_{path.stem}.html", as_html(lines).encode())
        yield label(path.stem, letter, [row for line in lines for row in gold_of(line)])


def _day(name: str, text: str) -> str:
    """The day of a paper, as its first line tells it."""
    first = _FIRST.match(text)
    if first is None:
        raise ValueError(f"{name}, line 1: a paper begins with its day, genre and title: @ 2024-05-14 | genre | title.")
    return first["day"]


def _lines(name: str, paper: str) -> list[MarkedLine]:
    found: list[MarkedLine] = []
    for number, text in enumerate(paper.splitlines()[1:], start=2):
        marks, tab, said = text.partition("\t")
        if text.strip() and not (tab and marks and said.strip()):
            raise ValueError(f"{name}, line {number}: a line needs marks, a tab and a text.")
        line = MarkedLine(marks.strip(), said.strip())
        try:
            list(gold_of(line))
        except (KeyError, ValueError) as error:
            raise ValueError(f"{name}, line {number}: {marks!r} are no marks.") from error
        found.append(line)
    return found


def as_html(lines: list[MarkedLine]) -> str:
    """The paper as a page, whose structure no reader has to guess."""
    parts: list[str] = []
    for form, rows in groupby(lines, key=lambda line: line.form):
        texts = list(rows)
        if form == "heading":
            parts += [f"<h{len(line.marks)}>{escape(line.text)}</h{len(line.marks)}>" for line in texts]
        elif form in {"item", "row"}:
            parts.append("<ul>" + "".join(f"<li>{escape(line.bare)}</li>" for line in texts) + "</ul>")
        elif form == "text":
            parts.append(f"<p>{escape(' '.join(line.text for line in texts))}</p>")
    return f"<html><body>{''.join(parts)}</body></html>"


def gold_of(line: MarkedLine) -> Iterator[Gold]:
    """What a line states."""
    if line.form in {"", "heading"} or line.marks == ".":
        return
    for mark in line.marks.split(" + "):
        name, _, what = mark.removeprefix("?").partition(" ")
        doubt = mark.startswith("?")
        if name == "R":
            yield Gold(line.bare, doubt, outcome=Outcome(what))
        else:
            yield Gold(line.bare, doubt, firmness=_FIRMNESS[name], kind=Kind(what))
