"""The question on which all cutting rests: whether a word can be the finite verb of its clause."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.language.lexicon import function_words
from tracker.language.nl.inflection import forms_of
from tracker.language.syntax import Form
from tracker.text.tokens import Token

_FINITE = frozenset({Form.SINGULAR, Form.PLURAL, Form.PAST})


def is_finite(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word can be the finite verb: no infinitive after "te", no noun after an article, no stem."""
    forms = forms_of(tokens[at].low)
    if forms.isdisjoint(_FINITE):
        return False
    before = tokens[at - 1].low if at else ""
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    low = tokens[at].low
    if low in function_words()["never_finite"]:
        return before in function_words()["plural_pronouns"]
    spoken = before in function_words()["demonstratives"] and after in function_words()["speakers"]
    after_pronoun = spoken or _follows_pronoun(before, low, forms) or _is_only_verb(tokens, at, forms)
    if before == "te" or (before in function_words()["determiners"] and not after_pronoun):
        return False
    if _is_stem(low, forms):
        return after == "ik" or any(token.low == "ik" for token in tokens[:at])
    if tokens[at].text[0].isupper() and at:
        return False
    return not (before in function_words()["prepositions"] and low not in function_words()["certain_verbs"])


def _is_stem(low: str, forms: frozenset[Form]) -> bool:
    return forms == {Form.SINGULAR} and not low.endswith("t") and low not in function_words()["short_verbs"]


def _follows_pronoun(before: str, low: str, forms: frozenset[Form]) -> bool:
    """Whether the word is a verb after what may be a pronoun as well: "deze loopt tot 2026", "het lukt niet"."""
    certain = forms == {Form.SINGULAR} and low.endswith("t") and before in function_words()["demonstratives"]
    return certain or low in function_words()["certain_verbs"] or low in function_words()["pronoun_verbs"]


def _is_only_verb(tokens: Sequence[Token], at: int, forms: frozenset[Form]) -> bool:
    """Whether a plural after a demonstrative that opens the sentence is its only verb: "deze krijgen in mei geld"."""
    if at != 1 or Form.PLURAL not in forms or tokens[0].low not in function_words()["demonstratives"]:
        return False
    rest = [(token.low, forms_of(token.low)) for token in tokens[2:]]
    return len(rest) > 1 and all(not found or _is_stem(low, found) for low, found in rest)
