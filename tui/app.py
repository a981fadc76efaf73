"""The app: reads the letters in a worker, holds the study, and switches between the views."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

from textual import on, work
from textual.app import App
from textual.binding import Binding, BindingType
from textual.reactive import var
from textual.screen import Screen

from tracker.errors import CollectionError, TrackerError
from tui.labels import Labels, choose_language
from tui.messages import LedgerFailed, LedgerRead
from tui.screens.overview import OverviewScreen
from tui.study import Study
from tui.theme import read_themes


class TrackerApp(App[None]):
    """The terminal UI over one folder of letters."""

    CSS_PATH = "tracker.tcss"
    ENABLE_COMMAND_PALETTE = True
    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {"overview": OverviewScreen}
    DEFAULT_MODE = "overview"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "switch_mode('overview')", "overview", show=False),
        Binding("T", "theme", "theme", show=False),
        Binding("q,ctrl+q", "quit", "quit"),
    ]

    study: var[Study | None] = var(None)
    """What the letters say; None until they are read."""

    def __init__(self, folder: Path, as_of: dt.date | None = None, lang: str | None = None) -> None:
        self.themes = read_themes()
        super().__init__()
        self.folder = folder
        self.as_of = as_of
        self.labels = Labels(choose_language(lang))
        self.fault = ""
        self.title = self.labels("app.title")

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours of our own names, for whatever theme lacks them."""
        return next(iter(self.themes.values())).variables

    def on_mount(self) -> None:
        """Wear the first theme and begin to read."""
        for theme in self.themes.values():
            self.register_theme(theme)
        self.theme = next(iter(self.themes))
        self.read_letters()

    @work(thread=True, exclusive=True, group="read", exit_on_error=False)
    def read_letters(self) -> None:
        """Build the ledger anew and tell of it."""
        from tracker.pipeline import build_ledger, open_collection

        try:
            ledger = build_ledger(open_collection(self.folder), self.as_of)
        except TrackerError as fault:
            self.post_message(LedgerFailed(str(fault)))
        else:
            self.post_message(LedgerRead(Study(ledger)))

    @on(LedgerRead)
    def _read(self, message: LedgerRead) -> None:
        self.fault = ""
        self.study = message.study

    @on(LedgerFailed)
    def _failed(self, message: LedgerFailed) -> None:
        self.fault = message.reason
        self.mutate_reactive(TrackerApp.study)

    def state_of_reading(self) -> str:
        """What to say while there is no study."""
        return self.fault or self.labels("app.loading")

    def action_theme(self) -> None:
        """Wear the next theme."""
        names = list(self.themes)
        self.theme = names[(names.index(self.theme) + 1) % len(names)] if self.theme in names else names[0]


def run(path: Path, as_of: dt.date | None = None, lang: str | None = None) -> int:
    """Open the terminal UI over a folder of letters and give the exit code. Raises CollectionError without a folder."""
    if not path.is_dir():
        raise CollectionError(f"there is no folder {path}; name the folder that holds the letters.")
    app = TrackerApp(path, as_of, lang)
    app.run()
    return app.return_code or 0
