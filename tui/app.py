"""The app: its views and how one goes from one to another and back, its keys, its themes."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import msgspec
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.driver import Driver
from textual.screen import Screen

from tracker.commands.terminal import draws_screens
from tracker.errors import CollectionError, TrackerError
from tui.commands import Places, Views
from tui.host import StudyHost
from tui.labels import Labels, choose_language
from tui.loading import loaded
from tui.pages import PageStack
from tui.reading import Scope
from tui.scoping import ScopingApp
from tui.screens.base import StudyScreen
from tui.screens.overview import OverviewScreen
from tui.state import State, keep_state, read_state
from tui.stylesheet import ParsedOnce
from tui.theme import read_themes
from tui.widgets.masthead import VIEWS

KEPT_EVERY = 2.0
"""Seconds after which the place is kept, where it is another."""


def _screen(module: str, name: str) -> Callable[[], Screen[Any]]:
    """A view that is imported when it is first gone to."""

    def made() -> Screen[Any]:
        screen: Screen[Any] = getattr(loaded(f"tui.screens.{module}"), name)()
        return screen

    return made


class TrackerApp(ScopingApp):
    """The terminal UI over one folder of letters."""

    CSS_PATH = "tracker.tcss"
    COMMANDS = {Views, Places}  # noqa: RUF012 - typed by App
    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {
        "overview": OverviewScreen,
        "deadlines": _screen("deadlines", "DeadlinesScreen"),
        "compare": _screen("compare", "CompareScreen"),
        "letters": _screen("letter", "LetterScreen"),
        "review": _screen("review", "ReviewScreen"),
        "news": _screen("news", "NewsScreen"),
        "counts": _screen("counts", "CountsScreen"),
        "rulings": _screen("rulings", "RulingsScreen"),
        "troubles": _screen("troubles", "TroublesScreen"),
        "search": _screen("search", "SearchScreen"),
    }
    DEFAULT_MODE = "overview"

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
        for theme in self.themes.values():
            self.register_theme(theme)
        self.wear(self.state.theme)
        self.stylesheet = ParsedOnce(self.get_css_variables())
        self.trail: list[str] = []
        """The views that back goes to, the last one last."""
        self.pages = PageStack(self)
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
            self.call_later(self.go, self.state.view)
        self._keep_place()

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

    def _remember(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, StudyScreen) and screen.is_mounted:
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
        keep_state(self.folder, self.state)

    # ------------------------------------------------------------ going

    def go(self, view: str) -> None:
        """Show one of the views, with nothing on top of it."""
        if view != self.current_mode:
            self.trail = [*(seen for seen in self.trail if seen != view), self.current_mode]
        self._show(view)
        self.pages.clear()

    def action_read(self) -> None:
        """Read the letters anew, or go on reading them."""
        self.read_letters()

    def back(self) -> None:
        """Go back to what was seen before: below this screen, else in the view before; stop the first reading.

        A screen that has nothing to show but how far that reading is stops it at once.
        """
        if self.working and (self.study is None or (self.study.is_partial and self.screen.has_class("-empty"))):
            self.stop_reading()
            return
        if self.pages.back():
            return
        if self.trail:
            self._show(self.trail.pop())
        elif self.current_mode != self.DEFAULT_MODE:
            self._show(self.DEFAULT_MODE)
        elif self.working and self.study is not None and self.study.is_partial:
            self.stop_reading()

    def _show(self, view: str) -> None:
        self.state.view = view
        if view != self.current_mode:
            self.switch_mode(view)

    def action_go(self, view: str) -> None:
        """Show one of the views; in that of words in all letters one types at once."""
        self.go(view)
        if view == "search" and isinstance(self.screen, StudyScreen) and self.screen.is_mounted:
            self.screen.call_later(self.screen.run_action, "words")

    def nothing_to_search(self) -> None:
        """Say that there is nothing to look through here, and how to go on."""
        self.notify(self.labels("search.nowhere"), markup=False)

    def open_thread(self, thread: str) -> None:
        """Show a thread on top of what is seen."""
        loaded("tui.screens.thread")
        from tui.screens.thread import ThreadScreen

        if self.study is not None and thread in self.study.index.threads:
            self.pages.show(partial(ThreadScreen, self.study.index.threads[thread]))

    def open_letter(self, letter: str, ref: str = "", passage: str = "") -> None:
        """Show a letter on top of what is seen, at a statement or passage."""
        loaded("tui.screens.letter")
        from tui.screens.letter import LetterScreen

        self.pages.show(partial(LetterScreen, letter, ref, passage))

    def open_comparison(self, older: str, newer: str, passage: str = "") -> None:
        """Show two letters on top of what is seen, at a passage of one of them."""
        loaded("tui.screens.compare")
        from tui.screens.compare import CompareScreen

        self.pages.show(partial(CompareScreen, older, newer, passage))

    def show_filtered(self, text: str) -> None:
        """Show the overview with a filter."""
        self.state.filter = text
        self.go("overview")
        if isinstance(self.screen, OverviewScreen) and self.screen.is_mounted:
            self.screen.show_filter()

    def open_trend(self, thread: str) -> None:
        """Show the milestone trend with a thread brought out, in the view of deadlines; say so where it has no line."""
        loaded("tui.screens.deadlines")
        from tui.screens.deadlines import DeadlinesScreen

        loaded("tui.widgets.trend")
        from tui.widgets.trend import why_no_line

        if self.study is None:
            return
        if why := why_no_line(self.study.index, self.study.index.threads[thread], self.labels):
            self.notify(why, markup=False)
            return

        def shown() -> None:
            if isinstance(self.screen, DeadlinesScreen) and self.screen.is_mounted:
                self.screen.show_trend(thread)

        self.go("deadlines")
        self.call_after_refresh(shown)

    def open_wordings(self, thread: str) -> None:
        """Show the two quotes of each move of a thread beside each other, on top of what is seen."""
        loaded("tui.screens.wordings")
        from tui.screens.wordings import WordingsScreen

        if self.study is not None and thread in self.study.index.threads:
            self.pages.show(partial(WordingsScreen, self.study.index.threads[thread]))

    def open_subject(self, words: str) -> None:
        """Show what all letters say about words or a topic, on top of what is seen."""
        loaded("tui.screens.subject")
        from tui.screens.subject import SubjectScreen

        self.pages.show(partial(SubjectScreen, words))

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


def run(scope: Scope, lang: str | None = None) -> int:
    """Open the terminal UI over a folder of letters and give the exit code.

    Raises CollectionError without a folder, and what is wrong with a revision or a strict collection.
    """
    if not scope.folder.is_dir():
        raise CollectionError("tui.no-folder", path=scope.folder)
    if not draws_screens() and "TEXTUAL_DRIVER" not in os.environ:  # a browser has one
        raise TrackerError("tui.no-terminal")
    app = TrackerApp(scope, lang)
    app.run()
    if app.refusal is not None:
        raise app.refusal
    return app.return_code or 0
