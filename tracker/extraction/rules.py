"""Rules over readings, as data: what a clause must show for a rule to speak, and what the rule then says.

A rule's `where` names facts of a ClauseFeatures; a list means "any of these", a key with `not_` "none of these". Rules
are tried in the order of the file; the first that holds speaks. Each carries sentences that it must take (`yes`) and
must not (`no`). One that says nothing keeps the rules after it from its `no`, and leaves them its `yes`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from tracker.errors import RulesetError
from tracker.extraction.features import ContextMarker
from tracker.language.lexicon import function_words, verb_classes
from tracker.language.pack import cached, current
from tracker.language.patterns import Patterns, lexicon, unknown_classes, with_classes
from tracker.language.resources import entries, read_table, read_text
from tracker.language.schema import Word, checked, faults, pattern_fault
from tracker.language.syntax import ClauseKind, SubjectType, Tense
from tracker.model import Firmness, Kind, Outcome
from tracker.storage.cache import digest, remembered
from tracker.temporal.timex import Timex, TimexRole

_TIMES = {
    TimexRole.DUE: "due",
    TimexRole.FROM: "from",
    TimexRole.UNTIL: "until",
    TimexRole.OPEN: "open",
    TimexRole.PAST: "past",
}
_NO_TIME = "none"

PATTERNS = ("text", "not_text", "around", "when")


class Where(Struct, frozen=True, forbid_unknown_fields=True):
    """The facts that a rule asks for; an empty list or None asks nothing."""

    tense: tuple[str, ...] = ()
    not_tense: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    not_subject: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    not_classes: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    not_verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    not_nouns: tuple[str, ...] = ()
    markers: tuple[str, ...] = ()
    not_markers: tuple[str, ...] = ()
    time: tuple[str, ...] = ()
    not_time: tuple[str, ...] = ()
    clause: tuple[str, ...] = ()
    opener: tuple[str, ...] = ()
    addressee: bool | None = None
    negated: bool | None = None
    text: Patterns = ""
    not_text: Patterns = ""
    around: Patterns = ""
    """A pattern that the whole sentence must show."""
    when: Patterns = ""
    """A pattern that the words of the binding time expression must show."""


class Rule(Struct, frozen=True, forbid_unknown_fields=True):
    """One rule: `firmness` None and `outcome` None mean that the clause says nothing of the kind."""

    id: Word
    """Its name in exports; it says nothing to the program."""
    means: str
    where: Where
    firmness: Firmness | None = None
    kind: Kind | None = None
    outcome: Outcome | None = None
    shifts_deadline: bool = False
    """Whether what it says is that a deadline moves: of the dates named only the new one is promised."""
    never: bool = False
    """Whether what it takes is no promise, or no report, whatever a learned reader finds in its words."""
    never_firm: bool = False
    """Whether what it takes is no firm promise, whatever a learned reader finds in its words: nobody is held to it."""
    always: bool = False
    """Whether what it takes is a promise, or a report, whatever its words are like: its place in the paper says so, or
    words that can say nothing else."""
    where_promised: bool = False
    """Whether what it takes is a report only where an earlier letter promises what it speaks of."""
    confidence: Annotated[float, Meta(ge=0, le=1)] = 0.8
    """How sure it is: by judgement; tests/benchmarks/bench_rules.py prints beside it the share that is right."""
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


@cached(maxsize=None)
def load_rules(name: str) -> tuple[Rule, ...]:
    """The rules of a data file, in order.

    Raises:
        RulesetError: unknown keys or values, doubled ids, patterns that can match nothing; all faults at once.

    """
    known = ("rules", name, current().code, digest(read_text(name)))
    return remembered(
        tuple[Rule, ...], known, lambda: checked_rules(name, checked(name, read_table(name), _RuleFile).rule)
    )


def means(ground: str) -> str:
    """What the rule of that id says of a clause, in the words of its author; "" where there is none."""
    rules = (rule for name in ("commitments", "reports", "kinds") for rule in load_rules(name))
    return next((rule.means for rule in rules if rule.id == ground), "")


class _RuleFile(Struct, frozen=True, forbid_unknown_fields=True):
    """A file of rules, each as it stands there."""

    rule: tuple[dict[str, Any], ...] = ()


def checked_rules(name: str, rows: Iterable[Mapping[str, Any]]) -> tuple[Rule, ...]:
    """The rules that the rows of the file `name` hold.

    Raises:
        RulesetError: every fault, each with the file, the rule and the value.

    """
    ids = [str(row.get("id")) for row in rows]
    found = [f"{rule}: stands twice" for at, rule in enumerate(ids) if rule in ids[:at]]
    *_, last = ids or [""]
    for rule, row in zip(ids, rows, strict=True):
        takes_all = name == "kinds" and rule == last
        found += [f"{rule}: {fault}" for fault in (*faults(row, Rule), *_faults(row.get("where", {}), takes_all))]
    if found:
        raise RulesetError([f"{name}.toml: {fault}" for fault in found])
    return tuple(msgspec.convert(row, Rule) for row in rows)


def _faults(asked: object, takes_all: bool) -> Iterator[str]:
    """What is wrong with facts of the right types that a rule asks for; one that may take all asks for none."""
    known = {field.name: field.type for field in msgspec.structs.fields(Where)}
    rows = asked.items() if isinstance(asked, Mapping) else ()
    where = {key: value for key, value in rows if key in known and not list(faults(value, known[key]))}
    if len(where) == len(rows) and all(value in ("", []) for value in where.values()) and not takes_all:
        yield "where asks nothing, so that all fits it"
    for field, words in _vocabulary().items():
        said = [(key, where.get(key, ())) for key in (field, f"not_{field}")]
        yield from (f"{key} {value!r} is unknown" for key, values in said for value in values if value not in words)
    for key in PATTERNS:
        text = joined_pattern(where.get(key, ""))
        yield from (f"{key} {name} is no class of words" for name in unknown_classes(text))
        if fault := pattern_fault(text, low=True):
            yield f"{key} {fault}"


@cached(maxsize=1)
def _vocabulary() -> dict[str, frozenset[str]]:
    """The values that each fact can take: those of its type, or the words that the lexicon knows."""
    named = [name.split(".") for name in lexicon() if "." in name]
    openers = ("subordinators", "after_comma", "after_word", "infinitive", "infinitive_if_marked")
    return {
        "tense": frozenset(Tense),
        "subject": frozenset(SubjectType),
        "clause": frozenset(ClauseKind),
        "time": frozenset((*_TIMES.values(), _NO_TIME)),
        "opener": frozenset().union(*(function_words()[group] for group in openers)),
        "classes": frozenset(entries("verbs", "classes")),
        "verbs": frozenset(verb_classes()),
        "nouns": frozenset(name for group, name in named if group == "noun"),
        "markers": frozenset(chain(ContextMarker, (name for group, name in named if group == "marker"))),
    }


def joined_pattern(text: Patterns) -> str:
    """A pattern, or several as one, with the words of the classes that it names."""
    return with_classes(text if isinstance(text, str) else "|".join(text))


def time_word(time: Timex | None) -> str:
    """The word by which rules ask for a time expression: due, from, until, open, past or none."""
    return _TIMES.get(time.role, _NO_TIME) if time is not None else _NO_TIME
