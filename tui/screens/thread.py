"""One thread: its life as a timeline, the evidence, and what is possibly about the same."""

from __future__ import annotations

from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from tracker.i18n.catalog import speaking
from tracker.ledger.queries import deadlines_in
from tracker.model import Statement, Thread
from tracker.views.names import due
from tracker.views.thread_note import thread_note
from tui import style
from tui.export import ExportTable, file_stem
from tui.quotes import HEAD, Quotes
from tui.screens.base import EXPORT_KEYS, QUOTE_KEYS
from tui.screens.dialogs import Choose
from tui.screens.ruling import RULING_KEYS, RulingScreen
from tui.screens.text_search import SEARCH_KEYS, SearchingPage
from tui.view_model import Study
from tui.widgets.page import Page
from tui.widgets.searchbar import SearchBar


class ThreadScreen(SearchingPage, RulingScreen):
    """A promise through the letters."""

    NAME = "thread"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "letter", "open"),
        Binding("c", "compare", "compare"),
        *QUOTE_KEYS,
        Binding("Y", "note_of", "note_of"),
        Binding("v", "wordings", "wordings", show=False),
        Binding("b", "subject", "subject", show=False),
        Binding("t", "trend", "trend", show=False),
        *RULING_KEYS,
        *SEARCH_KEYS,
        *EXPORT_KEYS,
    ]

    def __init__(self, thread: Thread, at: str = HEAD, below: int = 0, words: str = "") -> None:
        """Open a thread, at its title or a stop of its page, so many lines below that, with words looked for."""
        super().__init__()
        self.at = at
        self._left = (below, words) if below or words else None
        """Where one was in it last time, and what was looked for, until that is shown."""
        self.refs = [step.ref for step in thread.members if step.ref]
        self.thread_id = thread.id

    def begin(self) -> None:
        """Somebody who looks at a thread may be about to rule on it."""
        self.expect_ruling()

    def show_study(self, study: Study | None, /) -> None:
        """Show the thread as it stands now, from its title and verdict on; after a ruling that of its statements."""
        thread = self.ruled_thread()
        self.set_class(thread is None, "-empty")
        if study is None or thread is None:
            self.query_one("#empty", Static).update(style.letter_text(self.labels("thread.gone")))
            return
        self.thread_id = thread.id
        quotes = Quotes(study.index, self.labels)
        page = self.query_one(Page)
        blocks = [
            *quotes.verdict(study.by_id[thread.id], stop=True),
            *quotes.steps(thread, around=True),
            *quotes.grounds(thread),
            *quotes.candidates(thread),
        ]
        page.set_blocks(blocks, at=page.nearest(blocks) or self.at)
        self.take_focus(page)
        if self._left is not None:
            self.call_after_refresh(self._read_on)

    def _read_on(self) -> None:
        """Go on where one was last time."""
        below, words = self._left or (0, "")
        if words:
            self.query_one(SearchBar).resume(words, self.seek(words))
        self.call_after_refresh(self._scroll_on, below)

    def _scroll_on(self, below: int) -> None:
        self._left = None
        self.page.scroll_below(below)

    def remember(self) -> None:
        """The thread, the stop that is looked at, how far below that one reads, and the words that are looked for."""
        if self._left is None and (key := self.page.key):
            words = self.query_one(SearchBar).words
            self.tracker.state.opened = self.thread_id, key, str(self.page.below), words

    def ruled_thread(self) -> Thread | None:
        """The thread that is shown."""
        if self.study is None:
            return None
        index = self.study.index
        by_ref = (index.thread_of[ref] for ref in self.refs if ref in index.thread_of)
        return index.threads.get(self.thread_id) or next(by_ref, None)

    def statement(self) -> Statement | None:
        """The quote of the step or candidate that is looked at; at the title the one that the verdict rests on."""
        thread = self.ruled_thread()
        if self.study is None or thread is None:
            return None
        if self.page.key == HEAD:
            return self.study.index.newest(thread)
        return self.study.index.statements.get(self.page.key or "")

    def _member(self) -> Statement | None:
        thread = self.ruled_thread()
        several = thread is not None and len(thread.members) > 1
        return None if self.page.key == HEAD and several else super()._member()

    @on(Page.Moved, "#life")
    def _moved(self) -> None:
        self.refresh_bindings()

    @work(group="ask")
    async def action_note_of(self) -> None:
        """Copy the whole thread as a note with citations, or save it."""
        thread = self.ruled_thread()
        if thread is None or self.study is None:
            return
        with speaking(self.labels.language):
            text = thread_note(self.study.index, thread)
        answers = [(way, Content(self.labels(f"note.{way}"))) for way in ("copy", "save")]
        way = await self.app.push_screen_wait(Choose(self.labels("note.how"), answers, labels=self.labels))
        if way == "copy":
            self.tracker.copy(text, self.labels("note.copied"))
        elif way == "save":
            self.tracker.save_text(text, f"{file_stem(thread.title)}.md")

    def action_wordings(self) -> None:
        """The quotes of each move beside each other."""
        self.tracker.open_wordings(self.thread_id)

    def action_subject(self) -> None:
        """Everything that all letters say about the topic of the thread."""
        entry = self.study.by_id.get(self.thread_id) if self.study else None
        if entry:
            self.tracker.open_subject(entry.topic or entry.thread.title)

    def action_trend(self) -> None:
        """The milestone trend of the thread."""
        self.tracker.open_trend(self.thread_id)

    def action_compare(self) -> None:
        """Compare the letter of this step with the one before it in the thread."""
        row, thread = self.statement(), self.ruled_thread()
        if row is None or thread is None or self.study is None:
            return
        letters = [letter.id for letter in self.study.index.letters_of(thread)]
        at = letters.index(row.letter) if row.letter in letters else len(letters) - 1
        if len(letters) > 1:
            self.tracker.open_comparison(letters[max(at - 1, 0)], letters[max(at, 1)], row.passage)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A thread of one letter has nothing to compare."""
        if action == "wordings":
            thread = self.ruled_thread()
            return bool(thread and thread.slips) or self.check_action("compare", ())
        if action == "compare" and (thread := self.ruled_thread()) and self.study:
            return len(self.study.index.letters_of(thread)) > 1
        return super().check_action(action, parameters)

    def seen(self) -> ExportTable | None:
        """The steps of the thread."""
        thread = self.ruled_thread()
        if thread is None or self.study is None:
            return None
        index = self.study.index
        rows = [
            [
                str(index.letters[step.letter].date or ""),
                self.labels(f"status.{step.step}"),
                row.quote,
                "; ".join(due(deadline) for deadline in deadlines_in(row)),
                self.cited(row),
            ]
            for step in thread.members
            if (row := index.statements.get(step.ref))
        ]
        heads = [self.labels(f"columns.{name}") for name in ("date", "status", "quote", "due", "place")]
        verdict = style.status_word(thread.status, self.labels, late=thread.late)
        return ExportTable(f"{thread.title} ({verdict})", heads, rows, thread.title)
