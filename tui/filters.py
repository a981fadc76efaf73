"""What a reader typed into the filter → the entries that fit it.

A filter is words and tokens: "regio status:postponed is:slipped actor:ocw letter:2023". Words and tokens all have to
fit; two tokens of one name are alternatives. "letter:2023 moved:2024" is what 2023 speaks of and 2024 put off. Words
are looked for as they stand; where no entry has them all, as letters in the right order within one word
("lrrnregister").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from tracker.model import Kind, Status
from tracker.statuses import SIGNS
from tracker.text.normalize import searchable
from tui.labels import Labels
from tui.view_model import ThreadItem

TOKEN = re.compile(r'(\w+):(?:"([^"]*)"|(\S*))')

FIELDS = ("status", "topic", "actor", "kind", "letter", "moved", "is")
FLAGS = ("slipped", "undecided", "late")

_VALUES: dict[str, tuple[str, Sequence[str]]] = {
    "status": ("status", [*SIGNS, "late"]),
    "kind": ("kind", list(Kind)),
    "is": ("flag", FLAGS),
}
"""The fields whose values have labels: the table of those, and the values."""


class Filter(Struct, frozen=True):
    """A filter as typed, read: words and, by field, the values that will do."""

    words: tuple[str, ...] = ()
    fields: dict[str, tuple[str, ...]] = {}

    @property
    def statuses(self) -> tuple[Status, ...]:
        """The statuses asked for, of those there are."""
        return tuple(status for status in Status if status in self.fields.get("status", ()))


def read_filter(text: str, labels: Labels) -> Filter:
    """The filter that a text stands for; names and values may be the labels of the language or the plain ones."""
    names = {searchable(word): name for name, word in labels.of("field", FIELDS).items()} | {
        name: name for name in FIELDS
    }
    fields: dict[str, list[str]] = {}
    for name, quoted, bare in TOKEN.findall(text):
        field = names.get(searchable(name))
        if field and (value := searchable(quoted or bare)):
            fields.setdefault(field, []).append(_value(field, value, labels))
    rest = TOKEN.sub(lambda match: "" if searchable(match[1]) in names else match[0], text)
    return Filter(tuple(searchable(rest).split()), {name: tuple(values) for name, values in fields.items()})


def _value(field: str, value: str, labels: Labels) -> str:
    """The plain value for a label of it: "uitgesteld" → "postponed"; the start of one will do."""
    if field not in _VALUES:
        return value
    told = labels.of(*_VALUES[field])
    known = {searchable(word).replace(" ", "-"): name for name, word in told.items()} | {name: name for name in told}
    return known.get(value) or next((name for word, name in known.items() if word.startswith(value)), value)


def choose(entries: Iterable[ThreadItem], wanted: Filter) -> tuple[ThreadItem, ...]:
    """The entries that fit, in their order, but those whose title has the words before the others."""
    fitting = [entry for entry in entries if all(_has(entry, name, values) for name, values in wanted.fields.items())]
    if not wanted.words:
        return tuple(fitting)
    exact = [entry for entry in fitting if all(word in entry.text for word in wanted.words)]
    if exact:
        return tuple(sorted(exact, key=lambda entry: not all(word in entry.name for word in wanted.words)))
    patterns = [re.compile(r"[^\W_]*?".join(map(re.escape, word))) for word in wanted.words]
    return tuple(entry for entry in fitting if all(pattern.search(entry.text) for pattern in patterns))


def _has(entry: ThreadItem, field: str, values: Sequence[str]) -> bool:
    """Whether one of the values fits the entry's field."""
    return any(_TESTS[field](entry, value) for value in values)


def _flag(entry: ThreadItem, value: str) -> bool:
    tests = {
        "slipped": entry.slipped,
        "undecided": entry.thread.decided_by is None,
        "late": entry.thread.late,
    }
    return tests.get(value, False)


_TESTS: dict[str, Callable[[ThreadItem, str], bool]] = {
    "status": lambda entry, value: entry.thread.status == value,
    "topic": lambda entry, value: value in searchable(entry.topic),
    "actor": lambda entry, value: any(value in searchable(actor) for actor in entry.actors),
    "kind": lambda entry, value: value in entry.kinds,
    "letter": lambda entry, value: value in entry.letters,
    "moved": lambda entry, value: value in entry.moved,
    "is": _flag,
}


def token(field: str, value: str, labels: Labels) -> str:
    """How a filter on a field is written in the language of the labels."""
    name = labels(f"field.{field}")
    return f'{name}:"{value}"' if re.search(r"\s", value) else f"{name}:{value}"


SORTS = ("telling", "slip", "deadline", "newest", "title")
"""The orders of the overview."""


def sort(entries: Iterable[ThreadItem], order: str) -> tuple[ThreadItem, ...]:
    """The entries in one of the orders of SORTS; "telling" is the order that they are given in."""
    keys: dict[str, Callable[[ThreadItem], tuple[object, ...]]] = {
        "slip": lambda entry: (-entry.days, not entry.slipped, entry.id),
        "deadline": lambda entry: (entry.due is None, entry.due, entry.id),
        "newest": lambda entry: (-entry.newest, entry.id),
        "title": lambda entry: (searchable(entry.thread.title), entry.id),
    }
    return tuple(sorted(entries, key=keys[order])) if order in keys else tuple(entries)
