"""How CSV is written: as RFC 4180 has it, or as the Excel of a language opens it without asking."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from msgspec import Struct

from tracker.render.table_rows import TableCell, defused


class Dialect(Struct, frozen=True):
    """What parts fields, what parts the whole of a number from the rest, and what the file begins with."""

    field: str = ","
    decimal: str = "."
    mark: str = ""


DIALECTS = {"rfc": Dialect(), "excel-nl": Dialect(";", ",", "\ufeff")}
"""The dialects by the name that is asked for; the first is the default. Days are ISO 8601 in each."""


def written(rows: Iterable[Iterable[TableCell]], name: str) -> str:
    """Rows of cells in a dialect; no cell is a formula."""
    dialect, out = DIALECTS[name], io.StringIO()
    writer = csv.writer(out, delimiter=dialect.field)
    writer.writerows([_cell(cell, dialect) for cell in row] for row in rows)
    return dialect.mark + out.getvalue()


def _cell(cell: TableCell, dialect: Dialect) -> TableCell:
    if isinstance(cell, float):
        return str(cell).replace(".", dialect.decimal)
    return defused(cell) if isinstance(cell, str) else cell
