"""How CSV is written: as RFC 4180 has it, or as the Excel of a language opens it without asking."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from tracker.render.table_rows import TableCell, defused


class Dialect(Struct, frozen=True):
    """What parts fields, what parts the whole of a number from the rest, and what the file begins with.

    `locale`: of the program that opens it, which takes words like "18 juni" for a day of this year; "" where none does.
    """

    field: str = ","
    decimal: str = "."
    mark: str = ""
    locale: str = ""


DIALECTS = {"rfc": Dialect(), "excel-nl": Dialect(";", ",", "\ufeff", "nl")}
"""The dialects by the name that is asked for; the first is the default. Days are ISO 8601 in each."""


def csv_text(rows: Iterable[Iterable[TableCell]], name: str) -> str:
    """Rows of cells in a dialect; no cell is a formula."""
    dialect, out = DIALECTS[name], io.StringIO()
    writer = csv.writer(out, delimiter=dialect.field)
    writer.writerows([_cell(cell, dialect) for cell in row] for row in rows)
    return dialect.mark + out.getvalue()


def _cell(cell: TableCell, dialect: Dialect) -> TableCell:
    if isinstance(cell, float):
        return str(cell).replace(".", dialect.decimal)
    if isinstance(cell, str):
        return f"'{cell}" if dialect.locale and _day_like(dialect.locale).fullmatch(cell.strip()) else defused(cell)
    return cell


@cache
def _day_like(locale: str) -> re.Pattern[str]:
    """Words that a program takes for a day: a month with a day or a year, or figures parted by dashes or slashes."""
    from babel.dates import get_month_names

    names = {
        name.rstrip(".") for width in ("wide", "abbreviated") for name in get_month_names(width, locale=locale).values()
    }
    months = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    figures = r"\d{1,4}[-/]\d{1,4}(?:[-/]\d{1,4})?"
    return re.compile(rf"(?:\d{{1,2}}[ -])?(?:{months})\.?(?:[ -]\d{{2,4}})?|{figures}", re.IGNORECASE)
