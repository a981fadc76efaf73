"""Word patterns of the language data, compiled once; a list that the language lacks matches nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tracker.language.pack import cached
from tracker.language.resources import entries, month_abbreviations, month_names, read_table
from tracker.storage.cache import digest, remembered
from tracker.text.pattern_literals import Runs
from tracker.text.pattern_set import PatternSet, runs_of

Patterns = str | tuple[str, ...]
"""A regular expression, or several of which one must be found."""
NOTHING = "(?!)"
"""A pattern that no text has."""
_ANY = r"\w*"
"""What stands before the end of a compound."""


def word_pattern(patterns: Iterable[str]) -> re.Pattern[str]:
    """One of the patterns, at word boundaries; those for ends of words are tried together, which is much faster."""
    known = tuple(map(with_classes, patterns)) or (NOTHING,)
    ends = "|".join(pattern.removeprefix(_ANY) for pattern in known if pattern.startswith(_ANY))
    rest = [pattern for pattern in known if not pattern.startswith(_ANY)]
    return re.compile(rf"(?<!\w)(?:{'|'.join([*rest, *([f'{_ANY}(?:{ends})'] if ends else [])])})(?!\w)")


MILLION = 1e6
"""What `{millions}` stands for multiplies by at least so much: "duizend" counts as a number does."""
_CLASS = re.compile(r"\{([a-z_]+)\}")
"""Where a pattern names a class of words."""


@cached(maxsize=1)
def word_classes() -> dict[str, tuple[str, ...]]:
    """What patterns may name in braces: months, in full or short, the classes of words.toml, words for millions."""
    short = tuple(map(re.escape, sorted(month_abbreviations(), key=len, reverse=True)))
    return {
        "month": month_names(),
        "month_short": short,
        "millions": tuple(word for word, times in entries("details", "multipliers").items() if times >= MILLION),
        **{name: tuple(words) for name, words in entries("words", "classes").items()},
    }


def with_classes(text: str) -> str:
    """A pattern with one of its words for each class that it names; a name that is no class stands as it is."""
    known = word_classes()
    return _CLASS.sub(lambda found: f"(?:{'|'.join(known[found[1]])})" if found[1] in known else found[0], text)


def unknown_classes(text: str) -> list[str]:
    """The names in braces of a pattern that are no class of words."""
    return [found[0] for found in _CLASS.finditer(with_classes(text))]


@cached(maxsize=None)
def pattern(table: str, name: str) -> re.Pattern[str]:
    """The patterns of `[name]` in the data file `table` as one, at word boundaries; for lower-case text."""
    return re.compile(pattern_text(table, name))


def pattern_text(table: str, name: str) -> str:
    """The same as it is written."""
    known = map(with_classes, entries(table, name).get("text", [NOTHING]))
    return rf"(?<!\w)(?:{'|'.join(known)})(?!\w)"


def matches(table: str, name: str, text: str) -> bool:
    """Whether a text, in any case, has one of the patterns."""
    return bool(pattern(table, name).search(text.lower()))


def pattern_set(texts: Iterable[str]) -> PatternSet:
    """Patterns that are asked of one text at once; what letters each needs is worked out once, and remembered."""
    patterns = tuple(texts)
    runs = remembered(tuple[Runs | None, ...], ("runs", digest(patterns)), lambda: runs_of(patterns))
    return PatternSet(patterns, runs)


@cached(maxsize=None)
def expression(table: str, part: str, name: str) -> re.Pattern[str]:
    """The pattern called `name` in a part of a table as it stands there, in either case."""
    return re.compile(entries(table, part).get(name, NOTHING), re.IGNORECASE)


@cached(maxsize=None)
def _wholes(table: str, part: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((rule["id"], re.compile(rule["text"])) for rule in read_table(table).get(part, ()))


def whole_match(table: str, part: str, text: str) -> str | None:
    """The id of the first rule in a part of a table that the whole text fits, None where it fits none."""
    return next((name for name, known in _wholes(table, part) if known.fullmatch(text)), None)


_PEOPLE = ("addressee", "government", "partner", "general", "product", "adverbials")


@cached(maxsize=1)
def lexicon() -> dict[str, re.Pattern[str]]:
    """The word patterns of readings.toml: who acts, "noun.…" for kinds of object, "marker.…" for signals."""
    table = read_table("readings")
    found = {name: word_pattern(table.get(name, {}).get("text", ())) for name in _PEOPLE}
    found |= {f"noun.{name}": word_pattern(patterns) for name, patterns in table.get("nouns", {}).items()}
    found |= {f"marker.{name}": word_pattern(patterns) for name, patterns in table.get("markers", {}).items()}
    found.setdefault("marker.self", word_pattern(()))  # asked for by name, in every language
    return found
