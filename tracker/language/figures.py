"""Dates, amounts and shares as the language writes them: what word edits keep whole."""

from __future__ import annotations

import re

from tracker.language.pack import cached, current
from tracker.language.resources import entries, month_names, read_text, word_list
from tracker.storage.cache import digest, remembered
from tracker.text.word_diff import NUMBER


@cached(maxsize=1)
def figure_pattern() -> re.Pattern[str]:
    """One date with its month, one amount with its currency or magnitude, or one share; in either case."""
    made_of = (
        current().code,
        NUMBER,
        *(digest(read_text(table)) for table in ("abbreviations", "details", "time", "words")),
    )
    return re.compile(remembered(str, ("figures", *made_of), _written), re.IGNORECASE)


def _written() -> str:
    """The pattern; to read the tables that it is made of takes longer than to paint a screen."""
    multipliers, units = entries("details", "multipliers"), word_list("words", "figure_units")
    short = {f"{word}." for word in multipliers} & set(word_list("abbreviations", "may_end"))
    months, multiplied, counted, currencies = (
        "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"
        for words in (month_names(), (*multipliers, *sorted(short)), units, word_list("words", "currencies"))
    )
    magnitudes = rf"(?:{multiplied})(?:\ (?:{counted}))?|{counted}"
    return (
        rf"(?<!\w)\d{{1,2}}\ (?:{months})(?:\ \d{{4}})?(?!\w)"
        rf"|(?:{currencies})\s?{NUMBER}(?:,-|\ (?:{magnitudes})(?!\w))?"
        rf"|(?<!\w){NUMBER}(?:\ ?%|\ (?:{magnitudes})(?!\w))"
    )
