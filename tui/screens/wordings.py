"""The two quotes of a move side by side, or below each other, with the words that changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tracker.language.figures import figure_pattern
from tracker.model import Edit, EditKind, Statement, Thread
from tracker.text.word_diff import word_edits
from tracker.views.citations import citation
from tracker.views.names import dated, short
from tui import style
from tui.comparison_cache import quote_edits
from tui.quotes import Quotes, deadline_words
from tui.screens.base import QUOTE_KEYS
from tui.screens.text_search import SEARCH_KEYS, SearchingPage
from tui.view_model import Study
from tui.widgets.page import Page
from tui.widgets.wrapped_text import PageBlock

SIDE_BY_SIDE = 76
"""Columns from which quotes stand beside each other."""


class WordingsScreen(SearchingPage):
    """Was and now, for each move of a deadline; of a thread without one its first and newest promise."""

    NAME = "wordings"

    BINDINGS: ClassVar[list[BindingType]] = [*QUOTE_KEYS, *SEARCH_KEYS]

    @dataclass
    class Changed(Message):
        """The edits between quotes that were asked for."""

        edits: dict[tuple[str, str], tuple[Edit, ...]]

    def __init__(self, thread: Thread) -> None:
        super().__init__()
        self.thread_id = thread.id
        self._edits: dict[tuple[str, str], tuple[Edit, ...]] = {}
        """Those between the texts of two quotes."""

    def show_study(self, study: Study | None, /) -> None:
        """The quotes as they stand now."""
        thread = study.index.threads.get(self.thread_id) if study else None
        self.set_class(thread is None, "-empty")
        page = self.query_one(Page)
        if study is None or thread is None:
            self.query_one("#empty", Static).update(style.letter_text(self.labels("thread.gone")))
            return
        quotes = Quotes(study.index, self.labels)
        blocks = [PageBlock("title", Content.assemble(style.strong(thread.title), "\n"))]
        blocks += [PageBlock(f"slip {at}", quotes.slip(slip)) for at, slip in enumerate(thread.slips)]
        found = pairs(study, thread)
        blocks += [self._pair(study, was, now) for was, now in found]
        page.set_blocks(blocks, at=page.key)
        self.take_focus(page)
        if unlike := [row for was, now in found if (row := (was.quote, now.quote)) not in self._edits]:
            self._compare(unlike)

    @work(thread=True, exclusive=True, group="compare")
    def _compare(self, quotes: Sequence[tuple[str, str]]) -> None:
        self.post_message(self.Changed({row: quote_edits(*row) for row in quotes}))

    @on(Changed)
    def _changed(self, message: Changed) -> None:
        self._edits |= message.edits
        self.show_study(self.study)

    def on_resize(self) -> None:
        """Beside each other or below each other, as there is room."""
        if self.study is not None:
            self.show_study(self.study)

    def _pair(self, study: Study, was: Statement, now: Statement) -> PageBlock:
        edits = self._edits.get((was.quote, now.quote)) or word_edits(was.quote, now.quote, figure_pattern())
        sides = (style.side(edits, EditKind.DELETE), style.side(edits, EditKind.INSERT))
        left, right = (self._statement_lines(study, row, side) for row, side in zip((was, now), sides, strict=True))
        if self.size.width >= SIDE_BY_SIDE:
            return PageBlock(now.id, Content.assemble("\n", left), stop=True, right=Content.assemble("\n", right))
        return PageBlock(now.id, Content("\n").join(["", left, "", right]), stop=True)

    def _statement_lines(self, study: Study, row: Statement, side: Content) -> Content:
        """A quote under its letter, with its place and deadline."""
        letter = study.index.letters[row.letter]
        lines = [Content.assemble(style.strong(dated(letter)), style.faint(f"  {short(letter)}")), side]
        lines += [style.faint(citation(study.index, row))]
        lines += [style.letter_text(words) for words in deadline_words(row, self.labels)]
        return Content("\n").join(lines)

    def statement(self) -> Statement | None:
        """The newer quote of the pair that is looked at."""
        return self.study.index.statements.get(self.query_one(Page).key or "") if self.study else None


def pairs(study: Study, thread: Thread) -> list[tuple[Statement, Statement]]:
    """The two quotes of each slip; without slips the first and the newest quote of different letters."""
    known = study.index.statements
    told = [(known.get(slip.from_ref), known.get(slip.to_ref)) for slip in thread.slips]
    found = [(was, now) for was, now in told if was and now and was.quote != now.quote]
    rows = study.index.quotes_of(thread)
    if found or not rows or rows[0].letter == rows[-1].letter:
        return found
    return [(rows[0], rows[-1])]
