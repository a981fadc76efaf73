"""Linking and verdicts ask the analysis of a letter; they read none of its text again."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("linking", "status")

READERS = ("tracker.language", "tracker.text", "tracker.temporal", "tracker.extraction", "tracker.documents")
"""The rooms that read text: of these, linking and status may have the following names alone."""

MAY_HAVE = {
    "tracker.extraction": {"AnalysedLetter", "Facts", "NounPhrase", "StatementFacts", "Statements", "describe_missing"},
    "tracker.extraction.cues": {"Cue"},
    "tracker.extraction.naming": {"Name", "NamePlace"},
    "tracker.extraction.siblings": {
        "START",
        "apart",
        "called",
        "editions_of",
        "numerals_of",
        "prepares",
        "unlike_names",
        "unlike_parts",
    },
    "tracker.extraction.statement_facts": {"Preceding", "StatementFacts"},
    "tracker.language.lemmas": {"compound_parts", "infinitive_of_now", "is_content", "is_verb_form", "lemma", "rarity"},
    "tracker.language.pack": {"cached"},
    "tracker.language.resources": {"entries", "word_list", "word_set"},
    "tracker.temporal.interval": {"edtf"},
    "tracker.extraction.learned.weights": {"weights_folder"},
    "tracker.temporal.limits": {"is_limit"},
    "tracker.temporal.timex": {"Length", "extend", "retract"},
}
"""What was analysed, what is known of a single word, and sums with days and lengths of time."""

MATCHERS = {"re", "regex", "sre_compile", "fnmatch", "rapidfuzz.process", "simplemma", "sentencex"}

TEXTS = {"text", "quote", "sentence", "heading", "lead_in"}
"""The fields that hold words of a letter: they are shown and compared whole, not searched."""

SHOWN = {("status/titles.py", name) for name in ("split", "words", "noun_phrases")}
"""What cuts what is shown: methods of these fields, and functions; two titles or a heading are compared by words.

A title may be the thing that the sentence before its promise names.
"""


def faults(path: Path) -> Iterator[str]:
    """By what a module can read text again."""
    place = f"{path.parent.name}/{path.name}"
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (row.name for row in node.names if row.name in MATCHERS or row.name.startswith(READERS))
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            reads = module.startswith(READERS)
            names = [row.name for row in node.names if (place, row.name) not in SHOWN]
            yield from (name for name in names if reads and name not in MAY_HAVE.get(module, set()))
            yield from [module] if module in MATCHERS else []
        elif isinstance(node, ast.Attribute) and is_text(node.value) and (place, node.attr) not in SHOWN:
            yield f"{ast.unparse(node.value)}.{node.attr}"
        elif isinstance(node, ast.Compare) and any(isinstance(row, ast.In | ast.NotIn) for row in node.ops):
            yield from (ast.unparse(node) for row in node.comparators if is_text(row))


def is_text(node: ast.expr) -> bool:
    """Whether an expression is a field with words of a letter."""
    return isinstance(node, ast.Attribute) and node.attr in TEXTS


@pytest.mark.parametrize("room", ROOMS)
def test_no_text_is_read_again(room: str) -> None:
    found = {path.name: list(faults(path)) for path in sorted((ROOT / "tracker" / room).rglob("*.py"))}
    assert {name: row for name, row in found.items() if row} == {}


PLANTED = {
    "a regular expression": "import re\n",
    "one from its module": "from re import compile\n",
    "a tokenizer": "from tracker.text.tokens import tokenize\n",
    "a tokenizer by its module": "import tracker.text.tokens\n",
    "words of a text": "from tracker.language.lemmas import words\n",
    "cues of a text": "from tracker.extraction.cues import find_cues\n",
    "times of a text": "from tracker.temporal.timex import tag_times\n",
    "the analysis itself": "from tracker.extraction import analyse\n",
    "in a function": "def f():\n    from tracker.language.patterns import pattern\n",
    "a search in a quote": "def f(row):\n    return row.quote.find('plan')\n",
    "a word in a sentence": "def f(row):\n    return 'plan' in row.sentence\n",
    "a quote in small letters": "def f(row):\n    return row.quote.lower()\n",
    "the words of a heading": "def f(row):\n    return row.heading.split()\n",
}


@pytest.mark.parametrize("planted", PLANTED.values(), ids=PLANTED.keys())
def test_each_way_to_read_again_is_seen(tmp_path: Path, planted: str) -> None:
    path = tmp_path / "linking" / "terms.py"
    path.parent.mkdir()
    path.write_text(planted, encoding="utf-8")
    assert len(list(faults(path))) == 1
