"""What everything that stands on top of a screen shares: escape leaves it, and it fits where there is little room."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

Result = TypeVar("Result")
"""What it gives."""


class Dialog(ModalScreen[Result | None]):
    """Something to answer or to read; escape gives None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "back")]
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (10, "-low"), (18, "-high")]  # noqa: RUF012 - typed by Screen
