"""The language's time expressions as data: words, rules, parts and frames, compiled once.

`time.toml` says what its tables mean. Nothing here knows a word of any language.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Literal

import msgspec
from msgspec import Struct, field

from tracker.errors import RulesetError
from tracker.language.ruleset import read_table
from tracker.model import Precision

Effect = Literal["at", "from", "since", "until", "through", "by", "before", "after", "rest", "no-sooner"]
Value = Literal[
    "day", "numeric", "month", "season", "fraction", "year", "years", "relative-year", "the-unit", "school", "relative-unit",
    "span", "ahead", "moment", "typo", "open", "past", "earlier", "length", "rate",
]  # fmt: skip
_MACRO = re.compile(r"\{([a-z_]+)\}")


class _Strict(Struct, frozen=True, forbid_unknown_fields=True):
    """A table that refuses keys it does not know."""


class Rule(_Strict, frozen=True):
    """Words that name a stretch of the calendar, or a time without a date."""

    id: str
    meaning: str
    value: Value
    precision: Precision
    pattern: str
    needs: Literal["", "frame", "part", "name"] = ""
    reads: tuple[tuple[str, ...], ...] = ()
    ignores: tuple[str, ...] = ()


class Part(_Strict, frozen=True):
    """Words that narrow a stretch; the numbers are explained in the data."""

    id: str
    words: str
    year: tuple[int, int]
    month: tuple[int, int]
    season: tuple[int, int]
    ends: bool = False


class Frame(_Strict, frozen=True):
    """Words that say how a promise lies to a stretch."""

    id: str
    effect: Effect
    words: str
    kinds: tuple[str, ...] = ()
    notice: str | None = None


class Context(_Strict, frozen=True):
    """Words left of an expression that make it part of a name."""

    id: str
    left: str
    kinds: tuple[str, ...] = ()
    begun: bool = False
    """Only where the stretch has begun by the letter's date."""
    frames: tuple[str, ...] = ()
    """Only behind one of these frames; empty: only without a frame."""


class Moment(_Strict, frozen=True):
    """A named moment of the calendar; the keys are explained in the data."""

    words: tuple[str, ...]
    convention: tuple[str, str]
    after: tuple[str, str]
    before: str | None = None
    fixed: bool = False
    tuesday: int | None = None
    dates: dict[str, tuple[str, str]] = {}
    source: str = ""


class Data(_Strict, frozen=True):
    """The whole of `time.toml`."""

    anything: str
    macros: dict[str, str]
    words: dict[str, dict[str, Any]]
    rule: tuple[Rule, ...]
    part: tuple[Part, ...]
    frame: tuple[Frame, ...]
    ignore: tuple[str, ...] = ()
    context: tuple[Context, ...] = field(default=(), name="name")


class Grammar(Struct, frozen=True):
    """The data with its patterns compiled; parts, frames and contexts match where the text before an expression ends."""

    words: dict[str, dict[str, Any]]
    moments: dict[str, Moment]
    anything: re.Pattern[str]
    ignore: re.Pattern[str]
    rules: tuple[tuple[Rule, re.Pattern[str]], ...]
    parts: tuple[tuple[Part, re.Pattern[str]], ...]
    frames: tuple[tuple[Frame, re.Pattern[str]], ...]
    contexts: tuple[tuple[Context, re.Pattern[str]], ...]
    joins: re.Pattern[str]
    negation: re.Pattern[str]


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """The grammar of the language.

    Raises:
        RulesetError: the data has unknown keys, wrong types or a pattern that is none.

    """
    data = _convert("time", Data)
    moments = _convert("calendar", dict[str, Moment])
    words = data.words | {"moment": {word: name for name, moment in moments.items() for word in moment.words}}
    macros = data.macros | {name: _alternatives(table) for name, table in words.items()}
    return Grammar(
        words=words,
        moments=moments,
        anything=_compile("anything", data.anything, macros),
        ignore=_compile("ignore", "|".join(data.ignore) or r"(?!)", macros),
        rules=tuple((rule, _compile(rule.id, rf"(?<![\w-])(?:{rule.pattern})", macros)) for rule in data.rule),
        parts=tuple((part, _compile(part.id, rf"(?<!\w)(?:{part.words}) $", macros)) for part in data.part),
        frames=tuple((frame, _compile(frame.id, rf"(?<!\w)(?:{frame.words}) $", macros)) for frame in data.frame),
        contexts=tuple((context, _compile(context.id, context.left, macros)) for context in data.context),
        joins=_compile("join", macros["join"], macros),
        negation=_compile("negation", macros["negation"], macros),
    )


def _convert(name: str, kind: Any) -> Any:
    try:
        return msgspec.convert(read_table(name), kind)
    except msgspec.ValidationError as fault:
        raise RulesetError([f"{name}.toml: {fault}"]) from fault


def _alternatives(table: dict[str, Any]) -> str:
    """The words of a table, longest first so that the longest is found."""
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(table, key=len, reverse=True)) + ")"


def _compile(name: str, pattern: str, macros: dict[str, str]) -> re.Pattern[str]:
    """A pattern with its macros filled in; a space stands for any white space."""
    try:
        while _MACRO.search(pattern):
            pattern = _MACRO.sub(lambda match: macros[match[1]], pattern)
        return re.compile(pattern.replace(" ", r"\s+").replace(r"\s+?", r"\s*"), re.IGNORECASE)
    except (KeyError, re.error) as fault:
        raise RulesetError([f"time.toml: {name}: {fault!r}"]) from fault
