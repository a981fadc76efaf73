"""Many patterns that are asked of one text at once: it is searched by those alone of which it has a run of letters."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from ahocorasick import Automaton

from tracker.text.pattern_literals import DIGIT, Runs, literals

_DIGIT = re.compile(r"\d")
_TEXTS = 16
"""Texts whose runs are remembered: clauses and their sentence are asked several times in a row."""
_ANSWERS = 4096
"""Answers that are remembered: of each clause of a sentence the same is asked of what stands around it."""


class PatternSet:
    """Patterns, told by their place; each is compiled when it is first asked of a text that may have it."""

    def __init__(self, patterns: Iterable[str | re.Pattern[str]], runs: Sequence[Runs | None] | None = None) -> None:
        """Take patterns in an order; `runs` are those of each (runs_of), where they are known."""
        self._patterns = list(patterns)
        read = runs_of(self._patterns) if runs is None else runs
        self._always = frozenset(at for at, found in enumerate(read) if found is None)
        needing: dict[str, set[int]] = defaultdict(set)
        for at, found in enumerate(read):
            for run in found or ():
                needing[run].add(at)
        self._runs = _automaton(needing)
        self.possible = lru_cache(_TEXTS)(self._possible)
        """The places of those that a text may match."""
        self._has = lru_cache(_ANSWERS)(self._search)
        """Whether a text has the pattern at a place, which it may match."""

    def _possible(self, text: str) -> frozenset[int]:
        found = self._runs.iter(_DIGIT.sub(DIGIT, text)) if self._runs else ()
        return self._always.union(*(places for _, places in found))

    def _search(self, at: int, text: str) -> bool:
        pattern = self._patterns[at]
        if isinstance(pattern, str):
            pattern = self._patterns[at] = re.compile(pattern)
        return pattern.search(text) is not None

    def matches(self, at: int, text: str) -> bool:
        """Whether a text has the pattern at a place."""
        return at in self.possible(text) and self._has(at, text)

    def found(self, text: str) -> Iterator[int]:
        """The places of those that a text has, in their order."""
        return (at for at in sorted(self.possible(text)) if self._has(at, text))


def runs_of(patterns: Iterable[str | re.Pattern[str]]) -> tuple[Runs | None, ...]:
    """For each pattern the runs of letters of which every text that has it has one, None where there are none."""
    return tuple(map(literals, patterns))


def _automaton(needing: Mapping[str, set[int]]) -> Automaton | None:
    """What finds all runs of letters in one pass, each with the places of the patterns that need it or others."""
    if not needing:
        return None
    found = Automaton()
    for run, places in needing.items():
        found.add_word(run, frozenset(places))
    found.make_automaton()
    return found
