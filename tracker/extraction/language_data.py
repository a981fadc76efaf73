"""All data of the language that is read now, loaded and checked at once; else each table is when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from tracker.documents.layout.patterns import check_patterns
from tracker.errors import RulesetError
from tracker.extraction.rules import load_rules
from tracker.language.lexicon import verb_classes, verb_particles
from tracker.language.pack import TABLES, current
from tracker.language.resources import entries, read_table
from tracker.temporal.document_date import clues
from tracker.temporal.grammar import grammar


def _check_tenses() -> None:
    """The tenses of clauses.toml are those that verbs of verbs.toml give."""
    read_table("clauses")
    if unknown := [verb for verb in entries("clauses", "tenses") if verb not in verb_classes()]:
        raise RulesetError([f"clauses.toml: tenses.{verb} is no verb of verbs.toml" for verb in unknown])


_OF_CLASSES = ("acts", "made", "asking")
_OF_VERBS = ("said", "unsaid", "by_itself", "before", "passive")
"""The lists of titles.toml that hold classes of verbs, and verbs."""


def _check_titles() -> None:
    """The verbs and classes of titles.toml are known, or what its turns say; what follows a verb joins nouns to it."""
    table = read_table("titles")
    said = [(key, verb) for key in _OF_VERBS for verb in table.get(key, ())]
    said += [("objects", verb) for verb in entries("titles", "objects")]
    said += [("instead", verb) for pair in entries("titles", "instead").items() for verb in pair]
    classes = entries("verbs", "classes")
    found = [
        f"{key}: {name!r} is no class" for key in _OF_CLASSES for name in table.get(key, ()) if name not in classes
    ]
    turns = set(entries("titles", "turns").values())
    found += [f"{key}: {verb!r} is no verb" for key, verb in said if verb not in turns and not _is_verb(verb)]
    taken = [(verb, word) for verb, words in entries("titles", "objects").items() for word in words]
    found += [f"objects.{verb}: {word!r} is no joint" for verb, word in taken if word not in table.get("joints", ())]
    if found:
        raise RulesetError([f"titles.toml: {fault}" for fault in found])


def _is_verb(verb: str) -> bool:
    """Whether verbs.toml lists a verb, or the one that it is with a part before it, or else the dictionary has it."""
    known = verb_classes()
    return (
        verb in known
        or current().knows(verb)
        or any(verb.removeprefix(part) in known for part in verb_particles() if verb.startswith(part))
    )


_CHECKS: Mapping[str, Callable[[], object]] = {
    "calendar": grammar,
    "clauses": _check_tenses,
    "commitments": partial(load_rules, "commitments"),
    "document_date": clues,
    "kinds": partial(load_rules, "kinds"),
    "letters": check_patterns,
    "reports": partial(load_rules, "reports"),
    "time": grammar,
    "titles": _check_titles,
}
"""The tables that have more to them than their shape."""


def check_language() -> int:
    """Load every table of the language; how many there are.

    Raises:
        RulesetError: what is wrong with one, with file, place and value.

    """
    for name in TABLES:
        check_table(name)
    return len(TABLES)


def check_table(name: str) -> None:
    """Load one. Raises RulesetError: what is wrong with it; KeyError: no table is called so."""
    read_table(name)
    _CHECKS.get(name, lambda: None)()
