"""Many patterns that are asked of one text at once: it is searched by those alone of which it has a run of letters."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from ahocorasick import Automaton

from tracker.text.pattern_literals import DIGIT, literals

_DIGIT = re.compile(r"\d")
_TEXTS = 16
"""Texts whose runs are remembered: clauses and their sentence are asked several times in a row."""


class PatternSet:
    """Patterns, told by their place."""

    def __init__(self, patterns: Iterable[re.Pattern[str]]) -> None:
        """Take patterns in an order."""
        self._patterns = tuple(patterns)
        read = [literals(pattern) for pattern in self._patterns]
        self._always = frozenset(at for at, runs in enumerate(read) if runs is None)
        needing: dict[str, set[int]] = defaultdict(set)
        for at, runs in enumerate(read):
            for run in runs or ():
                needing[run].add(at)
        self._runs = _automaton(needing)
        self.possible = lru_cache(_TEXTS)(self._possible)
        """The places of those that a text may match."""

    def _possible(self, text: str) -> frozenset[int]:
        found = self._runs.iter(_DIGIT.sub(DIGIT, text)) if self._runs else ()
        return self._always.union(*(places for _, places in found))

    def matches(self, at: int, text: str) -> bool:
        """Whether a text has the pattern at a place."""
        return at in self.possible(text) and self._patterns[at].search(text) is not None

    def found(self, text: str) -> Iterator[int]:
        """The places of those that a text has, in their order."""
        return (at for at in sorted(self.possible(text)) if self._patterns[at].search(text))


def _automaton(needing: Mapping[str, set[int]]) -> Automaton | None:
    """What finds all runs of letters in one pass, each with the places of the patterns that need it or others."""
    if not needing:
        return None
    found = Automaton()
    for run, places in needing.items():
        found.add_word(run, frozenset(places))
    found.make_automaton()
    return found
