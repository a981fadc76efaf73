"""What letters.toml says of fetched papers and of where they come from, as it is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import tomlkit

from tracker.documents.manifest import ManifestEntry
from tracker.sources.papers import ListedPaper
from tracker.text.escape import plain
from tracker.text.normalize import one_space

_TITLE = 500
"""Characters of a title that are kept."""
StatedFacts = Mapping[str, Any]
NONE: StatedFacts = MappingProxyType({})
STATED = ("dossier", "number", "date", "title", "signatories", "dossier_title")
"""What letters.toml states of a paper itself; the rest tells of its file."""


def stated_of(entry: ManifestEntry) -> StatedFacts:
    """What the letters.toml of another folder states of a letter."""
    facts = {key: value for key in STATED if (value := getattr(entry, key))}
    return {
        key: [_line(one) for one in value] if isinstance(value, tuple) else _line(value) for key, value in facts.items()
    }


def facts_of(paper: ListedPaper, name: str, url: str, digest: str, moment: dt.datetime) -> dict[str, Any]:
    """The facts of a paper as letters.toml has them; what nobody told is left out."""
    facts: dict[str, Any] = {
        "path": name,
        "paper": paper.id,
        "dossier": paper.dossier.spelled if paper.dossier and paper.number else "",
        "number": paper.number,
        "date": paper.date.isoformat() if paper.date else "",
        "title": _line(paper.title),
        "signatories": [_line(one) for one in paper.signatories],
        "dossier_title": _line(paper.dossier_title),
        "url": url,
        "retrieved": moment.isoformat(timespec="seconds"),
        "sha256": digest,
    }
    return {key: value for key, value in facts.items() if value}


def entry_of(facts: dict[str, Any]) -> ManifestEntry:
    """The facts of a paper as they are read."""
    return ManifestEntry(**{**facts, "signatories": tuple(facts.get("signatories") or ())})


def stating(text: str, path: str, facts: dict[str, Any]) -> str:
    """A letters.toml with facts of the letter of a path."""
    document = tomlkit.parse(text)
    row = next(row for row in document["letter"] if row["path"] == path)
    for key, value in facts.items():
        row[key] = value
    return tomlkit.dumps(document)


def without(text: str, path: str) -> str:
    """A letters.toml without what it says of the letter of a path."""
    document = tomlkit.parse(text)
    rows = document["letter"]
    rows.remove(next(row for row in rows if row["path"] == path))
    return tomlkit.dumps(document)


def beside(text: str, table: dict[str, str]) -> str:
    """A letters.toml with one more [[source]]."""
    document = tomlkit.parse(text)
    known = document["source"]
    tables = tomlkit.aot()
    for one in (*(known if isinstance(known, list) else [known]), table):
        row = tomlkit.table()
        row.update(one)
        tables.append(row)
    row.add(tomlkit.nl())
    document["source"] = tables
    return tomlkit.dumps(document)


def _line(text: str) -> str:
    return one_space(plain(text))[:_TITLE]
