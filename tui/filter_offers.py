"""What a filter that is being typed could go on to, with how many entries each would keep; and what no entry has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from msgspec.structs import replace

from tracker.text.days import YEAR
from tracker.text.normalize import searchable
from tui.filter_language import FIELDS, FLAGS, TEXTS, WHOLE, Filter, field_names, instead, parted, read_filter, token
from tui.filters import TESTS, FieldSaid, any_fits, choose, value_counts
from tui.labels import Labels
from tui.view_model import ThreadItem

_YEAR = re.compile(rf"\b{YEAR}\b")
OFFERED = 8
"""Values that are offered at once."""
Offered = tuple[tuple[str, int], ...]
"""Tokens that could stand there, each with how many entries it would keep."""


class FilterOffers:
    """What one line may go on to; a key asks for it more than once, and it is worked out once."""

    def __init__(self, labels: Labels, entries: Callable[[], Sequence[ThreadItem]]) -> None:
        """`entries` gives what is filtered: the same object for as long as nothing else is."""
        self.labels = labels
        self.entries = entries
        self._of: tuple[str, Sequence[ThreadItem]] = ("", ())
        self._found: Offered = ()

    def told(self, text: str) -> str:
        """How the token that is being typed could go on, in a line: "or status:postponed 2  status:promised 9"."""
        more = "  ".join(f"{word} {number}" for word, number in self._offers(text))
        return f"{joint(text, self.labels)} {more}".lstrip() if more else ""

    def completions(self, text: str) -> tuple[str, ...]:
        """The text with the token that is being typed made whole, that which keeps most first; or with its field."""
        start, typed = parted(text)
        if offered := self._offers(text):
            return tuple(f"{start}{word}" for word, _ in offered)
        begun, minus = searchable(typed.lstrip("-")), "-" if typed.startswith("-") else ""
        names = self.labels.of("field", FIELDS).values() if begun else ()
        return tuple(f"{start}{minus}{name}:" for name in names if searchable(name).startswith(begun))

    def _offers(self, text: str) -> Offered:
        entries = self.entries()
        if self._of[0] != text or self._of[1] is not entries:
            self._of, self._found = (text, entries), offers(text, entries, self.labels)
        return self._found


def unknown_values(entries: Sequence[ThreadItem], wanted: Filter, labels: Labels) -> tuple[str, ...]:
    """For each value of words that no entry has, that it is so, with one that is like it or those that most have."""
    faults = []
    for term in wanted.terms:
        if term.field in TEXTS:
            said = value_counts(entries, term.field)
            for value in term.values:
                if not any(TESTS[term.field](one, value) for one in said):
                    value = value.removeprefix(WHOLE)  # noqa: PLW2901 - as it is said
                    told = labels("filter.nowhere", name=value, field=labels(f"field.{term.field}"))
                    known = {searchable(word): word for word in _most_common(said, term.field)}
                    more = instead(value, known, tuple(known.values()), labels) if known else ""
                    faults.append(f"{told} {more}".rstrip())
    return tuple(faults)


def offers(text: str, entries: Sequence[ThreadItem], labels: Labels) -> Offered:
    """How the token that is being typed could go on, each with how many entries it would keep."""
    start, typed = parted(text)
    name, colon, value = typed.lstrip("-").partition(":")
    field = field_names(labels).get(searchable(name))
    if not colon or field not in TESTS:
        return ()
    begun, minus = searchable(value.strip('"“”„')), "-" if typed.startswith("-") else ""
    rest, either = _apart(read_filter(start, labels), "" if minus else field)
    said = value_counts(choose(entries, rest), field)
    words = _most_common(said, field)
    fitting = (word for word in words if searchable(_word(field, word, labels)).startswith(begun))
    found = []
    for word in islice(fitting, OFFERED):
        values = {*either, searchable(word)}
        number = sum(times for one, times in said.items() if any_fits(field, values, one))
        told = f"{minus}{token(field, _word(field, word, labels), labels)}"
        found.append((told, said.total() - number if minus else number))
    return tuple(found)


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


def _values(field: str, said: FieldSaid) -> Iterable[str]:
    """What could be typed to find what is said of a field; of letters the years, for their names have several forms."""
    if field in {"letter", "moved"}:
        return sorted(set(_YEAR.findall(said[0])))
    if field == "is":
        return [flag for flag, is_so in zip(FLAGS, said, strict=True) if is_so]
    return said[:1] if field == "status" else dict.fromkeys(said)


def _most_common(said: Counter[FieldSaid], field: str) -> list[str]:
    """What could be typed, that which most entries have first."""
    counts: Counter[str] = Counter()
    for one, number in said.items():
        for value in _values(field, one):
            counts[value] += number
    return [value for value, _ in counts.most_common()]
