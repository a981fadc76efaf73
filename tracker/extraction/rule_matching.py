"""Clause → the first rule of a file that it shows all facts of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from msgspec import Struct

from tracker.extraction.features import ClauseFeatures
from tracker.extraction.rules import PATTERNS, Rule, joined_pattern, load_rules, time_word
from tracker.language.pack import cached
from tracker.language.patterns import pattern_set
from tracker.temporal.timex import Timex
from tracker.text.normalize import in_one_line
from tracker.text.pattern_set import PatternSet

_SINGLE = ("tense", "time", "subject", "clause")
"""The facts of a clause that rules ask for by name and that have one value, of few."""
_SETS = ("opener", "classes", "verbs", "nouns", "markers")
"""The others that they ask for by name, the most telling first."""


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
    asked = [(rule, {key: getattr(rule.where, key) for key in PATTERNS}) for rule in rules]
    rows = [(rule.id, key, text) for rule, texts in asked for key, text in texts.items() if text]
    patterns = together(joined_pattern(text) for _, _, text in rows)
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
