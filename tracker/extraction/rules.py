"""Rules over readings, as data: what a clause must show for a rule to speak, and what the rule then says.

A rule's `where` names facts of a ClauseFeatures; a list means "any of these", a key with `not_` "none of these". Rules
are tried in the order of the file; the first that holds speaks. Each carries sentences that it must and must not take.
"""

from __future__ import annotations

import re

import msgspec
from msgspec import Struct

from tracker.errors import RulesetError
from tracker.extraction.features import ClauseFeatures
from tracker.language.pack import cached
from tracker.language.resources import read_text
from tracker.model import Firmness, Kind, Outcome
from tracker.temporal.timex import Timex, TimexRole

_TIMES = {
    TimexRole.DUE: "due",
    TimexRole.FROM: "from",
    TimexRole.UNTIL: "until",
    TimexRole.OPEN: "open",
    TimexRole.PAST: "past",
}


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
    text: str = ""
    not_text: str = ""
    around: str = ""
    """A pattern that the whole sentence must show."""
    when: str = ""
    """A pattern that the words of the binding time expression must show."""


class Rule(Struct, frozen=True, forbid_unknown_fields=True):
    """One rule: `firmness` None and `outcome` None mean that the clause says nothing of the kind."""

    id: str
    means: str
    where: Where
    firmness: Firmness | None = None
    kind: Kind | None = None
    outcome: Outcome | None = None
    confidence: float = 0.8
    shifts_deadline: bool = False
    """Whether what it says is that a deadline moves: of the dates named only the new one is promised."""
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    rule: tuple[Rule, ...]


@cached(maxsize=None)
def load_rules(name: str) -> tuple[Rule, ...]:
    """The rules of a data file, in order.

    Raises:
        RulesetError: unknown keys, wrong values, doubled ids or patterns that do not compile; all faults at once.

    """
    try:
        rules = msgspec.toml.decode(read_text(name), type=_File).rule
    except msgspec.ValidationError as error:
        raise RulesetError([f"{name}.toml: {error}"]) from error
    faults = [
        f"{name}.toml: rule id {rule.id} stands twice"
        for n, rule in enumerate(rules)
        if rule.id in {r.id for r in rules[:n]}
    ]
    for rule in rules:
        for pattern in (rule.where.text, rule.where.not_text, rule.where.around, rule.where.when):
            try:
                _compile(pattern)
            except re.error as error:
                faults.append(f"{name}.toml: {rule.id}: {error}")
    if faults:
        raise RulesetError(faults)
    return rules


@cached(maxsize=None)
def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def time_word(time: Timex | None) -> str:
    """The word by which rules ask for a time expression: due, from, until, open, past or none."""
    return _TIMES.get(time.sense, "none") if time is not None else "none"


class _Facts(Struct, frozen=True):
    """What rules may ask of a clause, gathered once."""

    sets: dict[str, frozenset[str]]
    addressee: bool
    negated: bool
    text: str
    sentence: str
    when: str


def _gather(reading: ClauseFeatures, time: Timex | None, sentence: str) -> _Facts:
    sets = {
        "tense": frozenset((reading.tense.value,)),
        "subject": frozenset((reading.subject.value,)),
        "classes": reading.classes,
        "verbs": frozenset(reading.verbs),
        "nouns": reading.nouns,
        "markers": reading.markers,
        "time": frozenset((time_word(time),)),
        "clause": frozenset((reading.clause.kind.value,)),
        "opener": frozenset((reading.clause.opener,)),
    }
    return _Facts(
        sets,
        reading.addressee,
        reading.negated,
        reading.text,
        " ".join(sentence.lower().split()),
        time.deadline.text.lower() if time else "",
    )


@cached(maxsize=None)
def _asked(where: Where) -> tuple[tuple[tuple[str, frozenset[str]], ...], tuple[tuple[str, frozenset[str]], ...]]:
    """The wanted and the unwanted sets of a rule, those that ask something only."""
    names = ("tense", "time", "subject", "clause", "opener", "classes", "verbs", "nouns", "markers")
    wanted = tuple((name, frozenset(getattr(where, name))) for name in names if getattr(where, name))
    unwanted = tuple((name, frozenset(value)) for name in names if (value := getattr(where, f"not_{name}", ())))
    return wanted, unwanted


def _holds(where: Where, facts: _Facts) -> bool:
    wanted, unwanted = _asked(where)
    if any(values.isdisjoint(facts.sets[name]) for name, values in wanted):
        return False
    if any(not values.isdisjoint(facts.sets[name]) for name, values in unwanted):
        return False
    if where.addressee not in (None, facts.addressee) or where.negated not in (None, facts.negated):
        return False
    if where.text and not _compile(where.text).search(facts.text):
        return False
    if where.not_text and _compile(where.not_text).search(facts.text):
        return False
    if where.when and not _compile(where.when).search(facts.when):
        return False
    return not where.around or bool(_compile(where.around).search(facts.sentence))


@cached(maxsize=None)
def _rules_for(name: str, tense: str) -> tuple[Rule, ...]:
    """The rules of a file that a clause of this tense can meet: most ask for a tense, and most clauses meet none."""
    return tuple(rule for rule in load_rules(name) if not rule.where.tense or tense in rule.where.tense)


def first_rule(name: str, reading: ClauseFeatures, time: Timex | None, sentence: str) -> Rule | None:
    """The first rule of a file that holds for a reading with the time expression that bounds it, or None."""
    facts = _gather(reading, time, sentence)
    return next((rule for rule in _rules_for(name, reading.tense.value) if _holds(rule.where, facts)), None)
