"""What the words around a statement say of the number of a registered promise: that it is what the statement is of."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.extraction.noun_phrases import noun_phrases
from tracker.extraction.number_mentions import sets_apart
from tracker.extraction.register_numbers import names, spelled
from tracker.language.lemmas import compound_parts, is_code, lemma, words
from tracker.language.pack import current
from tracker.language.patterns import matches
from tracker.language.resources import word_set
from tracker.language.terms import NO_NAMES, is_party, terms_of
from tracker.text.tokens import tokenize


def only_pledges(text: str, number: str) -> bool:
    """Whether a text with a number says no more than that somebody promised: what, another part of it says."""
    if not names(text, number) or sets_apart(text, number) or not matches("register", "pledge", text):
        return False
    without = [word for word in words(spelled(number).sub(" ", text)) if not _says_nothing(word)]
    return all(is_party(term) for term in terms_of(without, NO_NAMES))


def introduces(before: str, text: str, number: str, title: str) -> bool:
    """Whether a sentence says what the promise of a number is of, and the one after it goes on about just that.

    `title` is what the second one is about.
    """
    found = spelled(number).search(before)
    if found is None or sets_apart(before, number):
        return False
    front, after = before[: found.start()], before[found.end() :]
    if not (matches("register", "introducing", after) or matches("register", "promised", before)):
        return False
    told = set(_parts(front + after))
    return any(told.issuperset(row) for row in _taken_up(text, set(_parts(title))))


def _taken_up(text: str, about: set[str]) -> Iterator[tuple[str, ...]]:
    """What a sentence points to, or what it is about and has an article, by its words; none of a mere "this is …"."""
    tokens = tokenize(text)
    pointing = word_set("clauses", "demonstratives")
    if tokens and tokens[0].low in pointing and current().is_finite(tokens, 1):
        yield ()
    for at, token in enumerate(tokens[:-1]):
        points = token.low in pointing
        if not (points or token.low in word_set("clauses", "articles")):
            continue
        phrase = next(iter(noun_phrases(text, tokens[at:])), None)
        if phrase and phrase.written[0] == tokens[at + 1].text and phrase.naming:
            named = tuple(map(lemma, phrase.naming))
            if points or not about.isdisjoint(named):
                yield named


def _parts(text: str) -> Iterator[str]:
    """The lemmas of the words of a text, and the parts of its compounds."""
    for word in words(text):
        yield lemma(word)
        yield from compound_parts(word)


def _says_nothing(word: str) -> bool:
    return is_code(word) or word in word_set("words", "pointing") or matches("register", "pledge", word)
