"""What every screen has: a head, a foot, the study that it shows, and the ways from a quote to its letter."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widget import Widget

from tracker.model import Statement
from tui.cite import quoted
from tui.export import ExportTable
from tui.host import StudyHost
from tui.labels import Labels
from tui.view_model import Study
from tui.widgets.keybar import KeyBar
from tui.widgets.masthead import MastheadBar

QUOTE_KEYS: list[BindingType] = [
    Binding("l", "letter", "letter"),
    Binding("y", "copy", "copy"),
]
"""The keys of a screen that looks at a quote: its place in the letter, and a copy with its citation."""

EXPORT_KEYS: list[BindingType] = [Binding("e", "export", "export")]
"""The key of a screen whose rows or text can be taken along."""


class StudyScreen(Screen[None]):
    """A screen over the study of the app; it is told whenever that changes."""

    NAME: ClassVar[str] = ""
    """What help and labels call the screen."""
    VIEW: ClassVar[str] = ""
    """The view that is marked in the head."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", "back")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (140, "-broad")]  # noqa: RUF012 - typed by Screen
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]  # noqa: RUF012 - typed by Screen

    @property
    def tracker(self) -> StudyHost:
        """The app, as what it is to screens."""
        return cast("StudyHost", self.app)

    @property
    def labels(self) -> Labels:
        """The words of the chosen language."""
        return self.tracker.labels

    @property
    def study(self) -> Study | None:
        """What is shown, once it is read."""
        return self.tracker.study

    def compose(self) -> ComposeResult:
        """Head, body, foot."""
        yield MastheadBar(self.labels, self.VIEW or self.app.current_mode)
        yield from self.body()
        yield KeyBar(self.labels)

    def body(self) -> Iterable[Widget]:
        """What stands between head and foot."""
        return ()

    def on_mount(self) -> None:
        """Follow the study."""
        self.watch(self.app, "study", self._study_changed)

    def _study_changed(self, study: Study | None) -> None:
        self.query_one(MastheadBar).show_study(study)
        self.set_class(study is None, "-unread")
        self.show_study(study)

    def show_study(self, study: Study | None, /) -> None:
        """Show another ledger; None while nothing is read."""

    def statement(self) -> Statement | None:
        """The quote that is looked at, if one is."""
        return None

    def seen(self) -> ExportTable | None:
        """What is seen, as a table to take along."""
        return None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What needs a quote or something read is offered only where there is some."""
        if action in {"letter", "copy"}:
            return self.is_mounted and self.statement() is not None
        if action in {"export", "search", "next", "section", "pick", "fold", "outline", "other", "trend"}:
            return self.study is not None
        return super().check_action(action, parameters)

    def action_back(self) -> None:
        """Go back to where this was opened from; from another view to the overview."""
        if len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        elif self.app.current_mode != "overview":
            self.app.switch_mode("overview")

    def action_letter(self) -> None:
        """Open the letter at the quote that is looked at."""
        row = self.statement()
        if row is not None:
            self.tracker.open_letter(row.letter, row.id)

    def action_copy(self) -> None:
        """Copy the quote that is looked at with its citation."""
        row = self.statement()
        if row is not None and self.study is not None:
            self.app.copy_to_clipboard(quoted(self.study.index, row, self.labels))
            self.notify(self.labels("copy.done"), markup=False)

    def action_export(self) -> None:
        """Take along what is seen."""
        table = self.seen()
        if table is not None:
            self.tracker.export(table)
