"""Which entries fit a filter, and in which order.

Words are looked for as they stand; where no entry has them all, as letters in the right order within one word
("lrrnregister").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from typing import Any

from tracker.text.normalize import searchable
from tui.filter_language import (
    FLAGS,
    WHOLE,
    Filter,
    FilterTerm,
)
from tui.filter_ranges import SHARE_DIGITS
from tui.labels import Labels
from tui.style import status_word
from tui.view_model import ThreadItem

FieldSaid = tuple[Any, ...]
"""What an entry says of a field: values of words, the folded names of its letters, or spans of days and numbers."""


def choose(entries: Iterable[ThreadItem], wanted: Filter) -> tuple[ThreadItem, ...]:
    """The entries that fit, in their order, but those whose title has the words before the others."""
    if wanted.faults:
        return ()
    fitting = _without_words(list(entries), wanted)
    if not wanted.words:
        return tuple(fitting)
    exact = fitting
    for word in wanted.words:
        exact = [entry for entry in exact if word in entry.text]
    if exact:
        return tuple(sorted(exact, key=lambda entry: not all(word in entry.name for word in wanted.words)))
    patterns = [re.compile(r"[^\W_]*?".join(map(re.escape, word))) for word in wanted.words]
    return tuple(entry for entry in fitting if all(pattern.search(entry.text) for pattern in patterns))


def _without_words(entries: list[ThreadItem], wanted: Filter) -> list[ThreadItem]:
    """Those that fit the tokens, of alternatives one, of all others each, and have what is in quotes and not the rest.

    Each asks only what those before it keep.
    """
    for field, values in wanted.fields.items():
        entries = _keep(entries, field, partial(any_fits, field, values))
    for term in wanted.terms:
        if not term.is_plain:
            entries = _keep(entries, term.field, partial(_takes, term))
    for phrase in wanted.phrases:
        entries = [entry for entry in entries if phrase in entry.text]
    for word in wanted.without:
        entries = [entry for entry in entries if word not in entry.text]
    return entries


def _keep(entries: list[ThreadItem], field: str, fits: Callable[[FieldSaid], bool]) -> list[ThreadItem]:
    """Those of which what they say of a field fits; many say the same, and that is judged once."""
    says, judged, kept = _SAYS[field], dict[FieldSaid, bool](), []
    for entry in entries:
        said = says(entry)
        if said not in judged:
            judged[said] = fits(said)
        if judged[said]:
            kept.append(entry)
    return kept


def any_fits(field: str, values: Iterable[str], said: FieldSaid) -> bool:
    """Whether what is said of a field fits one of some values of it."""
    test = TESTS[field]
    return any(test(said, value) for value in values)


def _takes(term: FilterTerm, said: FieldSaid) -> bool:
    return _has(term, said) != term.negated


def _has(term: FilterTerm, said: FieldSaid) -> bool:
    if term.bounds is not None:
        return any(term.bounds.touches(*span) for span in said)
    test = TESTS[term.field]
    return (all if term.every else any)(test(said, value) for value in term.values)


_folded = lru_cache(maxsize=4096)(searchable)
"""What many entries have, folded once."""


def _fits(said: FieldSaid, value: str) -> bool:
    """Whether a value is a part of one of some texts, or with the sign of it one of them."""
    if value.startswith(WHOLE):
        return any(_folded(text) == value.removeprefix(WHOLE) for text in said)
    return any(value in _folded(text) for text in said)


def _is(said: FieldSaid, value: str) -> bool:
    return value in said


def _in_names(said: FieldSaid, value: str) -> bool:
    """Whether a value is a part of the folded names of letters."""
    return value.removeprefix(WHOLE) in said[0]


def _flagged(said: FieldSaid, value: str) -> bool:
    return value in FLAGS and bool(said[FLAGS.index(value)])


_SAYS: dict[str, Callable[[ThreadItem], FieldSaid]] = {
    "status": lambda entry: (entry.thread.status, "late") if entry.late else (entry.thread.status,),
    "topic": lambda entry: (entry.topic,) if entry.topic else (),
    "actor": lambda entry: entry.actors,
    "ministry": lambda entry: entry.ministries,
    "minister": lambda entry: entry.ministers,
    "kind": lambda entry: entry.kinds,
    "letter": lambda entry: (entry.letters,),
    "moved": lambda entry: (entry.moved,),
    "decided-by": lambda entry: (entry.thread.decided_by,) if entry.thread.decided_by else (),
    "is": lambda entry: (entry.slipped, entry.thread.decided_by is None, entry.late, entry.overdue),
    "due": lambda entry: (entry.interval,) if entry.interval else (),
    "amount": lambda entry: tuple((amount, amount) for amount in entry.amounts),
    "confidence": lambda entry: ((round(entry.thread.confidence, SHARE_DIGITS),) * 2,),
}
"""What an entry says of each field."""

TESTS: dict[str, Callable[[FieldSaid, str], bool]] = {
    "is": _flagged,
    **dict.fromkeys(("status", "kind"), _is),
    **dict.fromkeys(("topic", "actor", "ministry", "minister", "decided-by"), _fits),
    **dict.fromkeys(("letter", "moved"), _in_names),
}
"""Whether what is said of a field fits a value of it."""


def value_counts(entries: Iterable[ThreadItem], field: str) -> Counter[FieldSaid]:
    """How many entries say each of the things that are said of a field."""
    return Counter(map(_SAYS[field], entries))


def row_text(entry: ThreadItem, labels: Labels) -> str:
    """What words are looked for in where a list shows an entry: its verdict, title, topic and quotes, folded."""
    return f"{searchable(status_word(entry.thread.status, labels, late=entry.late))} {entry.text}"


SORTS = ("telling", "slip", "deadline", "newest", "title")
"""The orders of the overview."""


def sort(entries: Iterable[ThreadItem], order: str) -> tuple[ThreadItem, ...]:
    """The entries in one of the orders of SORTS; "telling" is the order that they are given in."""
    keys: dict[str, Callable[[ThreadItem], tuple[object, ...]]] = {
        "slip": lambda entry: (-entry.days, not entry.slipped, entry.id),
        "deadline": lambda entry: (entry.due is None, entry.due, entry.id),
        "newest": lambda entry: (-entry.newest, entry.id),
        "title": lambda entry: (entry.name, entry.id),
    }
    return tuple(sorted(entries, key=keys[order])) if order in keys else tuple(entries)
