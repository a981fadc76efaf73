"""Which bodies words name, and of which other one than the sender a thing is: "het plan van de provincie"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from tracker.language.lemmas import lemma
from tracker.language.lexicon import function_words
from tracker.language.pack import cached
from tracker.language.resources import entries


def bodies_in(words: Iterable[str]) -> frozenset[str]:
    """The kinds of body that words name, or name who signs for: "gedeputeerde staten" are of a province."""
    kinds = _kinds()
    return frozenset(kinds[noun] for noun in map(lemma, words) if noun in kinds)


def owners_of(phrase: Sequence[str], senders: frozenset[str]) -> frozenset[str]:
    """The words for the body of another kind than any of the `senders` that a noun phrase says the thing is of.

    None where nothing tells of which kind the sender is.
    """
    articles, of = function_words()["articles"], function_words()["share_of"]
    said = [word for word in phrase if word not in articles]
    owners = (word for before, word in pairwise(said) if before in of and bodies_in([word]) - senders)
    return frozenset(owners) if senders else frozenset()


@cached(maxsize=1)
def _kinds() -> Mapping[str, str]:
    """Each word for a body, as a lemma → its kind."""
    return {lemma(word): kind for kind, words in entries("links", "bodies").items() for word in words}
