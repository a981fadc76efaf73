"""What will be kept, in words: enter on it agrees. Nothing that was typed before it was seen does."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Static

from tui.style import letter_text


class Agreement(Static, can_focus=True):
    """A sentence to agree to; it is not there until it is asked."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "agree", "agree", show=False)]

    class Given(Message):
        """Enter was pressed on it, or it was clicked."""

    def __init__(self, id: str) -> None:  # noqa: A002 - as Widget has it
        super().__init__("", markup=False, id=id)
        self.display = False

    def ask(self, told: str) -> None:
        """Show what is to be agreed to."""
        self.update(letter_text(told))
        self.display = True
        self.focus()

    def on_click(self) -> None:
        """A click agrees, as enter does."""
        self.action_agree()

    def action_agree(self) -> None:
        """Agree."""
        self.post_message(self.Given())
