"""What a reader types into the filter, read: words and tokens, what fits either, and what is wrong with it.

'regio "landelijk dekkend" -status:dropped letter:2023+2024 due:2024-07..2024-12 amount:>1mln actor:ocw,vng'. A minus
turns round what follows it; words in quotes stand beside each other; "," between values is "or", "+" is "and";
"actor:=leraren" asks for that alone, not for what has it as a part; two tokens of one name are alternatives; all else
has to fit.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from difflib import get_close_matches

from msgspec import Struct
from msgspec.structs import replace

from tracker.model import Kind, Status
from tracker.statuses import SIGNS
from tracker.text.normalize import one_space, searchable, straight_quotes
from tui.filter_ranges import RANGES, Range, read_range, scales
from tui.labels import Labels

TOKEN = re.compile(r'(?<!\S)(-?)([\w-]+):(=?)(?:"([^"]*)"|(\S*))')
WHOLE = "="
"""Before a value of words: that alone fits, not what it is a part of."""
PHRASE = re.compile(r'(?<!\S)(-?)"([^"]+)"')

FLAGS = ("slipped", "undecided", "late", "overdue")
NAMED = ("status", "kind", "is")
"""Fields whose values have labels."""
TEXTS = ("topic", "actor", "ministry", "minister", "letter", "moved", "decided-by")
"""Fields whose values are words of the letters."""
FIELDS = (*NAMED[:1], "topic", "actor", "ministry", "minister", "kind", "letter", "moved", "is", "decided-by", *RANGES)

SHOWN = 6
"""Values that are told where one is not known."""

_TABLES: dict[str, tuple[str, Sequence[str]]] = {
    "status": ("status", [*SIGNS, "late"]),
    "kind": ("kind", list(Kind)),
    "is": ("flag", FLAGS),
}
_SCALE_APART = re.compile(r"(?<!\S)-?([\w-]+):\S*\d(\s+)([a-z]+)(?!\S)", re.IGNORECASE)
"""A token that ends in a figure, and the scale of that after a space: "amount:>1 mln"."""
_LAST = re.compile(r'(?<!\S)(?:-?[\w-]+:"[^"]*"?|\S*)$')


class FilterTerm(Struct, frozen=True):
    """A token: one of the values has to fit, with `every` all of them, negated none."""

    field: str
    values: tuple[str, ...] = ()
    bounds: Range | None = None
    every: bool = False
    negated: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether one of the values will do, be it of this token or of another one of the field."""
        return not (self.negated or self.every or self.bounds)


class Filter(Struct, frozen=True):
    """A filter as typed, read; with `faults` nothing fits."""

    words: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    """Words, or words beside each other, that must not be there."""
    phrases: tuple[str, ...] = ()
    """Words that must stand beside each other, as they are."""
    terms: tuple[FilterTerm, ...] = ()
    faults: tuple[str, ...] = ()

    @property
    def fields(self) -> dict[str, tuple[str, ...]]:
        """By field the values of which one will do."""
        found: dict[str, tuple[str, ...]] = {}
        for term in self.terms:
            if term.is_plain:
                found[term.field] = (*found.get(term.field, ()), *term.values)
        return found

    @property
    def statuses(self) -> tuple[Status, ...]:
        """The statuses asked for, of those there are."""
        return tuple(status for status in Status if status in self.fields.get("status", ()))


def field_names(labels: Labels) -> dict[str, str]:
    """The fields by how they may be written: in the language of the labels, or plainly."""
    told = labels.of("field", FIELDS)
    return {searchable(word): name for name, word in told.items()} | {name: name for name in FIELDS}


def read_filter(text: str, labels: Labels) -> Filter:
    """The filter that a text stands for; names and values may be the labels of the language or the plain ones."""
    names, terms, faults = field_names(labels), [], list[str]()
    text = _SCALE_APART.sub(lambda match: _with_scale(match, names), straight_quotes(text))
    for match in TOKEN.finditer(text):
        minus, name, whole, quoted, bare = match.groups(default="")
        field = names.get(searchable(name))
        if field is None:
            faults.append(_unknown(labels, "filter.no_field", name, names))
        elif value := searchable(quoted or bare):
            try:
                term = _term(field, value, labels, quoted=bool(quoted), negated=bool(minus))
                terms.append(_whole(term) if whole and field in TEXTS else term)
            except ValueError as fault:
                faults.append(str(fault))
        elif text[match.end() :].strip():
            faults.append(labels("filter.nothing", field=name))
    rest = TOKEN.sub("", text)
    phrases = [(minus, searchable(words)) for minus, words in PHRASE.findall(rest)]
    words = searchable(PHRASE.sub("", rest)).replace('"', " ").split()
    without = [word[1:] for word in words if word.startswith("-") and len(word) > 1]
    return Filter(
        tuple(word for word in words if not word.startswith("-")),
        (*without, *(phrase for minus, phrase in phrases if minus)),
        tuple(phrase for minus, phrase in phrases if not minus),
        tuple(terms),
        tuple(faults),
    )


