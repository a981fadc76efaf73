"""Dates, amounts and shares as the language writes them: what word edits keep whole."""

from __future__ import annotations

import re

from tracker.language.pack import cached
from tracker.language.resources import month_names, word_list
from tracker.text.word_diff import NUMBER


@cached(maxsize=1)
def figures() -> re.Pattern[str]:
    """One date with its month, one amount with its currency or magnitude, or one share; in either case."""
    months, magnitudes, currencies = (
        "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"
        for words in (month_names(), word_list("words", "magnitudes"), word_list("words", "currencies"))
    )
    return re.compile(
        rf"(?<!\w)\d{{1,2}}\ (?:{months})(?:\ \d{{4}})?(?!\w)"
        rf"|(?:{currencies})\s?{NUMBER}(?:,-|\ (?:{magnitudes})(?!\w))?"
        rf"|(?<!\w){NUMBER}(?:\ ?%|\ (?:{magnitudes})(?!\w))",
        re.IGNORECASE,
    )
