"""The data of the language: its tables, and the word lists in them; a pack that lacks one has no such words."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any

from tracker.errors import RulesetError
from tracker.language.pack import TABLES, cached, current
from tracker.language.schema import checked
from tracker.language.shapes import SHAPES
from tracker.storage.cache import digest, remembered


@cached(maxsize=None)
def read_table(name: str) -> dict[str, Any]:
    """The data file `name`.toml of the language, parsed; treat the result as frozen.

    Raises:
        KeyError: no table is called so.
        RulesetError: it is no TOML, or holds what nobody asks for or can use.

    """
    text = read_text(name)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RulesetError([f"{name}.toml: {error}"]) from None
    if shape := SHAPES.get(name):
        sound = ("sound", name, current().code, digest(text))
        remembered(bool, sound, lambda: checked(name, table, shape) is not None)
    return table


def read_text(name: str) -> str:
    """The data file `name`.toml as text, "" where the language has none. Raises KeyError: no table is called so."""
    TABLES[name]
    path = current().folder.joinpath(f"{name}.toml")
    return path.read_text(encoding="utf-8") if path.is_file() else ""


@cached(maxsize=None)
def word_list(table: str, name: str) -> tuple[str, ...]:
    """The words of a list of a table, in its order."""
    return tuple(read_table(table).get(name, ()))


@cached(maxsize=None)
def word_set(table: str, name: str) -> frozenset[str]:
    """The words of a list of a table."""
    return frozenset(word_list(table, name))


def entries(table: str, name: str) -> Mapping[str, Any]:
    """The entries of a part of a table."""
    found: Mapping[str, Any] = read_table(table).get(name, {})
    return found


def month_names() -> tuple[str, ...]:
    """The names of the months, in order."""
    return tuple(entries("time", "words").get("month", ()))


def month_abbreviations() -> tuple[str, ...]:
    """The short forms of the names of months."""
    return tuple(entries("time", "words").get("month_short", ()))
