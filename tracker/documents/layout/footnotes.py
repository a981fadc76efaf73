"""Footnotes of wrapped text: the blocks that interrupt the pages, and the marks that stick to the words."""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec import Struct

from tracker.documents.layout.blocks import Cut
from tracker.documents.layout.lines import TextLine
from tracker.documents.layout.list_markers import label_of
from tracker.documents.layout.patterns import match
from tracker.text.offsets import Span

_START = re.compile(r"(\d{1,3})[.)]?\s+(?=\S)")
_HINTS = (
    r"(?:(?<=[^\W\d_][^\W\d_])|(?<=[^\d\s][.,;:!?)\]»”’]))",
    r"(?:(?<=\d{4}[.,;:])|(?<=\d[!?)\]»”’]))",
    r"(?<=[^\W\d_] )(?=\d+[,.;:)])",
)
"""What stands before a mark, the surest first: a word or end of phrase, a phrase that ends in a figure, a space."""
_NOT_A_FIGURE = r"(?![\w%]|[.,]\d)"
_SIGNS = r"[.,;:!?)\]»”’]"
"""A sign at the end of a phrase."""
_STUCK = re.compile(
    rf"(?:(?<![^\W\d_])([^\W\d_]{{2,}}+){_SIGNS}*+|(?<!{_SIGNS})(?=[.,;:!?]*+[)\]»”’]){_SIGNS}++"
    rf"|(?<!\d)\d\d? [a-z]{{3,9}} (?:19|20)\d\d|(?<=[a-z] )(?:19|20)\d\d)(\d{{1,3}})(?={_SIGNS}|\s|[A-ZÀ-Þ][^\W\d_]|$)"
)
"""A figure stuck to the end of a word or phrase, with that word, or to the year of a day."""
_MARKS_LEAST = 2
"""So many figures stuck to words that count on from 1 are marks. Judged, not measured: one alone may be a name's."""
_ENDS_SENTENCE = re.compile(r"[^\W\d_]{4,}[)\]»”’]?[.?!][)\]»”’]?$")
_BEGINS_SENTENCE = re.compile(r"\s*(?:[A-ZÀ-Þ«“\"‘’]|$)")
_FIGURES = 3
"""The mark of a note has at most so many."""
_NEAR = 30
"""So many letters before and after a figure tell whether it counts, numbers or dates something."""


class Footnote(Struct, frozen=True):
    """A footnote: its mark, where that stands in the text, the positions of its lines, where its wording begins."""

    mark: str
    anchor: Span | None
    lines: tuple[int, ...]
    begin: int


def find_notes(lines: list[TextLine], text: str) -> list[Footnote]:
    """The footnotes of a text, in order.

    A footnote begins a block after a blank line, counts on from the last one, and has its mark in the text since the
    block before; where the text shows its pages, the block lasts until the page ends.
    """
    notes: list[Footnote] = []
    at, since = 0, 0
    while at < len(lines):
        block = _block(lines, text, at, since, len(notes) + 1) if lines[at].blanks else []
        notes.extend(block)
        at = block[-1].lines[-1] + 1 if block else at + 1
        since = lines[at - 1].end if block else since
    return notes


def cuts_of(notes: list[Footnote], text: str) -> tuple[Cut, ...]:
    """The stretches of the text that are note marks; marks in a row ("3 , 4") are one stretch."""
    cuts: list[Cut] = []
    for note in notes:
        if note.anchor is None:
            continue
        begin, end = note.anchor
        if cuts and not text[cuts[-1].end : begin].strip(" ,"):
            cuts[-1] = Cut(cuts[-1].begin, end, (*cuts[-1].marks, note.mark))
        else:
            cuts.append(Cut(begin, end, (note.mark,)))
    return tuple(cuts)


def labelled_notes(lines: list[TextLine], text: str) -> tuple[list[Footnote], set[int]]:
    """The notes below lines of their own with a label and a mark, as the official site prints them, and those lines.

    A note lasts until the next label, or what the site prints below all.
    """
    labels = [at for at, line in enumerate(lines[:-2]) if match("note_label", line.text) and _is_mark(lines[at + 1])]
    notes: list[Footnote] = []
    since = 0
    for at, end in pairwise([*labels, len(lines)]):
        over = next((place for place in range(at + 2, end) if match("furniture", lines[place].text)), end)
        mark, below = lines[at + 1].text, tuple(range(at + 2, over))
        if below:
            anchor = _anchor(text, int(mark), since, lines[labels[0]].begin)
            since = anchor[1] if anchor else since
            notes.append(Footnote(mark, anchor, below, lines[below[0]].begin))
    return notes, {place for at in labels for place in (at, at + 1)}


