"""What screens and commands may ask of the app that holds them."""

from __future__ import annotations

from typing import Protocol

from textual.theme import Theme

from tracker.decisions.ruling import Decision, Ruling
from tui.export import ExportTable
from tui.labels import Labels
from tui.rulings import Wish
from tui.state import State
from tui.study_loader import Scope
from tui.view_model import Study


class StudyHost(Protocol):
    """The app as its screens see it: what is studied, where one can go, what can be ruled and taken along."""

    labels: Labels
    state: State
    rulings: list[Decision]
    themes: dict[str, Theme]

    scope: Scope
    known_letters: dict[str, tuple[str, str]]
    trail: list[str]

    @property
    def ruling(self) -> bool:
        """Whether a ruling is not in what is shown yet."""

    @property
    def working(self) -> bool:
        """Whether the letters are read, or a ruling is kept."""

    @property
    def typing_on(self) -> bool:
        """Whether another character is typed already: nobody will see what the words so far would show."""

    @property
    def outdated(self) -> str:
        """Why what is shown is not what the files say; "" where it is."""

    @property
    def counted(self) -> str:
        """How far the reading is, "3/40"."""

    @property
    def study(self) -> Study | None:
        """What the letters say; None until they are read."""

    def state_of_reading(self) -> str:
        """What to say while not all letters are read."""

    def go(self, view: str) -> None:
        """Show one of the views."""

    def back(self) -> None:
        """Go back to what was seen before."""

    def look_at(self, **changes: object) -> None:
        """Study another scope: as of another day, or other letters."""

    def open_thread(self, thread: str) -> None:
        """Show a thread on top of what is seen."""

    def open_letter(self, letter: str, ref: str = "", passage: str = "") -> None:
        """Show a letter on top of what is seen, at a statement or passage."""

    def show_filtered(self, text: str) -> None:
        """Show the overview with a filter, until one goes back to the view that asked for it."""

    def back_from_filtered(self) -> bool:
        """Go back to the view that asked for the filter, with the one before it, where nothing else was asked since."""

    def open_wordings(self, thread: str) -> None:
        """Show the two quotes of each move of a thread beside each other, on top of what is seen."""

    def open_trend(self, thread: str) -> None:
        """Show the milestone trend with a thread brought out, in the view of deadlines."""

    def copy(self, text: str, told: str) -> None:
        """Put a text into the clipboard, and into a file where that may not be reached; say so."""

    def open_subject(self, words: str) -> None:
        """Show what all letters say about words or a topic, on top of what is seen."""

    def open_comparison(self, older: str, newer: str, passage: str = "") -> None:
        """Show two letters on top of what is seen, at a passage of one of them."""

    def wear(self, name: str) -> None:
        """Wear a theme."""

    def expect_ruling(self) -> None:
        """Get ready for a ruling, where what is looked at is likely to be ruled on."""

    def prepare(self, ruling: Ruling) -> None:
        """Get ready for a ruling that is going to be given."""

    def rule(self, wish: Wish) -> object:
        """Keep a ruling of the analyst."""

    def take_back(self, decision: Decision) -> None:
        """Take any ruling back."""

    async def last_ruling(self) -> Decision | None:
        """The last ruling of this session that stands."""

    def sign_as(self) -> object:
        """Ask for the name that stands with rulings from now on."""

    async def signed(self) -> bool:
        """Whether it is known who rules; where it is not that is asked."""

    async def signer(self) -> str:
        """The name that stands with rulings, "" where it is not known yet."""

    def export(self, table: ExportTable) -> object:
        """Ask for a form and a place, and write the table there."""

    def save_text(self, text: str, name: str) -> object:
        """Ask for a place and write a text there."""
