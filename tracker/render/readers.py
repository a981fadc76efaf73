"""What each reader says of a sentence: how likely a promise, a firm one and a report are, and why."""

from __future__ import annotations

from collections.abc import Sequence

from tabulate import tabulate

from tracker.extraction.learned.opinions import Opinion
from tracker.i18n.catalog import gettext
from tracker.views.labels import read_by
from tracker.views.text_style import TextStyle


def render(found: Sequence[Opinion], pen: TextStyle) -> str:
    """A line for each reader, its reasons below it; nothing where nobody judged."""
    if not found:
        return ""
    head = ["", *(gettext(f"readers.{name}") for name in ("commitment", "firm", "report"))]
    rows = [[gettext(f"readers.{row.reader}"), row.commitment, row.firm, row.report] for row in found]
    table = tabulate(rows, headers=head, tablefmt="plain", floatfmt=".2f").split("\n")
    lines = [pen.faint(pen.clip(f"  {table[0]}", pen.width))]
    for line, row in zip(table[1:], found, strict=True):
        lines.append(pen.clip(f"  {line}", pen.width))
        if row.why:
            lines.append(pen.faint(pen.wrap(", ".join(_reason(reason, row) for reason in row.why), 4)))
    if all(row.reader != "encoder" for row in found):
        lines.append(pen.faint(pen.wrap(gettext("readers.encoder-silent"), 2)))
    return "\n".join([pen.bold(gettext("readers.title")), *lines])


def _reason(reason: str, row: Opinion) -> str:
    """A reason as it is; of the stack, which reader it is by the name that the table gives it."""
    name, _, adds = reason.partition(" ")
    if row.reader == "rules":
        return read_by(reason)
    return f"{gettext(f'readers.{name}')} {adds}" if row.reader == "stack" else reason
