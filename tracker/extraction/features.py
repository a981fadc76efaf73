"""Clause → reading: tense, what the verbs do, who acts, who is told, about what, when. Facts; rules judge them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from tracker.extraction.time_binding import own_times
from tracker.language.lexicon import verb_classes
from tracker.language.pack import cached, current
from tracker.language.patterns import expression, lexicon, word_pattern
from tracker.language.resources import entries
from tracker.language.syntax import Clause, SubjectType, Tense, VerbGroup
from tracker.temporal.timex import Timex
from tracker.text.pattern_set import PatternSet
from tracker.text.tokens import Token


class ContextMarker(StrEnum):
    """The markers of a clause that its surroundings give it; those of its own words are data (readings.toml)."""

    ITEM = "item"
    """It stands in a list …"""
    BULLET = "bullet"
    """… whose introduction makes the items the government's undertakings."""
    LETTER = "letter"
    """Its sentence speaks of this letter, or goes on from one that does …"""
    BESIDE = "beside"
    """… or stands after one."""
    ASKED = "asked"
    PLANNED = "planned"
    """It is an item of a list of what is to be done or reached in a year to come."""
    REACHED = "reached"
    """It is an item of a list of what was done or reached."""


class ClauseFeatures(Struct, frozen=True):
    """What a clause says, as facts that rules can ask for."""

    clause: Clause
    text: str
    """The clause's own words in lower case, single spaces."""
    tense: Tense
    verbs: tuple[str, ...]
    classes: frozenset[str]
    subject: SubjectType
    subject_text: str
    addressee: bool
    nouns: frozenset[str]
    markers: frozenset[str]
    negated: bool
    times: tuple[Timex, ...]
    time: Timex | None = None
    """The one that bounds it: its own, or that of an infinitive clause that completes it."""
    finite: int | None = None
    """The place of its finite verb among its words and marks."""
    done: bool = False
    """Whether it has no finite verb but a participle."""
    planned: ClauseFeatures | None = None
    """The infinitive clause that says what it plans, proposes or strives for ("het streven is om …")."""


@cached(maxsize=1)
def _phrases() -> tuple[PatternSet, tuple[tuple[str, str], ...]]:
    rows = entries("verbs", "phrases")
    patterns = PatternSet(word_pattern([re.escape(phrase)]) for phrase in rows)
    return patterns, tuple((row["verb"], row["class"]) for row in rows.values())


@cached(maxsize=None)
def _patterns(prefix: str) -> tuple[PatternSet, tuple[str, ...]]:
    found = {name.removeprefix(prefix): row for name, row in lexicon().items() if name.startswith(prefix)}
    return PatternSet(found.values()), tuple(found)


def _matched_names(prefix: str, text: str) -> frozenset[str]:
    patterns, names = _patterns(prefix)
    return frozenset([names[at] for at in patterns.found(text)])


def find_nouns(text: str) -> frozenset[str]:
    """The kinds of object (law, money, research …) that a text in lower case names."""
    return _matched_names("noun.", text)


def _classes(text: str, verbs: VerbGroup) -> frozenset[str]:
    """What the verbs do, fixed expressions ("in kaart brengen") included."""
    known, (patterns, rows) = verb_classes(), _phrases()
    said = (rows[at] for at in patterns.found(text))
    by_phrase = {name for verb, name in said if not verb or verb in (verbs.lemma, *verbs.lexical)}
    return frozenset(by_phrase).union(*(known.get(verb, frozenset()) for verb in verbs.lexical))


def _tells_someone(text: str) -> bool:
    """Whether a text in lower case names the one who is told."""
    pronouns = entries("readings", "addressee").get("pronouns", ())
    return bool(lexicon()["addressee"].search(text)) or not set(pronouns).isdisjoint(text.split())


def low_text(tokens: Iterable[Token]) -> str:
    """The words and marks of a clause in lower case, single spaces between the words."""
    return re.sub(r" (?=[,.;:!?])", "", " ".join(token.low for token in tokens))


def read_clause(clause: Clause, times: tuple[Timex, ...], markers: frozenset[str] = frozenset()) -> ClauseFeatures:
    """The facts of one clause, with those of its sentence's `times` in its own words; `markers` come from around it."""
    text = low_text(clause.tokens)
    verbs = current().read_verbs(clause)
    subject = current().find_subject(clause, verbs.finite)
    return ClauseFeatures(
        clause=clause,
        text=text,
        tense=verbs.tense,
        verbs=verbs.lexical,
        classes=_classes(text, verbs),
        subject=current().subject_type(subject),
        subject_text=subject,
        addressee=_tells_someone(text),
        nouns=find_nouns(text),
        markers=markers | _matched_names("marker.", text),
        negated=bool(expression("readings", "context", "negation").search(text)),
        times=own_times(clause, verbs.finite, times),
        finite=verbs.finite,
        done=verbs.done,
    )
