"""The command palette: go to a letter, a section or a thread, and everything that can be done here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tracker.text.escape import plain
from tracker.views.names import dated, paper
from tui.host import StudyHost
from tui.style import letter_text, status_word
from tui.widgets.masthead import VIEWS

MOVING = {"down", "up", "page_down", "page_up", "first", "last"}
"""What is done by hand; the palette does not offer it."""

PaletteCommand = tuple[str, str, Callable[[], object]]
"""What it is called, what it is, and what it does."""


class StudyCommands(Provider):
    """What the tracker's own provider share: the app, and commands matched by their names."""

    @property
    def tracker(self) -> StudyHost:
        """The app, as what it is to commands."""
        return cast("StudyHost", self.app)

    def commands(self) -> Iterable[PaletteCommand]:
        """Every command there is."""
        return ()

    async def search(self, query: str) -> Hits:
        """The commands that a query fits."""
        matcher = self.matcher(query)
        for name, what, action in self.commands():
            score = matcher.match(name)
            if score > 0:
                yield Hit(score, Content(name), action, text=name, help=what)


class Views(StudyCommands):
    """The views and the actions of the screen, shown before anything is typed."""

    def commands(self) -> Iterable[PaletteCommand]:
        """Views, themes, and each action that has a key here."""
        labels = self.tracker.labels
        for view in VIEWS:
            yield labels(f"views.{view}"), labels("palette.view"), partial(self.tracker.go, view)
        for name in self.tracker.themes:
            yield labels(f"theme.{name}"), labels("palette.theme"), partial(self.tracker.wear, name)
        yield labels("palette.sign"), labels("palette.signs"), self.tracker.sign_as
        for row in self.screen.active_bindings.values():
            name = f"does.{row.binding.description}"
            if row.enabled and labels.has(name) and row.binding.description not in MOVING:
                key = self.app.get_key_display(row.binding)
                yield labels(name), labels("palette.key", name=key), partial(self._press, row.binding.key)

    def _press(self, key: str) -> None:
        self.app.call_later(self.app.simulate_key, key)

    async def discover(self) -> Hits:
        """The same, in order, each once."""
        seen: set[str] = set()
        for name, what, action in self.commands():
            if name not in seen:
                seen.add(name)
                yield DiscoveryHit(Content(name), action, text=name, help=what)


class Places(StudyCommands):
    """Letters, sections and threads, found by typing."""

    def commands(self) -> Iterable[PaletteCommand]:
        """Everything that can be gone to."""
        study, labels, app = self.tracker.study, self.tracker.labels, self.tracker
        if study is None:
            return
        for letter in study.ledger.letters:
            name = plain(f"{paper(letter)} · {dated(letter)} · {letter.title or ''}")
            yield name, labels("palette.letter"), partial(app.open_letter, letter.id)
            for section in letter.sections:
                first = next((row.id for row in letter.passages if row.section == section.id), "")
                what = labels("palette.section", letter=plain(paper(letter)))
                yield plain(section.heading), what, partial(app.open_letter, letter.id, "", first)
        for entry in study.entries:
            what = status_word(entry.thread.status, labels, late=entry.late)
            yield letter_text(entry.thread.title).plain, what, partial(app.open_thread, entry.id)
