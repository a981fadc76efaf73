"""Dutch words in the dictionary: their forms, and how often they are written.

Lemmas come from simplemma and frequencies from wordfreq. Both are imported at first use, and what they hold is kept in
pieces: to load it whole takes a third of a second.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, cast
from unicodedata import normalize

from tracker.language.stored_words import StoredWords

if TYPE_CHECKING:
    from simplemma import Lemmatizer
    from simplemma.strategies import DictionaryLookupStrategy

_CODE = "nl"


def lemmatize(word: str) -> str:
    """The dictionary form of a word."""
    return _lemmatizer().lemmatize(word, _CODE).lower().replace("_", "")


def is_known(word: str) -> bool:
    """Whether the dictionary holds a word."""
    return _lookup().get_lemma(normalize("NFC", word), _CODE) is not None


def frequency(word: str) -> float:
    """The share of a word in running text; 0 where it is not listed."""
    return _frequencies().get(word) or 0.0


@cache
def _frequencies() -> StoredWords[float]:
    return StoredWords("frequencies", float, _written, _written, _unwritten)


def _written() -> Mapping[str, float]:
    from wordfreq import get_frequency_dict  # loads its list

    return get_frequency_dict(_CODE, "best")


def _unwritten() -> None:
    """Have the library forget its list.

    Not as soon as that is loaded: what is made in the gaps would keep the memory of the words around it.
    """
    from wordfreq import get_frequency_dict, get_frequency_list

    for made in (get_frequency_dict, get_frequency_list):
        made.cache_clear()


class _Forms:
    """What simplemma takes for a factory of dictionaries: that of Dutch alone, of which it asks nothing but `get`."""

    def __init__(self) -> None:
        self._forms = StoredWords("forms", str, _in_little, _whole)

    def get_dictionary(self, lang: str) -> Mapping[str, str]:  # noqa: ARG002 - as simplemma has it
        """The dictionary form of each form of a word."""
        return cast(Mapping[str, str], self._forms)


def _in_little() -> Mapping[str, str]:
    """The dictionary in little memory, slow to go through."""
    from simplemma.strategies.dictionaries import LOW_MEMORY_DICTIONARY_FACTORY

    return LOW_MEMORY_DICTIONARY_FACTORY.get_dictionary(_CODE)


def _whole() -> Mapping[str, str]:
    """The dictionary in a tenth of the time to go through, and much memory until it is let go of."""
    from simplemma.strategies import DefaultDictionaryFactory

    return DefaultDictionaryFactory().get_dictionary(_CODE)


@cache
def _lookup() -> DictionaryLookupStrategy:
    from simplemma.strategies import DictionaryLookupStrategy

    return DictionaryLookupStrategy(_forms())


@cache
def _lemmatizer() -> Lemmatizer:
    from simplemma import Lemmatizer
    from simplemma.strategies import DefaultStrategy

    return Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=_forms()))


@cache
def _forms() -> _Forms:
    return _Forms()
