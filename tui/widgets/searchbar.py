"""The line in which words to look for are typed; it shows only while it is needed."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Input, Static

from tui.labels import Labels
from tui.style import letter_text
from tui.widgets.frames import AcrossFrame
from tui.widgets.line import Completions, Line, no_completions
from tui.widgets.static_text import show_words


class SearchBar(AcrossFrame):
    """A slash, the words, and how often they were found."""

    @dataclass
    class Typed(Message):
        """Other words to look for."""

        text: str

    class Done(Message):
        """Enter: back to the text, the words stay highlighted."""

    def __init__(self, labels: Labels, hint: str = "", completions: Completions = no_completions) -> None:
        """`hint` is what stands there before anything is typed, `completions` are what it may go on to."""
        super().__init__()
        self.labels = labels
        self.hint = hint or labels("search.hint")
        self.completions = completions

    def compose(self) -> ComposeResult:
        """The parts of the line."""
        yield Static("/", markup=False, classes="slash")
        yield Line(id="sought", placeholder=self.hint, completions=self.completions)
        yield Static("", markup=False, id="hits")

    def open(self) -> None:
        """Show the line and type into it."""
        self.add_class("-open")
        self.query_one(Input).focus()

    def resume(self, words: str, hits: int) -> None:
        """Show words that are looked for, and how often they were found, without typing into the line."""
        self.add_class("-open")
        with self.prevent(Input.Changed):
            self.query_one(Input).value = words
        self.tell(hits)

    @property
    def words(self) -> str:
        """What is looked for; "" where nothing is."""
        return self.query_one(Input).value if self.active else ""

    def close(self) -> None:
        """Forget the words and hide, and tell nobody of it."""
        self.remove_class("-open")
        with self.prevent(Input.Changed):
            self.query_one(Input).value = ""
        self.tell(0)

    @property
    def active(self) -> bool:
        """Whether words are looked for."""
        return self.has_class("-open")

    def tell(self, hits: int, offered: str = "") -> None:
        """Say how often the words were found, and how what is being typed could go on."""
        text = self.query_one(Input).value
        told = f"{self.labels.count('search.hits', hits)}  {offered}".rstrip() if text else ""
        show_words(self.query_one("#hits", Static), letter_text(told))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))

    @on(Input.Submitted)
    def _done(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Done())
