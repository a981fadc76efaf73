"""What letters.toml says of fetched papers and of where they come from, as it is written."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

import tomlkit
from msgspec import Struct

from tracker.documents.manifest import ManifestEntry
from tracker.sources.papers import ListedPaper
from tracker.text.escape import plain
from tracker.text.normalize import one_space
from tracker.text.toml import TomlError, parse_toml

_TITLE = 500
"""Characters of a title that are kept."""
StatedFacts = Mapping[str, Any]
NONE: StatedFacts = MappingProxyType({})
STATED = ("dossier", "number", "date", "title", "signatories", "dossier_title")
"""What letters.toml states of a paper itself; the rest tells of its file."""
_LETTER = "[[letter]]"
_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)
"""A line that begins as the head of a table does."""
_SEVERAL_LINES = ('"""', "'''")
"""What begins a text of several lines, in which a line may look like such a head."""
_CORRECTED = ("date", "title", "signatories", "dossier_title")
"""What a source may say otherwise later; by the rest a letter is known."""
_TOLD_LATE = ("date",)
"""What is told where a source gives it later than the letter: deadlines are counted from it."""
_TAKEN_BACK = ("date", "title", "dossier_title")
"""What a source may say no more; who signed may have been told by the file, which is not asked for each time."""


class FactUpdate(Struct, frozen=True):
    """What letters.toml should say of a letter anew: what it lacked, and what its source says otherwise by now."""

    new: StatedFacts
    corrected: tuple[str, ...] = ()
    """The keys of what nobody but rounds wrote, and is corrected; a day that was not given before is too."""
    yours: tuple[str, ...] = ()
    """The keys of what a person stated and the source says otherwise by now: it stays."""
    gone: tuple[str, ...] = ()
    """The keys of what nobody but rounds wrote, and is taken back; None in `new`."""


def compared_facts(entry: ManifestEntry, before: StatedFacts, now: StatedFacts, *, whole: bool = False) -> FactUpdate:
    """What letters.toml says beside what its source says `now`; what the source said `before` is no person's.

    Where `now` is the `whole` of what it says, what it says no more is taken back.
    """
    here = {key: value for key in STATED if (value := getattr(entry, key))}
    lacking = {key: now[key] for key in STATED if key in now and key not in here}
    others = [key for key in _CORRECTED if key in here and key in now and here[key] != _same_type(now[key])]
    ours = [key for key in others if before.get(key) == here[key]]
    yours = [key for key in others if key not in ours and before.get(key) != _same_type(now[key])]
    gone = [key for key in _TAKEN_BACK if whole and key in here and key not in now and before.get(key) == here[key]]
    new = {**lacking, **{key: now[key] for key in ours}, **dict.fromkeys(gone)}
    given = [key for key in _TOLD_LATE if key in lacking]
    return FactUpdate(new, (*ours, *given), tuple(yours), tuple(gone))


def remembered_facts(facts: StatedFacts) -> dict[str, str | tuple[str, ...]]:
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


def manifest_facts(paper: ListedPaper, name: str, url: str, digest: str, moment: dt.datetime) -> dict[str, Any]:
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
    """A letters.toml with facts of the letter of a path; those that are None it says no more.

    Only what it says of that letter is understood anew: the whole takes a third of a second where it holds 400.
    """
    start, end = _part_of(text, path)
    document = tomlkit.parse(text[start:end])
    row = next(row for row in document["letter"] if row["path"] == path)
    for key, value in facts.items():
        if value is None:
            row.pop(key, None)
        else:
            row[key] = value
    return text[:start] + tomlkit.dumps(document) + text[end:]


def _part_of(text: str, path: str) -> tuple[int, int]:
    """Where the [[letter]] of a path begins and ends; the whole text where more than its lines must tell that."""
    whole = 0, len(text)
    start = text.rfind(_LETTER, 0, max(0, text.find(f'path = "{path}"')))
    if start < 0 or text[:start].rpartition("\n")[2] or any(mark in text for mark in _SEVERAL_LINES):
        return whole
    following = _TABLE.search(text, start + len(_LETTER))
    lines = text[start : following.start() if following else len(text)].splitlines(keepends=True)
    while lines[-1].lstrip(" \t").startswith(("#", "\n", "\r")):  # it may be of the next letter
        lines.pop()
    end = start + sum(map(len, lines))
    try:
        rows = parse_toml(text[start:end]).get("letter", [])
    except TomlError:
        return whole
    return (start, end) if [row.get("path") for row in rows] == [path] else whole


def lists_letters(text: str) -> bool:
    """Whether a letters.toml has its letters in a list (`letter = [{…}]`), beside which no [[letter]] may stand."""
    try:
        parse_toml(f"{text}\n{_LETTER}\n")
    except TomlError:
        return True
    return False


def with_listed(text: str, facts: dict[str, Any]) -> str:
    """A letters.toml that lists its letters, with the facts of one more in that list."""
    document = tomlkit.parse(text)
    row = tomlkit.inline_table()
    row.update(facts)
    document["letter"].append(row)
    return tomlkit.dumps(document)


def without(text: str, path: str) -> str:
    """A letters.toml without what it says of the letter of a path."""
    document = tomlkit.parse(text)
    rows = document["letter"]
    rows.remove(next(row for row in rows if row["path"] == path))
    return tomlkit.dumps(document)


def with_source(text: str, table: dict[str, str]) -> str:
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
