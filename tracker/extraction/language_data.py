"""All data of the language that is read now, loaded and checked at once; else each table is when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from tracker.documents.layout.patterns import check_patterns
from tracker.errors import RulesetError
from tracker.extraction.rules import load_rules
from tracker.language.lexicon import verb_classes
from tracker.language.pack import TABLES
from tracker.language.resources import entries, read_table
from tracker.temporal.document_date import clues
from tracker.temporal.grammar import grammar


def _check_tenses() -> None:
    """The tenses of clauses.toml are those that verbs of verbs.toml give."""
    read_table("clauses")
    if unknown := [verb for verb in entries("clauses", "tenses") if verb not in verb_classes()]:
        raise RulesetError([f"clauses.toml: tenses.{verb} is no verb of verbs.toml" for verb in unknown])


_CHECKS: Mapping[str, Callable[[], object]] = {
    "calendar": grammar,
    "clauses": _check_tenses,
    "commitments": partial(load_rules, "commitments"),
    "document_date": clues,
    "kinds": partial(load_rules, "kinds"),
    "letters": check_patterns,
    "reports": partial(load_rules, "reports"),
    "time": grammar,
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
