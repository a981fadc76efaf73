"""The queue of doubtful verdicts and links, the least sure first, with what is needed to rule on each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tracker.i18n.catalog import score
from tracker.model import Statement, Thread
from tui import style
from tui.export import ExportTable
from tui.filters import row_text
from tui.quotes import Quotes
from tui.screens.base import EXPORT_KEYS, QUOTE_KEYS
from tui.screens.filtering import FilteringRows
from tui.screens.ruling import RULING_KEYS, RulingScreen
from tui.view_model import Study, ThreadItem
from tui.widgets.frames import PlainFrame
from tui.widgets.page import Page
from tui.widgets.rows import Column, Rows
from tui.widgets.static_text import show_words


class ReviewScreen(FilteringRows, RulingScreen):
    """Threads that nobody ruled on and that say more than "promised once", or that may miss a link."""

    NAME = "review"
    VIEW = "review"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "other_side", "other_side"),
        *RULING_KEYS,
        *QUOTE_KEYS,
        *EXPORT_KEYS,
    ]

    def body(self) -> Iterable[Widget]:
        """Progress, the queue, and the thread of its row."""
        yield Static("", markup=False, id="progress")
        with PlainFrame(id="split"):
            yield Rows(id="queue")
            yield Page(id="doubt")
        yield Static("", markup=False, id="empty")
        yield self.bar()

    def begin(self) -> None:
        """Begin with the queue, which is there to be ruled on."""
        self.query_one(Rows).focus()
        self.expect_ruling()

    def show_study(self, study: Study | None, /) -> None:
        """Queue what is undecided; say how far it is done."""
        waiting = tuple(self.listed(study)) if study else ()
        queue = self.kept(waiting)
        decided = sum(entry.thread.ruled_by is not None for entry in study.entries) if study else 0
        self.set_class(not queue, "-empty")
        text = self.why_empty(self.labels("review.empty"))
        show_words(self.query_one("#empty", Static), style.lines(text))
        show_words(self.query_one("#progress", Static), self._progress(decided, len(waiting)))
        columns = [
            Column(self.labels("columns.sure"), 4, needs=36),
            Column(self.labels("columns.status"), style.status_width(self.labels), sign=44),
            Column(self.labels("columns.title")),
            Column(self.labels("columns.links"), 9, needs=60),
        ]
        self.query_one(Rows).set_rows(columns, [entry.id for entry in queue], self._cells, told=self._row_in_words)

    def listed(self, study: Study, /) -> Iterable[ThreadItem]:
        """What is undecided."""
        return study.doubtful()

    def _progress(self, decided: int, waiting: int) -> Content:
        told = self.labels("review.progress", decided=decided, waiting=waiting)
        width = max(self.size.width - len(told) - 6, 0)
        return Content.assemble(style.letter_text(told), "  ", style.progress_bar(decided, decided + waiting, width))

    def _cells(self, key: str) -> Sequence[Content]:
        entry = self._entry(key)
        if entry is None:
            return [Content("")]
        thread = entry.thread
        links = self.labels("review.links", members=len(thread.members), candidates=len(thread.candidates))
        return [
            Content(score(thread.confidence)),
            style.verdict(entry, self.labels),
            style.letter_text(thread.title),
            style.faint(links),
        ]

    def _entry(self, key: str | None) -> ThreadItem | None:
        return self.study.by_id.get(key or "") if self.study else None

    def _row_in_words(self, key: str) -> str:
        entry = self._entry(key)
        return row_text(entry, self.labels) if entry else ""

    @on(Rows.Moved, "#queue")
    def _moved(self, event: Rows.Moved) -> None:
        entry = self._entry(event.key)
        if entry is None or self.study is None:
            return
        quotes = Quotes(self.study.index, self.labels)
        thread = entry.thread
        parts = (quotes.verdict(entry), quotes.steps(thread, around=True), quotes.candidates(thread))
        self.query_one("#doubt", Page).set_blocks(
            [*(block for part in parts for block in part), *quotes.grounds(thread)]
        )
        self.refresh_bindings()

    @on(Page.Moved, "#doubt")
    def _stop(self) -> None:
        self.refresh_bindings()

    @on(Rows.Chosen, "#queue")
    def _chosen(self, event: Rows.Chosen) -> None:
        self.tracker.open_thread(event.key)

    def ruled_thread(self) -> Thread | None:
        """The thread of the row."""
        entry = self._entry(self.query_one(Rows).key)
        return entry.thread if entry else None

    def statement(self) -> Statement | None:
        """The quote that is looked at, while the quotes have the focus; else the one that the verdict rests on."""
        thread, page = self.ruled_thread(), self.query_one(Page)
        if self.study is None or thread is None:
            return None
        looked_at = self.study.index.statements.get(page.key or "")
        return looked_at if page.has_focus else self.study.index.newest(thread)

    def action_other_side(self) -> None:
        """Go from the queue to the quotes, and back."""
        page, rows = self.query_one(Page), self.query_one(Rows)
        (rows if page.has_focus else page).focus()

    def on_descendant_focus(self) -> None:
        """What can be ruled depends on the side; where there is hardly room one of them is seen."""
        self.set_class(self.query_one(Page).has_focus, "-reading")
        self.refresh_bindings()

    def action_back(self) -> None:
        """From the quotes to the queue, then back."""
        if self.query_one(Page).has_focus:
            self.query_one(Rows).focus()
        else:
            super().action_back()

    def seen(self) -> ExportTable | None:
        """The queue."""
        rows = self.query_one(Rows)
        cells = [[*(cell.plain for cell in self._cells(key)), *self._voice_of(key)] for key in rows.keys]
        heads = [*(column.head for column in rows.columns), self.labels("columns.quote"), self.labels("columns.place")]
        return ExportTable(self.labels("views.review"), heads, cells)

    def _voice_of(self, key: str) -> tuple[str, str]:
        """The quote that the verdict of a row rests on, and where it stands."""
        entry = self._entry(key)
        row = self.study.index.newest(entry.thread) if entry and self.study else None
        return (row.quote, self.cited(row)) if row else ("", "")
