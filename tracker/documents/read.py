"""Bytes → Letter, and a collection → its letters, refusals and notices."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import NamedTuple
from unicodedata import normalize

from msgspec import Struct
from msgspec.structs import replace

from tracker.documents.collection_title import dossier_title
from tracker.documents.dating import date_letter
from tracker.documents.duplicate_files import one_of_each
from tracker.documents.formats.detect import detect_format
from tracker.documents.formats.registry import PLAIN, reader
from tracker.documents.layout.blocks import LinearText
from tracker.documents.lfs import is_pointer
from tracker.documents.limits import DEFAULT, Limits, refuse_beyond, time_to_read
from tracker.documents.lossless import check_lossless
from tracker.documents.manifest import ManifestEntry, parse_manifest
from tracker.documents.own_output import is_made_here, is_text_made_here
from tracker.documents.structure.masthead import Masthead, read_masthead
from tracker.documents.structure.outline import arrange, outline
from tracker.errors import LetterError, spared
from tracker.i18n.message import Message, message
from tracker.language import pack
from tracker.language.sentences import LONGEST, holds_too_long
from tracker.model import Collection, Letter, Passage, Refusal
from tracker.storage.cache import digest, remembered
from tracker.storage.ocr_cache import kept_layer
from tracker.storage.parallel import make_ahead
from tracker.temporal.edtf_bounds import bounds_of
from tracker.text.normalize import plain_signs


class ReadResult(Struct, frozen=True):
    """The letters of a collection in order of date, what was refused, and what the user should know."""

    letters: tuple[Letter, ...]
    refused: tuple[Refusal, ...]
    notices: tuple[Message, ...]
    language: str = pack.DEFAULT
    """The code of the language that the letters were read in."""
    title: str = ""
    """What the letters are about: as letters.toml states it, else as their dossier is called."""
    actors: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """The names of those who act, each with the other names that letters give them."""


def read_source(data: bytes, limits: Limits = DEFAULT) -> LinearText:
    """The linearised text of a document of any kind, in blocks.

    Raises LetterError: it cannot be read, with the reason and the remedy.
    """
    if len(data) > limits.size:
        raise LetterError("letter.too-large", size=limits.size >> 20)
    if is_pointer(data):
        raise LetterError("letter.lfs")
    if is_made_here(io.BytesIO(data)):
        raise LetterError("letter.made-here")
    form = detect_format(data)
    if form is PLAIN and is_text_made_here(data):
        raise LetterError("letter.made-here")
    source = reader(form).read(data, limits)
    refuse_beyond(limits.text, len(source.text), "characters")
    refuse_beyond(limits.blocks, len(source.blocks), "paragraphs")
    if not any(char.isalpha() for char in source.text):
        raise LetterError("letter.no-words")
    return source


def source_text(data: bytes, limits: Limits = DEFAULT) -> str:
    """The text that a letter's offsets count in. Raises LetterError."""
    return read_source(data, limits).text


def read_letter(path: str, data: bytes, facts: ManifestEntry | None = None, limits: Limits = DEFAULT) -> Letter:
    """Read one document, or remember it; `facts` override what it prints, and a contradiction becomes a notice.

    Raises LetterError: it cannot be read, with the reason and the remedy.
    """
    stated = facts or ManifestEntry(path)
    with time_to_read(path):
        return remembered(Letter, _about(path, data, stated, limits), lambda: _read(path, data, stated, limits))


def _about(path: str, data: bytes, facts: ManifestEntry, limits: Limits) -> tuple[str, ...]:
    """What a letter is made of."""
    return ("letter", pack.current().code, path, digest((data, kept_layer(data))), digest((facts, limits)))


class _Unread(NamedTuple):
    """A document to be read, by whichever process."""

    path: str
    data: bytes
    facts: ManifestEntry
    limits: Limits
    language: str


def _read_ahead(one: _Unread) -> None:
    pack.use(one.language)
    read_letter(one.path, one.data, one.facts, one.limits)


def _read(path: str, data: bytes, facts: ManifestEntry, limits: Limits) -> Letter:
    source = read_source(data, limits)
    arrangement = arrange(source)
    masthead = read_masthead(arrangement, source.printed)
    dossier, number = facts.dossier or masthead.dossier, facts.number or masthead.number
    id_ = _letter_id(path, dossier, number, masthead.code)
    found = outline(id_, arrangement, source.text)
    signatories = facts.signatories if facts.signatories is not None else masthead.signatories
    offices = dict(zip(masthead.signatories, masthead.offices, strict=False))
    dated = date_letter(path, facts, masthead, source.printed.made, found.passages)
    letter = Letter(
        id=id_,
        path=path,
        text=source.text,
        passages=_marked(found.passages, source.recognised),
        sections=found.sections,
        title=facts.title or masthead.title,
        dossier=dossier,
        number=number,
        date=dated.date,
        earliest=dated.earliest,
        latest=dated.latest,
        date_source=dated.source,
        date_evidence=dated.evidence,
        signatories=signatories,
        offices=tuple(offices.get(name, "") for name in signatories),
        session=masthead.session,
        notices=(
            *source.notices,
            *_contradictions(facts, masthead),
            *dated.notices,
            *_too_long(found.passages),
        ),
    )
    _refuse_lossy(letter)
    return letter


