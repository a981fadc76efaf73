"""The catalogs: every message that the code asks for is in each language, with its parameters, and no other."""

from __future__ import annotations

import ast
import io
import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

from tests.parsed import parsed
from tracker import errors
from tracker.i18n.catalog import FOLDER, LOCALES

ROOT = Path(__file__).parents[2]
SOURCES = sorted(path for room in ("tracker", "tui") for path in (ROOT / room).rglob("*.py"))
TEMPLATES = sorted(path for room in ("tracker/render", "tui") for path in (ROOT / room / "templates").iterdir())
FAMILY = (".", "-", "_")
"""How the known part of an id ends that is put together."""
SCREENS = [path for path in SOURCES if path.is_relative_to(ROOT / "tui")]
DATA = sorted((ROOT / "tracker" / "language").rglob("*.toml"))
ASKING = {"gettext", "words_of", "ngettext", "N_", "message"} | {name for name in dir(errors) if name.endswith("Error")}
"""The functions and errors whose first argument is the id of a message."""


class Use(NamedTuple):
    """A message that the code asks for: its id, the parameters given (None: not said here), and where."""

    id: str
    given: frozenset[str] | None
    place: str


def catalog(language: str) -> dict[str, tuple[str, ...]]:
    """The messages of a language by id: one form, or one and more."""
    rows = read_po(io.BytesIO((FOLDER / language / "LC_MESSAGES" / "tracker.po").read_bytes()))
    return {
        (row.id if isinstance(row.id, str) else row.id[0]): (
            (row.string,) if isinstance(row.string, str) else row.string
        )
        for row in rows
        if row.id
    }


CATALOGS = {language: catalog(language) for language in LOCALES}


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Every call that asks for a message, with the name that it calls."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args:
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name.lstrip("_") in ASKING or name == "N_":
                yield name, node


def uses(path: Path) -> Iterator[Use]:
    """The ids in the calls of a module; of an id that is put together the part before the first value, "word."."""
    for name, node in calls(parsed(path.read_text(encoding="utf-8"))):
        given = frozenset(word.arg for word in node.keywords if word.arg) | (
            {"number"} if name == "ngettext" else set()
        )
        open_ = name == "N_" or any(word.arg is None for word in node.keywords)
        for id_ in ids(node.args[0]):
            yield Use(id_, None if open_ else frozenset(given), f"{path.relative_to(ROOT)}:{node.lineno}")


def labels(path: Path) -> Iterator[Use]:
    """The keys of labels in a module of the terminal UI, wherever they stand in it, as ids."""
    tree = parsed(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant | ast.JoinedStr):
            for key in ids(node):
                if re.fullmatch(r"[a-z_]+\.[a-z_]*", key) and any(
                    id_.startswith(f"tui.{key}") for id_ in CATALOGS["en"]
                ):
                    yield Use(f"tui.{key}", None, f"{path.relative_to(ROOT)}:{node.lineno}")
        asked = ast.unparse(node.func).split(".")[-2:] if isinstance(node, ast.Call) and node.args else []
        if isinstance(node, ast.Call) and asked and (asked[-1] == "labels" or asked == ["labels", "count"]):
            counted = {"number"} if asked[-1] == "count" else set()
            given = frozenset(word.arg for word in node.keywords if word.arg) | counted
            for key in ids(node.args[0]):
                yield Use(f"tui.{key}", given, f"{path.relative_to(ROOT)}:{node.lineno}")


