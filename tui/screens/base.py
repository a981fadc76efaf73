"""What every screen has: a head, a foot, the study that it shows, and the ways from a quote to its letter."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, cast

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input

from tracker.model import Ledger, Statement
from tracker.views.citations import citation, cited
from tui.export import ExportTable, file_stem
from tui.host import StudyHost
from tui.keystrokes import PaintedWhole
from tui.labels import Labels
from tui.quote_citation import quoted
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


class StudyScreen(PaintedWhole):
    """A screen over the study of the app; it is told whenever that changes."""

    NAME: ClassVar[str] = ""
    """What help and labels call the screen."""
    VIEW: ClassVar[str] = ""
    """The view that is marked in the head."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", "back")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (140, "-broad")]  # noqa: RUF012 - typed by Screen
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (10, "-low"), (16, "-short"), (30, "-tall")]  # noqa: RUF012 - typed by Screen

    shown_study: Study | None = None
    """The study that the screen shows."""

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
        """Show what is known so far; Textual calls this once for each class that has it, so none but this one does."""
        self.begin()
        self.follow()

    def begin(self) -> None:
        """What is to be done once, before anything is shown: where the focus is."""

    def go_on(self) -> None:
        """What is to be done where the app opens with this screen, after that."""

    def on_screen_resume(self) -> None:
        """Show the study that is known by now, where it is another one than was shown."""
        if self.is_mounted and self.shown_study is not self.study:
            self.follow()
        self.show_work()

    def follow(self) -> None:
        """Show the study of the app."""
        self.shown_study = study = self.study
        self.show_work()
        self.set_class(study is None, "-unread")
        self.show_study(study)

    def come_to(self) -> None:
        """Show what the name of the view says, where one goes to it by that."""

    def remember(self) -> None:
        """Put into the state where the analyst is in what is read."""

    def take_focus(self, widget: Widget) -> None:
        """Let keys go to a widget, unless something is being typed: it is not to run as commands."""
        if not isinstance(self.focused, Input):
            self.set_focus(widget)

    def show_work(self) -> None:
        """Tell in the head what is read, and whether it is being read anew."""
        for head in self.query(MastheadBar):
            head.show(self.tracker)

    def show_study(self, study: Study | None, /) -> None:
        """Show another ledger; None while nothing is read."""

    def or_reading(self, words: str) -> str:
        """These words, why nothing is shown; while not all letters are read, how far that is.

        Where no letter is as old as the day that is looked at, that is why.
        """
        if self.study is None or self.study.is_partial:
            return self.tracker.state_of_reading()
        ledger = self.study.ledger
        if ledger.as_of and not ledger.letters:
            return self.labels("scope.too_early", day=ledger.as_of)
        return words

    def cited(self, row: Statement | None) -> str:
        """Where a quote stands, as an official cites it."""
        return citation(self.study.index, row) if row and self.study else ""

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
        if action in {"export", "search", "next", "section", "sections", "pick", "fold", "outline", "other", "trend"}:
            return self.study is not None
        return super().check_action(action, parameters)

    def action_back(self) -> None:
        """Go back to what was seen before."""
        self.tracker.back()

    def action_letter(self) -> None:
        """Open the letter at the quote that is looked at."""
        row = self.statement()
        if row is not None:
            self.tracker.open_letter(row.letter, row.id)

    def action_copy(self) -> None:
        """Copy the quote that is looked at with its citation."""
        row = self.statement()
        if row is not None and self.study is not None:
            self.tracker.copy(quoted(self.study.index, row, self.labels), self.labels("copy.done"))

    def action_export(self) -> None:
        """Take along what is seen."""
        table = self.seen()
        if table is not None and self.study is not None:
            ledger = self.study.ledger
            name = file_stem(ledger.name, self.labels(f"views.{self.NAME}"), table.name)
            self.tracker.export(replace(table, name=name, as_of=ledger.as_of, about=tuple(self._about(ledger))))

    def _about(self, ledger: Ledger) -> Iterable[tuple[str, str]]:
        """What is taken along: of which letters, as of which day, by which filter."""
        labels, day = self.labels, ledger.as_of
        yield labels("export.letters"), "; ".join(cited(letter) for letter in ledger.letters)
        yield from [(labels("export.as_of"), day.isoformat())] if day else []
        yield from [(labels("export.filter"), asked)] if (asked := self.asked()) else []

    def filter_to_count(self) -> str:
        """The filter whose promises are counted where one goes from here to the counts: that of the overview."""
        return self.tracker.state.filter

    def asked(self) -> str:
        """The filter by which is chosen what is seen, "" for none."""
        return ""
