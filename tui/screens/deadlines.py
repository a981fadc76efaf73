"""Deadlines: what is due next, what slipped, what was met late, what passed; and how promised dates moved."""

from __future__ import annotations

from collections.abc import Container as Keeping
from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tracker.i18n.catalog import speaking
from tracker.model import Statement
from tracker.views.due_groups import DueGroup, due_groups
from tui import style
from tui.export import ExportTable
from tui.filters import row_text
from tui.input_values import number_of_days
from tui.screens.base import EXPORT_KEYS, QUOTE_KEYS
from tui.screens.dialogs import Ask
from tui.screens.filtering import FilteringRows
from tui.view_model import Study, ThreadItem
from tui.widgets.frames import PlainFrame
from tui.widgets.rows import Column, Rows
from tui.widgets.searchbar import SearchBar
from tui.widgets.static_text import show_words
from tui.widgets.trend import Trend

LONGEST = 3650
"""Days that a window may have."""


class DeadlinesScreen(FilteringRows):
    """Every dated promise in its group, and the milestone trend."""

    NAME = "deadlines"
    VIEW = "deadlines"

    BINDINGS: ClassVar[list[BindingType]] = [
        *QUOTE_KEYS,
        Binding("t", "trend", "trend"),
        Binding("w", "window", "window"),
        *EXPORT_KEYS,
    ]

    def __init__(self) -> None:
        super().__init__()
        self.headings: dict[str, str] = {}
        self._grouped_of: tuple[object, ...] = ()
        self._due: tuple[DueGroup, ...] = ()
        self._own_trend = False
        """Whether the chart was asked for here, not from another page."""

    def body(self) -> Iterable[Widget]:
        """The list, the quote of its row and the chart."""
        with PlainFrame(id="split"):
            with PlainFrame(id="dated"):
                yield Rows(id="due")
                yield Static("", markup=False, id="quote")
            yield Trend(self.labels)
        yield Static("", markup=False, id="empty")
        yield self.bar()

    def begin(self) -> None:
        """Begin with the list."""
        self.query_one(Rows).focus()

    def show_study(self, study: Study | None, /) -> None:
        """Sort the threads into their groups."""
        kept = self.kept(study.entries) if study else ()
        keys, groups = self._grouped(study, {entry.id for entry in kept}) if study else ([], frozenset[int]())
        self.set_class(len(keys) == len(groups), "-empty")
        text = self.why_empty(self.labels("deadlines.empty"))
        show_words(self.query_one("#empty", Static), style.lines(text))
        columns = [
            Column(self.labels("columns.due"), 10),
            Column(self.labels("columns.days"), 11, needs=44, right=True),
            Column(self.labels("columns.status"), style.status_width(self.labels), sign=60),
            Column(self.labels("columns.title")),
            Column(self.labels("columns.slip"), 14, needs=84),
        ]
        self.query_one(Rows).set_rows(columns, keys, self._cells, groups, self._row_in_words)
        self.query_one(Trend).show_study(study, kept)

    def listed(self, study: Study, /) -> Iterable[ThreadItem]:
        """What falls due, is late, or has no day that is known."""
        due = {thread.id for group in self._groups(study) for thread in group.threads}
        return (entry for entry in study.entries if entry.id in due)

    def listed_by(self) -> object:
        """The window."""
        return self.tracker.state.window

    def _groups(self, study: Study) -> tuple[DueGroup, ...]:
        """The threads by their fates; no key changes these."""
        if self._grouped_of != (study, self.tracker.state.window):
            self._grouped_of = (study, self.tracker.state.window)
            with speaking(self.labels.language):
                self._due = due_groups(study.index, self.tracker.state.window)
        return self._due

    def _grouped(self, study: Study, kept: Keeping[str]) -> tuple[list[str], frozenset[int]]:
        """The rows ("group thread") of the threads that are kept, and the places of the headings among them."""
        keys: list[str] = []
        headings: list[int] = []
        self.headings = {}
        for group in self._groups(study):
            rows = [f"{group.key} {thread.id}" for thread in group.threads if thread.id in kept]
            if rows:
                self.headings[f"{group.key} "] = f"{group.heading} ({len(rows)})"
                headings.append(len(keys))
                keys += [f"{group.key} ", *rows]
        return keys, frozenset(headings)

    def _cells(self, key: str) -> Sequence[Content]:
        entry = self._entry(key)
        if entry is None:
            return [style.strong(self.headings.get(key, ""))]
        thread = entry.thread
        return [
            style.day_or_dash(entry.due),
            style.distance(entry.due, self.study.ledger.as_of if self.study else None, self.labels),
            style.verdict(entry, self.labels),
            style.letter_text(thread.title),
            style.slip_length(entry.days, len(thread.slips), self.labels),
        ]

    def _entry(self, key: str | None) -> ThreadItem | None:
        return self.study.by_id.get((key or "").partition(" ")[2]) if self.study else None

    def _row_in_words(self, key: str) -> str:
        entry = self._entry(key)
        return row_text(entry, self.labels) if entry else ""

    @on(Rows.Moved, "#due")
    def _moved(self, event: Rows.Moved) -> None:
        entry = self._entry(event.key)
        row = self.statement()
        show_words(self.query_one("#quote", Static), style.letter_text(f"“{row.quote}”" if row else ""))
        self.query_one(Trend).choose(entry.thread if entry else None)

    @on(Rows.Chosen, "#due")
    def _chosen(self, event: Rows.Chosen) -> None:
        if entry := self._entry(event.key):
            self.tracker.open_thread(entry.id)

    def statement(self) -> Statement | None:
        """The quote that the verdict on the row's thread rests on."""
        entry = self._entry(self.query_one(Rows).key)
        return self.study.index.newest(entry.thread) if entry and self.study else None

    @work(group="ask")
    async def action_window(self) -> None:
        """Another length of the window in which something falls due."""
        days = self.tracker.state.window
        hint = self.labels("deadlines.window_hint")
        wrong = number_of_days(self.labels, LONGEST)
        text = await self.app.push_screen_wait(
            Ask(self.labels("deadlines.window"), value=str(days), hint=hint, wrong=wrong, chosen=True)
        )
        if text is not None:
            self.tracker.state.window = int(text)
            self.follow()

    def show_trend(self, thread: str) -> None:
        """Show the chart with one thread brought out."""
        rows = self.query_one(Rows)
        rows.go(next((key for key in rows.keys if key.endswith(f" {thread}")), ""))
        self.add_class("-trend")
        self._own_trend = False

    def come_to(self) -> None:
        """The list: the chart was asked for of one promise, or by its own key."""
        self._own_trend = False
        self.remove_class("-trend")

    def action_trend(self) -> None:
        """Show the chart instead of the list, or beside it where there is room; and back."""
        self.toggle_class("-trend")
        self._own_trend = self.has_class("-trend")

    def action_back(self) -> None:
        """From the chart that was asked for here to the list, then back."""
        if self._own_trend and not self.query_one(SearchBar).active:
            self.action_trend()
        else:
            super().action_back()

    def seen(self) -> ExportTable | None:
        """The rows of the list with their groups."""
        rows = self.query_one(Rows)
        index = self.study.index if self.study else None
        found = [
            (key.partition(" ")[0], self._cells(key), index.newest(entry.thread))
            for key in rows.keys
            if index and (entry := self._entry(key))
        ]
        heads = [*(column.head for column in rows.columns), self.labels("columns.quote"), self.labels("columns.place")]
        cells = [
            [
                self.headings[f"{name} "],
                *(cell.plain for cell in row),
                newest.quote if newest else "",
                self.cited(newest),
            ]
            for name, row, newest in found
        ]
        heads = [self.labels("columns.group"), *heads]
        return ExportTable(self.labels("views.deadlines"), heads, cells)
