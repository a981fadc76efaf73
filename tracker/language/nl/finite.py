"""The question on which all cutting rests: whether a word can be the finite verb of its clause."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.language.lexicon import function_words
from tracker.language.nl.inflection import forms_of
from tracker.language.syntax import Form
from tracker.text.tokens import Token

_FINITE = frozenset({Form.SINGULAR, Form.PLURAL, Form.PAST})
_QUOTES = frozenset("'\"‘’“„«")


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
    after_pronoun = spoken or _follows_pronoun(before, low, forms, after) or _is_only_verb(tokens, at, forms)
    quoted = before in _QUOTES and at > 1
    if quoted or before == "te" or (before in function_words()["determiners"] and not after_pronoun):
        return False
    if _is_stem(low, forms):
        return after == "ik" or any(token.low == "ik" for token in tokens[:at])
    if (tokens[at].text[0].isupper() and at) or (forms == {Form.PAST} and _stands_before_noun(tokens, at)):
        return False
    if forms_of(after) == {Form.PAST} and _is_named(tokens, at):
        return False
    return not (before in function_words()["prepositions"] and low not in function_words()["certain_verbs"])


def _stands_before_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether a past form is the participle before a noun: "de in mei getekende brief", "een door ons betaalde school".

    An article with a preposition right after it waits for its noun; what is no verb may stand between.
    """
    words = function_words()
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    placed = words["prepositions"] | words["determiners"] | words["pronouns"]
    if not (after[:1].isalnum() and tokens[at].low.endswith("e")) or after in placed:
        return False
    for n in range(at - 1, 0, -1):
        low, before = tokens[n].low, tokens[n - 1].low
        if low in words["prepositions"] and before in words["noun_articles"] | {"het"}:
            return True
        if not tokens[n].text[0].isalnum() or Form.PARTICIPLE in forms_of(low):
            return False
    return False


def _is_named(tokens: Sequence[Token], at: int) -> bool:
    """Whether an infinitive is the noun of a preposition: "de oproep voor circulair bouwen leverde subsidies op"."""
    words = function_words()
    before = (tokens[at - 1].low, tokens[at - 2].low) if at > 1 else ("", "")
    placed = words["determiners"] | words["pronouns"] | words["relative"]
    return before[1] in words["prepositions"] and before[0] not in placed and before[0].isalpha()


def _is_stem(low: str, forms: frozenset[Form]) -> bool:
    """Whether a form is one of "ik" alone; "beantwoord" is that or a participle, as anybody else "beantwoordt"."""
    stem = Form.SINGULAR in forms and forms <= {Form.SINGULAR, Form.PARTICIPLE}
    return stem and not low.endswith("t") and low not in function_words()["short_verbs"]


def _follows_pronoun(before: str, low: str, forms: frozenset[Form], after: str) -> bool:
    """Whether the word is a verb after what may be a pronoun as well: "deze loopt tot 2026", "het lukt niet".

    Not so where a sure verb comes next: "dit besluit is genomen".
    """
    certain = forms == {Form.SINGULAR} and low.endswith("t") and before in function_words()["demonstratives"]
    certain = certain and after not in function_words()["certain_verbs"]
    return certain or low in function_words()["certain_verbs"] or low in function_words()["pronoun_verbs"]


def _is_only_verb(tokens: Sequence[Token], at: int, forms: frozenset[Form]) -> bool:
    """Whether a plural after a demonstrative that opens the sentence is its only verb: "deze krijgen in mei geld"."""
    if at != 1 or Form.PLURAL not in forms or tokens[0].low not in function_words()["demonstratives"]:
        return False
    rest = [(token.low, forms_of(token.low)) for token in tokens[2:]]
    return len(rest) > 1 and all(not found or _is_stem(low, found) for low, found in rest)
