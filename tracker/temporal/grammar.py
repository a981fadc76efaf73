"""The language's time expressions and calendar as data: words, rules, parts, frames, names; read and compiled once.

`time.toml` and `calendar.toml` say what their tables mean. Nothing here knows a word of any language.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct, field
from msgspec.structs import asdict

from tracker.errors import RulesetError
from tracker.i18n.catalog import words_of
from tracker.language.pack import cached, current
from tracker.language.patterns import NOTHING, Patterns
from tracker.language.resources import read_table, read_text
from tracker.language.schema import Word, capitals_fault, checked
from tracker.model import Precision
from tracker.storage.cache import digest, is_remembered, remembered
from tracker.temporal.macros import alternatives, any_of, compiled_pattern, filled

Edge = Literal["week-before", "week-after"]
Effect = (
    Literal["at", "from", "since", "until", "through", "by", "before", "after", "rest", "no-sooner", "around"] | Edge
)
OfYear = Literal[
    "day", "numeric", "month", "season", "fraction", "edge", "week-number", "week-of-day", "moment", "recess"
]
OfYears = Literal["year", "years", "school", "relative-year"]
OfLetter = Literal[
    "relative-unit", "the-unit", "weekday", "span", "within", "ahead", "day-ahead", "earlier", "today", "elapsed"
]
Undated = Literal["typo", "length", "increase", "rate", "open", "past"]
ValueKind = OfYear | OfYears | OfLetter | Undated
_Month = Annotated[int, Meta(ge=1, le=12)]
_MonthDay = Annotated[str, Meta(pattern="^((0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))?$")]
_Pattern = re.Pattern[str]


class Unit(StrEnum):
    """A unit of the calendar, which words like "begin" and "eind" cut."""

    YEARS = "years"
    YEAR = "year"
    HALF = "half"
    TRIMESTER = "trimester"
    QUARTER = "quarter"
    MONTH = "month"
    HALF_MONTH = "half-month"
    WEEK = "week"
    MOMENT = "moment"


GROUPS = frozenset(
    {
        *(
            "about",
            "by",
            "calendar",
            "count",
            "day",
            "day_ahead",
            "first",
            "fraction",
            "hours",
            "low",
            "mark",
            "moment",
        ),
        *("month", "more", "more_unit", "or", "or_unit", "ordinal", "rel", "rel_before", "rel_year", "season"),
        *("side", "tail", "unit", "week", "weekday", "year", "year2", "year_after", "yy"),
    }
)
"""What the parts of a pattern of a rule may be called: by these names the interpreters ask for them."""


class _Table(Struct, frozen=True, forbid_unknown_fields=True):
    """A table that refuses keys it does not know."""


class TimexExample(_Table, frozen=True):
    """A sentence of a letter of that date, the expression in it and its reading."""

    text: str
    words: str
    role: str
    date: str = ""
    start: str = ""
    end: str = ""


class OtherExample(_Table, frozen=True):
    """A sentence that the row leaves; with `words`, how the expression in it is read without it."""

    text: str
    date: str = ""
    words: str = ""
    role: str = ""
    start: str = ""
    end: str = ""


class CalendarEntry(_Table, frozen=True):
    """What every rule, part, frame and name has: its id, what it means, and sentences that a test reads."""

    id: Word
    means: str
    """What it says, in English; other languages of the faces have theirs in the catalog, as "timex." and the id."""
    text: Patterns
    """The pattern of its words: of a rule the expression itself, of the others what stands before it."""
    yes: tuple[TimexExample, ...]
    no: tuple[OtherExample, ...]


class TimexRule(CalendarEntry, frozen=True):
    """Words that name an interval of the calendar, or a time without a date; of a list each at the end of a word."""

    value: ValueKind
    precision: Precision
    needs: Literal["", "frame", "part", "name"] = ""


class Modifier(CalendarEntry, frozen=True):
    """Words that narrow it, as TIMEX3's attribute "mod" does; the numbers are explained in the data."""

    mod: Literal["", "START", "MID", "END"] = ""
    cut: dict[Unit, tuple[float, float]] = {}
    days: tuple[int, int] | None = None


