"""The overview: a row for each thread, a column for each letter, and what the thread under the cursor says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from tracker.model import Letter
from tui import paint
from tui.filters import SORTS, choose, read_filter, sort
from tui.quotes import preview
from tui.screens.base import StudyScreen
from tui.study import Entry, Study
from tui.widgets.page import Page
from tui.widgets.rows import Column, Rows
from tui.widgets.totals import Totals

LETTERS = 12
"""Letters that have a column; of a longer series the newest."""


class OverviewScreen(StudyScreen):
    """Letters × threads."""

    NAME = "overview"
    VIEW = "overview"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "filter", "filter"),
        Binding("s", "sort", "sort"),
        Binding("escape", "clear", "clear"),
    ]

    def body(self) -> Iterable[Widget]:
        """Totals, filter, rows and the quotes of the row."""
        yield Totals(self.labels)
        with Horizontal(id="asked"):
            yield Input(placeholder=self.labels("overview.filter"), compact=True, id="filter")
            yield Static("", markup=False, id="found")
        with Container(id="split"):
            yield Rows(id="threads")
            yield Page(walks=False, id="preview")
        yield Static("", markup=False, id="empty")

    def on_mount(self) -> None:
        """Begin with the list, not the filter."""
        self.order = SORTS[0]
        self.shown: dict[str, Entry] = {}
        super().on_mount()
        self.query_one(Rows).focus()

    def show_study(self, _: Study | None, /) -> None:
        """Fill the list anew."""
        self._fill()

    @on(Input.Changed, "#filter")
    def _typed(self) -> None:
        self._fill()

    @on(Input.Submitted, "#filter")
    def _entered(self) -> None:
        self.query_one(Rows).focus()

    @on(Rows.Moved, "#threads")
    def _moved(self, event: Rows.Moved) -> None:
        if self.study is not None:
            blocks = preview(self.study.index, self.shown[event.key], self.labels)
            self.query_one("#preview", Page).set_blocks(blocks)

    def action_filter(self) -> None:
        """Type a filter."""
        self.query_one("#filter", Input).focus()

    def action_clear(self) -> None:
        """Take the filter away."""
        self.query_one("#filter", Input).value = ""
        self.query_one(Rows).focus()

    def action_sort(self) -> None:
        """List in the next order."""
        self.order = SORTS[(SORTS.index(self.order) + 1) % len(SORTS)]
        self._fill()

    def _fill(self) -> None:
        study = self.study
        if study is None:
            return self._say(self.tracker.state_of_reading())
        wanted = read_filter(self.query_one("#filter", Input).value, self.labels)
        entries = sort(choose(study.entries, wanted), self.order)
        self.shown = {entry.id: entry for entry in entries}
        letters = study.ledger.letters[-LETTERS:]
        columns = self._columns(letters)
        self.query_one(Rows).set_rows(columns, list(self.shown), lambda key: self._cells(self.shown[key], letters))
        counts = Counter(entry.thread.status for entry in study.entries)
        self.query_one(Totals).show(counts, wanted.statuses)
        found = self.labels("overview.found", shown=len(entries), total=len(study.entries))
        self.query_one("#found", Static).update(f"{found} · {self.labels(f'sort.{self.order}')}")
        return self._say("" if entries else self._why_empty(study))

    def _why_empty(self, study: Study) -> str:
        return self.labels("overview.no_match") if study.entries else self.labels("overview.empty")

    def _say(self, text: str) -> None:
        """Say what to do next where there is nothing to show."""
        self.query_one("#empty", Static).update(paint.words(text))
        self.set_class(bool(text), "-empty")

    def _columns(self, letters: Sequence[Letter]) -> list[Column]:
        head = self.labels
        years = [Column(f"{letter.anchor:%y}" if letter.anchor else "?", 2) for letter in letters]
        return [
            Column(head("columns.status"), 13),
            Column(head("columns.title")),
            *years,
            Column(head("columns.due"), 10),
            Column(head("columns.slip"), 14, needs=84),
        ]

    def _cells(self, entry: Entry, letters: Sequence[Letter]) -> list[Content]:
        thread = entry.thread
        first = next((at for at, letter in enumerate(letters) if letter.id in entry.steps), len(letters))
        steps = [_step(entry, letter, began=at >= first) for at, letter in enumerate(letters)]
        return [
            paint.mark(thread.status, self.labels),
            paint.words(thread.title),
            *steps,
            paint.day(entry.due),
            paint.slip(entry.days, len(thread.slips), self.labels),
        ]


def _step(entry: Entry, letter: Letter, *, began: bool) -> Content:
    """The sign of what a letter did to a thread; a faint dot where it keeps silent after the thread began."""
    step = entry.steps.get(letter.id)
    if step is not None:
        return paint.glyph(step)
    return paint.glyph("silent") if began else Content("")
