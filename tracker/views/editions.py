"""An earlier edition of an audit beside the present one: what came and went in each block, and its figures."""

from __future__ import annotations

from msgspec.structs import replace

from tracker.i18n.catalog import gettext
from tracker.views.offices import bare_office
from tracker.views.sheet import ReportView, ViewBlock, ViewTable
from tracker.views.totals import RESPONSIBLE


def beside_earlier(sheet: ReportView, before: ReportView) -> ReportView:
    """An audit with what an earlier one had beside it, block by block and for each who answers."""
    blocks = {block.key: block for block in before.blocks}
    tables = {table.key: table for table in before.tables}
    return replace(
        sheet,
        blocks=tuple(_block(row, blocks[row.key]) if row.key in blocks else row for row in sheet.blocks),
        tables=tuple(_table(row, tables[row.key]) if row.key in _compared(tables) else row for row in sheet.tables),
    )


def _compared(tables: dict[str, ViewTable]) -> set[str]:
    """The tables whose names are the same in every language, where the earlier edition has them too."""
    return set(RESPONSIBLE) & tables.keys()


def _block(block: ViewBlock, before: ViewBlock) -> ViewBlock:
    """A block with how many promises it has that the earlier one had not, and how many went."""
    now, then = ({row.thread for row in one.entries} for one in (block, before))
    if now == then:
        return block
    return replace(block, since=gettext("audit.since-edition", more=len(now - then), done=len(then - now)))


def _table(table: ViewTable, before: ViewTable) -> ViewTable:
    """A table with the figures of the earlier edition in a column; a dash for who was not in it.

    An edition in another language names offices with an article or without.
    """
    known = {bare_office(str(row[0])): row[1:] for row in before.rows}
    rows = tuple((*row, _figures(table.heads[2:], known.get(bare_office(str(row[0])), ())[1:])) for row in table.rows)
    return replace(table, heads=(*table.heads, gettext("column.earlier-edition")), rows=rows)


def _figures(heads: tuple[str, ...], figures: tuple[str | int, ...]) -> str:
    """The figures by status under their heads, those that are nothing left out."""
    return " · ".join(f"{figure} {head}" for head, figure in zip(heads, figures, strict=False) if figure) or "–"
