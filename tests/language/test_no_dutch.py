"""Dutch stands in its pack alone: no string of the program outside it holds a word of Dutch that is none of English."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection
from functools import cache
from pathlib import Path

import pytest
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

TOP = Path(__file__).parents[2]
PACK = "tracker/language/nl/"

OFTENER = 10
"""A word that Dutch writes so much oftener than English is Dutch: "van" stands in English dictionaries too."""

EXAMPLE = re.compile(r"Example:.*\Z", re.DOTALL)
"""Examples of help are sentences of letters."""

CODES = {"lang", "nl", "en"}
"""Codes and names of languages and of options."""
TERMS = {"analyse", "dossier", "dt", "int", "langs", "li", "met", "mul", "npz", "pos", "schema", "val", "wal"}
"""English terms and names of programs, formats and fields."""
LIGATURES = {"ij"}

MARKUP = {
    "al",
    "bijlage",
    "citaat",
    "cursief",
    "datum",
    "deel",
    "divisie",
    "dossiernummer",
    "figuur",
    "functie",
    "groep",
}
MARKUP |= {"hoofdstuk", "kop", "lijst", "naam", "nadruk", "noot", "nr", "officiele", "ondertekening", "paragraaf"}
MARKUP |= {"publicatie", "sectie", "stuk", "subtitel", "tekst", "tekstregel", "titel", "tussenkop"}

MAY: dict[str, set[str]] = {
    "tracker/documents/formats/official_xml.py": MARKUP,
    "tracker/documents/formats/registry.py": {"officiele", "publicatie"},
    "tracker/documents/formats/html.py": MARKUP | {"expliciet", "verwijzing", "voetnoot"},
}
"""Words by file: names of elements, attributes and classes of the markup that official papers are published in."""


@cache
def _words(code: str) -> tuple[Collection[str], ...]:
    """The words of simplemma, and their dictionary forms."""
    known = DefaultDictionaryFactory().get_dictionary(code)
    return known.keys(), frozenset(known.values())


@cache
def is_dutch(word: str) -> bool:
    """Whether a word in small letters is Dutch and not English, by dictionaries or by how often each writes it."""
    from wordfreq import get_frequency_dict  # no other test needs it loaded

    if any(word in words for words in _words("nl")) and not any(word in words for words in _words("en")):
        return True
    dutch, english = (get_frequency_dict(code, "best").get(word, 0.0) for code in ("nl", "en"))
    return dutch > OFTENER * english


@cache
def literals(path: Path) -> list[tuple[int, str]]:
    """The strings of a module with their lines, docstrings and other strings that stand by themselves left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    strings = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return [(node.lineno, str(node.value)) for node in strings if id(node) not in alone]


def words_of(text: str) -> set[str]:
    """The words of a literal; escapes and group names of a pattern are none."""
    bare = re.sub(r"\\[a-zA-Z]|\(\?P?<\w+>", " ", EXAMPLE.sub("", text))
    return {word for word in re.findall(r"[^\W\d_]+", bare.lower()) if len(word) > 1}


def dutch(top: Path) -> list[str]:
    """The Dutch that stands in the strings of a tree outside the pack."""
    found = []
    for path in sorted(file for room in ("tracker", "tui") for file in top.glob(f"{room}/**/*.py")):
        place = path.relative_to(top).as_posix()
        may = CODES | TERMS | LIGATURES | MAY.get(place, set())
        for line, text in literals(path) if not place.startswith(PACK) else ():
            if words := sorted(word for word in words_of(text) - may if is_dutch(word)):
                found.append(f"{place}:{line} {words}")
    return found


def test_no_dutch_outside_its_pack() -> None:
    """Whoever needs a word of the language asks the pack for it."""
    assert dutch(TOP) == []


PLANTED = [
    'X = "uiterlijk"',
    'X = r"\\b(?:niet|geen)\\b"',
    'X = {"datum": 1}',
    'f(f"{a} voor")',
    'X = r"(?:heading|kop)\\s*(\\d)"',
    'x.partition(" (ingezonden")',
    'X = ("voortgang",)',
    'X = "kamerbrief"',
    'X = r"\\s+van\\s+"',
]


@pytest.mark.parametrize("code", PLANTED)
@pytest.mark.parametrize("room", ["tracker/status", "tui"])
def test_dutch_is_found(tmp_path: Path, code: str, room: str) -> None:
    """A word that is planted in a sound tree is told with its place; one in the pack or a docstring is not."""
    for folder in (PACK, room):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / PACK / "verbs.py").write_text(code, encoding="utf-8")
    (tmp_path / room / "views.py").write_text('"""Zoals wij hebben gemeld."""\nX = "as we said"\n', encoding="utf-8")
    assert dutch(tmp_path) == []
    (tmp_path / room / "verdict.py").write_text(code, encoding="utf-8")
    assert [row.split(" ")[0] for row in dutch(tmp_path)] == [f"{room}/verdict.py:1"]


@pytest.mark.parametrize(("place", "word"), [(place, word) for place, words in MAY.items() for word in sorted(words)])
def test_every_exception_is_needed(place: str, word: str) -> None:
    """An exception whose word is gone must go too."""
    held = {found for _, text in literals(TOP / place) for found in words_of(text)}
    assert word in held or word in MARKUP


def test_every_exception_of_all_files_is_needed() -> None:
    """Terms that no file holds, or that are no Dutch, are no exceptions."""
    files = [file for room in ("tracker", "tui") for file in TOP.glob(f"{room}/**/*.py")]
    held = {word for file in files for _, text in literals(file) for word in words_of(text)}
    assert held >= CODES | TERMS | LIGATURES | MARKUP
    assert all(map(is_dutch, CODES | TERMS | LIGATURES | MARKUP))
