"""Looking for words in the page or the list of a screen: slash, the words, then n and N."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from tui.screens.base import StudyScreen
from tui.widgets.page import Page
from tui.widgets.rows import Rows
from tui.widgets.searchbar import SearchBar

SEARCH_KEYS: list[BindingType] = [
    Binding("slash", "search", "search"),
    Binding("n", "next(1)", "next"),
    Binding("N", "next(-1)", "previous", show=False),
]
"""The keys of a screen with a page to look through."""


class Searching(StudyScreen):
    """A screen with a search bar, and something to look through."""

    @property
    @abstractmethod
    def page(self) -> Page | Rows:
        """What is looked through."""

    def seek(self, words: str) -> int:
        """Look for words; gives in how many places they stand."""
        return self.page.seek(words)

    def count(self) -> int:
        """In how many places the words that are looked for stand now."""
        return self.page.count()

    def keep_words(self, words: str) -> None:
        """Keep what is looked for, where one is to go on with it next time."""

    def show_count(self) -> None:
        """Tell in the bar how often the words stand in what is shown by now."""
        bar = self.query_one(SearchBar)
        if bar.active:
            bar.tell(self.count())

    def follow(self) -> None:
        """Show the study of the app, and how often the words that are looked for stand in that."""
        super().follow()
        self.show_count()

    def offered(self, text: str, /) -> str:  # noqa: ARG002 - where words are looked for nothing is
        """How what is being typed could go on."""
        return ""

    def step(self, direction: int, /) -> None:
        """What n and N do where no words are looked for."""
        self.page.step(direction)

    def action_search(self) -> None:
        """Type words to look for."""
        self.query_one(SearchBar).open()

    def action_next(self, direction: int) -> None:
        """The next or previous place where the words stand, or whatever the screen steps along."""
        if self.query_one(SearchBar).active:
            self.page.seek_on(direction)
        else:
            self.step(direction)

    def action_back(self) -> None:
        """First forget the words, then go back."""
        bar = self.query_one(SearchBar)
        if bar.active:
            bar.close()
            self.keep_words("")
            self.seek("")
            self.page.focus()
        else:
            super().action_back()

    @on(SearchBar.Typed)
    def _typed(self, message: SearchBar.Typed) -> None:
        self.keep_words(message.text)
        if self.tracker.typing_on:
            return
        self.query_one(SearchBar).tell(self.seek(message.text), self.offered(message.text))
        self.refresh_bindings()

    @on(SearchBar.Done)
    def _done(self) -> None:
        self.show_count()
        self.page.focus()


class SearchingPage(Searching):
    """A screen with a search bar that is one page, or says why it has none."""

    def body(self) -> Iterable[Widget]:
        """The page, and where words to look for are typed."""
        yield Page(id="life")
        yield Static("", markup=False, id="empty")
        yield SearchBar(self.labels)

    @property
    def page(self) -> Page:
        """The text to search in."""
        return self.query_one("#life", Page)


class SearchingRows(Searching):
    """A screen with a search bar and a list of rows, of which n and N go to the next that has the words."""

    BINDINGS: ClassVar[list[BindingType]] = [*SEARCH_KEYS]

    _goes_on = True
    """Whether it is to be gone on where one was last time, once all is read."""

    @property
    def page(self) -> Rows:
        """The list."""
        return self.query_one(Rows)

    def follow(self) -> None:
        """Show the study of the app; the first whole one as the list was left last time."""
        super().follow()
        if self._goes_on and self.study is not None and not self.study.is_partial:
            self._goes_on = False
            state, row = self.tracker.state, self.tracker.state.rows.get(self.VIEW, "")
            if words := state.narrowed.get(self.VIEW, ""):
                self.query_one(SearchBar).resume(words, self.seek(words))
            self.page.go(row)

    def keep_words(self, words: str) -> None:
        """Have the list narrowed by the same words next time."""
        self.tracker.state.narrowed[self.VIEW] = words

    @on(Rows.Moved)
    def _keep_row(self, event: Rows.Moved) -> None:
        if not self._goes_on:
            self.tracker.state.rows[self.VIEW] = event.key

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is a next place while words are looked for."""
        if action == "next" and self.is_mounted and not self.query_one(SearchBar).active:
            return False
        return super().check_action(action, parameters)
