"""The app: reads the letters in a worker, holds the study, keeps rulings, and switches between the views."""

from __future__ import annotations

import datetime as dt
import io
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from platformdirs import user_downloads_path
from textual import events, on, work
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.content import Content
from textual.reactive import var
from textual.screen import Screen

from tracker.decisions.file import Decision
from tracker.decisions.rulings import RulingService
from tracker.errors import CollectionError, TrackerError
from tracker.export.file import save
from tracker.export.registry import form_of, forms_of
from tracker.i18n.catalog import speaking
from tui.changes import told
from tui.commands import Places, Views
from tui.export import SUBJECTS, ExportTable, written
from tui.host import StudyHost
from tui.labels import Labels, choose_language
from tui.messages import FolderChanged, LedgerFailed, LedgerRead, Ruled, RulingFailed
from tui.rulings import Wish, keep
from tui.screens.base import StudyScreen
from tui.screens.dialogs import Ask, Choose
from tui.screens.overview import OverviewScreen
from tui.state import State, keep_state, read_state
from tui.style import words
from tui.theme import read_themes
from tui.view_model import Study
from tui.widgets.masthead import VIEWS

NOTICES = 4
"""So many remarks on the letters are told when they are first read; the reports hold all."""


def _deadlines() -> Screen[Any]:
    from tui.screens.deadlines import DeadlinesScreen

    return DeadlinesScreen()


def _compare() -> Screen[Any]:
    from tui.screens.compare import CompareScreen

    return CompareScreen()


def _letters() -> Screen[Any]:
    from tui.screens.letter import LetterScreen

    return LetterScreen()


def _review() -> Screen[Any]:
    from tui.screens.review import ReviewScreen

    return ReviewScreen()