def ids(node: ast.expr) -> Iterator[str]:
    """The ids that an argument can be: a string, one of two, or the beginning of a family."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*ids(node.body), *ids(node.orelse))
    elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
        yield str(node.values[0].value)


@cache
def all_uses() -> tuple[Use, ...]:
    """What modules, templates, tables of the language and screens ask for."""
    words = [(path, r'gettext\("([^"]+)"') for path in TEMPLATES]
    words += [(path, r'(?m)^notice = "([^"]+)"') for path in DATA]
    return (
        *(use for path in SOURCES for use in uses(path)),
        *(use for path in SCREENS for use in labels(path)),
        *(Use(id_, None, path.name) for path, ask in words for id_ in re.findall(ask, path.read_text("utf-8"))),
    )


def blanks(words: str) -> set[str]:
    """The parameters that a text asks for."""
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}


def test_the_languages_have_the_same_messages() -> None:
    """A message that one language lacks would be said as its id."""
    assert CATALOGS["nl"].keys() == CATALOGS["en"].keys()


@pytest.mark.parametrize("language", LOCALES)
def test_no_message_stands_twice(language: str) -> None:
    """What reads the catalog takes the last one silently."""
    lines = (FOLDER / language / "LC_MESSAGES" / "tracker.po").read_text("utf-8").splitlines()
    found = [line for line in lines if line.startswith("msgid ")]
    assert sorted({line for line in found if found.count(line) > 1}) == []


def test_every_message_asked_for_is_there() -> None:
    """In the code and in the templates; of a family at least one."""
    known = CATALOGS["en"]
    missing = [
        use
        for use in all_uses()
        if use.id not in known and not (use.id.endswith(FAMILY) and any(id_.startswith(use.id) for id_ in known))
    ]
    assert missing == []


def test_every_message_is_asked_for() -> None:
    """What nobody says has no place in a catalog."""
    asked = {use.id for use in all_uses()}
    families = tuple(id_ for id_ in asked if id_.endswith(FAMILY))
    assert [id_ for id_ in CATALOGS["en"] if id_ not in asked and not id_.startswith(families)] == []


@pytest.mark.parametrize("language", LOCALES)
def test_every_message_has_words_with_the_parameters_of_the_english(language: str) -> None:
    """Both forms of a plural ask for the same."""
    for id_, forms in CATALOGS[language].items():
        assert all(forms), id_
        assert len(forms) == len(CATALOGS["en"][id_]), id_
        assert {frozenset(blanks(form)) for form in forms} == {frozenset(blanks(CATALOGS["en"][id_][-1]))}, id_


NEVER_ONE = {
    "chart.cut": "told of more promises than a chart draws",
    "decisions.few-quotes": "a ruling that needs several quotes needs at least two",
    "docx.unpacks-large": "told of more parts than a letter has",
    "many-letters.title": "the page of several letters",
    "method.accuracy": "the annotated papers are of many bodies",
    "pdf.too-many-pages": "told of more pages than a letter has",
    "report.later-moves": "told of what was postponed again",
}
"""Messages that count what is never one of a kind."""
COUNTED = re.compile(
    r"\{number\} (?:[a-z-]+ )?(?:[a-z]{3,}s|are|were|have|apply)\b|\{(\w+)s\} \1s\b|number.*\bthey are\b"
)
"""A number with what it counts, or does, in the plural."""


def test_a_message_that_counts_has_a_form_for_one() -> None:
    """What it counts is its {number}."""
    single = {id_: forms[0] for id_, forms in CATALOGS["en"].items() if len(forms) == 1}
    assert {id_ for id_, words in single.items() if COUNTED.search(words)} == NEVER_ONE.keys()


def test_every_call_gives_the_parameters_that_the_words_ask_for() -> None:
    """Neither fewer nor more."""
    wrong = [
        use
        for use in all_uses()
        if use.given is not None and use.id in CATALOGS["en"] and use.given != blanks(CATALOGS["en"][use.id][-1])
    ]
    assert wrong == []


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.po")), ids=lambda path: f"{path.parts[-3]}/{path.stem}")
def test_it_is_compiled(path: Path) -> None:
    """The compiled catalog is what `pybabel compile -D DOMAIN -d tracker/i18n/locale` makes of the text."""
    made = io.BytesIO()
    write_mo(made, read_po(io.BytesIO(path.read_bytes())))
    made.seek(0)
    with path.with_suffix(".mo").open("rb") as kept:
        assert _words(read_mo(kept)) == _words(read_mo(made))


def _words(rows: Catalog) -> dict[str, str]:
    return {str(row.id): str(row.string) for row in rows if row.id}


AGAINST = {
    "nl": [
        r"\bbelofte",
        r"\bhard\b|\bzacht\b",
        r"zonder later bericht",
        r"verschoven, in \d",
        r"noemt geen reden",
        r"afhankelijk van de lezing",
        r"zegt hoe het ervoor staat",
        r"voor het eerst gezegd",
        r"binnenkort aan de beurt",
        r"mogelijk hetzelfde",
        r"Mijlpaaltrend",
        r"\bbekostigen\b",
        r"geen gedeeld onderwerp",
        r"(?:keren|dagen) verschoven",
        r"naar later verschoven",
        r"nu uitgesteld",
        r"zie de zin hierboven",
        r"\bGrond\b",
        r"gelezen na \d",
        r"ongenoemd",
        r"(?:eerder|laatst) gezegd",
        r"dichtst in de buurt",
        r"zegt dat het (?:is )?(?:afgerond|verlengd|wijzigt|vertraagd)",
        r"\bMeldingen\b",
        r"\bgetekend\b",
        r"naar wat er (?:sindsdien )?van werd",
        r"op de stippellijn zou",
        r"om te laat voor te zijn",
        r"(?i)\b(?:the|with|deadline|status report|promise|slipped|lapsed)\b(?!-)",
    ],
    "en": [
        r"no later word",
        r"\bin \d+ moves?\b",
        r"on some readings",
        r"in a letter's own words",
        r"\bbefore long\b",
        r"how it goes\b(?! on)(?!, or)",
        r"said for the first time",
        r"\bput off:",
        r"as this sentence says",
        r"Met after the deadline",
        r"^Grounds?\b",
        r"what is told",
        r"\bit speaks of \{",
        r"^[a-z]+_[a-z]+$",
    ],
}


@pytest.mark.parametrize(("language", "phrase"), [(code, row) for code, rows in AGAINST.items() for row in rows])
def test_no_message_goes_against_the_style_guide(language: str, phrase: str) -> None:
    """The guide stands at the head of each catalog."""
    said = {
        id_: form for id_, forms in CATALOGS[language].items() for form in forms if re.search(phrase, _own_words(form))
    }
    assert said == {}


def _own_words(form: str) -> str:
    """A message without what is filled in, and without the words of commands in it."""
    return re.sub(r"\{\w+\}|'tracker [^']*'|\([a-z, -]+\)", "", form)
