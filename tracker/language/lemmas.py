"""Words: lemmas, the parts of compounds, how rare a word is, and the words that carry a text's subject.

A compound that the dictionary of the language does not know gets its lemma from its last part.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from itertools import chain

from tracker.language.pack import cached, current
from tracker.language.resources import entries, month_names, read_table, word_list, word_set
from tracker.language.syntax import Form
from tracker.text.normalize import straighten
from tracker.text.tokens import Token, tokenize

_WORD = re.compile(r"[^\W_](?:[^\W_]|['-](?=[^\W_]))*")
"""A word in a token: of "en/of" there are two."""

_CODE = re.compile(r"(?=(?:\D*\d){5})[^\W\d_]+[\w-]*")
"""Letters and so many figures, more than a name has a year's: under it a thing is registered somewhere."""
_NOW = (Form.SINGULAR, Form.PLURAL)

_CEILING = 7.0
"""The Zipf value (log10 of the occurrences in a thousand million words) of the commonest words."""
_PART_FLOOR = 2.4
"""The Zipf value that a word must reach to count as a part of a compound; below it stand slips of the pen."""
_SPLIT_GAIN = 0.9
"""How much commoner (Zipf) its parts must be than a word itself, for the word to be split."""
_SHORTEST_STEM = 4
"""Letters that must be left of a word that is derived."""
_LONGEST_COMPOUND = 60
"""Characters; longer runs of letters are no words."""