class TrackerApp(App[None]):
    """The terminal UI over one folder of letters."""

    CSS_PATH = "tracker.tcss"
    COMMANDS = {Views, Places}  # noqa: RUF012 - typed by App
    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {
        "overview": OverviewScreen,
        "deadlines": _deadlines,
        "compare": _compare,
        "letters": _letters,
        "review": _review,
    }
    DEFAULT_MODE = "overview"

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(key), f"go('{view}')", f"view_{view}", show=False) for key, view in enumerate(VIEWS, start=1)),
        Binding("T", "theme", "theme", show=False),
        Binding("question_mark", "help", "help", key_display="?"),
        Binding("ctrl+p", "command_palette", "palette", show=False),
        Binding("q,ctrl+q", "quit", "quit", key_display="q"),
    ]

    study: var[Study | None] = var(None)
    """What the letters say; None until they are read."""

    def __init__(
        self, folder: Path, as_of: dt.date | None = None, lang: str | None = None, *, watching: bool = True
    ) -> None:
        """`watching` reads the folder anew whenever something in it changes."""
        self.themes = read_themes()
        super().__init__()
        self.folder = folder
        self.as_of = as_of
        self.watching = watching
        self.labels = Labels(choose_language(lang))
        self.state: State = read_state(folder)
        self.rulings: list[Decision] = []
        self.fault = ""
        self.title = self.labels("app.title")

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours of our own names, for whatever theme lacks them."""
        return next(iter(self.themes.values())).variables

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:  # noqa: ARG002 - as App has it
        """None but our own (see tui.commands), which speak the language of the labels."""
        return ()

    def on_mount(self) -> None:
        """Wear the theme of last time, begin to read, and to watch."""
        for theme in self.themes.values():
            self.register_theme(theme)
        self.wear(self.state.theme)
        self.read_letters()
        if self.watching:
            self._watch()
        if self.state.view in VIEWS[1:]:
            self.call_later(self.go, self.state.view)

    def on_unmount(self) -> None:
        """Keep where the analyst was."""
        keep_state(self.folder, self.state)

    # ------------------------------------------------------------ reading

    @work(thread=True, exclusive=True, group="read", exit_on_error=False)
    def read_letters(self) -> None:
        """Build the ledger anew, or take it from the cache, and tell of it."""
        from tui.reading import read_study

        try:
            self.post_message(LedgerRead(read_study(self.folder, self.as_of)))
        except TrackerError as fault:
            self.post_message(LedgerFailed(self.labels.told(fault.message)))

    @work(exclusive=True, group="watch", exit_on_error=False)
    async def _watch(self) -> None:
        """Tell of every change in the folder that is not one of a file in the making."""
        from watchfiles import awatch

        async for changes in awatch(self.folder, recursive=True):
            if any(not Path(path).name.startswith(".") for _, path in changes):
                self.post_message(FolderChanged())

    @on(FolderChanged)
    def _changed(self) -> None:
        self.read_letters()

    @on(LedgerRead)
    def _read(self, message: LedgerRead) -> None:
        before, self.fault = self.study, ""
        self.study = message.study
        if before is None:
            for notice in message.study.ledger.notices[:NOTICES]:
                self.notify(self.labels.told(notice), timeout=12, markup=False)
        news = told(before, message.study, self.labels) if before else ""
        if news:
            self.notify(news, title=self.labels("change.title"), timeout=12, markup=False)

    @on(LedgerFailed)
    def _failed(self, message: LedgerFailed) -> None:
        self.fault = message.reason
        if self.study is None:
            self.mutate_reactive(TrackerApp.study)
        else:
            self.notify(message.reason, severity="error", markup=False)

    def state_of_reading(self) -> str:
        """What to say while there is no study."""
        if not self.fault:
            return self.labels("app.loading")
        return f"{self.fault}\n\n{self.labels('overview.no_letters')}"

    # ------------------------------------------------------------ going

    def go(self, view: str) -> None:
        """Show one of the views."""
        self.state.view = view
        if view != self.current_mode:
            self.switch_mode(view)

    def action_go(self, view: str) -> None:
        """Show one of the views."""
        self.go(view)

    def open_thread(self, thread: str) -> None:
        """Show a thread on top of what is seen."""
        from tui.screens.thread import ThreadScreen

        if self.study is not None and thread in self.study.index.threads:
            self.push_screen(ThreadScreen(self.study.index.threads[thread]))

    def open_letter(self, letter: str, ref: str = "", passage: str = "") -> None:
        """Show a letter on top of what is seen, at a statement or passage."""
        from tui.screens.letter import LetterScreen

        self.push_screen(LetterScreen(letter, ref, passage))

    def open_comparison(self, older: str, newer: str) -> None:
        """Show two letters on top of what is seen."""
        from tui.screens.compare import CompareScreen

        self.push_screen(CompareScreen(older, newer))

    def action_help(self) -> None:
        """Help for the screen that is seen."""
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

    # ------------------------------------------------------------ taking along

    @work(group="ask")
    async def export(self, table: ExportTable) -> None:
        """Ask for a format and deliver the table: into the downloads, or through the browser."""
        labels, forms = self.labels, forms_of(*SUBJECTS)
        question = labels("export.question", number=len(table.rows))
        names = [labels(f"export.{form}") if labels.has(f"export.{form}") else form for form in forms]
        answers = [(form, Content(name)) for form, name in zip(forms, names, strict=True)]
        form = await self.push_screen_wait(Choose(question, answers, hint=labels("ruling.narrow")))
        if form:
            with speaking(labels.language):
                answer = written(table, form)
            stem = words(f"{self.study.ledger.name if self.study else 'letters'}-{self.current_mode}").plain
            name = form_of(form, *SUBJECTS).file_name(stem.replace("/", "-"))
            if not self.is_web:
                self._save(user_downloads_path() / name, answer)
            elif isinstance(answer, str):
                self.deliver_text(io.StringIO(answer), save_filename=name)
            else:
                self.deliver_binary(io.BytesIO(answer), save_filename=name)

    def _save(self, place: Path, answer: str | bytes) -> None:
        """Write what is taken along, and say where it is or why it is nowhere."""
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            save(place, answer, self.folder)
        except TrackerError as fault:
            self.notify(self.labels.told(fault.message), severity="error", markup=False)
        else:
            self.notify(self.labels("export.done", place=place), markup=False)

    def on_delivery_complete(self, event: events.DeliveryComplete) -> None:
        """Say where it is."""
        self.notify(self.labels("export.done", place=event.path or self.labels("export.browser")), markup=False)

    # ------------------------------------------------------------ ruling

    @work(group="ask")
    async def rule(self, wish: Wish) -> None:
        """Keep a ruling of the analyst, whose name is asked once where git knows none."""
        name = self.state.name or await self._identity()
        if not name:
            asked = await self.push_screen_wait(Ask(self.labels("ruling.who"), hint=self.labels("ruling.who_hint")))
            name = asked or ""
        self.state.name = name
        if name:
            self._record(name, wish)

    async def _identity(self) -> str:
        """The name that git signs with in the folder, "" where it knows none."""
        from tui.reading import who_signs

        name: str = await self.run_worker(lambda: who_signs(self.folder), thread=True, group="rule").wait()
        return name

    def _service(self) -> RulingService:
        from tui.reading import letters_of

        return RulingService(self.folder, lambda: letters_of(self.folder))

    @work(thread=True, group="rule", exit_on_error=False)
    def _record(self, name: str, wish: Wish) -> None:
        try:
            self.post_message(Ruled(keep(self._service(), name, wish)))
        except TrackerError as fault:
            self.post_message(RulingFailed(self.labels.told(fault.message)))

    def undo(self) -> None:
        """Take the last ruling of this session back."""
        if self.rulings:
            self._withdraw(self.rulings[-1])

    @work(thread=True, group="rule", exit_on_error=False)
    def _withdraw(self, decision: Decision) -> None:
        try:
            self._service().take_back(decision)
            self.post_message(Ruled(decision, undone=True))
        except TrackerError as fault:
            self.post_message(RulingFailed(self.labels.told(fault.message)))

    @on(Ruled)
    def _ruled(self, message: Ruled) -> None:
        if message.undone:
            self.rulings.remove(message.decision)
        else:
            self.rulings.append(message.decision)
        key = "ruling.undone" if message.undone else "ruling.kept"
        self.notify(self.labels(key, ruling=self.labels(f"ruled.{message.decision.ruling}")), markup=False)
        self.read_letters()

    @on(RulingFailed)
    def _not_ruled(self, message: RulingFailed) -> None:
        self.notify(message.reason, severity="error", markup=False)


if TYPE_CHECKING:

    def _as_host(app: TrackerApp) -> StudyHost:
        """The app is what its screens take it for."""
        return app


def run(path: Path, as_of: dt.date | None = None, lang: str | None = None) -> int:
    """Open the terminal UI over a folder of letters and give the exit code. Raises CollectionError without a folder."""
    if not path.is_dir():
        raise CollectionError("tui.no-folder", path=path)
    if not (sys.stdin.isatty() and sys.stdout.isatty()) and "TEXTUAL_DRIVER" not in os.environ:  # a browser has one
        raise TrackerError("tui.no-terminal")
    app = TrackerApp(path, as_of, lang)
    app.run()
    return app.return_code or 0
