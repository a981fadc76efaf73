"""Stages that a quote names ("de tweede tranche", "fase 3", "voorlopige"): two stages of one thing are two promises.

So are two groups of one kind ("basisscholen", "middelbare scholen").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tracker.language.lemmas import compound_parts, is_content, lemma
from tracker.language.pack import cached
from tracker.language.resources import entries, word_set

Stage = tuple[str, str]
"""A noun for a stage, and its number as a word; of what is preliminary or final no noun, and which of the two; of a
group its kind, and which of that."""

_YEAR = 4
"""Digits of a year: it tells no thing from another."""
_BEFORE = 4
"""Words: so far before its noun a number stands ("de derde en laatste tranche"); by judgement, a longer way is
another phrase."""


def stages_of(words: Sequence[str]) -> frozenset[Stage]:
    """The stages that words in a row name."""
    numbers, nouns = _numbers(), entries("links", "stages").get("nouns", ())
    found = {("", _versions()[form]) for word in words for form in (word, lemma(word)) if form in _versions()}
    for at, word in enumerate(words):
        noun = next((row for row in nouns if row in (lemma(word), *compound_parts(word))), None)
        if noun is None:
            continue
        before = words[max(0, at - _BEFORE) : at]
        found |= {(noun, numbers[word]) for word in _joined(before, numbers) if not word.isdigit()}
        found |= {(noun, numbers[word]) for word in words[at + 1 : at + 2] if word in numbers}
    return frozenset(found)


def _joined(before: Sequence[str], numbers: Mapping[str, str]) -> set[str]:
    """The numbers right before a noun, also of a row: "de eerste en tweede", "de derde en laatste"."""
    found: set[str] = set()
    for at, word in enumerate(reversed(before)):
        if word in numbers:
            found.add(word)
        elif at and word not in word_set("words", "linking"):
            break
    return found


def unlike_stages(one: frozenset[Stage], other: frozenset[Stage]) -> str:
    """The stages by which two quotes tell of two: of one noun, with no number in common."""
    nouns = {noun for noun, _ in one} & {noun for noun, _ in other} if one and other else ()
    for noun in sorted(nouns):
        mine, yours = ({number for name, number in rows if name == noun} for rows in (one, other))
        if mine.isdisjoint(yours):
            return f"{noun} {', '.join(sorted(mine))} ≠ {', '.join(sorted(yours))}".lstrip()
    return ""


def unlike_numbers(one: Sequence[str], other: Sequence[str]) -> str:
    """The numbers by which two quotes tell of two things, where nothing else tells them apart ("dorp 3", "dorp 4").

    Each stands right after a noun and counts nothing that follows. The words are those without a deadline: a quarter
    or a day that moves makes no other thing.
    """
    if len(one) != len(other):
        return ""
    apart = [at for at, (mine, yours) in enumerate(zip(one, other, strict=True)) if mine != yours]
    if not apart or not all(_names_by_number(words, at) for words in (one, other) for at in apart):
        return ""
    return ", ".join(f"{one[at - 1]} {one[at]} ≠ {other[at]}" for at in apart)


def _names_by_number(words: Sequence[str], at: int) -> bool:
    """Whether a word is a number that names the noun before it."""
    number, after = words[at], words[at + 1] if at + 1 < len(words) else ""
    if not (at > 0 and number.isdigit() and len(number) < _YEAR):
        return False
    counts = bool(after) and is_content(lemma(after))
    return _is_named(words[at - 1]) and not counts


def _is_named(noun: str) -> bool:
    """Whether a word before a number may be named by it: one that tells something, or a form that comes in numbers."""
    numbered = entries("links", "stages").get("numbered", ())
    return is_content(lemma(noun)) or not {lemma(noun), *compound_parts(noun)}.isdisjoint(numbered)


@cached(maxsize=1)
def _numbers() -> Mapping[str, str]:
    """Each way to write a number → the number as a word."""
    return {form: name for name, forms in entries("links", "stages").get("numbers", {}).items() for form in forms}


@cached(maxsize=1)
def _versions() -> Mapping[str, str]:
    """Each word, as it stands or as a lemma, that tells what is preliminary from what is final → which of the two."""
    return {word: name for name, words in entries("links", "versions").items() for word in words}
