"""letters.toml: what a person states about the letters of a collection; it overrides what the letters print."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from msgspec import Struct

from tracker.errors import CollectionError
from tracker.i18n.message import Message, first_of_many, message
from tracker.language.pack import DEFAULT, PACKS
from tracker.temporal.edtf_bounds import bounds_of
from tracker.text.key_lines import KeyLines
from tracker.text.toml import KEY_SHOWN, TomlError, parse_toml

MANIFEST = "letters.toml"
"""Its name in the folder of the letters."""
REGISTER = "register.json"
"""The file beside it with what parliament's register says of promises."""


class ManifestEntry(Struct, frozen=True):
    """What the manifest says of one letter; None where it is silent.

    `date` is EDTF: "2016-11-29", "2015?", "2014-10/2016-10".
    """

    path: str
    dossier: str | None = None
    number: str | None = None
    date: str | None = None
    title: str | None = None
    signatories: tuple[str, ...] | None = None
    paper: str | None = None
    """What the source that it was fetched from calls it; with the next four, of letters that were fetched alone."""
    dossier_title: str | None = None
    url: str | None = None
    retrieved: str | None = None
    sha256: str | None = None


class ManifestSource(Struct, frozen=True):
    """Where new letters come from: a dossier, and which of its papers; or a folder, a git remote or a feed."""

    dossier: str = ""
    kind: str = ""
    since: str = ""
    query: str = ""
    folder: str = ""
    git: str = ""
    feed: str = ""
    hosts: tuple[str, ...] = ()
    """Hosts beside that of the feed that its letters may come from."""


class Manifest(Struct, frozen=True):
    """What letters.toml states: the language of the letters, what they are about, the facts of single ones by path."""

    letters: dict[str, ManifestEntry]
    language: str = DEFAULT
    title: str = ""
    """What the letters are about; "" where nothing is stated."""
    actors: dict[str, tuple[str, ...]] = {}
    """The names of those who act, each with the other names that letters give them."""
    sources: tuple[ManifestSource, ...] = ()
    """Where new letters come from: one [source], or several [[source]]."""


_TEXTS = ("path", "dossier", "number", "date", "title", "paper", "dossier_title", "url", "retrieved", "sha256")
_KEYS = (*_TEXTS, "signatories")
_ORIGINS = ("dossier", "folder", "git", "feed")
_SOURCE_TEXTS = (*_ORIGINS, "kind", "since", "query")
_NARROWS = {"kind": "dossier", "since": "dossier", "query": "dossier", "hosts": "feed"}
"""Keys that say something of one origin alone."""


def parse_manifest(text: str, name: str = MANIFEST) -> Manifest:
    """What a letters.toml states, of which faults tell the `name`.

    Raises CollectionError: it is no TOML, or says what it cannot say; all faults at once, each with key and line.
    """
    try:
        data = parse_toml(text)
    except TomlError as fault:
        raise CollectionError("manifest.no-toml", file=name, cause=fault.reason) from fault
    if faults := first_of_many(_faults(data, KeyLines(text, "letter"))):
        raise CollectionError("manifest.faults", file=name, faults=faults)
    entries = (ManifestEntry(**{**entry, "signatories": _names(entry)}) for entry in data.get("letter", []))
    letters = {facts.path: facts for facts in entries}
    language, title = data.get("language", DEFAULT), data.get("title", "")
    return Manifest(letters, language, title, _actors(data), tuple(_source(table) for table in _tables(data)))


def _source(table: dict[str, Any]) -> ManifestSource:
    return ManifestSource(**{**table, "hosts": tuple(table.get("hosts", ()))})


def _tables(data: dict[str, Any]) -> list[Any]:
    """What [source] or each [[source]] holds."""
    table = data.get("source", [])
    return table if isinstance(table, list) else [table]


def _actors(data: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(others) for name, others in data.get("actors", {}).items()}


def _names(entry: dict[str, Any]) -> tuple[str, ...] | None:
    return tuple(entry["signatories"]) if "signatories" in entry else None


