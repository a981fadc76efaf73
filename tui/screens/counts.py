"""How many promises there are by ministry, minister, actor, kind, topic, status and sum; enter shows those of a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tracker.statuses import LISTED
from tracker.views.counts import Count, counts
from tui import style
from tui.filter_language import TEXTS, read_filter, token
from tui.filters import choose
from tui.screens.base import EXPORT_KEYS
from tui.screens.listing import ListScreen, RowGroup
from tui.view_model import Study, ThreadItem
from tui.widgets.rows import Column, Rows

_Row = tuple[str, Count]
"""A field, and one of its values."""


class CountsScreen(ListScreen[_Row]):
    """Totals to drill down in."""

    NAME = "counts"
    VIEW = "counts"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right_square_bracket", "field(1)", "next_field"),
        Binding("left_square_bracket", "field(-1)", "previous_field", show=False),
        *EXPORT_KEYS,
    ]

    counted: str | None = None
    """The filter whose promises are counted."""

    def on_screen_resume(self) -> None:
        """Count anew where one came here with another filter."""
        if self.is_mounted and self.counted not in {None, self.tracker.state.counting}:
            self.follow()

    def columns(self) -> Sequence[Column]:
        """The value, how many, and a bar of what became of them."""
        return [
            Column(self.labels("columns.value")),
            Column(self.labels("columns.number"), 6, right=True),
            Column(self.labels("columns.status"), 32, needs=70),
        ]

    def groups(self, study: Study, /) -> Iterable[RowGroup[_Row]]:
        """A group a field, of the promises that the filter keeps with which one came here."""
        self.counted = self.tracker.state.counting
        for field, rows in counts(study.index, [entry.thread for entry in self._kept(study)]).items():
            items = {f"{field} {row.value}": (field, row) for row in rows}
            yield RowGroup(self.labels(f"field.{field}"), items)

    def about(self, study: Study, /) -> Content:
        """What a filter keeps is counted alone, where there is one."""
        words = self.tracker.state.counting.strip()
        shown, total = len(self._kept(study)), len(study.entries)
        told = self.labels.count("counts.filtered", total, filter=words, shown=shown)
        return style.letter_text(told) if words else Content("")

    def _kept(self, study: Study) -> tuple[ThreadItem, ...]:
        wanted = read_filter(self.tracker.state.counting, self.labels)
        return study.entries if wanted.faults else choose(study.entries, wanted)

    def cells(self, item: _Row, /) -> Sequence[Content]:
        """A value in a line."""
        _, row = item
        return [style.letter_text(self._row_label(item)), Content(str(row.number)), style.bar(row.statuses, 32)]

    def _row_label(self, item: _Row) -> str:
        field, row = item
        table = f"{field}.{row.value}"
        return self.labels(table) if self.labels.has(table) else row.value

    def full(self, item: _Row, /) -> Content:
        """What became of those promises, in numbers."""
        _, row = item
        parts = [
            Content.assemble(style.mark(status, self.labels), f" {row.statuses[status]}")
            for status in LISTED
            if row.statuses.get(status)
        ]
        return Content.assemble(style.strong(self._row_label(item)), "\n", Content("  ").join(parts))

    def open(self, item: _Row, /) -> None:
        """Show those promises in the overview."""
        self.tracker.show_filtered(self.filter_of(item))

    def filter_of(self, item: _Row) -> str:
        """What keeps the promises of a row: the filter goes on, unless it asks something of the same field."""
        field, row = item
        word = self._row_label(item).replace(" ", "-") if field in {"kind", "status"} else row.value
        asked = token(field, word, self.labels, whole=field in TEXTS)
        before = self.tracker.state.counting.strip()
        wanted = read_filter(before, self.labels)
        same = wanted.faults or any(term.field == field for term in wanted.terms)
        return asked if same else f"{before} {asked}".strip()

    def action_field(self, step: int) -> None:
        """Go to the next or previous field."""
        rows = self.query_one(Rows)
        places = sorted(rows.groups)
        ahead = [at for at in places if at > rows.cursor] if step > 0 else [at for at in places if at < rows.cursor - 1]
        if ahead:
            rows.cursor = (ahead[0] if step > 0 else ahead[-1]) + 1
