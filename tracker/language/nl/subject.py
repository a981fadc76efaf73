"""Clause → who or what it is about: the subject's words and what kind of subject they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from tracker.language.nl.clauses import Clause
from tracker.language.nl.tokens import words
from tracker.language.resources import read_table


class SubjectType(StrEnum):
    """Who or what the clause is about."""

    GOVERNMENT = "government"
    ADDRESSEE = "addressee"
    PARTNER = "partner"
    PRODUCT = "product"
    GENERAL = "general"
    PRONOUN = "pronoun"
    OTHER = "other"


_ANY = r"\w*"
"""What stands before the end of a compound."""


def word_pattern(patterns: Iterable[str]) -> re.Pattern[str]:
    """One of the patterns, at word boundaries; those for ends of words are tried together, which is much faster."""
    known = tuple(patterns)
    ends = "|".join(pattern.removeprefix(_ANY) for pattern in known if pattern.startswith(_ANY))
    rest = [pattern for pattern in known if not pattern.startswith(_ANY)]
    return re.compile(rf"(?<!\w)(?:{'|'.join([*rest, *([f'{_ANY}(?:{ends})'] if ends else [])])})(?!\w)")


@lru_cache(maxsize=1)
def lexicon() -> dict[str, re.Pattern[str]]:
    """The word patterns of readings.toml: who acts, "noun.…" for kinds of object, "marker.…" for signals."""
    table = read_table("readings")
    people = ("addressee", "government", "partner", "general", "product", "adverbials")
    found = {name: word_pattern(table[name]["words"]) for name in people}
    found |= {f"noun.{name}": word_pattern(patterns) for name, patterns in table["nouns"].items()}
    found |= {f"marker.{name}": word_pattern(patterns) for name, patterns in table["markers"].items()}
    return found


def find_subject(clause: Clause, finite: int | None) -> str:
    """The words that are most likely the subject: the pronoun beside the verb, else what stands before or after it."""
    tokens = clause.tokens
    if finite is None:
        return ""
    if clause.verb_last:
        start = 1 if clause.opener and tokens[0].low == clause.opener else 0
        return " ".join(token.low for token in tokens[start : start + 7])
    before, after = tokens[:finite], tokens[finite + 1 :]
    speakers = read_table("readings")["government"]["pronouns"]
    if speaker := next((token.low for token in before[-1:] + after[:2] if token.low in speakers), None):
        return speaker
    lead = [token.low for token in before if token.text[0].isalnum()]
    if lead and lead[0] in words()["coordinators"]:
        lead = lead[1:]
    if lead and not lexicon()["adverbials"].match(" ".join(lead)):
        return " ".join(lead)
    rest = [token.low for token in after]
    while rest and rest[0] in read_table("readings")["skipped"]:
        rest = rest[1:]
    return " ".join(rest[:9])


def subject_kind(subject: str) -> SubjectType:
    """Who or what a subject is: by its pronoun, else by the first of its words that the lexicon knows."""
    first = subject.split(" ", 1)[0]
    if first in read_table("readings")["government"]["pronouns"]:
        return SubjectType.GOVERNMENT
    if first == "u" or lexicon()["addressee"].match(subject):
        return SubjectType.ADDRESSEE
    if first in words()["person_pronouns"]:
        return SubjectType.PRONOUN
    if lexicon()["government"].match(subject):
        return SubjectType.GOVERNMENT
    return _by_lexicon(subject) or (SubjectType.PRONOUN if first in words()["pronouns"] else SubjectType.OTHER)


def _by_lexicon(subject: str) -> SubjectType | None:
    head = " ".join(subject.split()[:6])
    names = ("general", "partner", "product")
    found = {name: match.start() for name in names if (match := lexicon()[name].search(head))}
    return SubjectType(min(found, key=lambda name: (found[name], names.index(name)))) if found else None
