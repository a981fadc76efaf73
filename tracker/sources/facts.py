"""What letters.toml says of fetched papers and of where they come from, as it is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

import tomlkit
from msgspec import Struct

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
_CORRECTED = ("date", "title", "signatories", "dossier_title")
"""What a source may say otherwise later; by the rest a letter is known."""


class FactUpdate(Struct, frozen=True):
    """What letters.toml should say of a letter anew: what it lacked, and what its source says otherwise by now."""

    new: StatedFacts
    corrected: tuple[str, ...] = ()
    """The keys of what nobody but rounds wrote, and is corrected."""
    yours: tuple[str, ...] = ()
    """The keys of what a person stated and the source says otherwise by now: it stays."""


def compared(entry: ManifestEntry, before: StatedFacts, now: StatedFacts) -> FactUpdate:
    """What letters.toml says beside what its source says `now`; what the source said `before` is no person's."""
    here = {key: value for key in STATED if (value := getattr(entry, key))}
    lacking = {key: now[key] for key in STATED if key in now and key not in here}
    others = [key for key in _CORRECTED if key in here and key in now and here[key] != _same_type(now[key])]
    ours = [key for key in others if before.get(key) == here[key]]
    yours = [key for key in others if key not in ours and before.get(key) != _same_type(now[key])]
    return FactUpdate({**lacking, **{key: now[key] for key in ours}}, tuple(ours), tuple(yours))


def remembered(facts: StatedFacts) -> dict[str, str | tuple[str, ...]]:
    """What is remembered of what a source said of a letter, to tell it later from what a person stated."""
    return {key: _same_type(facts[key]) for key in _CORRECTED if facts.get(key)}


def in_words(facts: StatedFacts, keys: Iterable[str]) -> str:
    """Facts as a note shows them: "date 2024-03-01, title Havens"."""
    values = ((key, facts[key]) for key in sorted(keys))
    return ", ".join(f"{key} {value if isinstance(value, str) else ' / '.join(value)}" for key, value in values)


def _same_type(value: Any) -> str | tuple[str, ...]:
    return value if isinstance(value, str) else tuple(value)


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
