"""Help for a screen: what it is for, every key that works on it, and what the signs mean."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tracker.statuses import LISTED, STEPS
from tui import style
from tui.labels import Labels
from tui.screens.dialog import Dialog


class HelpScreen(Dialog[None]):
    """The keys and signs of the screen below it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,q", "dismiss(None)", "back"),
        Binding("j", "scroll_down", "down", show=False),
        Binding("k", "scroll_up", "up", show=False),
    ]

    def __init__(self, name: str, keys: list[tuple[str, str]], labels: Labels) -> None:
        """`keys` are the keys as displayed with the name of what they do."""
        super().__init__()
        self.what = name
        self.keys = keys
        self.labels = labels

    def compose(self) -> ComposeResult:
        """What for, keys, signs."""
        with VerticalScroll(classes="dialog -help"):
            yield Static(style.strong(self.labels(f"views.{self.what}")), markup=False)
            yield Static(style.letter_text(self.labels(f"purpose.{self.what}")), markup=False)
            yield Static(self._table(), markup=False)
            yield Static(self._signs(), markup=False)

    def action_scroll_down(self) -> None:
        """Read on."""
        self.query_one(VerticalScroll).scroll_down(animate=False)

    def action_scroll_up(self) -> None:
        """Read back."""
        self.query_one(VerticalScroll).scroll_up(animate=False)

    def _table(self) -> Content:
        """A line for each thing that can be done, with all its keys."""
        keys: dict[str, list[str]] = {}
        for key, name in self.keys:
            if self.labels.has(f"does.{name}"):
                keys.setdefault(name, []).append(key)
        lines = [
            Content.assemble((" ".join(dict.fromkeys(shown)).ljust(22), "bold $accent"), self.labels(f"does.{name}"))
            for name, shown in keys.items()
        ]
        return Content("\n").join([style.strong(self.labels("help.keys")), *lines])

    def _signs(self) -> Content:
        names = dict.fromkeys([*LISTED, *STEPS])
        lines = [
            Content.assemble(style.mark(name, self.labels).pad_right(14), self.labels(f"meaning.{name}"))
            for name in names
        ]
        return Content("\n").join([style.strong(self.labels("help.signs")), *lines])
