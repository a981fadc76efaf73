"""What is seen as a table for other programs: Markdown, HTML, CSV; nothing in it is markup or a formula."""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from tracker.render.table_rows import defused
from tracker.text.escape import plain


class ExportTable(Struct, frozen=True):
    """A titled table; every row has a cell for every head."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]


def as_markdown(table: ExportTable) -> str:
    """The table as Markdown, every sign that Markdown reads escaped."""
    lines = [table.heads, ["---"] * len(table.heads), *table.rows]
    body = "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)
    return f"# {_cell(table.title)}\n\n{body}\n"


def _cell(text: str) -> str:
    return text if text == "---" else re.sub(r"([\\`*_{}\[\]<>#|!~&])", r"\\\1", plain(text))


def as_html(table: ExportTable) -> str:
    """The table as a page of its own, without scripts or links."""
    head = "".join(f"<th>{_escaped(cell)}</th>" for cell in table.heads)
    rows = "\n".join("<tr>" + "".join(f"<td>{_escaped(cell)}</td>" for cell in row) + "</tr>" for row in table.rows)
    title = _escaped(table.title)
    return (
        f'<!doctype html>\n<html><head><meta charset="utf-8"><title>{title}</title></head>\n'
        f"<body><h1>{title}</h1>\n<table>\n<tr>{head}</tr>\n{rows}\n</table></body></html>\n"
    )


def _escaped(text: str) -> str:
    return html.escape(plain(text))


def as_csv(table: ExportTable) -> str:
    """The table as CSV; a cell that a spreadsheet would take for a formula is led by an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([[defused(cell) for cell in row] for row in (table.heads, *table.rows)])
    return out.getvalue()


FORMATS: Mapping[str, Callable[[ExportTable], str]] = {"md": as_markdown, "html": as_html, "csv": as_csv}
"""The writers by the suffix of the file."""
