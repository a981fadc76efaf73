"""Plain text, as converters make it from PDF or Word, → LinearText."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from msgspec.structs import replace

from tracker.documents.formats.decode import decode
from tracker.documents.layout.bar_tables import bar_blocks, find_bar_table
from tracker.documents.layout.blocks import Block, Cut, LinearText
from tracker.documents.layout.field_codes import find_fields, note_span
from tracker.documents.layout.footnotes import Footnote, cuts_of, find_notes, labelled_notes, stuck_marks
from tracker.documents.layout.lines import Shape, TextLine, shape_of, split_lines
from tracker.documents.layout.pages import furniture, number_pages
from tracker.documents.layout.paragraphs import group, lost_marks
from tracker.documents.layout.side_labels import part_side
from tracker.documents.layout.tables import find_table, table_blocks
from tracker.documents.limits import DEFAULT, Limits, refuse_beyond
from tracker.model import PassageKind


def read(data: bytes, limits: Limits = DEFAULT) -> LinearText:
    """Read plain text.

    Raises LetterError: the bytes are no text, or more of it than the limits allow.
    """
    text, notices = decode(data)
    refuse_beyond(limits.text, len(text), "characters")
    refuse_beyond(limits.lines, text.count("\n"), "lines")
    every = part_side(split_lines(text))
    notes, labels = labelled_notes(every, text)
    noted, lines, cuts = _set_below(notes, labels, every, text)
    shape = shape_of(lines)
    lines, running = _set_apart(number_pages(lines, shape))
    blocks = [_furniture(line) for line in (*running, *(every[at] for at in sorted(labels)))]
    if not notes:
        noted, lines, cuts = (_page_notes if shape.wrapped else _exported_notes)(lines, text)
    codes, furniture_codes = find_fields(text)
    blocks += [*noted, *furniture_codes, *_body(lines, shape)]
    cuts = sorted([*cuts, *codes, *lost_marks(lines, shape)], key=lambda cut: cut.begin)
    blocks.sort(key=lambda block: block.spans[0])
    return LinearText(text, tuple(with_cuts(blocks, cuts)), notices=notices)


def _set_apart(lines: list[TextLine]) -> tuple[list[TextLine], list[TextLine]]:
    """The lines that are read, and the page furniture."""
    aside = furniture(lines)
    return [line for at, line in enumerate(lines) if at not in aside], [lines[at] for at in sorted(aside)]


def _page_notes(lines: list[TextLine], text: str) -> tuple[list[Block], list[TextLine], list[Cut]]:
    """The footnotes at the foot of pages, the lines without them, and the marks; those alone where no note is."""
    notes = find_notes(lines, text)
    noted, body, cuts = _set_below(notes, set(), lines, text)
    return noted, body, cuts if notes else list(stuck_marks(text))


def _set_below(
    notes: list[Footnote], labels: set[int], lines: list[TextLine], text: str
) -> tuple[list[Block], list[TextLine], list[Cut]]:
    """The notes as blocks, the lines without them and without the `labels` above them, and the marks in the text."""
    noted = labels.union(*(note.lines for note in notes))
    body = [line for at, line in enumerate(lines) if at not in noted]
    return [_note(note, lines) for note in notes], body, list(cuts_of(notes, text))


def _exported_notes(lines: list[TextLine], text: str) -> tuple[list[Block], list[TextLine], list[Cut]]:
    """The footnotes that a word processor's export put at the end, numbered in their order; their marks are lost.

    Text that was copied from a page has the marks, and mostly not the notes.
    """
    spans = {at: span for at, line in enumerate(lines) if (span := note_span(text, line.begin, line.end))}
    notes = [
        Block((span,), PassageKind.FOOTNOTE, mark=str(order), page=lines[at].page)
        for order, (at, span) in enumerate(spans.items(), start=1)
    ]
    cuts = [] if notes else list(stuck_marks(text))
    return notes, [line for at, line in enumerate(lines) if at not in spans], cuts


def _furniture(line: TextLine) -> Block:
    return Block(((line.begin, line.end),), PassageKind.FURNITURE, page=line.page)


def _note(note: Footnote, lines: list[TextLine]) -> Block:
    first, *others = [lines[position] for position in note.lines]
    spans = ((note.begin, first.end), *((line.begin, line.end) for line in others))
    return Block(spans, PassageKind.FOOTNOTE, mark=note.mark, page=first.page, lines=len(spans))


def _body(lines: list[TextLine], shape: Shape) -> list[Block]:
    """The blocks of the running text and its tables."""
    blocks: list[Block] = []
    start = at = tables = 0
    while at < len(lines):
        table = find_table(lines, at)
        end = table.lines[-1] + 1 if table else find_bar_table(lines, at)
        if end is None:
            at += 1
            continue
        blocks += group(lines[start:at], shape)
        blocks += table_blocks(table, lines, shape, tables) if table else bar_blocks(lines[at:end], tables)
        tables += 1
        start = at = end
    return [*blocks, *group(lines[start:], shape)]


def with_cuts(blocks: Iterable[Block], cuts: list[Cut]) -> list[Block]:
    """The blocks, each with the cuts that fall within its spans."""
    begins = [cut.begin for cut in cuts]
    whole: list[Block] = []
    for block in blocks:
        found: list[Cut] = []
        for begin, end in block.spans if block.kind is not PassageKind.FURNITURE else ():
            found += cuts[bisect_left(begins, begin) : bisect_left(begins, end)]
        whole.append(replace(block, cuts=tuple(found)) if found else block)
    return whole
