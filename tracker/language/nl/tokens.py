"""Sentence → words, and the question on which all cutting rests: whether a word can be the finite verb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from tracker.language.nl.inflection import Form, verb_forms
from tracker.language.resources import read_table

_TOKEN = re.compile(r"\d[\d.,]*\d|\w[\w’'´`]*(?:[-–/]\w[\w’']*)*|[^\w\s]")


class Token(Struct, frozen=True):
    """A word or punctuation mark with its offsets in the sentence."""

    text: str
    low: str
    begin: int
    end: int


@lru_cache(maxsize=1)
def words() -> dict[str, frozenset[str]]:
    """The function words of the language by their part in the sentence (clauses.toml)."""
    return {key: frozenset(row) for key, row in read_table("clauses").items() if isinstance(row, list)}


def tokenize(sentence: str) -> tuple[Token, ...]:
    """The words and marks of a sentence."""
    return tuple(
        Token(m.group(), m.group().lower().replace("’", "'"), m.start(), m.end()) for m in _TOKEN.finditer(sentence)
    )


def is_finite(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word can be the finite verb: no infinitive after "te", no noun after an article, no stem."""
    readings = verb_forms().get(tokens[at].low, ())
    forms = {reading.form for reading in readings}
    if not forms & {Form.SINGULAR, Form.PLURAL, Form.PAST} or tokens[at].low in words()["never_finite"]:
        return False
    before = tokens[at - 1].low if at else ""
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    low = tokens[at].low
    if before == "te" or (before in words()["determiners"] and low not in words()["certain_verbs"]):
        return False
    if _is_stem(low, forms):
        return after == "ik" or any(token.low == "ik" for token in tokens[:at])
    if tokens[at].text[0].isupper() and at:
        return False
    return not (before in words()["prepositions"] and low not in words()["certain_verbs"])


def _is_stem(low: str, forms: set[Form]) -> bool:
    return forms == {Form.SINGULAR} and not low.endswith("t") and low not in words()["short_verbs"]
