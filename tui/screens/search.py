"""Words looked for in all letters at once: a row a passage, by letter, with the section that it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Key
from textual.widget import Widget
from textual.widgets import Input

from tracker.views.names import dated, short
from tracker.views.search import Hit, search, sought
from tui import style
from tui.screens.base import EXPORT_KEYS
from tui.screens.listing import ListScreen, RowGroup
from tui.view_model import Study
from tui.widgets.line import Line
from tui.widgets.rows import Column, Rows


class WordsLine(Line):
    """The line to type in; a slash that would begin it anew is one that asks for the line, which is there."""

    def on_key(self, event: Key) -> None:
        """All words are chosen where one comes to the line, so that others take their place."""
        if event.key == "slash" and self.selected_text == self.value:
            event.prevent_default().stop()


class SearchScreen(ListScreen[Hit]):
    """Where something stands, in any letter."""

    NAME = "search"
    VIEW = "search"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "words", "words"),
        Binding("b", "subject", "subject"),
        *EXPORT_KEYS,
    ]

    def body(self) -> Iterable[Widget]:
        """The line to type in, then the list."""
        yield WordsLine(self.tracker.state.sought, placeholder=self.labels("search.all"), id="words")
        yield from super().body()

    def begin(self) -> None:
        """Begin by typing."""
        self.action_words()

    def go_on(self) -> None:
        """What was found last time is read: a key is a command, and none types over the words."""
        if self.tracker.state.sought:
            self.set_focus(self.query_one(Rows))

    def action_words(self) -> None:
        """Type other words."""
        line = self.query_one("#words", Input)
        self.set_focus(line)
        line.action_select_all()

    @on(Input.Changed, "#words")
    def _worded(self, event: Input.Changed) -> None:
        if self.tracker.typing_on:
            return
        self.tracker.state.sought = event.value
        self.follow()

    @on(Input.Submitted, "#words")
    def _entered(self) -> None:
        self.set_focus(self.query_one(Rows))

    def columns(self) -> Sequence[Column]:
        """The section, and the words with what stands around them."""
        return [Column(self.labels("columns.section"), 24, needs=60), Column(self.labels("columns.found"))]

    def groups(self, study: Study, /) -> Iterable[RowGroup[Hit]]:
        """A group a letter that has the words."""
        hits = search(study.index, self.tracker.state.sought)
        for id_, found in groupby(hits, lambda hit: hit.letter):
            rows = [(hit.passage, hit) for hit in found]
            letter = study.index.letters[id_]
            times = sum(hit.times for _, hit in rows)
            yield RowGroup(self.labels("search.letter", letter=short(letter), day=dated(letter), number=times), rows)

    def about(self, study: Study, /) -> Content:
        """In which letters the words do not stand."""
        if sought(self.tracker.state.sought) is None:
            return Content("")
        spoken = {hit.letter for hit in self.items.values()}
        silent = [short(letter) for letter in study.ledger.letters if letter.id not in spoken]
        total = sum(hit.times for hit in self.items.values())
        told = self.labels.count("search.found", total, letters=self.labels.count("app.letters", len(spoken)))
        return style.faint(f"{told} {self.labels('search.silent', letters=', '.join(silent))}" if silent else told)

    def cells(self, item: Hit, /) -> Sequence[Content]:
        """A passage in a line."""
        return [style.faint(item.section), self._lit(item.text)]

    def full(self, item: Hit, /) -> Content:
        """The whole passage."""
        passage = self.study.index.passages.get(item.passage) if self.study else None
        return self._lit(passage.text) if passage else Content("")

    def _lit(self, text: str) -> Content:
        content, wanted = style.words(text), sought(self.tracker.state.sought)
        for part in wanted.parts if wanted else ():
            content = content.highlight_regex(part, style=style.FOUND)
        return content

    def open(self, item: Hit, /) -> None:
        """Open the letter there."""
        self.tracker.open_letter(item.letter, passage=item.passage)

    def nothing(self) -> str:
        """Nothing typed, or nothing found."""
        return self.labels("search.none" if self.tracker.state.sought else "search.empty")

    def asked(self) -> str:
        """The words."""
        return self.tracker.state.sought

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Words make a subject."""
        if action == "subject":
            return bool(self.tracker.state.sought)
        return super().check_action(action, parameters)

    def action_subject(self) -> None:
        """Everything that all letters say about the words."""
        self.tracker.open_subject(self.tracker.state.sought)