def _marked(passages: tuple[Passage, ...], recognised: tuple[int, ...]) -> tuple[Passage, ...]:
    """The passages, those of pages read by OCR marked so."""
    return tuple(replace(one, ocr=True) if one.page in recognised else one for one in passages)


def _too_long(passages: Iterable[Passage]) -> Iterator[Message]:
    """That sentences are read in pieces, since they are too long to be analysed as one."""
    if number := sum(holds_too_long(passage.text) for passage in passages):
        yield message("notice.sentence-cut", number=number, longest=LONGEST)


def _refuse_lossy(letter: Letter) -> None:
    faults = check_lossless(letter)
    if not faults.whole:
        raise LetterError("letter.not-whole", faults=faults.told)


def read_collection(collection: Collection, limits: Limits = DEFAULT) -> ReadResult:
    """Read every document of a collection in its language; what cannot be read is refused, the others still are.

    Raises CollectionError: the manifest is faulty, or two unlike letters have one id.
    """
    manifest = parse_manifest(collection.manifest or "")
    facts = _as_spelled(manifest.letters, collection)
    pack.use(manifest.language)
    letters: list[Letter] = []
    refused = list(collection.refused)
    files = sorted(collection.files, key=lambda file: file.path)
    unread = (
        _Unread(file.path, file.data, facts.get(file.path) or ManifestEntry(file.path), limits, manifest.language)
        for file in files
    )
    make_ahead(_read_ahead, unread, lambda one: _about(*one[:4]))
    for file in files:
        try:
            found = spared(partial(read_letter, file.path, file.data, facts.get(file.path), limits))
        except LetterError as fault:
            found = fault.message
        if isinstance(found, Letter):
            letters.append(found)
        else:
            refused.append(Refusal(file.path, found))
    letters, twins, doubles = one_of_each(letters)
    refused += doubles
    letters.sort(key=lambda letter: (letter.anchor or dt.date.max, letter.id))
    refused.sort(key=lambda refusal: refusal.path)
    notices = (*twins, *_notices(facts, collection, letters))
    title = manifest.title.strip() or dossier_title(letters)
    return ReadResult(tuple(letters), tuple(refused), notices, manifest.language, title, tuple(manifest.actors.items()))


def _as_spelled(facts: dict[str, ManifestEntry], collection: Collection) -> dict[str, ManifestEntry]:
    """What the manifest says, by the names as the files have them: one system composes accents, another does not."""
    names = {normalize("NFC", file.path): file.path for file in collection.files}
    return {names.get(normalize("NFC", path), path): entry for path, entry in facts.items()}


def _notices(facts: dict[str, ManifestEntry], collection: Collection, letters: Iterable[Letter]) -> list[Message]:
    """What the user should know: entries of the manifest without a file, and what the letters tell."""
    known = {file.path for file in collection.files} | {refusal.path for refusal in collection.refused}
    missing = [message("notice.not-there", path=path) for path in sorted(facts.keys() - known)]
    told = ((letter.path, notice) for letter in letters for notice in letter.notices)
    return missing + [message("notice.of-letter", path=path, notice=notice) for path, notice in told]


def _letter_id(path: str, dossier: str | None, number: str | None, code: str | None) -> str:
    """The paper's id where dossier and number are known, else its code, or a slug of the file's name."""
    if dossier and number:
        parts = re.sub(r"[^0-9A-Za-z]+", "-", re.sub(r"(?<=\d) (?=\d)", "", dossier)).strip("-")
        return f"kst-{parts}-{re.sub(r'[^0-9A-Za-z]', '', number)}"
    if code and not dossier:
        return code
    slug = re.sub(r"[^\w.-]+", "-", normalize("NFC", PurePosixPath(path).stem)).strip("-")
    return slug or "letter"


def _contradictions(facts: ManifestEntry, masthead: Masthead) -> list[Message]:
    """Where the manifest says something else than the paper, and what was only guessed."""
    notices: list[Message] = []
    pairs = [("dossier", facts.dossier, masthead.dossier), ("number", facts.number, masthead.number)]
    for name, stated, printed in pairs:
        if stated and printed and not masthead.guessed and plain_signs(stated) != plain_signs(printed):
            notices.append(message("notice.fact-differs", name=name, stated=stated, printed=printed))
    if facts.date and masthead.date:
        low, high = bounds_of(facts.date)
        if not low <= masthead.date <= high:
            notices.append(message("notice.date-differs", stated=facts.date, printed=masthead.date))
    if masthead.guessed and not facts.dossier:
        notices.append(message("notice.dossier-inferred", dossier=masthead.dossier))
    return notices
