"""What words around the number of a registered promise say that it is about, without those that speak of a promise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.extraction.coordination import joints
from tracker.language.lemmas import is_code, words
from tracker.language.pack import current
from tracker.language.patterns import matches, pattern
from tracker.language.resources import word_set
from tracker.language.syntax import Form
from tracker.language.terms import NO_NAMES, terms_of
from tracker.text.tokens import Token, tokenize

_DONE = frozenset({Form.PLURAL, Form.PARTICIPLE, Form.TO_INFINITIVE})
"""The forms of verbs that stand before a number in brackets: "te sturen (N)"."""


def topic_before(text: str) -> list[tuple[str, ...]]:
    """What the words before a number say that its promise is about, after those that speak of a promise."""
    return topic_in(tokenize(text))


def parts_of(text: str) -> frozenset[str]:
    """The stems of the words of a text that tell what it is about, and of their parts."""
    return frozenset(stem for term in terms_in(text) for stem in term)


def says_nothing(text: str) -> bool:
    """Whether a text without its number tells nothing; other numbers and words that point to one tell nothing."""
    return not terms_in(text)


def topic_in(tokens: Sequence[Token]) -> list[tuple[str, ...]]:
    """What words before a number say that it is about: of those after the last that speak of a promise.

    To whom and on which occasion it was made says nothing of that.
    """
    after = _after_pledge(tokens)
    found: list[str] = []
    for token, named in with_names(tokens[after:]):
        if after and matches("register", "occasion", token.text):
            break
        if not named:
            found.append(token.text)
    return terms_in(" ".join(found))


def with_names(tokens: Sequence[Token]) -> Iterator[tuple[Token, bool]]:
    """Words, each with whether it is of persons: "de leden Van Dijk en De Vries"."""
    named = False
    for token in tokens:
        particle = token.low in word_set("words", "name_particles") or token.low in joints()
        named = matches("register", "person", token.text) or (named and (token.text[0].isupper() or particle))
        yield token, named


def _after_pledge(tokens: Sequence[Token]) -> int:
    """The place after the last words that speak of a promise, 0 where none do."""
    text, ends = "", [0]
    for token in tokens:
        text += f" {token.low}" if text else token.low
        ends.append(len(text))
    turns = (pattern("register", name).finditer(text) for name in ("pledge", "citing"))
    last = max((found.end() for several in turns for found in several), default=0)
    return next(at for at, end in enumerate(ends) if end >= last)


def pledges(tokens: Sequence[Token]) -> bool:
    """Whether words speak of a promise."""
    return matches("register", "pledge", " ".join(token.low for token in tokens))


def stems_of(tokens: Sequence[Token]) -> frozenset[str]:
    """Those of words."""
    return parts_of(" ".join(token.text for token in tokens))


def things_in(text: str) -> list[tuple[str, ...]]:
    """The terms of a text without the verbs that say what is done."""
    verbs = current().verb_forms()
    kept = (one.text for one in tokenize(text) if _DONE.isdisjoint(row.form for row in verbs.get(one.low, ())))
    return terms_in(" ".join(kept))


def terms_in(text: str) -> list[tuple[str, ...]]:
    """The terms of a text without numbers and what calls or promises them."""
    plain = pattern("register", "pledge").sub(" ", text.lower())
    return terms_of(
        [row for row in words(plain) if not (is_code(row) or row in word_set("words", "pointing"))], NO_NAMES
    )