@cached(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """Give the words of a text in order, in lower case, with the hyphens and (straight) apostrophes inside them."""
    return token_words(tokenize(text))


def token_words(tokens: Iterable[Token]) -> tuple[str, ...]:
    """Give the words of the tokens of a text, as `words` gives those of the text."""
    return tuple(chain.from_iterable(_words_in(token.low) for token in tokens))


@cached(maxsize=65536)
def _words_in(low: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(low))


@cached(maxsize=8192)
def infinitive_of_now(word: str) -> str:
    """Give the infinitive of a verb in a form of now, which depends on who speaks; any other word as it is."""
    forms = (row for row in current().verb_forms().get(word, ()) if row.form in _NOW)
    return next((row.verb for row in forms), word)


def lemmas(text: str) -> tuple[str, ...]:
    """Give the lemma of each word of a text, in order."""
    return tuple(lemma(word) for word in words(text))


@cached(maxsize=8192)
def content_words(text: str) -> tuple[str, ...]:
    """Give what a text is about: lemmas of its content words, each compound followed by its parts.

    Words of every letter and function words are left out; the order and repeats are kept.
    """
    return content_of(words(text))


def content_of(words: Iterable[str]) -> tuple[str, ...]:
    """Give what words are about, as `content_words` does of a text."""
    return tuple(chain.from_iterable(map(_content, words)))


@cached(maxsize=65536)
def lemma(word: str) -> str:
    """Give the dictionary form of one word: "leraren" → "leraar", "onderwijsregio's" → "onderwijsregio"."""
    word = straighten(word).lower()
    front, hyphen, end = word.rpartition("-")
    if not end:
        return word
    if hyphen:
        return f"{front}-{lemma(end)}"
    if _known(word):
        return _dictionary_form(word)
    last = _pieces(word)[-1]
    return word[: len(word) - len(last)] + _dictionary_form(last)


@cached(maxsize=65536)
def compound_parts(word: str) -> tuple[str, ...]:
    """Give the lemmas of a compound's parts, () for a simple word: "lerarenopleiding" → ("leraar", "opleiding")."""
    pieces = [piece for half in straighten(word).lower().split("-") for piece in _parts_of(_base(half))]
    return tuple(dict.fromkeys(_dictionary_form(piece) for piece in pieces)) if len(pieces) > 1 else ()


@cached(maxsize=65536)
def root(word: str) -> str:
    """Give the word that a lemma is derived from, if any: "opleiding" → "opleiden", "bevoegdheid" → "bevoegd"."""
    for end, plain in read_table("words").get("derivations", ()):
        stem = word.removesuffix(end)
        if stem != word and len(stem) >= _SHORTEST_STEM and is_word(stem + plain):
            return stem + str(plain)
    return word


@cached(maxsize=65536)
def rarity(word: str) -> float:
    """How rare a word is, from 0 (the commonest) to 1 (unknown to the frequency list)."""
    return min(1.0, max(0.0, 1.0 - _zipf(straighten(word).lower()) / _CEILING))


def is_word(word: str) -> bool:
    """Whether the dictionary or the frequency list knows a word as it stands; compounds of the day are unknown."""
    word = straighten(word).lower()
    return _zipf(word) > 0 or _known(word)


def is_verb_form(word: str) -> bool:
    """Whether a word in small letters is a form of a verb that the language's tables conjugate."""
    return word in current().verb_forms()


def is_content(word: str) -> bool:
    """Whether a lemma can tell one subject from another: no function word, no word of every letter, no number."""
    return len(word) > 1 and word not in _empty_words() and not word[0].isdigit()


def is_code(word: str) -> bool:
    """Whether a word is a number with letters, under which something is registered and which says nothing of it."""
    return _CODE.fullmatch(word) is not None


@cached(maxsize=65536)
def _content(word: str) -> tuple[str, ...]:
    if word in _empty_words():
        return ()
    return tuple(dict.fromkeys(part for part in (lemma(word), *compound_parts(word)) if is_content(part)))


@cached(maxsize=1)
def _empty_words() -> frozenset[str]:
    return stop_words() | word_set("words", "generic")


@cached(maxsize=1)
def stop_words() -> frozenset[str]:
    """The words that carry no subject, the months among them."""
    return word_set("words", "stop") | frozenset(month_names())


def _zipf(word: str) -> float:
    frequency = current().frequency(word)
    return math.log10(frequency) + 9 if frequency else 0.0


@cached(maxsize=65536)
def _dictionary_form(word: str) -> str:
    """Look a word up until its lemma is its own, so that "bonden" → "bond" → "binden" and "bond" end alike."""
    for _ in range(3):
        form = _look_up(word)
        if form == word:
            break
        word = form
    return word


def _look_up(word: str) -> str:
    """Look a word up once; where a form is both verb and noun the data may choose, and no man becomes a woman."""
    chosen: str | None = entries("words", "lemmas").get(word)
    form, feminine = chosen or current().look_up(word), word_list("words", "feminine")
    return word if form.endswith(feminine) and not word.endswith(feminine) else form


@cached(maxsize=65536)
def _known(word: str) -> bool:
    """Whether the dictionary holds the word itself, so that its lemma is no guess."""
    return current().knows(word)


def _base(word: str) -> str:
    return _dictionary_form(word) if _known(word) else word


def _parts_of(word: str) -> tuple[str, ...]:
    """Give the pieces of a word and, where it has three or more, the known compounds that it begins with."""
    pieces = _pieces(word)
    ends = [word.find(piece, 1) + len(piece) for piece in pieces[1:-1]]
    return (*(word[:end] for end in ends if _zipf(word[:end])), *pieces)


def _pieces(word: str) -> tuple[str, ...]:
    """Give the parts of a compound as they stand, or the word itself."""
    if len(word) > _LONGEST_COMPOUND or not word.replace("'", "").isalpha():
        return (word,)
    value, pieces = _best_split(word)
    return pieces if len(pieces) > 1 and value >= _zipf(word) + _SPLIT_GAIN else (word,)


@cached(maxsize=65536)
def _best_split(word: str) -> tuple[float, tuple[str, ...]]:
    """Find the split whose rarest part is commonest, and that part's Zipf value; the whole word counts as a split."""
    best: tuple[float, tuple[str, ...]] = (_zipf(word) if _can_be_part(word) else 0.0, (word,))
    for front, end in _cuts(word):
        value, pieces = _best_split(front)
        candidate = (min(value, _zipf(end)), (*pieces, end))
        if candidate[0] > best[0] + (_SPLIT_GAIN if len(pieces) >= len(best[1]) else 0.0):
            best = candidate
    return best


def _cuts(word: str) -> Iterator[tuple[str, str]]:
    """Give the ways to cut a last part off a word, without what links the two."""
    for at in range(3, len(word) - 2):
        end = word[at:]
        if not _can_be_part(end):
            continue
        for link in word_list("words", "links") or ("",):
            if word[:at].endswith(link) and (front := word[: at - len(link)]):
                yield front, end


@cached(maxsize=65536)
def _can_be_part(word: str) -> bool:
    if len(word) < 4 and word not in word_set("words", "short_parts"):
        return False
    none = word in word_set("words", "affixes") or word in stop_words()
    return not none and _zipf(word) >= _PART_FLOOR