class Frame(CalendarEntry, frozen=True):
    """Words that say how a promise lies to an interval."""

    effect: Effect
    kinds: tuple[ValueKind, ...] = ()
    notice: str | None = None
    topic: bool = False
    """It is what the words before it are for or about, not when something is done."""
    outside: bool = False
    """A verb or the like, which is no part of the expression."""
    joined: bool = False
    """Only before what is joined of two ("van juni tot en met augustus")."""
    ahead: bool = False
    """What it says is to come, also with a verb in the perfect ("is uiterlijk in mei gereed")."""


class CalendarName(CalendarEntry, frozen=True):
    """Words left of an expression that make it part of a name."""

    kinds: tuple[ValueKind, ...] = ()
    when: Literal["", "begun", "running"] = ""
    """Only where the interval has begun, or has begun and is not over, at the letter's date."""
    frames: tuple[str, ...] = ()
    """Only behind one of these frames; empty: only without a frame."""
    is_made_then: bool = False
    """What the name is of was there on that day ("uw brief van 3 maart 2020"): it is over."""


class Moment(_Table, frozen=True):
    """A named moment of the calendar; the keys are explained in the data."""

    words: tuple[Word, ...]
    convention: tuple[_MonthDay, _MonthDay]
    after: tuple[_MonthDay, _MonthDay]
    source: str
    before: _MonthDay | None = None
    season: _Month | None = None
    recess: bool = False
    weekday: tuple[int, int] | None = None
    dates: dict[Annotated[str, Meta(pattern="^[0-9]{4}$")], tuple[dt.date, dt.date]] = {}

    def __post_init__(self) -> None:
        """No moment ends before it begins."""
        if wrong := [year for year, (first, last) in self.dates.items() if last < first]:
            raise ValueError(f"dates.{wrong[0]} ends before it begins")


class WordTables(_Table, frozen=True):
    """The words of rules with what each of them counts, names or means; the tables are explained in the data."""

    month: dict[str, _Month] = {}
    month_short: dict[str, _Month] = {}
    weekday: dict[str, Annotated[int, Meta(ge=1, le=7)]] = {}
    season: dict[str, _Month] = {}
    relative: dict[str, Literal["this", "coming", "following", "past", "next"]] = {}
    ordinal: dict[str, int] = {}
    fraction: dict[str, _Month] = {}
    number: dict[str, Annotated[float, Meta(gt=0)]] = {}
    unit: dict[str, Annotated[str, Meta(pattern="^[1-9][0-9]{0,3}[mdw]$")]] = {}
    """So many months, days or working days."""
    hours: dict[str, Annotated[int, Meta(ge=1)]] = {}
    school: dict[str, _Month] = {}
    side: dict[str, Literal[-1, 0, 1]] = {}
    day_ahead: dict[str, Annotated[int, Meta(ge=1)]] = {}


class TimeTables(_Table, frozen=True):
    """The whole of `time.toml`; a language that leaves a part out has none of its words."""

    anything: Patterns = NOTHING
    join: str = NOTHING
    limit: str = NOTHING
    bare_limit: str = NOTHING
    closer: str = NOTHING
    exclusive: str = NOTHING
    negation: str = NOTHING
    opening_year: str = NOTHING
    ignore: tuple[str, ...] = (NOTHING,)
    macros: dict[str, Patterns] = {}
    words: WordTables = field(default_factory=WordTables)
    rules: tuple[TimexRule, ...] = field(name="rule", default=())
    parts: tuple[Modifier, ...] = field(name="part", default=())
    frames: tuple[Frame, ...] = field(name="frame", default=())
    names: tuple[CalendarName, ...] = field(name="name", default=())


class Grammar(Struct, frozen=True):
    """The data with its patterns compiled; those of parts, frames and names match the text before an expression."""

    words: Mapping[str, Mapping[str, Any]]
    moments: dict[str, Moment]
    anything: _Pattern
    ignore: _Pattern
    join: _Pattern
    limit: _Pattern
    bare_limit: _Pattern
    closer: _Pattern
    exclusive: _Pattern
    negation: _Pattern
    opening_year: _Pattern
    rules: tuple[tuple[TimexRule, str], ...]
    """Each with its pattern, which compiles where a text may have it."""
    parts: tuple[tuple[Modifier, _Pattern], ...]
    frames: tuple[tuple[Frame, _Pattern], ...]
    names: tuple[tuple[CalendarName, _Pattern], ...]


