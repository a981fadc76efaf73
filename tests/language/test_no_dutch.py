"""Dutch stands in its pack alone: no string or name outside it holds a word of Dutch that is none of English."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection
from functools import cache
from pathlib import Path

import pytest
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from tests.parsed import nodes_of

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
    "tracker/documents/formats/docx_text.py": {"den"},
    "tracker/model/__init__.py": {"euro"},
    "tracker/sources/papers.py": {"nul"},
    "tracker/documents/formats/html.py": MARKUP | {"expliciet", "verwijzing", "voetnoot"},
}
"""Words by file: names of elements, attributes and classes of the markup that official papers are published in, and a
name that no file may have on Windows."""


NAMES = {"alt", "bbox", "codecs", "dossiers", "euro", "ge", "ipv", "linker", "op", "popen", "rc", "tol"}
"""What names of the program may hold besides: English and names of libraries."""
FIELDS: dict[str, set[str]] = {
    "tracker/sources/odata.py": {
        *{"datum", "gewijzigd", "naam", "nummer", "onderwerp", "relatie", "soort", "titel", "toevoeging"},
        *{"verwijderd", "volgnummer", "zaak"},
    },
    "tracker/sources/register.py": {
        *{"activiteit", "datum", "gewijzigd", "herhaling", "kamerbrief", "ministerie", "nakoming", "nummer", "tekst"},
        *{"van", "verwijderd", "wijziging"},
    },
}
"""Names by file that are none of ours: the fields of records, as the service of parliament calls them.

A decoder reads a record by the names of its fields, so these stand in no data file.
"""


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


Said = list[tuple[int, str]]
"""Texts with their lines."""


@cache
def _read(path: Path) -> tuple[Said, Said]:
    """The strings and the names of a module."""
    strings: Said = []
    found: dict[str, int] = {}
    alone = set()
    for node in nodes_of(path.read_text(encoding="utf-8")):
        match node:
            case ast.Expr():
                alone.add(id(node.value))
            case ast.Constant(value=str() | bytes() as value) if id(node) not in alone:
                strings.append((node.lineno, value if isinstance(value, str) else value.decode("utf-8", "replace")))
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name):
                found.setdefault(name, node.lineno)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                found.setdefault(name, node.lineno)
            case ast.keyword(arg=str(name)):
                found.setdefault(name, node.value.lineno)
            case _:
                pass
    return strings, [(line, name.replace("_", " ")) for name, line in found.items()]


def literals(path: Path) -> Said:
    """The strings of a module, of bytes too; docstrings and others that stand by themselves are left out."""
    return _read(path)[0]


def names(path: Path) -> Said:
    """The names of variables, fields, functions, arguments and keywords of a module."""
    return _read(path)[1]


def words_of(text: str) -> set[str]:
    """The words of a literal; escapes and group names of a pattern are none."""
    bare = re.sub(r"\\[a-zA-Z]|\(\?P?<\w+>", " ", EXAMPLE.sub("", text))
    return {word for word in re.findall(r"[^\W\d_]+", bare.lower()) if len(word) > 1}


def dutch(top: Path) -> list[str]:
    """The Dutch that stands in the strings and names of a tree outside the pack."""
    found = []
    for path in sorted(file for room in ("tracker", "tui") for file in top.glob(f"{room}/**/*.py")):
        place = path.relative_to(top).as_posix()
        may = CODES | TERMS | LIGATURES | MAY.get(place, set())
        if place.startswith(PACK):
            continue
        ours = may | NAMES | FIELDS.get(place, set())
        read = [*((*row, may) for row in literals(path)), *((*row, ours) for row in names(path))]
        for line, text, known in read:
            if words := sorted(word for word in words_of(text) - known if is_dutch(word)):
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
    'X = b"uiterlijk"',
    "f(**g(uiterlijk=1))",
    "uiterlijk = 1",
    "x.uiterlijk",
    "def uiterlijk_op(): ...",
    "def f(uiterlijk): ...",
    "class A:\n    nummer: int",
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
    assert {row.split(":")[0] for row in dutch(tmp_path)} == {f"{room}/verdict.py"}
    assert len(dutch(tmp_path)) == 1


@pytest.mark.parametrize(("place", "word"), [(place, word) for place, words in MAY.items() for word in sorted(words)])
def test_every_exception_is_needed(place: str, word: str) -> None:
    """An exception whose word is gone must go too."""
    held = {found for _, text in literals(TOP / place) for found in words_of(text)}
    assert word in held or word in MARKUP


@pytest.mark.parametrize(("place", "field"), [(place, name) for place, row in FIELDS.items() for name in sorted(row)])
def test_every_field_of_a_service_is_one(place: str, field: str) -> None:
    """A name that is gone, or that is no Dutch, is no exception."""
    assert field in {word for _, name in names(TOP / place) for word in words_of(name)}
    assert is_dutch(field)


def test_every_exception_of_all_files_is_needed() -> None:
    """Terms that no file holds, or that are no Dutch, are no exceptions."""
    files = [file for room in ("tracker", "tui") for file in TOP.glob(f"{room}/**/*.py")]
    held = {word for file in files for _, text in literals(file) for word in words_of(text)}
    assert held >= CODES | TERMS | LIGATURES | MARKUP
    assert all(map(is_dutch, CODES | TERMS | LIGATURES | MARKUP | NAMES))
    assert {word for file in files for _, name in names(file) for word in words_of(name)} >= NAMES
