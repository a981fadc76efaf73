"""Function words by their part in the sentence, and what verbs do: as the data of the language lists them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from types import MappingProxyType

from tracker.language.pack import cached
from tracker.language.resources import entries, read_table


@cached(maxsize=1)
def function_words() -> Mapping[str, frozenset[str]]:
    """The function words of the language by their part in the sentence (clauses.toml); none for a part it lacks."""
    found = {key: frozenset(row) for key, row in read_table("clauses").items() if isinstance(row, list)}
    return defaultdict(frozenset, found)


@cached(maxsize=None)
def function_words_of(*parts: str) -> frozenset[str]:
    """Those of any of several parts, put together once."""
    return frozenset().union(*(function_words()[part] for part in parts))


@cached(maxsize=1)
def verb_classes() -> Mapping[str, frozenset[str]]:
    """The infinitive → the classes that it is listed under; "|" in an entry only shows where its prefix ends."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, verbs in entries("verbs", "classes").items():
        for verb in verbs:
            found[verb.replace("|", "")].add(name)
    return MappingProxyType({verb: frozenset(names) for verb, names in found.items()})


@cached(maxsize=1)
def verb_particles() -> frozenset[str]:
    """The parts of verbs that may stand alone: "zet … neer"."""
    listed = (verb for verbs in entries("verbs", "classes").values() for verb in verbs)
    return frozenset(verb.rpartition("|")[0] for verb in listed if "|" in verb)
