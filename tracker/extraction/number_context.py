"""What the words around a statement say of the number of a registered promise: that it is what the statement is of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.extraction.noun_phrases import noun_phrases
from tracker.extraction.number_mentions import sets_apart
from tracker.extraction.register_numbers import names, spelled
from tracker.language.lemmas import compound_parts, is_code, is_content, is_verb_form, lemma, stop_words, words
from tracker.language.pack import current
from tracker.language.patterns import matches
from tracker.language.resources import word_set
from tracker.language.terms import NO_NAMES, is_party, terms_of
from tracker.text.tokens import Token, tokenize

_NAMING = 2
"""So many words of a title tell what it names; by judgement."""


def only_pledges(text: str, number: str) -> bool:
    """Whether a text with a number says no more than that somebody promised: what, another part of it says."""
    if not names(text, number) or sets_apart(text, number) or not matches("register", "pledge", text):
        return False
    return _is_party([word for word in words(spelled(number).sub(" ", text)) if not _says_nothing(word)])


def introduces(before: str, text: str, number: str, title: str) -> bool:
    """Whether a sentence says what the promise of a number is of, and the one after it goes on about just that.

    `title` is what the second one is about.
    """
    told = _thing_words(before, number)
    return bool(told) and any(told.issuperset(row) for row in _taken_up(text, set(_parts(title))))


def described(text: str, number: str) -> tuple[str, ...]:
    """The words by which a sentence that begins with the number of a promise says what it is of, if it does."""
    found = spelled(number).search(text)
    if found is None or matches("links", "another", text) or not _thing_words(text, number):
        return ()
    begins = all(_says_nothing(word) or not is_content(word) for word in words(text[: found.start()]))
    return words(text[found.end() :]) if begins else ()


def is_named_first(said: Sequence[str], title: str) -> bool:
    """Whether words name first what a title names, with all words of it."""
    called = words(title)
    named = {lemma(word) for word in called if word not in stop_words()}
    place = next((at for at, word in enumerate(said) if lemma(word) in named), len(said))
    together = map(lemma, said[place : place + len(called) + 1])
    return len(named) >= _NAMING and named.issubset(together) and _says_only_that(said[:place])


def _says_only_that(said: Sequence[str]) -> bool:
    """Whether words before a thing say no more than that it was promised, or that something is about it."""
    front = [word for word in said if not matches("register", "promised", word)]
    if len(front) == len(said) and any(word in word_set("clauses", "relative") for word in front[1:]):
        return False  # they say what it is beside another thing
    return all(word in stop_words() or is_verb_form(word) or _is_party([word]) for word in front)


def _is_party(said: Sequence[str]) -> bool:
    return all(is_party(term) for term in terms_of(said, NO_NAMES))


def _thing_words(text: str, number: str) -> frozenset[str]:
    """The words by which a sentence says what the promise of a number is of, and their parts, if it does."""
    found = spelled(number).search(text)
    if found is None or sets_apart(text, number):
        return frozenset()
    after = text[found.end() :]
    if not (matches("register", "introducing", after) or matches("register", "promised", text)):
        return frozenset()
    return frozenset(_parts(text[: found.start()] + after))


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
        if points and token.low not in word_set("clauses", "relative") and _stands_alone(tokens[at + 1]):
            yield ()
        phrase = next(iter(noun_phrases(text, tokens[at:])), None)
        if phrase and phrase.written[0] == tokens[at + 1].text and phrase.naming:
            named = tuple(map(lemma, phrase.naming))
            if points or not about.isdisjoint(named):
                yield named


def _stands_alone(after: Token) -> bool:
    """Whether a word that points, before this one, is no article: "uw Kamer heeft dit op 3 mei ontvangen"."""
    return after.low in word_set("clauses", "prepositions") or is_verb_form(after.low)


def _parts(text: str) -> Iterator[str]:
    """The lemmas of the words of a text, and the parts of its compounds."""
    for word in words(text):
        yield lemma(word)
        yield from compound_parts(word)


def _says_nothing(word: str) -> bool:
    return is_code(word) or word in word_set("words", "pointing") or matches("register", "pledge", word)
