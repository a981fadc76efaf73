"""A letters.toml to begin with: what the letters say of themselves, and which of it is inferred."""

from __future__ import annotations

from collections.abc import Iterable

import tomlkit
from tomlkit.items import Table

from tracker.model import DateSource, Letter
from tracker.text.escape import plain

HEADER = "What is known about the letters of this folder; it overrides what the letters print."
FORMS = 'A date is EDTF: a day ("2023-06-20"), an interval ("2014-10/2016-10") or "2015?" for probably 2015.'


def render(letters: Iterable[Letter], language: str) -> str:
    """The manifest of letters of a language; a fact that nobody printed has a comment that says so."""
    document = tomlkit.document()
    for line in (HEADER, FORMS):
        document.add(tomlkit.comment(line))
    document.add(tomlkit.nl())
    document["language"] = language
    document.add(tomlkit.nl())
    entries = tomlkit.aot()
    for letter in letters:
        entries.append(_entry(letter))
    document.append("letter", entries)
    return tomlkit.dumps(document)


def _entry(letter: Letter) -> Table:
    """One letter: known facts as keys, unknown ones as comments to fill in."""
    table = tomlkit.table()
    table["path"] = letter.path
    facts = {"dossier": letter.dossier, "number": letter.number, "title": letter.title}
    for name, value in facts.items():
        if value:
            table[name] = plain(value)
        else:
            table.add(tomlkit.comment(f'{name} = ""'))
    _date(table, letter)
    if letter.signatories:
        table["signatories"] = [plain(name) for name in letter.signatories]
    return table


def _date(table: Table, letter: Letter) -> None:
    """The date as printed, or the inferred bounds marked as such with what they rest on."""
    if letter.date_source in (DateSource.INFERRED, DateSource.FILE):
        for line in ("inferred, check it; it rests on:", *letter.date_evidence):
            table.add(tomlkit.comment(plain(line)))
    if letter.date:
        table["date"] = letter.date.isoformat()
    elif letter.earliest and letter.latest:
        table["date"] = f"{letter.earliest}/{letter.latest}"
    else:
        table.add(tomlkit.comment('date = ""'))
