"""How many threads have each status: a bar in proportion, and the numbers with their words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from tracker.model import Status
from tui import style
from tui.labels import Labels


class Totals(Widget):
    """The bar, and below it the words on as many lines as they need at the width."""

    @dataclass
    class Clicked(Message):
        """A click on a status."""

        status: Status

    def __init__(self, labels: Labels) -> None:
        super().__init__()
        self.labels = labels
        self.counts: Mapping[Status, int] = {}
        self.chosen: Sequence[Status] = ()

    def show(self, counts: Mapping[Status, int], chosen: Sequence[Status]) -> None:
        """Show other numbers; `chosen` are the statuses that a filter asks for."""
        if (counts, chosen) == (self.counts, self.chosen):
            return
        height = self._totals_line(self.content_size.width).plain.count("\n")
        self.counts, self.chosen = counts, chosen
        self.refresh(layout=height != self._totals_line(self.content_size.width).plain.count("\n") or not self.size)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - as Widget has it
        """Lines at a width."""
        return 1 + self._totals_line(width).plain.count("\n") + 1

    def render(self) -> Content:
        """The bar is as wide as the screen."""
        width = self.content_size.width
        return Content.assemble(style.bar(self.counts, width), "\n", self._totals_line(width))

    def on_click(self, event: events.Click) -> None:
        """Tell which status was clicked."""
        if isinstance(status := event.style.meta.get("status"), str):
            self.post_message(self.Clicked(Status(status)))

    def _totals_line(self, width: int) -> Content:
        return style.status_totals(self.counts, self.labels, self.chosen, width)
