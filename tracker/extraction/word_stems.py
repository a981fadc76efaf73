"""The words of a text as others are compared with them: as they stand, or by the stems of what they are about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tracker.language.lemmas import token_words, words
from tracker.language.terms import NO_NAMES, terms_of
from tracker.text.tokens import tokenize


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text in order, in small letters."""
    return words(text)


def stems(text: str) -> frozenset[str]:
    """The stems of the words that tell something."""
    return frozenset(term[0] for term in terms_of(words(text), NO_NAMES))


def written(text: str) -> dict[str, str]:
    """Each stem of a text with the first word that has it."""
    found: dict[str, str] = {}
    for token in tokenize(text):
        for term in terms_of(token_words((token,)), NO_NAMES):
            for stem in term:
                found.setdefault(stem, token.text)
    return found


def written_words(shared: Iterable[str], ours: Mapping[str, str], theirs: Mapping[str, str]) -> tuple[str, ...]:
    """Stems as the words that have them in two texts, both as they are `written`.

    "sluizen", and "sluizen/zeesluizen" where those differ; what stands in neither is left out.
    """
    found = ([row[stem] for row in (ours, theirs) if stem in row] for stem in shared)
    told = (
        several[0] if len(set(map(str.casefold, several))) == 1 else "/".join(several) for several in found if several
    )
    return tuple(dict.fromkeys(told))