def _is_mark(line: TextLine) -> bool:
    return len(line.text) <= _FIGURES and line.text.isdecimal()


def stuck_marks(text: str) -> tuple[Cut, ...]:
    """The marks of notes in text that was copied without them: figures stuck to words, counting on from 1.

    None where a word has one twice ("Fase1", "Fase2"), or where more figures are stuck to words than count on. One
    alone is a mark where it can be nothing else: behind a sentence, a year, or a word that nothing is numbered by.
    """
    found = [one for one in _STUCK.finditer(text) if _is_mark_of(text, one)]
    marks: list[re.Match[str]] = []
    for one in found:
        if int(one[2]) == len(marks) + 1:
            marks.append(one)
    words = [one[1].lower() for one in marks if one[1] and one[1].isalpha()]
    alone = len(found) == 1 and _is_surely_mark(text, found[0])
    if (len(marks) < _MARKS_LEAST and not alone) or len({*words}) < len(words) or 2 * len(marks) < len(found):
        return ()
    return tuple(Cut(*one.span(2), (one[2],)) for one in marks)


def _is_mark_of(text: str, found: re.Match[str]) -> bool:
    """Whether a figure that is stuck to something may be a mark; to a year alone only behind its month or season."""
    begin = found.start()
    bare = found[0].isdecimal() and not match("year_comes", text[max(0, begin - _NEAR) : begin])
    return not bare and not _is_counted(text, *found.span(2))


def _is_surely_mark(text: str, found: re.Match[str]) -> bool:
    """Whether a figure can be nothing but the mark of a note, though no other counts on from it."""
    begin, end = found.span(2)
    ends = _ENDS_SENTENCE.search(text[max(0, begin - _NEAR) : begin]) and _BEGINS_SENTENCE.match(text[end : end + 3])
    return text[begin - 1].isdecimal() or bool(ends or (found[1] and match("unnumbered_word", found[1])))


def _block(lines: list[TextLine], text: str, at: int, since: int, number: int) -> list[Footnote]:
    """The notes of the block that begins at a line, counting from `number`; empty where none does."""
    notes: list[Footnote] = []
    top = lines[at].begin
    position = at
    while position < len(lines) and lines[position].page == lines[at].page:
        line = lines[position]
        counts = _number(line) == number and not (line.page is None and _is_title(lines, position))
        anchor = _anchor(text, number, since, top) if counts else None
        if anchor or (notes and counts):
            begin = line.begin + len(_START.match(line.text).group())  # type: ignore[union-attr]  # _number matched it
            notes.append(Footnote(str(number), anchor, (position,), begin))
            number, since = number + 1, anchor[1] if anchor else since
        elif not notes or (line.blanks and line.page is None):
            break
        else:
            notes[-1] = Footnote(notes[-1].mark, notes[-1].anchor, (*notes[-1].lines, position), notes[-1].begin)
        position += 1
    return notes


def _number(line: TextLine) -> int | None:
    found = _START.match(line.text)
    return int(found.group(1)) if found else None


def _is_title(lines: list[TextLine], at: int) -> bool:
    """Whether a numbered line stands alone like a heading: it has a stop after its number, and none at its end."""
    text = lines[at].text
    alone = at + 1 < len(lines) and lines[at + 1].blanks > 0
    return alone and label_of(text) is not None and text[-1] not in ".;,)" and _number(lines[at + 1]) is None


def _anchor(text: str, number: int, begin: int, end: int) -> Span | None:
    """Where a note's mark stands between two offsets: in a row with the last, stuck to a word, or a space after one."""
    row = re.compile(rf" ?, ?{number}{_NOT_A_FIGURE}").match(text, begin, end)
    if row:
        return row.end() - len(str(number)), row.end()
    for hint in _HINTS:
        for found in re.compile(rf"{hint}{number}{_NOT_A_FIGURE}").finditer(text, begin, end):
            if not _is_counted(text, *found.span()):
                return found.span()
    return None


def _is_counted(text: str, begin: int, end: int) -> bool:
    """Whether a figure belongs to the words around it: "bijlage 1", "CO2", "op 1 oktober"."""
    before, after = text[max(0, begin - _NEAR) : begin], text[end : end + _NEAR]
    return bool(match("numbered_thing", before) or match("month_follows", after))
