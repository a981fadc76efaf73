"""The head of a screen: the views with the key of each, and what is read."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from tui.labels import Labels
from tui.style import words
from tui.view_model import Study

VIEWS = ("overview", "deadlines", "compare", "letters", "review")
"""The views in the order of their keys 1 to 5."""


class MastheadBar(Widget):
    """One line: the views, the one that is seen in bold, and on the right the collection."""

    def __init__(self, labels: Labels, view: str) -> None:
        super().__init__()
        self.labels = labels
        self.view = view
        self.study: Study | None = None

    def show_study(self, study: Study | None) -> None:
        """Tell of another ledger."""
        self.study = study
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Go to the view that was clicked."""
        if isinstance(view := event.style.meta.get("view"), str):
            self.screen.call_later(self.app.run_action, f"go('{view}')")

    def render(self) -> Content:
        """The views and the collection, whose name is cut where it does not fit."""
        views = Content("  ").join(
            self._view(number, name) for number, name in enumerate(VIEWS, start=1) if name in self.app.MODES
        )
        told = self._collection().truncate(max(self.size.width - views.cell_length - 3, 0), ellipsis=True)
        gap = max(self.size.width - views.cell_length - told.cell_length - 1, 1)
        return Content.assemble(views, " " * gap, told)

    def _view(self, number: int, name: str) -> Content:
        style = "bold $foreground underline" if name == self.view else "$faint"
        part = Content.assemble((f" {number} ", "bold $accent"), (self.labels(f"views.{name}"), style))
        return part.stylize(Style.from_meta({"view": name}))

    def _collection(self) -> Content:
        if self.study is None:
            return Content("")
        ledger = self.study.ledger
        number = len(ledger.letters)
        letters = self.labels("app.letter") if number == 1 else self.labels("app.letters", number=number)
        day = f" · {self.labels('app.as_of', day=ledger.as_of)}" if ledger.as_of else ""
        return words(f"{ledger.name} · {letters}{day}", "$faint")
