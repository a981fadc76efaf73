"""Words as units that can be compared: lemma and parts, names with what they stand for, and how much each tells."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct

from tracker.language.names import expansions
from tracker.language.ruleset import read_table
from tracker.language.words import compound_parts, is_content, lemma, rarity, tokens
from tracker.model import Letter, PassageKind

Unit = tuple[str, ...]
"""A content word as its stem followed by the stems of its parts: ("onderwijsregio", "onderwijs", "regio")."""

_SMALL = 80
"""Passages; a shorter letter counts as one of this length, or every word of it would seem common."""
_COMMON, _RANGE = 0.2, 0.5
"""Rarities: a word no rarer than the first tells nothing, one that is rarer by the second tells all it can."""
_ACTION = 0.7
"""What a verb, or the noun made of it, tells against another word: many things can be "uitgebreid"."""
_SKIPPED = frozenset({PassageKind.FURNITURE, PassageKind.MASTHEAD, PassageKind.SIGNATURE})
_SURE_END = 8
"""Letters; shorter words stand at the end of unrelated ones ("beraad")."""
_LINKING = frozenset({"van", "voor", "de", "het", "en", "der", "in", "op"})
"""Words that one letter writes in a name and the next leaves out."""

Names = Mapping[str, tuple[str, ...]]
"""Abbreviations in lower case with the words that they stand for."""


class Vocabulary(Struct, frozen=True):
    """In how many passages of a letter each stem stands, and the abbreviations known when it was written."""

    passages: int
    counts: Mapping[str, int]
    names: Names

    def share(self, stem: str) -> float:
        """The share of passages with the word, never 0."""
        return min(1.0, (self.counts.get(stem, 0) + 0.5) / max(self.passages, _SMALL))


def read_vocabulary(letter: Letter, known: Names) -> Vocabulary:
    """Count a letter's words; `known` are abbreviations that earlier letters explained."""
    passages = [passage.text for passage in letter.passages if passage.kind not in _SKIPPED]
    names = dict(known)
    for short, long in expansions("\n".join(passages)).items():
        names[short.lower()] = tuple(word for word in tokens(long) if word not in _LINKING)
    counts: dict[str, int] = {}
    for text in passages:
        for stem in {stem for unit in units(text, names) for stem in unit}:
            counts[stem] = counts.get(stem, 0) + 1
    return Vocabulary(len(passages), counts, names)


def units(text: str, names: Names) -> list[Unit]:
    """The content words of a text in order; then, for each name in it, its abbreviation and its full words."""
    words = tokens(text)
    found = [unit for word in words if (unit := _unit(word))]
    for short in named(text, names):
        found += name_units(short, names)
    return found


def named(text: str, names: Names) -> list[str]:
    """The abbreviations that a text uses, or whose full names it has."""
    if not names:
        return []
    bare = [word for word in tokens(text) if word not in _LINKING]
    heads = _heads(tuple(names.items()))
    found = [word for word in bare if word in names]
    for at, word in enumerate(bare):
        found += [short for short in heads.get(word, ()) if tuple(bare[at : at + len(names[short])]) == names[short]]
    return list(dict.fromkeys(found))


def name_units(short: str, names: Names) -> list[Unit]:
    """An abbreviation and the words that it stands for."""
    return [(short,), *(unit for word in names[short] if (unit := _unit(word)))]


@lru_cache(maxsize=64)
def _heads(names: tuple[tuple[str, tuple[str, ...]], ...]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for short, long in names:
        if len(long) > 1:
            found[long[0]] = (*found.get(long[0], ()), short)
    return found


@lru_cache(maxsize=65536)
def _unit(token: str) -> Unit:
    first = lemma(token)
    parts = [part for part in compound_parts(token) if is_content(part)]
    return tuple(dict.fromkeys(map(_stem, (first, *parts)))) if is_content(first) or parts else ()


def _stem(word: str) -> str:
    """A verb and the noun made of it are one word here: "herijken" and "herijking" both give "herijking"."""
    plain = word.replace("_", "")
    return f"{plain[:-2]}ing" if len(plain) > 5 and plain.endswith("en") else plain


@lru_cache(maxsize=65536)
def distinctness(stem: str) -> float:
    """How well a word tells one subject from another, 0..1."""
    action = stem.endswith("ing") and len(stem) > 6
    rare = min(rarity(stem), rarity(f"{stem[:-3]}en")) if action else rarity(stem)
    value = min(1.0, max(0.0, (rare - _COMMON) / _RANGE))
    return value * _ACTION if action else value


@lru_cache(maxsize=65536)
def forms_of(unit: Unit) -> frozenset[str]:
    """The forms (research, pilot, plan …) that a word names, by itself or by its last part."""
    table = _forms()
    return table.get(unit[0], frozenset()) or table.get(unit[-1], frozenset())


@lru_cache(maxsize=65536)
def is_carrier(unit: Unit) -> bool:
    """Whether a word names a form or what carries a message, and no subject."""
    return unit[0] in _carriers() or unit[0] in _forms()


@lru_cache(maxsize=1)
def _forms() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for form, words in read_table("links")["forms"].items():
        for word in words:
            found.setdefault(_stem(word), set()).add(form)
    return {word: frozenset(forms) for word, forms in found.items()}


@lru_cache(maxsize=1)
def _carriers() -> frozenset[str]:
    return frozenset(map(_stem, read_table("links")["carriers"]["words"]))


@lru_cache(maxsize=65536)
def is_partner(unit: Unit) -> bool:
    """Whether a word names who takes part."""
    heads, ends = _partners()
    return unit[0] in heads or unit[-1] in heads or unit[0].endswith(ends)


@lru_cache(maxsize=1)
def _partners() -> tuple[frozenset[str], tuple[str, ...]]:
    """The words, and those of them long enough to be known at the end of another word."""
    words = [_stem(word) for word in read_table("links")["partners"]["words"]]
    return frozenset(words), tuple(word for word in words if len(word) >= _SURE_END)
