"""Where a sentence turns from one registered promise to the next: "A-1 is gestuurd en over A-2 hoort u meer"."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.language.lemmas import is_code
from tracker.language.lexicon import function_words, function_words_of
from tracker.language.nl.clause_boundaries import Tokens, low_at
from tracker.language.nl.finite import is_finite


def number_places(tokens: Tokens) -> tuple[int, ...]:
    """The places of the registered numbers of a sentence."""
    return tuple(n for n, token in enumerate(tokens) if is_code(token.text))


def turns_to_number(tokens: Tokens, at: int, known: Sequence[int]) -> bool:
    """Whether what is said of the next of several numbers begins here: "A-1 is gestuurd en over A-2 hoort u".

    A row of numbers of which one thing is said ("A-1, A-2 en A-3") is none. `known` are the places of all numbers.
    """
    joined = tokens[at].low in function_words()["coordinators"]
    if not known or known[0] >= at or not (joined or low_at(tokens, at - 1) == ","):
        return False
    part = _part_of(tokens, at + joined)
    numbers = [n for n in part if is_code(tokens[n].text)]
    verbs = [n for n in part if is_finite(tokens, n)]
    if verbs:
        return known[-1] >= at if joined else bool(numbers) and numbers[0] < verbs[0]
    short = [tokens[n].low for n in part if not numbers or n > numbers[0]]
    return bool(numbers and short) and function_words()["shortly"].issuperset(short)


def _part_of(tokens: Tokens, start: int) -> list[int]:
    """The places of the words from one on, up to what opens or parts clauses and parts of a row."""
    opens = function_words_of("coordinators", "subordinators", "after_comma")
    found: list[int] = []
    for n in range(start, len(tokens)):
        word = tokens[n]
        if word.text in (",", ";", ":") or (word.low in opens and n > start):
            break
        found += [n] if word.text[0].isalnum() else []
    return found
