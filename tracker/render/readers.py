"""What each reader says of a sentence: how likely a promise, a firm one and a report are, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tabulate import tabulate

from tracker.extraction.learned.opinions import Opinion
from tracker.i18n.catalog import gettext, score
from tracker.views.labels import feature, read_by
from tracker.views.text_style import TextStyle


def render(found: Sequence[Opinion], pen: TextStyle) -> str:
    """A line for each reader, its reasons below it; nothing where nobody judged."""
    if not found:
        return ""
    head = ["", *(gettext(f"readers.{name}") for name in ("commitment", "firm", "report"))]
    rows = [[gettext(f"readers.{row.reader}"), *map(score, (row.commitment, row.firm, row.report))] for row in found]
    align = ("left", "right", "right", "right")
    table = tabulate(rows, headers=head, tablefmt="plain", colalign=align, disable_numparse=True).split("\n")
    lines = [pen.faint(pen.clip(f"  {table[0]}", pen.width))]
    for line, row in zip(table[1:], found, strict=True):
        lines.append(pen.clip(f"  {line}", pen.width))
        if row.why:
            lines.append(pen.faint(pen.wrap(", ".join(_reason(reason, row) for reason in row.why), 4)))
    if all(row.reader != "encoder" for row in found):
        lines.append(pen.faint(pen.wrap(gettext("readers.encoder-silent"), 2)))
    return "\n".join([pen.bold(gettext("readers.title")), *lines])


def _reason(reason: str, row: Opinion) -> str:
    """A rule, or who or what adds how much: of the stack a reader, by the name that the table gives it, else a fact."""
    if row.reader == "rules":
        return read_by(reason)
    return weighed(reason, lambda name: gettext(f"readers.{name}") if row.reader == "stack" else feature(name))


def weighed(reason: str, told: Callable[[str], str] = feature) -> str:
    """Who or what adds how much ("name +1.2"), with the name as it is told."""
    name, _, adds = reason.rpartition(" ")
    return f"{told(name)} {adds[:1]}{score(float(adds[1:]))}"
