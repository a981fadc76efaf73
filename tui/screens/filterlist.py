"""The filter from lists: every status, kind, topic, actor and letter that occurs, to tick; gives the filter as text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import SelectionList, Static
from textual.widgets.selection_list import Selection

from tracker.model import Kind, Status
from tui import paint
from tui.filters import FLAGS, Filter, read_filter, token
from tui.labels import Labels
from tui.study import Study, fold


class FilterList(ModalScreen[str | None]):
    """Ticks for what to keep; ticks of one kind are alternatives."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "back"),
        Binding("f,ctrl+s", "done", "done"),
        Binding("j", "move(1)", "down", show=False),
        Binding("k", "move(-1)", "up", show=False),
    ]

    def __init__(self, study: Study, text: str, labels: Labels) -> None:
        super().__init__()
        self.study = study
        self.labels = labels
        self.before: Filter = read_filter(text, labels)

    def compose(self) -> ComposeResult:
        """One list over all fields."""
        rows = [Selection(told, key, self._ticked(key)) for key, told in self._choices()]
        with Vertical(classes="dialog"):
            yield Static(paint.strong(self.labels("filter.title")), markup=False)
            yield Static(paint.faint(self.labels("filter.hint")), markup=False)
            yield SelectionList[str](*rows)

    def _choices(self) -> Iterable[tuple[str, Content]]:
        """What occurs, as the token that asks for it and as it is told."""
        labels, entries = self.labels, self.study.entries
        present = {entry.thread.status for entry in entries}
        for flag in FLAGS:
            yield self._choice("is", flag, labels(f"flag.{flag}"))
        for status in (status for status in paint.ORDER if status in present):
            yield self._choice("status", status, labels(f"status.{status}"))
        kinds = {kind for entry in entries for kind in entry.kinds}
        for kind in (kind for kind in Kind if kind in kinds):
            yield self._choice("kind", kind, labels(f"kind.{kind}"))
        for letter in self.study.index.letters.values():
            year = letter.anchor.year if letter.anchor else "?"
            yield self._choice("letter", letter.id, f"{year}  {letter.title or letter.id}")
        for topic in sorted({entry.topic for entry in entries if entry.topic}):
            yield self._choice("topic", topic, topic)
        for actor in sorted({actor for entry in entries for actor in entry.actors}):
            yield self._choice("actor", actor, actor)

    def _choice(self, field: str, value: str, told: str) -> tuple[str, Content]:
        name = self.labels(f"field.{field}")
        return f"{field}\n{value}", Content.assemble(paint.faint(f"{name}  "), paint.words(told))

    def _ticked(self, key: str) -> bool:
        field, _, value = key.partition("\n")
        return fold(value) in self.before.fields.get(field, ())

    def action_move(self, step: int) -> None:
        """Go to another line."""
        rows = self.query_one(SelectionList)
        rows.highlighted = ((rows.highlighted or 0) + step) % max(rows.option_count, 1)

    def action_done(self) -> None:
        """Give the filter, with the words that were typed."""
        chosen = [key.partition("\n") for key in self.query_one(SelectionList).selected]
        statuses = {status.value: self.labels(f"status.{status}").replace(" ", "-") for status in Status}
        kinds = {kind.value: self.labels(f"kind.{kind}") for kind in Kind}
        flags = {flag: self.labels(f"flag.{flag}") for flag in FLAGS}
        known = {"status": statuses, "kind": kinds, "is": flags}
        tokens = [token(field, known.get(field, {}).get(value, value), self.labels) for field, _, value in chosen]
        self.dismiss(" ".join([*self.before.words, *tokens]))
