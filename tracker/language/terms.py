"""Words as terms that can be compared: lemma and parts, names with what they stand for, and what sort they are of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from tracker.errors import RulesetError
from tracker.language.lemmas import compound_parts, is_content, lemma
from tracker.language.pack import cached
from tracker.language.resources import entries, word_list, word_set

Term = tuple[str, ...]
"""A content word as its stem followed by the stems of its parts: ("onderwijsregio", "onderwijs", "regio")."""

SURE_END = 8
"""Characters: shorter words stand at the end of unrelated ones ("beraad")."""

_NEVER = 10**6
"""More letters than any word has."""


class Names(Struct, frozen=True):
    """Abbreviations in lower case with the words that they stand for; full names are found by all their words."""

    full: Mapping[str, tuple[str, ...]]
    lengths: Mapping[str, tuple[int, ...]]
    """Of how many words the full names are that begin with a word: two or more."""
    shorts: Mapping[tuple[str, ...], tuple[str, ...]]
    """The abbreviations of a full name."""


def names_of(full: Mapping[str, tuple[str, ...]]) -> Names:
    """Abbreviations that can be found by their full names, where those are of two words or more."""
    lengths: dict[str, set[int]] = {}
    shorts: dict[tuple[str, ...], list[str]] = {}
    for short, long in full.items():
        if len(long) > 1:
            lengths.setdefault(long[0], set()).add(len(long))
            shorts.setdefault(long, []).append(short)
    return Names(
        full,
        {word: tuple(sorted(found)) for word, found in lengths.items()},
        {long: tuple(found) for long, found in shorts.items()},
    )


NO_NAMES = names_of({})


def terms_of(words: Sequence[str], names: Names) -> list[Term]:
    """The terms of words in order; then, for each name among them, its abbreviation and its full words."""
    found = [term for word in words if (term := _term(word))]
    for short in named(words, names):
        found += name_terms(short, names)
    return found


def named(words: Sequence[str], names: Names) -> list[str]:
    """The abbreviations that words in a row use, or whose full names they have."""
    full, lengths = names.full, names.lengths
    if full.keys().isdisjoint(words) and lengths.keys().isdisjoint(words):
        return []
    bare = [word for word in words if word not in word_set("words", "linking")]
    found = [word for word in bare if word in full]
    for at, word in enumerate(bare):
        for length in lengths.get(word, ()):
            found += names.shorts.get(tuple(bare[at : at + length]), ())
    return list(dict.fromkeys(found))


def name_terms(short: str, names: Names) -> list[Term]:
    """An abbreviation and the words that it stands for."""
    return [(short,), *(term for word in names.full[short] if (term := _term(word)))]


@cached(maxsize=65536)
def deliverable_types(term: Term) -> frozenset[str]:
    """The forms (research, pilot, plan …) that a word names, by itself or by its last part."""
    table = _deliverable_types()
    return table.get(term[0], frozenset()) or table.get(term[-1], frozenset())


@cached(maxsize=65536)
def is_generic(term: Term) -> bool:
    """Whether a word names a form or what carries a message, and no subject."""
    return term[0] in _generic_terms() or term[0] in _deliverable_types()


@cached(maxsize=65536)
def tells_nothing_alone(term: Term) -> bool:
    """Whether lacking the word tells nothing: forms are compared by themselves, and parties come and go."""
    return is_generic(term) or bool(deliverable_types(term)) or is_party(term)


@cached(maxsize=65536)
def is_doing(term: Term) -> bool:
    """Whether a word names what is done with a thing ("de aanleg van de weg"), and not the thing."""
    return term[0] in _doing_terms()


@cached(maxsize=65536)
def is_party(term: Term) -> bool:
    """Whether a word names who takes part."""
    heads, ends = _party_terms()
    return term[0] in heads or term[-1] in heads or term[0].endswith(ends)


@cached(maxsize=1)
def action_ends() -> tuple[str, str]:
    """The end of an infinitive and that of the noun made of it; "" where the language makes none so."""
    ends = word_list("words", "action")
    return (ends[0], ends[1]) if ends else ("", "")


@cached(maxsize=65536)
def _term(word: str) -> Term:
    first = lemma(word)
    parts = [part for part in compound_parts(word) if is_content(part)]
    return tuple(dict.fromkeys(map(_stem, (first, *parts)))) if is_content(first) or parts else ()


def _stem(word: str) -> str:
    """A verb and the noun made of it are one word here: "herijken" and "herijking" both give "herijking"."""
    plain = word.replace("_", "")
    verb, noun = action_ends()
    return plain.removesuffix(verb) + noun if verb and len(plain) > 5 and plain.endswith(verb) else plain


@cached(maxsize=1)
def _doing_terms() -> frozenset[str]:
    return frozenset(_stems_of("doing", entries("links", "doing").get("words", ())))


@cached(maxsize=1)
def _deliverable_types() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for form, nouns in entries("links", "forms").items():
        for stem in _stems_of(f"forms.{form}", nouns):
            found.setdefault(stem, set()).add(form)
    return {stem: frozenset(forms) for stem, forms in found.items()}


@cached(maxsize=1)
def _generic_terms() -> frozenset[str]:
    return frozenset(_stems_of("carriers", entries("links", "carriers").get("words", ())))


@cached(maxsize=1)
def _party_terms() -> tuple[frozenset[str], tuple[str, ...]]:
    """The words, and those of them long enough to be known at the end of another word."""
    nouns = _stems_of("partners", entries("links", "partners").get("words", ()), SURE_END)
    return frozenset(nouns), tuple(word for word in nouns if len(word) >= SURE_END)


def _stems_of(name: str, words: Iterable[str], sure_end: int = _NEVER) -> list[str]:
    """The stems of words of links.toml; from so many letters on also of what only ends other words.

    Raises RulesetError: texts are read without a word of the list, or by another lemma, so that it can never match.
    """
    found = {word: _stem(word) for word in words}
    if lost := [word for word, stem in found.items() if _term(word)[:1] != (stem,) and len(word) < sure_end]:
        told = (f"{word!r} can never match: texts have {_term(word)[:1] or 'nothing'} of it" for word in lost)
        raise RulesetError([f"links.toml: {name}: {fault}" for fault in told])
    return list(found.values())
