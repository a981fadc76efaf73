"""The papers that a text promises or brings side by side: who sends one of two sends a part of what was promised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.language.lemmas import lemma
from tracker.language.pack import cached
from tracker.language.patterns import matches
from tracker.language.resources import word_set
from tracker.text.tokens import Token, tokenize

_NAMED = 4
"""Words from a determiner to the paper that it is of: with what is said of that before it; by judgement."""


def papers_in(text: str) -> frozenset[str]:
    """The papers that a text names, as lemmas."""
    return frozenset(lemma(token.low) for token in tokenize(text) if _is_paper(token))


def papers_beside(text: str) -> frozenset[str]:
    """Those of two that a text names as one beside the other: "the report on the quays and the map of the locks"."""
    tokens = tokenize(text)
    pairs = (_pair(tokens, at) for at, token in enumerate(tokens) if _joins_paper(token.text))
    return frozenset(name for pair in pairs for name in pair)


def _pair(tokens: Sequence[Token], joint: int) -> frozenset[str]:
    """The papers before and after a joint, none where one of them is none or is named as what the other is about."""
    rest = [
        token for token in tokens[joint + 1 : joint + 2 + _NAMED] if not matches("register", "also_word", token.text)
    ]
    after = next(_headed(rest[:1], rest[1:]), None)
    places = [at for at in range(joint) if _is_paper(tokens[at])]
    if after is None or not places or _is_governed(tokens, places[-1]):
        return frozenset()
    found = frozenset({lemma(tokens[places[-1]].low), lemma(after.low)})
    return found if len(found) > 1 else frozenset()


def _headed(first: Sequence[Token], rest: Sequence[Token]) -> Iterator[Token]:
    """The paper that a determiner is of, where no other thing stands between."""
    if not first or first[0].low not in word_set("clauses", "determiners"):
        return
    for token in rest:
        if _is_paper(token):
            yield token
        if not token.text[0].isalpha() or token.low in word_set("clauses", "prepositions"):
            return


def _is_governed(tokens: Sequence[Token], at: int) -> bool:
    """Whether a paper is what another thing is about, or in: a preposition stands before its determiner."""
    before = [token.low for token in tokens[max(0, at - _NAMED) : at]]
    place = max((n for n, word in enumerate(before) if word in word_set("clauses", "determiners")), default=None)
    return place is not None and place > 0 and before[place - 1] in word_set("clauses", "prepositions")


def _is_paper(token: Token) -> bool:
    return _names_paper(token.text)


@cached(maxsize=65536)
def _names_paper(word: str) -> bool:
    return matches("register", "paper", word)


@cached(maxsize=65536)
def _joins_paper(word: str) -> bool:
    return matches("register", "and_a_paper", word)
