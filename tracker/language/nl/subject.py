"""Clause → who or what it is about: the subject's words and what kind of subject they are."""

from __future__ import annotations

from tracker.language.lexicon import function_words
from tracker.language.patterns import lexicon
from tracker.language.resources import read_table
from tracker.language.syntax import Clause, SubjectType


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
    if lead and lead[0] in function_words()["coordinators"]:
        lead = lead[1:]
    if lead and not lexicon()["adverbials"].match(" ".join(lead)):
        return " ".join(lead)
    rest = [token.low for token in after]
    while rest and rest[0] in read_table("readings")["skipped"]:
        rest = rest[1:]
    return " ".join(rest[:9])


def subject_type(subject: str) -> SubjectType:
    """Who or what a subject is: by its pronoun, else by the first of its words that the lexicon knows."""
    first = subject.split(" ", 1)[0]
    if first in read_table("readings")["government"]["pronouns"]:
        return SubjectType.GOVERNMENT
    if first in read_table("readings")["addressee"]["pronouns"] or lexicon()["addressee"].match(subject):
        return SubjectType.ADDRESSEE
    if first in function_words()["person_pronouns"]:
        return SubjectType.PRONOUN
    if lexicon()["government"].match(subject):
        return SubjectType.GOVERNMENT
    return _by_lexicon(subject) or (SubjectType.PRONOUN if first in function_words()["pronouns"] else SubjectType.OTHER)


def _by_lexicon(subject: str) -> SubjectType | None:
    head = " ".join(subject.split()[:6])
    names = ("general", "partner", "product")
    found = {name: match.start() for name in names if (match := lexicon()[name].search(head))}
    if "general" in found and _is_of_them(head[: found["general"]].split()):
        del found["general"]
    return SubjectType(min(found, key=lambda name: (found[name], names.index(name)))) if found else None


def _is_of_them(before: list[str]) -> bool:
    """Whether people are only named as those of an act: "de bouw van de school", not "de helft van de scholen"."""
    endings = tuple(function_words()["act_endings"])
    placed = [n for n, word in enumerate(before) if n and word in function_words()["prepositions"]]
    return any(before[n - 1].endswith(endings) for n in placed)
