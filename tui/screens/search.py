"""Words looked for in all letters at once: a row a passage, by letter, with the section that it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Key
from textual.widget import Widget
from textual.widgets import Input

from tracker.views.names import dated, short
from tracker.views.search import Hit, Sought, around, search, sought
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

    _sought: tuple[str, Sought | None] = "", None
    """What was typed last, and what that looks for."""
    _spoken: Mapping[str, dict[str, Hit]] = MappingProxyType({})
    """What was found in each letter that has the words."""
    _named: tuple[Study | None, dict[str, tuple[str, str]]] = None, {}
    """A study, and the name and the day of each of its letters as the list tells them."""

    @property
    def wanted(self) -> Sought | None:
        """What is looked for; None where nothing is."""
        if self._sought[0] != self.tracker.state.sought:
            self._sought = self.tracker.state.sought, sought(self.tracker.state.sought)
        return self._sought[1]

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
        self._spoken, names = search(study.index, self.wanted), self._names(study)
        for letter, hits in self._spoken.items():
            yield RowGroup(partial(self._heading, *names[letter], hits), hits)

    def _heading(self, letter: str, day: str, hits: dict[str, Hit]) -> str:
        return self.labels("search.letter", letter=letter, day=day, number=_times(hits))

    def _names(self, study: Study) -> dict[str, tuple[str, str]]:
        """The name and the day of each letter, which no key changes."""
        if self._named[0] is not study:
            self._named = study, {letter.id: (short(letter), dated(letter)) for letter in study.ledger.letters}
        return self._named[1]

    def about(self, study: Study, /) -> Content:
        """In which letters the words do not stand."""
        if self.wanted is None:
            return Content("")
        spoken = self._spoken
        silent = [name for id_, (name, _) in self._names(study).items() if id_ not in spoken]
        total, letters = _times(self.items), self.labels.count("app.letters", len(spoken))
        told = self.labels.count("search.found", total, letters=letters)
        return style.faint(f"{told} {self.labels('search.silent', letters=', '.join(silent))}" if silent else told)

    def cells(self, item: Hit, /) -> Sequence[Content]:
        """A passage in a line: its section, and what stands around the words."""
        index = self.study.index if self.study else None
        if index is None or self.wanted is None:
            return [Content(""), Content("")]
        section = index.sections.get(index.passages[item.passage].section or "")
        text = around(index.passages[item.passage].text, self.wanted)
        return [style.faint(section.heading if section else ""), self._lit(text)]

    def full(self, item: Hit, /) -> Content:
        """The whole passage."""
        passage = self.study.index.passages.get(item.passage) if self.study else None
        return self._lit(passage.text) if passage else Content("")

    def _lit(self, text: str) -> Content:
        content = style.letter_text(text)
        for part in self.wanted.parts if self.wanted else ():
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


def _times(hits: Mapping[str, Hit]) -> int:
    return sum([hit.times for hit in hits.values()])
