"""A subject through all letters: the promises about it, and letter by letter every passage, or silence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from tracker.model import Passage, Statement
from tracker.text.normalize import one_space
from tracker.views.citations import cited
from tracker.views.names import dated, short
from tracker.views.search import LetterTreatment, SubjectView, subject
from tui import style
from tui.export import ExportTable
from tui.letter_text import LetterText
from tui.screens.base import EXPORT_KEYS, QUOTE_KEYS
from tui.screens.text_search import SEARCH_KEYS, SearchingPage
from tui.view_model import Study
from tui.widgets.page import Page
from tui.widgets.wrapped_text import PageBlock


class SubjectScreen(SearchingPage):
    """What the letters say about words or a topic, and where they say nothing."""

    NAME = "subject"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open"),
        *QUOTE_KEYS,
        *SEARCH_KEYS,
        *EXPORT_KEYS,
    ]

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words
        self.found: SubjectView | None = None

    def show_study(self, study: Study | None, /) -> None:
        """Tell the subject as the letters tell it now."""
        self.set_class(study is None, "-empty")
        if study is None:
            self.query_one("#empty", Static).update(style.lines(self.or_reading("")))
            return
        self.found = found = subject(study.index, self.words)
        page = self.page
        page.set_blocks(
            [*self._head(study, found), *(b for row in found.letters for b in self._letter(study, row))], at=page.key
        )
        self.take_focus(page)

    def _head(self, study: Study, found: SubjectView) -> Iterable[PageBlock]:
        """The name, and a line for each promise."""
        spoken = sum(bool(row.passages) for row in found.letters)
        told = self.labels("subject.told", letters=spoken, total=len(found.letters), threads=len(found.threads))
        yield PageBlock("head", Content.assemble(style.strong(found.name), "\n", style.faint(told), "\n"))
        for thread in found.threads:
            line = Content.assemble(style.verdict(study.by_id[thread.id], self.labels), "  ")
            yield PageBlock(thread.id, Content.assemble(line, style.letter_text(thread.title)), stop=True)

    def _letter(self, study: Study, row: LetterTreatment) -> Iterable[PageBlock]:
        """A letter with its passages under their sections, or its silence."""
        head = Content.assemble("\n", style.strong(dated(row.letter)), style.faint(f"  {short(row.letter)}"))
        if not row.passages:
            silent = Content.assemble(head, "  ", style.mark("silent", self.labels))
            yield PageBlock(f"letter {row.letter.id}", silent)
            return
        yield PageBlock(f"letter {row.letter.id}", head)
        text, before = LetterText(study, row.letter, self.labels), ""
        for passage in row.passages:
            heading = self._heading(study, passage)
            if heading != before and one_space(heading) != one_space(passage.text):
                yield PageBlock(f"section {passage.id}", style.letter_text(f"\n§ {heading}", "$primary"))
            before = heading
            yield PageBlock(passage.id, self._lit(text.passage(passage)), stop=True, rail=True)

    def _heading(self, study: Study, passage: Passage) -> str:
        section = study.index.sections.get(passage.section or "")
        return section.heading if section else ""

    def _lit(self, content: Content) -> Content:
        for pattern in self.found.marks if self.found else ():
            content = content.highlight_regex(pattern, style=style.FOUND)
        return content

    @on(Page.Moved, "#life")
    def _moved(self) -> None:
        self.refresh_bindings()

    def statement(self) -> Statement | None:
        """The first promise or report in the passage that is looked at, or the quote of the thread."""
        if self.study is None:
            return None
        index, key = self.study.index, self.page.key or ""
        if key in index.threads:
            return index.newest(index.threads[key])
        return next((row for row in index.statements.values() if row.passage == key), None)

    def action_open(self) -> None:
        """Open the thread, or the letter at the passage."""
        if self.study is None:
            return
        index, key = self.study.index, self.page.key or ""
        if key in index.threads:
            self.tracker.open_thread(key)
        elif letter := next((row.letter for row in self._treated() if any(p.id == key for p in row.passages)), None):
            self.tracker.open_letter(letter.id, passage=key)

    def _treated(self) -> tuple[LetterTreatment, ...]:
        return self.found.letters if self.found else ()

    def seen(self) -> ExportTable | None:
        """Every passage with its letter and section; a letter that keeps silent has a row without one."""
        if self.study is None:
            return None
        heads = [self.labels(f"columns.{name}") for name in ("date", "place", "section", "quote")]
        rows = [
            [dated(row.letter), cited(row.letter), self._heading(self.study, passage), passage.text]
            for row in self._treated()
            for passage in row.passages
        ]
        silent = [
            [dated(row.letter), cited(row.letter), "", self.labels("status.silent")]
            for row in self._treated()
            if not row.passages
        ]
        return ExportTable(self.words, heads, sorted([*rows, *silent], key=lambda row: row[0]), self.words)
