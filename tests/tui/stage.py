"""A screen or widgets by themselves: no letters are read, and what a screen asks of its host is written down."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Generic, TypeVar

from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.screen import Screen
from textual.theme import Theme
from textual.widget import Widget

import tui
from tests.ledgers import SMALL
from tracker.ledger.rejudging import Judged
from tui.export import ExportTable
from tui.labels import Labels
from tui.state import State
from tui.study_loader import Scope
from tui.theme import read_themes
from tui.view_model import Study

Shown = TypeVar("Shown", bound=Widget)


class Stage(App[None], Generic[Shown]):
    """An app that shows one thing, and what its screens take it for."""

    CSS_PATH = Path(tui.__file__ or "").with_name("tracker.tcss")

    def __init__(self, shown: Shown, study: Study | None = None) -> None:
        super().__init__()
        self.shown = shown
        self.study = study
        self.labels = Labels("en")
        self.scope = Scope(Path())
        self.state = State()
        self.known_letters: dict[str, tuple[str, str]] = {}
        self.trail: list[str] = []
        self.rulings: list[Any] = []
        self.themes: dict[str, Theme] = {}
        self.ruling = self.working = self.typing_on = False
        self.counted = self.outdated = ""
        self.did: list[tuple[Any, ...]] = []
        self.given: list[object] = []
        self.taken: list[ExportTable] = []
        """What a screen gave when it was left."""
        for theme in read_themes().values():
            self.register_theme(theme)
            self.theme = theme.name

    def compose(self) -> ComposeResult:
        """The widget; a screen comes on top."""
        if not isinstance(self.shown, Screen):
            yield self.shown

    def on_mount(self) -> None:
        """Show the screen."""
        if isinstance(self.shown, Screen):
            self.push_screen(self.shown, self.given.append)

    def state_of_reading(self) -> str:
        """What is said while nothing is read."""
        return "reading"

    def go(self, view: str) -> None:
        """Write it down, as all of these do."""
        self.did.append(("go", view))

    def back(self) -> None:
        self.did.append(("back",))

    def open_thread(self, thread: str) -> None:
        self.did.append(("thread", thread))

    def open_letter(self, letter: str, ref: str = "", passage: str = "") -> None:
        self.did.append(("letter", letter, ref, passage))

    def copy(self, text: str, told: str) -> None:
        self.did.append(("copy", text))

    def wear(self, name: str) -> None:
        self.did.append(("wear", name))

    def expect_ruling(self) -> None:
        """Neither is anything got ready."""

    def prepare(self, _: Any) -> None:
        """Nothing is slow here."""

    def rule(self, wish: Any) -> None:
        self.did.append(("rule", wish.ruling, wish.value, wish.why))

    async def last_ruling(self) -> None:
        self.did.append(("undo",))

    def sign_as(self) -> None:
        self.did.append(("sign",))

    async def signed(self) -> bool:
        return True

    async def signer(self) -> str:
        return "A. Nalyst"

    def export(self, table: ExportTable) -> None:
        self.taken.append(table)


Story = Callable[[Pilot[None], Stage[Shown]], Awaitable[None]]


def on_stage(shown: Shown, story: Story[Shown], *, study: bool = False, size: tuple[int, int] = (60, 12)) -> None:
    """Show it in a terminal of a size, and let the story happen."""

    async def scene() -> None:
        app = Stage(shown, Study(Judged(SMALL)) if study else None)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await story(pilot, app)

    asyncio.run(scene())
