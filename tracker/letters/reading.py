"""Bytes → Letter, and a collection → its letters, refusals and notices."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from msgspec import Struct

from tracker.errors import LetterError
from tracker.letters.manifest import Facts, bounds_of, parse_manifest
from tracker.letters.outline import outline
from tracker.letters.plain import read_plain
from tracker.model import Collection, DateSource, Letter, Refusal


class Reading(Struct, frozen=True):
    """The letters of a collection in order of date, what was refused, and what the user should know."""

    letters: tuple[Letter, ...]
    refused: tuple[Refusal, ...]
    notices: tuple[str, ...]


def read_letter(path: str, data: bytes, facts: Facts | None = None) -> Letter:
    """Read one document."""
    source = read_plain(data)
    dossier, number = (facts.dossier, facts.number) if facts else (None, None)
    id_ = f"kst-{re.sub(r'[^0-9A-Za-z]', '', dossier)}-{number}" if dossier and number else _slug(path)
    found = outline(id_, source)
    low, high = bounds_of(facts.date) if facts and facts.date else (None, None)
    return Letter(
        id=id_,
        path=path,
        text=source.text,
        passages=found.passages,
        sections=found.sections,
        title=facts.title if facts else None,
        dossier=dossier,
        number=number,
        date=low if low == high else None,
        earliest=low if low != high else None,
        latest=high if low != high else None,
        date_source=DateSource.MANIFEST if low else DateSource.UNKNOWN,
        signatories=facts.signatories or () if facts else (),
        notices=source.notices,
    )


def _slug(path: str) -> str:
    return re.sub(r"[^\w.-]+", "-", PurePosixPath(path).stem) or "letter"


def read_collection(collection: Collection) -> Reading:
    """Read every document of a collection."""
    facts = parse_manifest(collection.manifest) if collection.manifest else {}
    letters: list[Letter] = []
    refused = list(collection.refused)
    for file in collection.files:
        try:
            letters.append(read_letter(file.path, file.data, facts.get(file.path)))
        except LetterError as fault:
            refused.append(Refusal(file.path, str(fault)))
    letters.sort(key=lambda letter: (letter.anchor is None, letter.anchor, letter.id))
    return Reading(tuple(letters), tuple(refused), ())
