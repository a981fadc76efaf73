"""Who or what a clause is about."""

from __future__ import annotations

import pytest

from tracker.language.nl.clauses import cut_clauses
from tracker.language.nl.subject import find_subject, subject_type
from tracker.language.nl.verb_group import read_verbs
from tracker.language.syntax import SubjectType
from tracker.text.tokens import tokenize

SUBJECTS = {
    "before the verb": ("De gemeente stuurt het plan.", "de gemeente"),
    "the pronoun beside the verb": ("In mei sturen wij het plan.", "wij"),
    "after the verb, behind an adverbial": ("Daarnaast komt er een loket.", "een loket ."),
    "in a clause that goes on": ("En de raad besluit.", "de raad"),
}


@pytest.mark.parametrize(("text", "words"), SUBJECTS.values(), ids=SUBJECTS.keys())
def test_find_subject(text: str, words: str) -> None:
    (clause,) = cut_clauses(tokenize(text))
    assert find_subject(clause, read_verbs(clause).finite) == words


def test_a_clause_without_a_verb_has_none() -> None:
    (clause,) = cut_clauses(tokenize("De gemeente."))
    assert find_subject(clause, None) == ""


TYPES = {
    "wij": SubjectType.GOVERNMENT,
    "het kabinet": SubjectType.GOVERNMENT,
    "u": SubjectType.ADDRESSEE,
    "uw kamer": SubjectType.ADDRESSEE,
    "zij": SubjectType.PRONOUN,
    "dit": SubjectType.PRONOUN,
    "alle leraren": SubjectType.GENERAL,
    "de helft van de scholen": SubjectType.GENERAL,
    "deze ambitie van leraren en scholen": SubjectType.GENERAL,
    "de bouw van de school": SubjectType.OTHER,
    "het rivm": SubjectType.PARTNER,
    "het actieplan": SubjectType.PRODUCT,
    "de koopkracht": SubjectType.OTHER,
}


@pytest.mark.parametrize(("words", "kind"), TYPES.items())
def test_subject_type(words: str, kind: SubjectType) -> None:
    assert subject_type(words) is kind
