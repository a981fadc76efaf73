"""Anaphora: whether a sentence refers back to the sentences before it, and by which nouns."""

from __future__ import annotations

from tracker.language.lemmas import lemma, words
from tracker.language.patterns import matches, pattern
from tracker.linking.terms import NO_NAMES, Term, is_party, terms_of


def points_back(text: str) -> bool:
    """Whether a sentence refers back to its subject."""
    return matches("links", "pointing", text) or (not adds(text) and matches("links", "implying", text))


def adds(text: str) -> bool:
    """Whether a sentence starts something new ("Daarnaast …")."""
    return matches("links", "adding", text)


def says_again(text: str) -> bool:
    """Whether a sentence says that the letter says it elsewhere too."""
    return matches("links", "restating", text)


def is_secondary(text: str) -> bool:
    """Whether a sentence's own words only say what happens to what stands before it ("Deze keuze wordt …")."""
    return matches("links", "starting", text)


def goes_on(text: str) -> bool:
    """Whether a sentence goes on about the sentence right before it ("Hiermee …")."""
    return matches("links", "continuing", text)


def known_noun(text: str) -> frozenset[Term]:
    """The noun that a sentence starts from as known: "Het wetsvoorstel wordt …"."""
    noun = _known(text)
    return frozenset(term for term in terms_of(noun, NO_NAMES) if not is_party(term))


def taken_up(text: str) -> frozenset[str]:
    """The lemmas of the nouns that a sentence takes up: "over deze afspraken"."""
    found = pattern("links", "taking_up").finditer(text.lower())
    nouns = [group for match in found for group in match.groups() if group]
    return frozenset(lemma(word) for noun in (*nouns, _known(text)) for word in words(noun))


def _known(text: str) -> str:
    found = pattern("links", "definite").match(text.lower())
    return str(found.group(1)) if found else ""
