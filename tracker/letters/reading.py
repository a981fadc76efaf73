"""Bytes → Letter, and a collection → its letters, refusals and notices."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from msgspec import Struct

from tracker.errors import LetterError
from tracker.letters.manifest import Facts, bounds_of, parse_manifest
from tracker.letters.outline import outline
from tracker.letters.blocks import Source
from tracker.letters.plain import read_plain
from tracker.letters.sniff import Format, sniff
from tracker.model import Collection, DateSource, Letter, Refusal


class Reading(Struct, frozen=True):
    """The letters of a collection in order of date, what was refused, and what the user should know."""

    letters: tuple[Letter, ...]
    refused: tuple[Refusal, ...]
    notices: tuple[str, ...]


def read_letter(path: str, data: bytes, facts: Facts | None = None) -> Letter:
    """Read one document."""
    source = read_source(data)
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


def read_source(data: bytes) -> Source:
    """The source of a document of any kind."""
    kind = sniff(data)
    if kind is Format.PLAIN:
        return read_plain(data)
    if kind is Format.OFFICIAL_XML:
        from tracker.letters.official_xml import read_official_xml

        return read_official_xml(data)
    if kind is Format.HTML:
        from tracker.letters.html import read_html

        return read_html(data)
    if kind is Format.WORD:
        from tracker.letters.word import read_word

        return read_word(data)
    from tracker.letters.pdf import read_pdf

    return read_pdf(data)


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