@cached(maxsize=1)
def grammar() -> Grammar:
    """The grammar of the language; that the patterns of its rules compile is found out once, and remembered."""
    known = ("time-rules", current().code, digest((read_text("time"), read_text("calendar"))))
    found = grammar_of(read_table("time"), read_table("calendar"), sound=is_remembered(known))
    remembered(bool, known, lambda: True)
    return found


@cached(maxsize=1)
def meanings() -> Mapping[str, str]:
    """What each rule, part, frame and name says by its own row, by its id: English."""
    own = grammar()
    return {row.id: row.means for table in (own.rules, own.parts, own.frames, own.names) for row, _ in table}


def grammar_of(time: Mapping[str, Any], calendar: Mapping[str, Any], *, sound: bool = False) -> Grammar:
    """The grammar that the tables of `time.toml` and `calendar.toml` hold; `sound`: the rules' patterns compile.

    Raises:
        RulesetError: unknown keys, values, frames, notices or groups, doubled ids, a moment that ends before it begins,
            or a pattern that is none or has capitals.

    """
    data = checked("time", time, TimeTables)
    if faults := list(_faults(data)):
        raise RulesetError([f"time.toml: {fault}" for fault in faults])
    moments = checked("calendar", calendar, dict[str, Moment])
    words = asdict(data.words) | {"moment": {word: name for name, moment in moments.items() for word in moment.words}}
    macros = {name: any_of(pattern) for name, pattern in data.macros.items()}
    macros |= {name: alternatives(table) for name, table in words.items()}

    def compiled(name: str, pattern: str) -> _Pattern:
        return compiled_pattern(name, filled(name, pattern, macros))

    def rule_text(rule: TimexRule) -> str:
        text = filled(rule.id, _rule_pattern(rule), macros)
        if sound:
            return text
        known = compiled_pattern(rule.id, text)
        if unknown := sorted(known.groupindex.keys() - GROUPS):
            raise RulesetError([f"time.toml: {rule.id}: text: the group {unknown[0]!r} is unknown"])
        return known.pattern

    return Grammar(
        words=words,
        moments=moments,
        anything=compiled("anything", any_of(data.anything)),
        ignore=compiled("ignore", any_of(data.ignore)),
        join=compiled("join", rf"^(?:{data.join})$"),
        limit=compiled("limit", rf"^(?:{data.limit})$"),
        bare_limit=compiled("bare_limit", rf"^(?:{data.bare_limit})"),
        closer=compiled("closer", rf"^(?:{data.closer})$"),
        exclusive=compiled("exclusive", rf"^(?:{data.exclusive})$"),
        negation=compiled("negation", rf"(?<!\w)(?:{data.negation}) $"),
        opening_year=compiled("opening_year", data.opening_year),
        rules=tuple((rule, rule_text(rule)) for rule in data.rules),
        parts=tuple((part, compiled(part.id, rf"(?<!\w)(?:{any_of(part.text)}) $")) for part in data.parts),
        frames=tuple((frame, compiled(frame.id, rf"(?<!\w)(?:{any_of(frame.text)}) $")) for frame in data.frames),
        names=tuple((name, compiled(name.id, rf"(?:{any_of(name.text)})$")) for name in data.names),
    )


def _faults(data: TimeTables) -> Iterator[str]:
    """What is wrong with values that are of the right type."""
    rows: tuple[CalendarEntry, ...] = (*data.rules, *data.parts, *data.frames, *data.names)
    ids = [row.id for row in rows]
    yield from (f"{id_}: stands twice" for at, id_ in enumerate(ids) if id_ in ids[:at])
    frames = {frame.id for frame in data.frames}
    for row in rows:
        if isinstance(row, CalendarName):
            yield from (f"{row.id}: frames {frame!r} is unknown" for frame in row.frames if frame not in frames)
        if isinstance(row, Frame) and row.notice and words_of(row.notice, "en") is None:
            yield f"{row.id}: notice {row.notice!r} has no words"
        if fault := capitals_fault(any_of(row.text)):
            yield f"{row.id}: text {fault}"


def _rule_pattern(rule: TimexRule) -> str:
    """The pattern of a rule, from the beginning of a word."""
    end = "" if isinstance(rule.text, str) else r"(?!\w)"
    return rf"(?<!\w)(?:{any_of(rule.text)}){end}"
