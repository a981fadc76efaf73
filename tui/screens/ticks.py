"""A list of which several can be ticked; gives the keys of those that are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui import style


class Ticks(ModalScreen[tuple[str, ...] | None]):
    """Space ticks, f is done, escape leaves everything as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "back"),
        Binding("f", "done", "done"),
        Binding("space", "tick", "tick"),
        Binding("j", "move(1)", "down", show=False),
        Binding("k", "move(-1)", "up", show=False),
    ]

    def __init__(self, question: str, hint: str, choices: Sequence[tuple[str, Content]], ticked: Iterable[str]) -> None:
        super().__init__()
        self.question = question
        self.hint = hint
        self.choices = choices
        self.ticked = set(ticked)

    def compose(self) -> ComposeResult:
        """Question, hint, list."""
        with Vertical(classes="dialog"):
            yield Static(style.strong(self.question), markup=False)
            yield Static(style.faint(self.hint), markup=False)
            yield OptionList(*(Option(self._told(at)) for at in range(len(self.choices))), markup=False)

    def _told(self, at: int) -> Content:
        key, told = self.choices[at]
        return Content.assemble("[x] " if key in self.ticked else "[ ] ", told)

    def action_move(self, step: int) -> None:
        """Go to another line."""
        rows = self.query_one(OptionList)
        rows.highlighted = ((rows.highlighted or 0) + step) % max(rows.option_count, 1)

    def action_tick(self) -> None:
        """Tick or untick the line."""
        rows = self.query_one(OptionList)
        if (at := rows.highlighted) is not None:
            self.ticked ^= {self.choices[at][0]}
            rows.replace_option_prompt_at_index(at, self._told(at))

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        self.action_tick()

    def action_done(self) -> None:
        """Give what is ticked, in the order of the list."""
        self.dismiss(tuple(key for key, _ in self.choices if key in self.ticked))
