"""What is seen as a table for other programs, in any form that the registry has for tables."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from itertools import count
from pathlib import Path

from msgspec import Struct

from tracker.export.registry import TABLES, exporter, form_of

LONGEST = 60
"""Characters of the name of a file."""


class ExportTable(Struct, frozen=True):
    """A titled table; every row has a cell for every head."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    name: str = ""
    """What a file with it is called, without its ending; of a screen's table what tells it from others of it."""
    as_of: dt.date | None = None
    about: Sequence[tuple[str, str]] = ()
    """What it shows: the letters, the day, the filter, each under a name."""


def exported_table(table: ExportTable, form: str) -> str | bytes:
    """The table in a form of the registry, with what it shows: as remarks, or as a table below where there are none."""
    from tracker.views.content import SheetContent
    from tracker.views.sheet import ReportView, ViewTable

    tables = [ViewTable("seen", table.title, tuple(table.heads), tuple(map(tuple, table.rows)))]
    if form_of(form, *TABLES).subject == "tables" and table.about:
        tables.append(ViewTable("about", "", ("", ""), tuple(table.about)))
    remarks = tuple(f"{name}: {value}" for name, value in table.about)
    sheet = ReportView(table.title, table.as_of, remarks, (), tuple(tables))
    answer: str | bytes = exporter(form, *TABLES).write(SheetContent((sheet,)))
    return answer


def file_stem(*words: str) -> str:
    """Words as the name of a file: letters, figures and dashes."""
    found = re.sub(r"[^\w]+", "-", "-".join(word for word in words if word)).strip("-").lower()
    return found[:LONGEST].rstrip("-") or "letters"


def free_name(place: Path) -> Path:
    """The place, with a number where something stands there already."""
    others = (place.with_stem(f"{place.stem}-{number}") for number in count(2))
    return place if not place.exists() else next(other for other in others if not other.exists())