def _faults(data: dict[str, Any], lines: KeyLines) -> Iterator[Message]:
    """Every fault of a manifest, with its line."""
    for key in sorted(data.keys() - {"letter", "language", "title", "actors", "source"}):
        yield message("manifest.unknown-table", key=key[:KEY_SHOWN], line=_line(lines, key))
    if (language := data.get("language", DEFAULT)) not in list(PACKS):
        line, known = _line(lines, "language"), ", ".join(sorted(PACKS))
        yield message("manifest.unknown-language", line=line, language=str(language)[:40], known=known)
    if not isinstance(data.get("title", ""), str):
        key, fault = "title", message("manifest.no-text")
        yield message("manifest.top-fault", key=key, line=_line(lines, key), fault=fault)
    known = data.get("actors", {})
    if not isinstance(known, dict) or not all(_is_names(others) for others in known.values()):
        key, fault = "actors", message("manifest.no-names")
        yield message("manifest.top-fault", key=key, line=_line(lines, key), fault=fault)
    within = KeyLines(lines.text, "source")
    for order, table in enumerate(_tables(data), start=1):
        for key, fault in _source_faults(table):
            name = f"source.{key[:KEY_SHOWN]}" if key else "source"
            yield message("manifest.top-fault", key=name, line=_line(within, key, order), fault=fault)
    entries = data.get("letter", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        yield message("manifest.no-tables", line=_line(lines, "letter"))
        return
    seen: dict[str, int] = {}
    for order, entry in enumerate(entries):
        for key, fault in _entry_faults(entry):
            yield message(
                "manifest.fault", key=key[:KEY_SHOWN], letter=order + 1, line=_line(lines, key, order + 1), fault=fault
            )
        path = entry.get("path")
        if isinstance(path, str) and path in seen:
            fault = message("manifest.same-path", letter=seen[path] + 1)
            line = _line(lines, "path", order + 1)
            yield message("manifest.fault", key="path", letter=order + 1, line=line, fault=fault)
        elif isinstance(path, str):
            seen[path] = order


def _entry_faults(entry: dict[str, Any]) -> Iterator[tuple[str, Message]]:
    for key in entry:
        if key not in _KEYS:
            yield key, message("manifest.unknown-key", keys=", ".join(_KEYS))
    for key in _TEXTS:
        if key in entry and not (isinstance(entry[key], str) and entry[key].strip()):
            yield key, message("manifest.no-text")
    if "path" not in entry:
        yield "path", message("manifest.missing")
    elif isinstance(entry["path"], str) and _leaves(entry["path"]):
        yield "path", message("manifest.leads-out")
    names = entry.get("signatories", [])
    if not _is_names(names):
        yield "signatories", message("manifest.no-names")
    if isinstance(entry.get("date"), str) and (fault := _date_fault(entry["date"])):
        yield "date", fault


def _source_faults(table: object) -> Iterator[tuple[str, Message]]:
    """What is wrong with a [source], by its key; "" for the whole of it."""
    if not isinstance(table, dict):
        yield "", message("manifest.no-source")
        return
    origins = [key for key in _ORIGINS if key in table]
    if len(origins) != 1:
        yield "", message("manifest.one-origin", keys=", ".join(_ORIGINS))
    for key, value in table.items():
        if origins and _NARROWS.get(key, origins[0]) not in origins:
            yield key, message("manifest.not-beside", origin=origins[0], of=_NARROWS[key])
        elif key == "hosts":
            if not _is_names(value):
                yield key, message("manifest.no-names")
        elif key not in _SOURCE_TEXTS:
            yield key, message("manifest.unknown-key", keys=", ".join((*_SOURCE_TEXTS, "hosts")))
        elif not (isinstance(value, str) and value.strip()):
            yield key, message("manifest.no-text")


def _is_names(names: object) -> bool:
    return isinstance(names, list) and all(isinstance(name, str) for name in names)


def _leaves(path: str) -> bool:
    pure = PurePosixPath(path)
    return pure.is_absolute() or ".." in pure.parts or "\\" in path


def _date_fault(text: str) -> Message | None:
    try:
        bounds_of(text)
    except ValueError:
        return message("manifest.no-date", text=text[:40])
    return None


def _line(lines: KeyLines, key: str, letter: int | None = None) -> int:
    """The line of a key, of the table of a letter where that lacks it; the first where nothing is found."""
    return lines.of(key, letter) or 1
