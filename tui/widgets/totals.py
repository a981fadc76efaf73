"""How many threads have each status: a bar in proportion, and the numbers with their words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tracker.model import Status
from tui import paint
from tui.labels import Labels


class Totals(Static):
    """Two lines: the bar and the words; redrawn when the width changes."""

    @dataclass
    class Clicked(Message):
        """A click on a status."""

        status: Status

    def __init__(self, labels: Labels) -> None:
        super().__init__("", markup=False)
        self.labels = labels
        self.counts: Mapping[Status, int] = {}
        self.chosen: Sequence[Status] = ()

    def show(self, counts: Mapping[Status, int], chosen: Sequence[Status]) -> None:
        """Show other numbers; `chosen` are the statuses that a filter asks for."""
        self.counts, self.chosen = counts, chosen
        self._renew()

    def on_resize(self) -> None:
        """The bar is as wide as the screen."""
        self._renew()

    def on_click(self, event: events.Click) -> None:
        """Tell which status was clicked."""
        if isinstance(status := event.style.meta.get("status"), str):
            self.post_message(self.Clicked(Status(status)))

    def _renew(self) -> None:
        width = self.content_region.width
        told = paint.totals(self.counts, self.labels, self.chosen, width)
        self.update(Content.assemble(paint.bar(self.counts, width), "\n", told))
