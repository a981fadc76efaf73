"""Lists of which several lines can be ticked; one gives the keys of those that are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui import style
from tui.screens.dialog import Dialog

Ticked = TypeVar("Ticked")
"""What a list gives when it is done."""


class TickList(Dialog[Ticked]):
    """Space ticks, f is done, escape leaves everything as it was; what done means a list says by `action_done`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "done", "done"),
        Binding("space", "tick", "tick"),
        Binding("j", "move(1)", "down", show=False),
        Binding("k", "move(-1)", "up", show=False),
    ]

    def __init__(self, question: str, hint: str, lines: Sequence[Content], ticked: Iterable[int]) -> None:
        super().__init__()
        self.question = question
        self.hint = hint
        self.lines = lines
        self.ticked = set(ticked)
        """The lines that are ticked, from 0."""

    def compose(self) -> ComposeResult:
        """Question, hint, list."""
        with Vertical(classes="dialog"):
            yield Static(style.strong(self.question), markup=False, id="question")
            yield Static(style.faint(self.hint), markup=False, id="about")
            yield OptionList(*(Option(self._ticked_line(at)) for at in range(len(self.lines))), markup=False)

    def _ticked_line(self, at: int) -> Content:
        return Content.assemble("[x] " if at in self.ticked else "[ ] ", self.lines[at])

    def action_move(self, step: int) -> None:
        """Go to another line."""
        rows = self.query_one(OptionList)
        rows.highlighted = ((rows.highlighted or 0) + step) % max(rows.option_count, 1)

    def action_tick(self) -> None:
        """Tick or untick the line."""
        rows = self.query_one(OptionList)
        if (at := rows.highlighted) is not None:
            self.ticked ^= {at}
            rows.replace_option_prompt_at_index(at, self._ticked_line(at))

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        self.action_tick()


class Ticks(TickList[tuple[str, ...]]):
    """A list of keys, each with how it is told; one at least is to be ticked."""

    def __init__(
        self,
        question: str,
        hint: str,
        choices: Sequence[tuple[str, Content]],
        ticked: Collection[str],
        *,
        needed: str,
    ) -> None:
        """`needed` is what is said where none is ticked."""
        self.needed = needed
        self.keys = [key for key, _ in choices]
        super().__init__(
            question, hint, [told for _, told in choices], (at for at, key in enumerate(self.keys) if key in ticked)
        )

    def action_done(self) -> None:
        """Give what is ticked, in the order of the list."""
        if not self.ticked:
            self.notify(self.needed, severity="error", markup=False)
            return
        self.dismiss(tuple(key for at, key in enumerate(self.keys) if at in self.ticked))
