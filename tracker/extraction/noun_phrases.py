"""Text → its noun phrases, each a run of words as written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec import Struct

from tracker.language.lemmas import is_content, stop_words, words
from tracker.language.lexicon import function_words, verb_particles
from tracker.language.pack import cached, current
from tracker.language.patterns import NOTHING
from tracker.language.resources import word_list, word_set
from tracker.language.syntax import Form
from tracker.text.offsets import Span
from tracker.text.tokens import Token, tokenize

LONGEST_PHRASE = 8
"""Words of a phrase at most; by judgement."""
_APOSTROPHES = "’'"


class NounPhrase(Struct, frozen=True, array_like=True):
    """A noun phrase: its words as they stand, and in lower case as they are compared."""

    written: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def naming(self) -> tuple[str, ...]:
        """Its words that name something, without those that join them."""
        return tuple(filter(nameable, self.words))


def noun_phrases(text: str, tokens: Sequence[Token] | None = None, without: str = "") -> tuple[NounPhrase, ...]:
    """The noun phrases of a text in order, without the names of persons who asked for something.

    `tokens` are those of the stretch of the text that is meant, else of all; the words `without` are passed over.
    """
    kept = _kept(text, tokenize(text) if tokens is None else tokens, without)
    named = (_up_to_noun(run) for run in _phrases(tuple(_with_shortened(tuple(kept)))))
    return tuple(NounPhrase(tuple(row), tuple(chain.from_iterable(map(words, row)))) for row in named if row)


def _kept(text: str, tokens: Sequence[Token], without: str) -> Iterator[Token]:
    """The tokens without those of persons; a comma stands for each of the words that are passed over."""
    persons = person_spans(text)
    over = [found.span() for found in re.finditer(re.escape(without), text)] if without else []
    for token in tokens:
        if any(begin <= token.begin < end for begin, end in over):
            yield Token(",", ",", token.begin, token.end)
        elif not any(begin <= token.begin < end for begin, end in persons):
            yield token


def _with_shortened(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens, each abbreviation that stands before a name as one with its full stop."""
    over = False
    for at, token in enumerate(tokens):
        over, passed = stands_before_name(tokens, at), over
        if not passed:
            yield with_stop(token) if over else token


def stands_before_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is an abbreviation with its full stop, and a name comes next: "vm. Dorpsschool", "nr. 5"."""
    if f"{tokens[at].low}." not in word_set("titles", "before_names") or at + 2 >= len(tokens):
        return False
    stop, after = tokens[at + 1 : at + 3]
    return stop.text == "." and stop.begin == tokens[at].end and (after.text[0].isupper() or after.text[0].isdigit())


def with_stop(token: Token) -> Token:
    """An abbreviation with its full stop as one token."""
    return Token(f"{token.text}.", f"{token.low}.", token.begin, token.end + 1)


def person_spans(text: str) -> list[Span]:
    """Where the names of persons who asked for something stand in a text: begin and end."""
    return [(found.end(1), found.end()) for found in _persons().finditer(text)]


@cached(maxsize=1)
def _persons() -> re.Pattern[str]:
    """The names after "de motie", "de leden" …: who asked for something is not what it is about."""
    lists = (word_list("words", name) or (NOTHING,) for name in ("before_names", "name_particles", "name_joints"))
    openers, particles, joints = (f"(?:{'|'.join(words)})" for words in lists)
    name = rf"(?:{particles}\s+)*[A-Z][\w-]+"
    return re.compile(rf"\b({openers})\s+{name}(?:(?:,|/|\s+{joints})\s*{name})*", re.UNICODE)


def _phrases(tokens: Sequence[Token]) -> Iterator[list[str]]:
    """The noun phrases of a sentence: runs of nouns with their adjectives, joined by prepositions."""
    joints, determiners = word_set("words", "phrase_joints"), function_words()["determiners"]
    words: list[str] = []
    pending: list[str] = []
    for at, (token, before) in enumerate(_with_before(_written(tokens))):
        low = token.lower()
        if low in joints and words:
            pending = [*pending, token] if not pending else [token]
        elif low in determiners and pending:
            pending.append(token)
        elif _is_nominal(token, before) and len(words) + len(pending) < LONGEST_PHRASE:
            words += [*pending, *([before] if not words and at > 1 and _opens_name(before, token) else ()), token]
            pending = []
        else:
            full = not pending and len(words) == LONGEST_PHRASE and _is_nominal(token, before)
            yield from [_unfinished(words) if full else words] if words else []
            words, pending = [], []
            if _is_nominal(token, before):
                words = [token]
    if words:
        yield words


def _opens_name(before: str, token: str) -> bool:
    """Whether the word before is the first of a name: "Den Haag", "De Paauw" in the middle of a sentence."""
    return before[:1].isupper() and token[:1].isupper() and before in word_set("words", "name_particles")


def _unfinished(words: list[str]) -> list[str]:
    """A run that goes on past its longest: without what stands after its last joint, whose noun may be to come."""
    joints = word_set("words", "phrase_joints")
    last = max((at for at, word in enumerate(words) if word in joints), default=0)
    return words[:last] or words


def _written(tokens: Sequence[Token]) -> list[str]:
    """The words and marks as they stand.

    A compound without its last part has its hyphen ("bestuurs- en"); a quotation mark after a word is a mark.
    """
    found: list[str] = []
    for token, hyphen in zip(tokens, (False, *(row.elided for row in tokens)), strict=False):
        word = token.text.rstrip(_APOSTROPHES) or token.text
        if not hyphen:
            found += [f"{word}-" if token.elided else word, *token.text[len(word) :]]
    return found


def _with_before(found: list[str]) -> Iterator[tuple[str, str]]:
    yield from zip(found, ["", *found], strict=False)


def _is_nominal(token: str, before: str) -> bool:
    """Whether a word can be part of a noun phrase: a content word, and a verb form only where a noun would stand.

    One letter after an apostrophe is what is left of another word ("'s-Gravenhage").
    """
    low = token.lower()
    if before.endswith(".") and before != ".":  # the name after "vm." is one whatever its words are
        return token[0].isalnum()
    if not token[0].isalnum() or low in _naming_nothing() or not any(map(nameable, words(token))):
        return False
    if before and before in _APOSTROPHES and not token[1:2].isalnum():
        return False
    if token[0].isupper() and before:
        return token.upper() not in word_set("words", "no_abbreviation")
    forms = {form.form for form in current().verb_forms().get(low, ())}
    if not forms or forms <= {Form.PAST} or (forms <= {Form.PARTICIPLE} and low.endswith("e")):
        return True
    led = before.lower() in function_words()["determiners"] or before.endswith(word_list("words", "adjectival"))
    return led and Form.SINGULAR in forms


@cached(maxsize=1)
def _naming_nothing() -> frozenset[str]:
    """Words that no thing is called by, though they are no stop words: "gereed", "aangezien", "ten behoeve van"."""
    known = function_words()
    return verb_particles() | known["adjectives"] | known["subordinators"] | word_set("words", "naming_nothing")


def nameable(word: str) -> bool:
    """Whether a word may stand in a title: what it is about, or one of the words of every letter that name a thing."""
    return is_content(word) or (word in word_set("words", "generic") and word not in stop_words())


def _up_to_noun(words: list[str]) -> list[str]:
    """A run up to its last noun: an adjective or adverb at its end names nothing, nor does what joined it."""
    endings = word_list("words", "adjectival")
    joints = word_set("words", "phrase_joints") | function_words()["determiners"]
    while words and words[-1].islower() and (words[-1].endswith(endings) or words[-1] in joints):
        words = words[:-1]
    return words
