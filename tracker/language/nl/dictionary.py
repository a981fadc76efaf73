"""Dutch words in the dictionary: their forms, and how often they are written.

Lemmas come from simplemma and frequencies from wordfreq; both are imported at first use, since they load dictionaries.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

_CODE = "nl"


def lemmatize(word: str) -> str:
    """The dictionary form of a word."""
    from simplemma import lemmatize as look_up  # loads its dictionary

    return look_up(word, lang=_CODE, low_memory=True).lower().replace("_", "")


def is_known(word: str) -> bool:
    """Whether the dictionary holds a word."""
    from simplemma import is_known as holds  # loads its dictionary

    return holds(word, lang=_CODE, low_memory=True)


@cache
def frequencies() -> Mapping[str, float]:
    """The share of each word in running text."""
    from wordfreq import get_frequency_dict  # loads its list

    return get_frequency_dict(_CODE, "best")
