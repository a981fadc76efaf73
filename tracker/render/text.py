"""Sheets as text for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.i18n.catalog import gettext, number
from tracker.ledger.queries import Index
from tracker.views.content import SheetContent
from tracker.views.labels import lead
from tracker.views.sheet import Case, ReportView, ThreadEntry, ViewBlock, ViewNote, ViewTable, facts
from tracker.views.text_style import TextStyle, pen
from tracker.views.totals import unread_and_unapplied

LONGEST = 240
"""Characters of a sentence that is shown whole where only a clause of it is quoted."""

LEAST = 8
"""Columns that a clipped column of a table has at least."""


def left_out_of(index: Index, pen: TextStyle) -> str:
    """What was not read or applied, below an answer that is not about all letters; "" where there is nothing."""
    return "".join(
        "\n" + pen.wrap(gettext("sheet.note", notice=notice), 0) + "\n" for notice in unread_and_unapplied(index)
    )


def write(content: SheetContent) -> str:
    """What a terminal shows: the sheets, or the content's own screen."""
    return content.screen(pen()) if content.screen else render(content.sheets, pen())


def render(sheets: Sequence[ReportView], pen: TextStyle) -> str:
    """Sheets as text for a terminal."""
    return "\n".join(_sheet(sheet, pen) for sheet in sheets)


def _sheet(sheet: ReportView, pen: TextStyle) -> str:
    heading = [pen.bold(pen.wrap(gettext("page-one.cases"), 2))] if sheet.cases else []
    sentences, remarks = ([pen.wrap(line, 2) for line in lines] for lines in (sheet.sentences, sheet.remarks))
    cases = [pen.wrap(f"{at}. {_case(case)}", 2) for at, case in enumerate(sheet.cases, start=1)]
    head = "\n".join([pen.bold(pen.wrap(sheet.title, 0)), *sentences, *heading, *cases, *remarks])
    blocks = (block_lines(block, pen) for block in sheet.blocks)
    return "\n\n".join([head, *blocks, *(_table(table, pen) for table in sheet.tables)]) + "\n"


def _case(case: Case) -> str:
    return f"{case.title}: {' · '.join(case.parts)}"


def block_lines(block: ViewBlock, pen: TextStyle) -> str:
    """A heading with its number and entries; "none" says that it was looked for."""
    heading = pen.bold(pen.wrap(f"{block.heading} ({block.number})", 0))
    if block.folded:
        return "\n".join([heading, pen.wrap(block.means, 2)])
    since = [pen.faint(pen.wrap(block.since, 2))] if block.since else []
    entries = [_entry(row, pen) for row in block.entries] or ["  " + gettext("sheet.none")]
    return "\n".join([heading, *since, *entries])


def _entry(row: ThreadEntry, pen: TextStyle) -> str:
    notes = (_note(note, pen) for note in row.notes)
    told = facts(row)
    details = (pen.faint(pen.wrap(f"{detail.label}: {detail.text}", 4)) for detail in row.details)
    return "\n".join([pen.spread(row.title, row.thread), *([pen.wrap(told, 4)] if told else []), *notes, *details])


def _note(note: ViewNote, pen: TextStyle) -> str:
    before = f"{lead(note.lead)}: " if note.lead else ""
    words = note.sentence if 0 < len(note.sentence) <= LONGEST else note.text
    said = f"“{words}”" if note.quoted else words
    shown = pen.wrap(f"{before}{said}", 4, lines=None if note.edits else 3)
    return f"{shown}\n{pen.faint(pen.wrap(note.place, 4, lines=2))}" if note.place else shown


def _table(table: ViewTable, pen: TextStyle) -> str:
    """A table with its figures to the right; where it is too wide, heads wrap, then its longest columns are clipped."""
    from tabulate import tabulate

    cells = [[number(cell) if isinstance(cell, int) else cell for cell in row] for row in table.rows]
    heads = _heads(table.heads, cells, pen.width - 2)
    room = _widths([*heads, *cells], pen.width - 2)
    rows = [[pen.clip(cell, room[at]) for at, cell in enumerate(row)] for row in (*heads, *cells)]
    columns = list(zip(*table.rows, strict=True)) or [()] * len(table.heads)
    sides = ["right" if any(isinstance(cell, int) for cell in column) else "left" for column in columns]
    lines = tabulate(rows, tablefmt="plain", disable_numparse=True, colalign=sides).splitlines()
    shown = [pen.clip(f"  {line}", pen.width) for line in lines]
    top = [pen.faint(line) for line in shown[: len(heads)]]
    return "\n".join([pen.bold(pen.wrap(table.heading, 0)), *top, *shown[len(heads) :]])


def _heads(heads: Sequence[str], cells: Sequence[Sequence[str]], room: int) -> list[list[str]]:
    """The heads in as many rows as they need: one where the table has room, else a word a row, the last one lowest."""
    widths = [max(map(len, column)) for column in zip(heads, *cells, strict=True)]
    if sum(widths) + 2 * (len(widths) - 1) <= room:
        return [list(heads)]
    words = [head.split() for head in heads]
    rows = max(map(len, words), default=1)
    return [[(*[""] * (rows - len(row)), *row)[at] for row in words] for at in range(rows)]


def _widths(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """The columns that each cell may take, so that a row with two columns between its cells has room."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    while sum(widths) + 2 * (len(widths) - 1) > room and max(widths) > LEAST:
        widths[widths.index(max(widths))] -= 1
    return widths
