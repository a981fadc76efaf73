"""Letters of other bodies that are at hand: those of a folder, or of a git remote."""

from __future__ import annotations

import datetime as dt
import hashlib
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from msgspec.structs import replace

from tracker.documents.collection import load_collection
from tracker.documents.formats.detect import detect_format
from tracker.documents.formats.registry import PLAIN
from tracker.documents.manifest import ManifestEntry
from tracker.errors import LetterError, SourceError
from tracker.git.history import collection_at
from tracker.git.keep import cloned
from tracker.model import Collection, SourceFile
from tracker.sources.facts import StatedFacts, stated_of
from tracker.sources.forms import Copy
from tracker.sources.holdings import Holdings
from tracker.sources.papers import ListedPaper, named_after
from tracker.sources.round import Fetched, FetchOutcome


def from_folder(folder: Path, into: Path) -> Collection:
    """The letters of another folder, without those of the one that they go into. Raises CollectionError."""
    known = load_collection(folder)
    files = (row for row in known.files if not (folder / row.path).resolve().is_relative_to(into.resolve()))
    return replace(known, files=tuple(files))


def from_remote(address: str) -> Collection:
    """The letters of a git remote as it stands. Raises HistoryError, CollectionError."""
    with tempfile.TemporaryDirectory() as place:
        return collection_at(cloned(address, Path(place)), "HEAD")


def bring(
    holdings: Holdings, letters: Collection, stated: Mapping[str, ManifestEntry], origin: str, *, dry: bool
) -> Iterator[Fetched]:
    """Copy letters into the folder as papers are fetched: whole, under a name of their own, yours left alone.

    What is `stated` of each by its path, in the letters.toml beside them, comes along.
    """
    for file in letters.files:
        entry = stated.get(file.path, ManifestEntry(file.path))
        name = str(PurePosixPath(file.path).with_suffix(""))
        id_ = entry.paper or named_after(name, file.path)
        paper = ListedPaper(id_, title=entry.title or "", date=_day(entry.date or ""))
        try:
            yield _brought(holdings, paper, file, stated_of(entry), origin, dry=dry)
        except (SourceError, LetterError) as fault:
            yield Fetched(paper, FetchOutcome.FAILED, "", (fault.message,))


def _brought(
    holdings: Holdings, paper: ListedPaper, file: SourceFile, stated: StatedFacts, origin: str, *, dry: bool
) -> Fetched:
    if own := holdings.own(paper.id):
        return Fetched(paper, FetchOutcome.YOURS, own)
    entry, digest = holdings.fetched(paper.id), hashlib.sha256(file.data).hexdigest()
    if entry and entry.sha256 == digest:
        told = () if dry else holdings.complete(paper, entry, stated)
        return Fetched(paper, FetchOutcome.SAME, entry.path, told)
    if entry is None and (twin := holdings.holding(digest)):
        return Fetched(paper, FetchOutcome.SAME, twin)
    if entry and "#" not in (entry.url or ""):  # it came from a service
        return Fetched(paper, FetchOutcome.YOURS, entry.path)
    if entry and holdings.touched(entry):
        told = () if dry else holdings.complete(paper, entry, stated)
        return Fetched(paper, FetchOutcome.YOURS, entry.path, told)
    if dry:
        return Fetched(paper, FetchOutcome.WANTED)
    found = detect_format(file.data)
    form = (PurePosixPath(file.path).suffix if found is PLAIN else found.suffixes[0]).removeprefix(".")
    told = holdings.complete(paper, entry, stated) if entry else ()
    path = holdings.keep(paper, Copy(file.data, form, f"{origin}#{file.path}"), dt.datetime.now(dt.UTC), stated)
    return Fetched(paper, FetchOutcome.CHANGED if entry else FetchOutcome.NEW, path, told)


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return None
