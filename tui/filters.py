"""Which entries fit a filter, in which order, and what could be typed next with how many it would keep.

Words are looked for as they stand; where no entry has them all, as letters in the right order within one word
("lrrnregister").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from msgspec.structs import replace

from tracker.text.normalize import searchable
from tui.filter_language import (
    FIELDS,
    FLAGS,
    TEXTS,
    WHOLE,
    Filter,
    FilterTerm,
    field_names,
    instead,
    parted,
    read_filter,
    token,
)
from tui.filter_ranges import SHARE_DIGITS
from tui.labels import Labels
from tui.style import status_word
from tui.view_model import ThreadItem

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
OFFERED = 8
"""Values that are offered at once."""


def choose(entries: Iterable[ThreadItem], wanted: Filter) -> tuple[ThreadItem, ...]:
    """The entries that fit, in their order, but those whose title has the words before the others."""
    if wanted.faults:
        return ()
    fits = _test(wanted)
    fitting = tuple(filter(fits, entries)) if fits else tuple(entries)
    if not wanted.words:
        return fitting
    exact = list(fitting)
    for word in wanted.words:
        exact = [entry for entry in exact if word in entry.text]
    if exact:
        return tuple(sorted(exact, key=lambda entry: not all(word in entry.name for word in wanted.words)))
    patterns = [re.compile(r"[^\W_]*?".join(map(re.escape, word))) for word in wanted.words]
    return tuple(entry for entry in fitting if all(pattern.search(entry.text) for pattern in patterns))


def _test(wanted: Filter) -> Callable[[ThreadItem], bool] | None:
    """Whether an entry fits the tokens: of alternatives one, of all others each; and has none of the words left out.

    None where there are neither.
    """
    fields = wanted.fields.items()
    alone = [term for term in wanted.terms if not term.is_plain]
    if not (fields or alone or wanted.without or wanted.phrases):
        return None
    return lambda entry: (
        all(any(_TESTS[field](entry, value) for value in values) for field, values in fields)
        and all(_has(entry, term) != term.negated for term in alone)
        and not any(word in entry.text for word in wanted.without)
        and all(phrase in entry.text for phrase in wanted.phrases)
    )


def _has(entry: ThreadItem, term: FilterTerm) -> bool:
    if term.bounds is not None:
        return any(term.bounds.touches(*span) for span in _SPANS[term.field](entry))
    test = _TESTS[term.field]
    return (all if term.every else any)(test(entry, value) for value in term.values)


_folded = lru_cache(maxsize=4096)(searchable)
"""What many entries have, folded once."""


def _fits(value: str, texts: Iterable[str]) -> bool:
    """Whether a value is a part of one of some texts, or with the sign of it one of them."""
    if value.startswith(WHOLE):
        return any(_folded(text) == value.removeprefix(WHOLE) for text in texts)
    return any(value in _folded(text) for text in texts)


def _flag(entry: ThreadItem, value: str) -> bool:
    tests = {
        "slipped": entry.slipped,
        "undecided": entry.thread.decided_by is None,
        "late": entry.late,
        "overdue": entry.overdue,
    }
    return tests.get(value, False)


_TESTS: dict[str, Callable[[ThreadItem, str], bool]] = {
    "status": lambda entry, value: entry.late if value == "late" else entry.thread.status == value,
    "topic": lambda entry, value: _fits(value, [entry.topic]),
    "actor": lambda entry, value: _fits(value, entry.actors),
    "ministry": lambda entry, value: _fits(value, entry.ministries),
    "minister": lambda entry, value: _fits(value, entry.ministers),
    "kind": lambda entry, value: value in entry.kinds,
    "letter": lambda entry, value: value.removeprefix(WHOLE) in entry.letters,
    "moved": lambda entry, value: value.removeprefix(WHOLE) in entry.moved,
    "decided-by": lambda entry, value: _fits(value, [entry.thread.decided_by or ""]),
    "is": _flag,
}

_SPANS: dict[str, Callable[[ThreadItem], Iterable[tuple[object, object]]]] = {
    "due": lambda entry: [entry.interval] if entry.interval else [],
    "amount": lambda entry: [(amount, amount) for amount in entry.amounts],
    "confidence": lambda entry: [(round(entry.thread.confidence, SHARE_DIGITS),) * 2],
}

_VALUES: dict[str, Callable[[ThreadItem], Iterable[str]]] = {
    "status": lambda entry: [entry.thread.status],
    "topic": lambda entry: [entry.topic] if entry.topic else [],
    "actor": lambda entry: entry.actors,
    "ministry": lambda entry: entry.ministries,
    "minister": lambda entry: entry.ministers,
    "kind": lambda entry: entry.kinds,
    "is": lambda entry: [flag for flag in FLAGS if _flag(entry, flag)],
    "letter": lambda entry: sorted(set(_YEAR.findall(entry.letters))),
    "moved": lambda entry: sorted(set(_YEAR.findall(entry.moved))),
    "decided-by": lambda entry: [entry.thread.decided_by] if entry.thread.decided_by else [],
}
"""What an entry has of a field; of letters the years, for their names have several forms."""


def unknown_values(entries: Sequence[ThreadItem], wanted: Filter, labels: Labels) -> tuple[str, ...]:
    """For each value of words that no entry has, that it is so, with one that is like it or those that most have."""
    faults = []
    for term in wanted.terms:
        if term.field in TEXTS:
            for value in term.values:
                if not any(_TESTS[term.field](entry, value) for entry in entries):
                    value = value.removeprefix(WHOLE)  # noqa: PLW2901 - as it is said
                    told = labels("filter.nowhere", name=value, field=labels(f"field.{term.field}"))
                    counts = Counter(word for entry in entries for word in _VALUES[term.field](entry))
                    known = {searchable(word): word for word, _ in counts.most_common()}
                    more = instead(value, known, tuple(known.values()), labels) if known else ""
                    faults.append(f"{told} {more}".rstrip())
    return tuple(faults)


def offers(text: str, entries: Sequence[ThreadItem], labels: Labels) -> tuple[tuple[str, int], ...]:
    """How the token that is being typed could go on, each with how many entries it would keep."""
    start, typed = parted(text)
    name, colon, value = typed.lstrip("-").partition(":")
    field = field_names(labels).get(searchable(name))
    if not colon or field not in _VALUES:
        return ()
    begun, minus = searchable(value.strip('"“”„')), "-" if typed.startswith("-") else ""
    rest, either = _apart(read_filter(start, labels), "" if minus else field)
    kept = choose(entries, rest)
    counts: Counter[str] = Counter(word for entry in kept for word in dict.fromkeys(_VALUES[field](entry)))
    fitting = [word for word, _ in counts.most_common() if searchable(_word(field, word, labels)).startswith(begun)]
    found = []
    for word in fitting[:OFFERED]:
        values = {*either, searchable(word)}
        number = sum(any(_TESTS[field](entry, one) for one in values) for entry in kept)
        told = f"{minus}{token(field, _word(field, word, labels), labels)}"
        found.append((told, len(kept) - number if minus else number))
    return tuple(found)


def offered(text: str, entries: Sequence[ThreadItem], labels: Labels) -> str:
    """How the token that is being typed could go on, in a line: "or status:postponed 2  status:promised 9"."""
    found = offers(text, entries, labels)
    more = "  ".join(f"{word} {number}" for word, number in found)
    return f"{joint(text, labels)} {more}".lstrip() if found else ""


def completions(text: str, entries: Sequence[ThreadItem], labels: Labels) -> tuple[str, ...]:
    """The filter with the token that is being typed made whole, that which keeps most first; or with its field."""
    start, typed = parted(text)
    if offered := offers(text, entries, labels):
        return tuple(f"{start}{word}" for word, _ in offered)
    begun, minus = searchable(typed.lstrip("-")), "-" if typed.startswith("-") else ""
    names = labels.of("field", FIELDS).values() if begun else ()
    return tuple(f"{start}{minus}{name}:" for name in names if searchable(name).startswith(begun))


def _apart(wanted: Filter, field: str) -> tuple[Filter, tuple[str, ...]]:
    """A filter without the alternatives of a field, and these: one more of them keeps more, not less."""
    either = wanted.fields.get(field, ())
    terms = tuple(term for term in wanted.terms if not either or term.field != field or not term.is_plain)
    return replace(wanted, terms=terms), either


def joint(text: str, labels: Labels) -> str:
    """How the token that is being typed is joined to what stands before it: "or", "and", "" where nothing does."""
    start, typed = parted(text)
    before, field = read_filter(start, labels), field_names(labels).get(searchable(typed.partition(":")[0]))
    if not start.strip():
        return ""
    return labels("filter.or" if field in before.fields else "filter.and")


def _word(field: str, value: str, labels: Labels) -> str:
    table = {"status": "status", "kind": "kind", "is": "flag"}.get(field)
    return labels(f"{table}.{value}").replace(" ", "-") if table else value


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
        "title": lambda entry: (searchable(entry.thread.title), entry.id),
    }
    return tuple(sorted(entries, key=keys[order])) if order in keys else tuple(entries)