def parted(text: str) -> tuple[str, str]:
    """What stands before the token that is being typed, and that token; of words in quotes the whole."""
    found = _LAST.search(straight_quotes(text))
    at = found.start() if found else len(text)
    return text[:at], text[at:]


def _with_scale(match: re.Match[str], names: Mapping[str, str]) -> str:
    """A sum with its scale as one word."""
    is_sum = names.get(searchable(match[1])) == "amount" and match[3].lower() in scales()
    return match[0].replace(match[2], "") if is_sum else match[0]


def without_choices(text: str, choices: Container[tuple[str, str]], labels: Labels) -> str:
    """A filter without the tokens whose values are all among the choices (field, value); all else as it was typed."""

    def kept(match: re.Match[str]) -> str:
        for term in read_filter(match[0], labels).terms:
            return "" if term.is_plain and all((term.field, value) in choices for value in term.values) else match[0]
        return match[0]

    return one_space(TOKEN.sub(kept, text))


def _term(field: str, value: str, labels: Labels, *, quoted: bool, negated: bool) -> FilterTerm:
    """One token. Raises ValueError with what is wrong with it."""
    if field in RANGES:
        return FilterTerm(field, (value,), read_range(field, value, labels), negated=negated)
    every = "+" in value and not quoted
    parts = [value] if quoted else [part for part in re.split(r"[+,]", value) if part]
    values = tuple(_value(field, part, labels) for part in parts)
    return FilterTerm(field, values, every=every, negated=negated)


def _whole(term: FilterTerm) -> FilterTerm:
    """The same, of values that are asked for alone."""
    return replace(term, values=tuple(f"{WHOLE}{value}" for value in term.values))


def _value(field: str, value: str, labels: Labels) -> str:
    """The plain value for a label of it: "uitgesteld" → "postponed"; the start of one will do."""
    if field not in NAMED:
        return value
    told = labels.of(*_TABLES[field])
    known = {searchable(word).replace(" ", "-"): name for name, word in told.items()} | {name: name for name in told}
    found = known.get(value) or next((name for word, name in known.items() if word.startswith(value)), None)
    if found is None:
        shown = [searchable(word).replace(" ", "-") for word in told.values()]
        raise ValueError(_unknown(labels, "filter.no_value", value, known, shown, field=labels(f"field.{field}")))
    return found


def _unknown(labels: Labels, key: str, given: str, known: Iterable[str], shown: Sequence[str] = (), **more: str) -> str:
    """That a name is not known, and which known one is most like it, else some that there are."""
    return f"{labels(key, name=given, **more)} {instead(given, known, shown or tuple(known), labels)}"


def instead(given: str, known: Iterable[str], shown: Sequence[str], labels: Labels) -> str:
    """What may be meant by a value that there is not: the one most like it, else the first of those there are."""
    near = get_close_matches(searchable(given), list(known), 1, 0.5)
    more = ", …" if len(shown) > SHOWN else ""
    return (
        labels("filter.perhaps", name=near[0])
        if near
        else labels("filter.one_of", names=", ".join(shown[:SHOWN]) + more)
    )


def token(field: str, value: str, labels: Labels, *, whole: bool = False) -> str:
    """How a filter on a field is written in the language of the labels; `whole` for a value of words alone."""
    name = f"{labels(f'field.{field}')}:{WHOLE if whole else ''}"
    return f'{name}"{value}"' if re.search(r"[\s,+]", value) else f"{name}{value}"


def filter_in_words(wanted: Filter, labels: Labels) -> str:
    """The filter in words, where it says more than one thing, so that "and" and "or" are seen."""
    either, parts = labels("filter.or"), []
    for field, values in wanted.fields.items():
        said = f" {either} ".join(_value_in_words(field, value, labels) for value in values)
        parts.append(f"{labels(f'field.{field}')} {said}")
    for term in (row for row in wanted.terms if not row.is_plain):
        name, link = labels(f"field.{term.field}"), labels("filter.and") if term.every else either
        listed = f" {link} ".join(_value_in_words(term.field, value, labels) for value in term.values)
        parts.append(f"{labels('filter.not')} {name} {listed}" if term.negated else f"{name} {listed}")
    several = any(len(term.values) > 1 or term.negated or term.bounds for term in wanted.terms) or len(wanted.terms) > 1
    return f"; {labels('filter.and')} ".join(parts) if several else ""


def _value_in_words(field: str, value: str, labels: Labels) -> str:
    table = _TABLES[field][0] if field in _TABLES else ""
    value = value.removeprefix(WHOLE)
    return labels(f"{table}.{value}") if table and labels.has(f"{table}.{value}") else value
