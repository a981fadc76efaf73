"""The words of a letter as promises are searched in it, remembered: its passages, and its sentences."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from tracker.extraction import AnalysedLetter
from tracker.language.terms import NO_NAMES, terms_of
from tracker.model import PassageKind
from tracker.status.document_names import subjects_of
from tracker.status.other_spellings import WordPair, pairs_of
from tracker.status.spelling_index import SpelledSentences, spelled_sentences
from tracker.storage.cache import remembered

_SPEAKING = frozenset(
    {
        PassageKind.HEADING,
        PassageKind.PARAGRAPH,
        PassageKind.LIST_ITEM,
        PassageKind.TABLE_CELL,
        PassageKind.FOOTNOTE,
        PassageKind.QUOTE,
    }
)


class SearchedPassage(Struct, frozen=True, gc=False, array_like=True):
    """A passage that speaks, by its number in the letter: the stems of its words, and of what papers it names."""

    place: int
    stems: frozenset[str]
    subjects: frozenset[str]
    """What the papers are about that it names."""
    pairs: frozenset[WordPair] = frozenset()
    """Its words in a row that may be one compound."""


class SearchedSentence(Struct, frozen=True, gc=False, array_like=True):
    """A sentence by its offsets in its passage, and the stems of its words."""

    passage: str
    begin: int
    end: int
    stems: frozenset[str]


class SearchedWords(Struct, frozen=True, array_like=True):
    """Those of a letter in its order."""

    passages: tuple[SearchedPassage, ...]
    sentences: tuple[SearchedSentence, ...]
    spelled: SpelledSentences
    """The words of these sentences, by their letters."""


def searched_words(letter: AnalysedLetter) -> SearchedWords:
    """The words of a letter; read once."""
    return remembered(SearchedWords, ("searched", letter.name), lambda: _searched(letter))


def _searched(letter: AnalysedLetter) -> SearchedWords:
    speaking = (row.id for row in letter.letter.passages if row.kind is not PassageKind.FURNITURE)
    rows = [(passage, row) for passage in speaking for row in letter.split_of(passage)]
    sentences = (SearchedSentence(passage, row.begin, row.end, _stems(row.words)) for passage, row in rows)
    return SearchedWords(tuple(_passages(letter)), tuple(sentences), spelled_sentences(row.words for _, row in rows))


def _passages(letter: AnalysedLetter) -> Iterator[SearchedPassage]:
    for place, passage in enumerate(letter.letter.passages):
        if passage.kind in _SPEAKING:
            words = letter.words_of(passage.id)
            yield SearchedPassage(place, _stems(words), subjects_of(words), pairs_of(words))


def _stems(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(stem for term in terms_of(words, NO_NAMES) for stem in term)
