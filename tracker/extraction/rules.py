"""Rules over readings, as data: what a clause must show for a rule to speak, and what the rule then says.

A rule's `where` names facts of a ClauseFeatures; a list means "any of these", a key with `not_` "none of these". Rules
are tried in the order of the file; the first that holds speaks. Each carries sentences that it must take (`yes`) and
must not (`no`). One that says nothing keeps the rules after it from its `no`, and leaves them its `yes`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from tracker.errors import RulesetError
from tracker.extraction.features import ClauseFeatures, ContextMarker
from tracker.language.lexicon import function_words, verb_classes
from tracker.language.pack import cached, current
from tracker.language.patterns import Patterns, lexicon, pattern_set, unknown_classes, with_classes
from tracker.language.resources import entries, read_table, read_text
from tracker.language.schema import Word, checked, faults, pattern_fault
from tracker.language.syntax import ClauseKind, SubjectType, Tense
from tracker.model import Firmness, Kind, Outcome
from tracker.storage.cache import digest, remembered
from tracker.temporal.timex import Timex, TimexRole
from tracker.text.normalize import in_one_line
from tracker.text.pattern_set import PatternSet

_TIMES = {
    TimexRole.DUE: "due",
    TimexRole.FROM: "from",
    TimexRole.UNTIL: "until",
    TimexRole.OPEN: "open",
    TimexRole.PAST: "past",
}
_NO_TIME = "none"

_SINGLE = ("tense", "time", "subject", "clause")
"""The facts of a clause that rules ask for by name and that have one value, of few."""
_SETS = ("opener", "classes", "verbs", "nouns", "markers")
"""The others that they ask for by name, the most telling first."""
_PATTERNS = ("text", "not_text", "around", "when")


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
    always: bool = False
    """Whether what it takes is a promise, or a report, whatever its words are like: its place in the paper says so, or
    words that can say nothing else."""
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
    for key in _PATTERNS:
        text = _joined(where.get(key, ""))
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


def _joined(text: Patterns) -> str:
    """A pattern, or several as one, with the words of the classes that it names."""
    return with_classes(text if isinstance(text, str) else "|".join(text))


def time_word(time: Timex | None) -> str:
    """The word by which rules ask for a time expression: due, from, until, open, past or none."""
    return _TIMES.get(time.role, _NO_TIME) if time is not None else _NO_TIME


class _Facts(Struct, frozen=True):
    """What rules may ask of a clause, gathered once."""

    single: tuple[str, ...]
    """The values of _SINGLE."""
    sets: dict[str, frozenset[str]]
    addressee: bool
    negated: bool
    text: str
    sentence: str
    when: str


def _gather(reading: ClauseFeatures, time: Timex | None, sentence: str) -> _Facts:
    sets = {
        "classes": reading.classes,
        "verbs": frozenset(reading.verbs),
        "nouns": reading.nouns,
        "markers": reading.markers,
        "opener": frozenset((reading.clause.opener,)),
    }
    return _Facts(
        (reading.tense.value, time_word(time), reading.subject.value, reading.clause.kind.value),
        sets,
        reading.addressee,
        reading.negated,
        reading.text,
        in_one_line(sentence),
        time.deadline.text.lower() if time else "",
    )


_Found = Callable[[str], bool]
"""Whether a text has a pattern."""
_Sets = tuple[tuple[str, frozenset[str]], ...]


class _Test(Struct, frozen=True):
    """What a rule asks, ready to be put to many clauses: what asks something only, patterns compiled."""

    rule: Rule
    single: tuple[tuple[int, tuple[str, ...], tuple[str, ...]], ...]
    """For each single fact asked for: its place, the values wanted and those unwanted."""
    wanted: _Sets
    unwanted: _Sets
    text: _Found | None
    not_text: _Found | None
    around: _Found | None
    when: _Found | None

    def allows(self, single: tuple[str, ...]) -> bool:
        """Whether a clause shows the single facts that the rule asks for."""
        return all(
            (not wanted or single[at] in wanted) and single[at] not in unwanted for at, wanted, unwanted in self.single
        )

    def holds(self, facts: _Facts) -> bool:
        """Whether a clause shows all else that it asks for."""
        for name, values in self.wanted:
            if values.isdisjoint(facts.sets[name]):
                return False
        for name, values in self.unwanted:
            if not values.isdisjoint(facts.sets[name]):
                return False
        where = self.rule.where
        return not (
            where.addressee not in (None, facts.addressee)
            or where.negated not in (None, facts.negated)
            or (self.text and not self.text(facts.text))
            or (self.not_text and self.not_text(facts.text))
            or (self.when and not self.when(facts.when))
            or (self.around and not self.around(facts.sentence))
        )


def _tests_of(rules: Iterable[Rule], together: Callable[[Iterable[str]], PatternSet]) -> tuple[_Test, ...]:
    asked = [(rule, {key: getattr(rule.where, key) for key in _PATTERNS}) for rule in rules]
    rows = [(rule.id, key, text) for rule, texts in asked for key, text in texts.items() if text]
    patterns = together(_joined(text) for _, _, text in rows)
    found = {(id_, key): partial(patterns.matches, at) for at, (id_, key, _) in enumerate(rows)}
    return tuple(_test(rule, [found.get((rule.id, key)) for key in texts]) for rule, texts in asked)


def _test(rule: Rule, patterns: Sequence[_Found | None]) -> _Test:
    where = rule.where
    asked = [(at, getattr(where, name), getattr(where, f"not_{name}", ())) for at, name in enumerate(_SINGLE)]
    single = tuple(row for row in asked if row[1] or row[2])
    wanted = tuple((name, frozenset(getattr(where, name))) for name in _SETS if getattr(where, name))
    unwanted = tuple((name, frozenset(value)) for name in _SETS if (value := getattr(where, f"not_{name}", ())))
    return _Test(rule, single, wanted, unwanted, *patterns)


@cached(maxsize=None)
def _tests(name: str) -> tuple[_Test, ...]:
    return _tests_of(load_rules(name), pattern_set)


@cached(maxsize=None)
def _tests_for(name: str, single: tuple[str, ...]) -> tuple[_Test, ...]:
    """The rules of a file that a clause with these single facts can meet: few of them, for most clauses."""
    return tuple(test for test in _tests(name) if test.allows(single))


def first_rule(name: str, reading: ClauseFeatures, time: Timex | None, sentence: str) -> Rule | None:
    """The first rule of a file that holds for a reading with the time expression that bounds it, or None."""
    facts = _gather(reading, time, sentence)
    return next((test.rule for test in _tests_for(name, facts.single) if test.holds(facts)), None)


def holds(rule: Rule, reading: ClauseFeatures, time: Timex | None, sentence: str) -> bool:
    """Whether a rule, asked alone, takes a clause."""
    facts, (test,) = _gather(reading, time, sentence), _tests_of([rule], PatternSet)
    return test.allows(facts.single) and test.holds(facts)
