"""The app: its keys, its themes, the place that is kept between sessions, and how it is opened."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import msgspec
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.css.query import NoMatches
from textual.driver import Driver
from textual.screen import Screen

from tracker.commands.terminal import draws_screens
from tracker.errors import CollectionError, TrackerError
from tui.commands import Places, Views
from tui.host import StudyHost
from tui.labels import Labels, choose_language
from tui.lazy_modules import loaded
from tui.navigation import NavigationApp
from tui.screens.base import StudyScreen
from tui.state import State, keep_state, read_state
from tui.study_loader import Scope, check
from tui.stylesheet import ParsedOnce
from tui.theme import read_themes
from tui.widgets.masthead import VIEWS

KEPT_EVERY = 2.0
"""Seconds after which the place is kept, where it is another."""


class TrackerApp(NavigationApp):
    """The terminal UI over one folder of letters."""

    CSS_PATH = "tracker.tcss"
    COMMANDS = {Views, Places}  # noqa: RUF012 - typed by App

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(key % 10), f"go('{view}')", f"view_{view}", show=False) for key, view in enumerate(VIEWS, 1)),
        Binding("D", "day", "day", show=False),
        Binding("L", "letters", "letters", show=False),
        Binding("T", "theme", "theme", show=False),
        Binding("ctrl+r", "read", "read", show=False),
        Binding("question_mark", "help", "help", key_display="?"),
        Binding("ctrl+p", "command_palette", "palette", show=False),
        Binding("ctrl+z", "suspend_process", "suspend", show=False),
        Binding("q", "quit", "quit"),
        Binding("ctrl+q", "quit", "quit", show=False),
    ]

    def __init__(self, scope: Scope | Path, lang: str | None = None, *, watching: bool = True) -> None:
        """`watching` reads the folder anew whenever something in it changes."""
        self.themes = read_themes()
        super().__init__(Scope(scope) if isinstance(scope, Path) else scope)
        self.watching = watching and not self.scope.rev
        self.labels = Labels(choose_language(lang))
        self.state: State = read_state(self.folder)
        self._to_open = self.state.opened
        for theme in self.themes.values():
            self.register_theme(theme)
        self.wear(self.state.theme)
        self.stylesheet = ParsedOnce(self.get_css_variables())
        self.title = self.labels("app.title")

    def get_driver_class(self) -> type[Driver]:
        """Textual's own, on a terminal one that notices when that goes away."""
        driver = super().get_driver_class()
        if os.name != "posix" or driver.__name__ != "LinuxDriver":
            return driver
        from tui.driver import TerminalDriver

        return TerminalDriver

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours of our own names, for whatever theme lacks them."""
        return next(iter(self.themes.values())).variables

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:  # noqa: ARG002 - as App has it
        """None but our own (see tui.commands), which speak the language of the labels."""
        return ()

    def on_mount(self) -> None:
        """Begin to read."""
        self.app_resume_signal.subscribe(self, self._paint_whole)
        self.read_letters()
        if self.state.view in VIEWS[1:]:
            self.call_later(self._go_on)
        self._keep_place()

    def _go_on(self) -> None:
        """Show the view that was seen last time."""
        self.go(self.state.view)
        if isinstance(self.screen, StudyScreen):
            self.screen.call_after_refresh(self.screen.go_on)

    def _paint_whole(self, _: object) -> None:
        """Paint all of the screen: what the terminal showed is gone when the app comes back from the shell."""
        self.screen.refresh(layout=True)

    def _keep_place(self) -> None:
        """Keep where the analyst is now and then, and when the terminal goes away."""
        kept = msgspec.json.encode(self.state)

        def keep() -> None:
            nonlocal kept
            self._remember()
            if (now := msgspec.json.encode(self.state)) != kept:
                keep_state(self.folder, self.state)
                kept = now

        self.set_interval(KEPT_EVERY, keep)
        if hasattr(signal, "SIGHUP"):
            with suppress(ValueError, RuntimeError, NotImplementedError):  # another thread's loop takes no signals
                asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, self._hung_up)

    def _hung_up(self) -> None:
        from tui.driver import end_within

        end_within()
        self._leave()

    def watch_study(self) -> None:
        """Once all is read open the thread that was open last time, unless something else was gone to."""
        super().watch_study()
        if self._to_open and self.study is not None and not self.study.is_partial:
            self.call_later(self.open_again, self.state.view, *self._to_open[:4])
            self._to_open = ()

    def _remember(self) -> None:
        self.state.opened = self._to_open
        for screen in self.screen_stack:
            if isinstance(screen, StudyScreen) and screen.is_mounted:
                with suppress(NoMatches):  # it is opened or closed right now, and shows nothing
                    screen.remember()

    def _leave(self) -> None:
        self.stop_reading()
        self._remember()
        self.exit()

    async def action_quit(self) -> None:
        """Leave, with the place kept."""
        self._leave()

    def on_unmount(self) -> None:
        """Keep where the analyst was."""
        self.ledger_process.end()
        keep_state(self.folder, self.state)

    def action_read(self) -> None:
        """Read the letters anew, or go on reading them."""
        self.read_letters()

    def action_help(self) -> None:
        """Help for the screen that is seen."""
        loaded("tui.screens.help")
        from tui.screens.help import HelpScreen

        screen = self.screen
        if isinstance(screen, StudyScreen):
            keys = [
                (self.get_key_display(row.binding), row.binding.description) for row in screen.active_bindings.values()
            ]
            self.push_screen(HelpScreen(screen.NAME, keys, self.labels))

    def action_command_palette(self) -> None:
        """Go anywhere, do anything, by typing its name."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder=self.labels("palette.hint")))

    def wear(self, name: str) -> None:
        """Wear a theme, or the first one where there is none of that name."""
        self.theme = name if name in self.themes else next(iter(self.themes))
        self.state.theme = self.theme

    def action_theme(self) -> None:
        """Wear the next theme."""
        names = list(self.themes)
        self.wear(names[(names.index(self.theme) + 1) % len(names)])


if TYPE_CHECKING:

    def _as_host(app: TrackerApp) -> StudyHost:
        """The app is what its screens take it for."""
        return app


def run_app(scope: Scope, lang: str | None = None) -> int:
    """Open the terminal UI over a folder of letters and give the exit code.

    Raises CollectionError without a folder, and what is wrong with a revision or a strict collection.
    """
    if not scope.folder.is_dir():
        raise CollectionError("tui.no-folder", path=scope.folder)
    if not draws_screens() and "TEXTUAL_DRIVER" not in os.environ:  # a browser has one
        raise TrackerError("tui.no-terminal")
    if scope.strict or scope.rev:
        check(scope)
    app = TrackerApp(scope, lang)
    app.run()
    if app.refusal is not None:
        raise app.refusal
    return app.return_code or 0
