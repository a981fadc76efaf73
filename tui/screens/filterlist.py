"""The filter from lists: every status, kind, topic, actor and letter that occurs, to tick; gives the filter as text."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from tracker.model import Kind
from tracker.statuses import LISTED
from tracker.text.normalize import searchable
from tui import style
from tui.filter_language import FLAGS, WHOLE, Filter, read_filter, token, without_choices
from tui.labels import Labels
from tui.screens.checklist import TickList
from tui.view_model import Study

_Row = tuple[str, str]
"""A field and one of its values."""


class FilterList(TickList[str]):
    """Ticks for what to keep; ticks of one field are alternatives."""

    def __init__(self, study: Study, text: str, labels: Labels) -> None:
        self.study = study
        self.labels = labels
        self.text = text
        self.before: Filter = read_filter(text, labels)
        self.choices = list(self._choices())
        super().__init__(
            labels("filter.title"),
            labels("filter.hint"),
            [self._line(field, told) for (field, _), told in self.choices],
            (at for at, (choice, _) in enumerate(self.choices) if self._asked(choice)),
        )

    def _choices(self) -> Iterable[tuple[_Row, str]]:
        """What occurs, with how it is told."""
        labels, entries = self.labels, self.study.entries
        present = {entry.thread.status for entry in entries}
        kinds = {kind for entry in entries for kind in entry.kinds}
        yield from ((("is", flag), labels(f"flag.{flag}")) for flag in FLAGS)
        yield from ((("status", row), labels(f"status.{row}")) for row in LISTED if row in present)
        yield from ((("kind", row), labels(f"kind.{row}")) for row in Kind if row in kinds)
        for letter in self.study.ledger.letters:
            told = f"{letter.anchor.year if letter.anchor else '?'}  {letter.title or letter.id}"
            yield ("letter", letter.id), told
            if any(searchable(letter.id) in entry.moved for entry in entries):
                yield ("moved", letter.id), told
        for topic in sorted({entry.topic for entry in entries if entry.topic}):
            yield ("topic", topic), topic
        for actor in sorted({actor for entry in entries for actor in entry.actors}):
            yield ("actor", actor), actor

    def _line(self, field: str, told: str) -> Content:
        return Content.assemble(style.faint(self.labels(f"field.{field}").ljust(11)), style.letter_text(told))

    def _asked(self, choice: _Row) -> bool:
        field, value = choice
        asked = self.before.fields.get(field, ())
        return searchable(value) in asked or f"{WHOLE}{searchable(value)}" in asked

    def action_done(self) -> None:
        """Give the filter, with whatever else was typed."""
        chosen = [self.choices[at][0] for at in sorted(self.ticked)]
        listed = {(field, f"{sign}{searchable(value)}") for (field, value), _ in self.choices for sign in ("", WHOLE)}
        typed = without_choices(self.text, listed, self.labels)
        self.dismiss(" ".join([*([typed] if typed else []), *(self._token(*choice) for choice in chosen)]))

    def _token(self, field: str, value: str) -> str:
        """The filter for a choice, in the words of the language where it has some for it."""
        table = {"status": "status", "kind": "kind", "is": "flag"}.get(field)
        word = self.labels(f"{table}.{value}").replace(" ", "-") if table else value
        return token(field, word, self.labels, whole=field in {"topic", "actor"})
