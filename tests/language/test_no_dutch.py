"""Dutch stands in its pack alone: no string of the program outside it holds a Dutch word."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tracker.language.resources import word_list

TRACKER = Path(__file__).parents[2] / "tracker"

PACKS = "language/nl/"
# English too, or names of formats and codes of languages.
SHARED = {"al", "begin", "door", "en", "had", "in", "is", "lang", "later", "me", "moment", "nr", "of", "op", "open"}
SHARED |= {"over", "partner", "per", "plan", "stand", "via", "want", "was", "we", "week", "word"}

# No function words, and yet once in the program.
MORE = {"afgekort", "betreft", "bijlage", "datum", "eind", "einde", "fonds", "fout", "gevonden", "herfst", "hierna"}
MORE |= {"kamerstuk", "kamerstukken", "medio", "middel", "motie", "najaar", "onderwerp", "procent", "storing"}
MORE |= {"toezegging", "verlengd", "voorjaar", "waarmee", "waarna", "zomer"}

MAY: dict[str, str] = {
    "cli.py": "examples of help are sentences of letters",
    "commands/": "examples of help are sentences of letters",
    "documents/formats/official_xml.py": "names of elements of the format",
    "documents/formats/html.py": "names of classes and errors of the sites that publish letters",
    "documents/formats/pdf_pages.py": "page numbers in any language",
    "views/citations.py": "the name under which papers of parliament are cited in every language",
    "views/names.py": "the name under which papers of parliament are cited in every language",
}
"""Files and folders that may hold Dutch, each with the reason."""


def literals(path: Path) -> Iterator[tuple[int, str]]:
    """The strings of a module with their lines, docstrings and other strings that stand by themselves left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node.lineno, node.value


def words_of(text: str) -> set[str]:
    """The words of a literal; escapes and group names of a pattern are none."""
    bare = re.sub(r"\\[a-zA-Z]|\(\?P?<\w+>", " ", text)
    return {word for word in re.findall(r"[^\W\d_]+(?:_\w+)*", bare.lower()) if len(word) > 1}


def dutch(top: Path) -> list[str]:
    """The Dutch that stands in the strings of a tree outside the pack."""
    known = (frozenset(word_list("words", "stop")) | MORE) - SHARED
    found = []
    for path in sorted(top.rglob("*.py")):
        place = path.relative_to(top).as_posix()
        if not place.startswith((PACKS, *MAY)):
            found += [
                f"{place}:{line} {words}" for line, text in literals(path) if (words := sorted(words_of(text) & known))
            ]
    return found


def test_no_dutch_outside_its_pack() -> None:
    """Whoever needs a word of the language asks the pack for it."""
    assert dutch(TRACKER) == []


@pytest.mark.parametrize(
    "code", ['X = "uiterlijk"', 'X = r"\\b(?:niet|geen)\\b"', 'X = {"datum": 1}', 'f(f"{a} voor")']
)
def test_dutch_is_found(tmp_path: Path, code: str) -> None:
    """A word that is planted in a sound tree is told with its place; one in the pack or a docstring is not."""
    (tmp_path / "language" / "nl").mkdir(parents=True)
    (tmp_path / "language" / "nl" / "verbs.py").write_text(code, encoding="utf-8")
    (tmp_path / "views.py").write_text('"""Zoals wij hebben gemeld."""\nX = "as we said"\n', encoding="utf-8")
    assert dutch(tmp_path) == []
    (tmp_path / "status.py").write_text(code, encoding="utf-8")
    assert [row.split(" ")[0] for row in dutch(tmp_path)] == ["status.py:1"]


@pytest.mark.parametrize("place", sorted(MAY))
def test_every_exception_is_there(place: str) -> None:
    """An exception whose file is gone must go too."""
    assert (TRACKER / place).exists()
