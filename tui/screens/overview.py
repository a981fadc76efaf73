"""The overview: a row for each thread, a column for each letter, and what the thread under the cursor says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import DescendantBlur, DescendantFocus
from textual.widget import Widget
from textual.widgets import Input, Static

from tracker.model import Letter, Statement
from tui import style
from tui.export import ExportTable
from tui.filter_language import filter_in_words, read_filter
from tui.filter_offers import FilterOffers, unknown_values
from tui.filters import SORTS, choose, sort
from tui.quotes import Quotes
from tui.screens.base import EXPORT_KEYS, QUOTE_KEYS, StudyScreen
from tui.screens.filterlist import FilterList
from tui.view_model import Study, ThreadItem
from tui.widgets.frames import AcrossFrame, PlainFrame
from tui.widgets.line import Line
from tui.widgets.page import Page
from tui.widgets.rows import Column, Rows
from tui.widgets.static_text import show_words
from tui.widgets.totals import Totals

LETTERS = 12
"""Letters that have a column; of a longer series the newest."""


class OverviewScreen(StudyScreen):
    """Letters × threads."""

    NAME = "overview"
    VIEW = "overview"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "filter", "filter"),
        Binding("f", "filter_list", "filter_list"),
        Binding("s", "sort", "sort"),
        Binding("b", "subject", "subject"),
        Binding("t", "trend", "trend", show=False),
        Binding("escape", "clear", "clear"),
        *QUOTE_KEYS,
        *EXPORT_KEYS,
    ]

    def __init__(self) -> None:
        super().__init__()
        self.shown: dict[str, ThreadItem] = {}
        self._to_come = True
        """Whether more letters are to be read than are shown."""

    def body(self) -> Iterable[Widget]:
        """Totals, filter, rows and the quotes of the row."""
        state = self.tracker.state
        self.offers = FilterOffers(self.labels, lambda: self.study.entries if self.study else ())
        yield Totals(self.labels)
        with AcrossFrame(id="asked"):
            hint, go_on = self.labels("overview.filter"), self.offers.completions
            yield Line(state.filter, placeholder=hint, id="filter", completions=go_on)
            yield Static("", markup=False, id="found")
        yield Static("", markup=False, id="read")
        with PlainFrame(id="split"):
            yield Rows(id="threads")
            yield Page(walks=False, id="preview")
        yield Static("", markup=False, id="empty")

    def begin(self) -> None:
        """Begin with the list, not the filter."""
        self.query_one(Rows).focus()

    def show_study(self, study: Study | None, /) -> None:
        """Fill the list anew, with the cursor where it was, or where it was last time."""
        rows = self.query_one(Rows)
        begins = rows.key is None or (self._to_come and rows.cursor == 0)
        self._to_come = study is None or study.is_partial
        self._fill()
        if study is not None and begins and not rows.go(self.tracker.state.thread):
            rows.action_edge(-1)

    @on(Input.Changed, "#filter")
    def _typed(self, event: Input.Changed) -> None:
        if self.tracker.typing_on:
            return
        changed, self.tracker.state.filter = self.tracker.state.filter != event.value, event.value
        self._fill()
        if changed:
            self.query_one(Rows).action_edge(-1)

    @on(DescendantBlur)
    @on(DescendantFocus)
    def _focus_moved(self) -> None:
        self._tell_filter()

    def show_filter(self) -> None:
        """Put the filter that is kept into its line."""
        self.query_one("#filter", Input).value = self.tracker.state.filter
        self.set_focus(self.query_one(Rows))

    def _tell_filter(self) -> None:
        """Below the filter: what is wrong with it; while a token is typed how it could go on; else what it asks."""
        line, text = self.query_one("#read", Static), self.tracker.state.filter
        wanted = read_filter(text, self.labels)
        read = self.study.entries if self.study and not self.study.is_partial else ()
        faults = wanted.faults or (unknown_values(read, wanted, self.labels) if read else ())
        is_typed = self.query_one("#filter", Input).has_focus
        more = self.offers.told(text) if is_typed else ""
        said = style.faint(more or filter_in_words(wanted, self.labels))
        if faults and not more:
            said = style.letter_text(" ".join(faults), "$warning")
        show_words(line, said)
        line.display = is_typed or bool(said)  # what is typed moves nothing up and down

    @on(Input.Submitted, "#filter")
    def _entered(self) -> None:
        self.set_focus(self.query_one(Rows))

    @on(Rows.Moved, "#threads")
    def _moved(self, event: Rows.Moved) -> None:
        entry = self.shown.get(event.key)
        if self.study is not None and entry is not None:
            if not self.study.is_partial:
                self.tracker.state.thread = entry.id
            quotes = Quotes(self.study.index, self.labels)
            self.query_one("#preview", Page).set_blocks(quotes.preview(entry))

    @on(Rows.Chosen, "#threads")
    def _chosen(self, event: Rows.Chosen) -> None:
        self.tracker.open_thread(event.key)

    @on(Totals.Clicked)
    def _status_clicked(self, event: Totals.Clicked) -> None:
        name = f"{self.labels('field.status')}:{self.labels(f'status.{event.status}')}"
        box = self.query_one("#filter", Input)
        box.value = "" if box.value == name else name

    def statement(self) -> Statement | None:
        """The quote that the verdict on the row's thread rests on."""
        entry = self.shown.get(self.query_one(Rows).key or "")
        return self.study.index.newest(entry.thread) if entry and self.study else None

    def action_subject(self) -> None:
        """Everything that all letters say about the topic of the row."""
        entry = self.shown.get(self.query_one(Rows).key or "")
        if entry:
            self.tracker.open_subject(entry.topic or entry.thread.title)

    def action_trend(self) -> None:
        """The milestone trend of the row."""
        if entry := self.shown.get(self.query_one(Rows).key or ""):
            self.tracker.open_trend(entry.id)

    def action_filter(self) -> None:
        """Type a filter."""
        self.set_focus(self.query_one("#filter", Input))

    @work(group="ask")
    async def action_filter_list(self) -> None:
        """Choose a filter from lists."""
        if self.study is not None:
            box = self.query_one("#filter", Input)
            text = await self.app.push_screen_wait(FilterList(self.study, box.value, self.labels))
            box.value = box.value if text is None else text

    def action_clear(self) -> None:
        """Take the filter away, or go back to where one came from; while not all is read stop the reading."""
        box = self.query_one("#filter", Input)
        if not box.has_focus and self.tracker.back_from_filtered():
            return
        if not (box.value or box.has_focus):
            self.tracker.back()
            return
        box.value = ""
        self.set_focus(self.query_one(Rows))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is something to clear while something is asked for, to stop while letters are read, or to go to."""
        if action in {"filter", "filter_list", "sort"}:
            return self.study is not None
        if action == "clear" and self.is_mounted:
            asks = bool(self.tracker.state.filter) or self.query_one("#filter", Input).has_focus
            return asks or self._may_stop() or bool(self.tracker.trail)
        return super().check_action(action, parameters)

    def _may_stop(self) -> bool:
        return self.study is None or self.study.is_partial

    def action_sort(self) -> None:
        """List in the next order."""
        state = self.tracker.state
        at = SORTS.index(state.order) if state.order in SORTS else -1
        state.order = SORTS[(at + 1) % len(SORTS)]
        self._fill()

    def _fill(self) -> None:
        study, state = self.study, self.tracker.state
        if study is None:
            self._say(self.or_reading(""))
            return
        order = state.order if state.order in SORTS else SORTS[0]
        wanted = read_filter(state.filter, self.labels)
        entries = sort(choose(study.entries, wanted), order)
        self.shown = {entry.id: entry for entry in entries}
        letters = study.ledger.letters[-LETTERS:]
        columns = self._columns(letters)
        self.query_one(Rows).set_rows(columns, list(self.shown), lambda key: self._cells(self.shown[key], letters))
        self.query_one("#asked").set_class(bool(state.filter), "-asked")
        self.query_one(Totals).show(study.statuses, wanted.statuses)
        total = str(len(study.entries))
        found = self.labels("overview.found", shown=f"{len(entries):>{len(total)}}", total=total)
        told = "" if study.is_unread else f"{found} · {self.labels(f'sort.{order}')}"
        show_words(self.query_one("#found", Static), style.letter_text(told))
        self._say("" if entries else self._why_empty(study))
        self._tell_filter()
        self.refresh_bindings()

    def _why_empty(self, study: Study) -> str:
        return self.or_reading(self.labels("overview.no_match" if study.entries else "overview.empty"))

    def _say(self, text: str) -> None:
        """Say what to do next where there is nothing to show."""
        show_words(self.query_one("#empty", Static), style.lines(text))
        self.set_class(bool(text), "-empty")

    def _columns(self, letters: Sequence[Letter]) -> list[Column]:
        head = self.labels
        years = [Column(f"{letter.anchor:%y}" if letter.anchor else "?", 2, yields=True) for letter in letters]
        return [
            Column(head("columns.status"), style.status_width(self.labels), sign=60),
            Column(head("columns.title")),
            Column(head("columns.topic"), 28, needs=125),
            *years,
            Column(head("columns.due"), 10, needs=30),
            Column(head("columns.slip"), 14, needs=84),
        ]

    def _cells(self, entry: ThreadItem, letters: Sequence[Letter]) -> list[Content]:
        thread = entry.thread
        first = next((at for at, letter in enumerate(letters) if letter.id in entry.steps), len(letters))
        steps = [_step(entry, letter, began=at >= first) for at, letter in enumerate(letters)]
        return [
            style.verdict(entry, self.labels),
            style.letter_text(thread.title),
            style.faint(entry.topic),
            *steps,
            style.day_or_dash(entry.due),
            style.slip_length(entry.days, len(thread.slips), self.labels),
        ]

    def asked(self) -> str:
        """What is typed in the filter."""
        return self.tracker.state.filter

    def seen(self) -> ExportTable | None:
        """The rows, with the step of every letter in words and the quote that the verdict rests on."""
        if self.study is None:
            return None
        letters = self.study.ledger.letters
        heads = [self.labels(f"columns.{name}") for name in ("status", "title", "topic")]
        heads += [str(letter.date or letter.id) for letter in letters]
        heads += [self.labels(f"columns.{name}") for name in ("due", "slip", "quote", "place")]
        return ExportTable(self.labels("views.overview"), heads, [self._line(entry) for entry in self.shown.values()])

    def _line(self, entry: ThreadItem) -> list[str]:
        letters = self.study.ledger.letters if self.study else ()
        newest = self.study.index.newest(entry.thread) if self.study else None
        steps = [entry.steps.get(letter.id) for letter in letters]
        return [
            style.status_word(entry.thread.status, self.labels, late=entry.late),
            entry.thread.title,
            entry.topic,
            *(self.labels(f"status.{step}") if step else "" for step in steps),
            str(entry.due or ""),
            style.slip_length(entry.days, len(entry.thread.slips), self.labels).plain,
            newest.quote if newest else "",
            self.cited(newest),
        ]


def _step(entry: ThreadItem, letter: Letter, *, began: bool) -> Content:
    """The sign of what a letter did to a thread; a faint dot where it keeps silent and is known to be a later one."""
    step = entry.steps.get(letter.id)
    if step is not None:
        return style.glyph(step)
    return style.glyph("silent") if began and letter.anchor else Content("")
