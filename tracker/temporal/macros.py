"""The patterns of time.toml: lists and words as alternatives, and the macros in braces that they are written with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from tracker.errors import RulesetError
from tracker.language.patterns import NOTHING, Patterns

_MACRO = re.compile(r"\{([a-z_]+)\}")


def any_of(patterns: Patterns) -> str:
    """One pattern of any of a list; one that is no list as it is."""
    return patterns if isinstance(patterns, str) else f"(?:{'|'.join(patterns)})"


def alternatives(words: Iterable[str]) -> str:
    """The words of a table, longest first so that the longest is found."""
    return "(?:" + ("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or NOTHING) + ")"


def filled(name: str, pattern: str, macros: Mapping[str, str]) -> str:
    """The pattern of a rule with its macros filled in.

    Raises RulesetError: it names a macro that there is none of, or that names itself.
    """
    for _ in range(len(macros) + 1):  # each round fills one macro or more for good
        if not _MACRO.search(pattern):
            return pattern
        try:
            pattern = _MACRO.sub(lambda match: macros[match[1]], pattern)
        except KeyError as unknown:
            raise RulesetError([f"time.toml: {name}: {unknown} is unknown"]) from None
    raise RulesetError([f"time.toml: {name}: a macro names itself"])


def compiled_pattern(name: str, pattern: str) -> re.Pattern[str]:
    """The regular expression of a rule. Raises RulesetError: it is none."""
    try:
        return re.compile(pattern)
    except re.error as fault:
        raise RulesetError([f"time.toml: {name}: {pattern!r}: does not compile: {fault}"]) from None
