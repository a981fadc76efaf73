"""What the newest letter brought: passed over, postponed, withdrawn, reported, promised; to come back to any time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from tracker.i18n.catalog import speaking
from tracker.model import Statement
from tracker.views.new_letter import sheet
from tracker.views.sheet import ThreadEntry
from tui import style
from tui.screens.base import EXPORT_KEYS, QUOTE_KEYS
from tui.screens.listing import ListScreen, RowGroup
from tui.view_model import Study
from tui.widgets.rows import Column


class NewsScreen(ListScreen[ThreadEntry]):
    """The report of the newest letter, as the git hooks write it, to walk through."""

    NAME = "news"
    VIEW = "news"

    BINDINGS: ClassVar[list[BindingType]] = [*QUOTE_KEYS, *EXPORT_KEYS]

    def columns(self) -> Sequence[Column]:
        """Status, promise, deadline."""
        return [
            Column(self.labels("columns.status"), style.status_width(self.labels), sign=60),
            Column(self.labels("columns.title")),
            Column(self.labels("columns.due"), 10, needs=36),
            Column(self.labels("columns.slip"), 14, needs=84),
        ]

    def groups(self, study: Study, /) -> Iterable[RowGroup[ThreadEntry]]:
        """A group for each thing that a letter does."""
        if not study.ledger.letters:
            return
        with speaking(self.labels.language):
            self.report = sheet(study.index, study.by_day[-1], soft=True)
        for block in self.report.blocks:
            rows = {f"{block.key} {row.thread}": row for row in block.entries if row.thread in study.by_id}
            yield RowGroup(f"{block.heading} ({len(rows)})", rows)

    def about(self, study: Study, /) -> Content:
        """Which letter, and what it brings in a sentence."""
        if not study.ledger.letters:
            return Content("")
        lines = [style.strong(self.report.title), *map(style.faint, self.report.sentences)]
        return Content("\n").join(lines)

    def cells(self, item: ThreadEntry, /) -> Sequence[Content]:
        """A promise in a line."""
        return [
            style.mark(item.status or "promised", self.labels, late=item.late),
            style.letter_text(item.title),
            style.day_or_dash(item.due),
            style.slip_length(item.days, item.moves, self.labels),
        ]

    def full(self, item: ThreadEntry, /) -> Content:
        """The facts, and each quote with its place."""
        lines = [style.faint(" · ".join(item.facts))]
        for note in item.notes:
            text = f"“{note.text}”" if note.quoted else note.text
            lines.append(
                Content.assemble(style.letter_text(text), style.faint(f"  {note.place}" if note.place else ""))
            )
        return Content("\n").join(lines)

    def open(self, item: ThreadEntry, /) -> None:
        """Open its thread."""
        self.tracker.open_thread(item.thread)

    def statement(self) -> Statement | None:
        """The quote that the verdict rests on."""
        if self.item is None or self.study is None:
            return None
        return self.study.index.newest(self.study.index.threads[self.item.thread])
