"""Letters of other bodies that are at hand: those of a folder, or of a git remote."""

from __future__ import annotations

import datetime as dt
import hashlib
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import TypeVar

from msgspec.structs import replace

from tracker.documents.collection import load_collection, shown_name
from tracker.documents.formats.registry import PLAIN, READERS
from tracker.documents.manifest import ManifestEntry
from tracker.errors import LetterError, SourceError, TrackerError
from tracker.git.history import collection_at
from tracker.git.keep import cloned
from tracker.i18n.message import message
from tracker.model import Collection, Refusal, SourceFile
from tracker.sources.contents import id_in_file
from tracker.sources.duplicate_papers import give_up_copies, here_as
from tracker.sources.facts import StatedFacts, stated_of
from tracker.sources.fetch_round import Fetched, FetchOutcome
from tracker.sources.holdings import Holdings
from tracker.sources.hosts import SHOWN
from tracker.sources.paper_forms import Copy, readable_words
from tracker.sources.paper_state import held_as
from tracker.sources.papers import ListedPaper, PaperForm, named_after, numbered
from tracker.sources.stated_papers import stated_id
from tracker.text.days import iso_day

AnyRow = TypeVar("AnyRow", SourceFile, Refusal)


def from_folder(folder: Path, into: Path) -> Collection:
    """The letters of another folder, without those of the one that they go into. Raises CollectionError."""
    known, top, own = load_collection(folder), folder.resolve(), into.resolve()
    within = shown_name(own.relative_to(top).as_posix()) if own.is_relative_to(top) else None

    def others(rows: Iterable[AnyRow]) -> tuple[AnyRow, ...]:
        return tuple(row for row in rows if within is None or not PurePosixPath(row.path).is_relative_to(within))

    return replace(known, files=others(known.files), refused=others(known.refused))


def from_remote(address: str, longest: float) -> Collection:
    """The letters of a git remote as it stands, had in so many seconds. Raises HistoryError, SourceError."""
    if address.casefold().startswith(_PLAIN):
        raise SourceError("source.unencrypted", url=address[:SHOWN])
    with tempfile.TemporaryDirectory() as place:
        try:
            return collection_at(cloned(address, Path(place), longest), "HEAD")
        except TrackerError as fault:
            if fault.message.id in _EMPTY:
                raise SourceError("source.no-letters-there", origin=address) from fault
            raise


_PLAIN = ("http://", "git://", "ftp://")
"""How addresses begin at which nothing is encrypted."""
_EMPTY = frozenset({"git.unknown-revision", "git.no-letters-then"})
"""The faults of a remote without any commit, and of one without letters."""


def bring(
    holdings: Holdings, letters: Collection, stated: Mapping[str, ManifestEntry], origin: str, *, dry: bool
) -> Iterator[Fetched]:
    """Copy letters into the folder as papers are fetched: whole, under a name of their own, yours left alone.

    What is `stated` of each by its path, in the letters.toml beside them, comes along. Of files that are stated to be
    one paper the first is that. What is named like a letter there and cannot be taken (a link, which may lead
    elsewhere; a name that cannot be written) fails; what came from there and is there no more is taken back.
    """
    yield from _gone(holdings, letters, origin)
    for refused in letters.refused:
        listed = ListedPaper(named_after(refused.path, f"{origin}#{refused.path}"))
        why = message("source.left-there", path=refused.path, origin=origin, reason=refused.reason)
        yield Fetched(listed, FetchOutcome.FAILED, "", (why,))
    taken: set[str] = set()
    ids = _ids(holdings, origin)
    for file in letters.files:
        entry = stated.get(file.path, ManifestEntry(file.path))
        own = ids.get(file.path) or named_after(str(PurePosixPath(file.path).with_suffix("")), f"{origin}#{file.path}")
        said = entry.paper or ("" if file.path in ids else stated_id(entry))
        id_ = own if said in {"", *taken} else said
        taken.add(id_)
        paper = ListedPaper(id_, title=entry.title or "", date=iso_day(entry.date or ""))
        try:
            row = _brought(holdings, paper, file, stated_of(entry), origin, dry=dry)
            yield replace(row, told=(*row.told, *(() if dry else give_up_copies(holdings, paper))))
        except (SourceError, LetterError) as fault:
            yield Fetched(paper, FetchOutcome.FAILED, "", (fault.message,))


def _gone(holdings: Holdings, letters: Collection, origin: str) -> Iterator[Fetched]:
    """What came from an origin and is there no more, by its path nor by its bytes."""
    paths = {file.path for file in letters.files} | {refused.path for refused in letters.refused}
    digests = {hashlib.sha256(file.data).hexdigest() for file in letters.files}
    for entry in holdings.all_fetched():
        place, _, path = (entry.url or "").rpartition("#")
        held = holdings.memory.state.papers.get(entry.paper or "")
        if place == origin and path not in paths and not {entry.sha256, held.sent if held else ""} & digests:
            paper = ListedPaper(entry.paper or "", title=entry.title or "", date=iso_day(entry.date or ""))
            yield Fetched(paper, FetchOutcome.WITHDRAWN, entry.path)


def _ids(holdings: Holdings, origin: str) -> dict[str, str]:
    """The ids of what came from an origin, by the paths there; also from one that is no source any more: it moved."""
    found: dict[str, str] = {}
    for entry in holdings.all_fetched():
        place, _, path = (entry.url or "").rpartition("#")
        if place and (place == origin or not _is_elsewhere(holdings, place, origin)):
            found[path] = (entry.paper or "") if place == origin else found.get(path, entry.paper or "")
    return found


def _is_elsewhere(holdings: Holdings, place: str, origin: str) -> bool:
    """Whether what came from a place is of another source than an origin: of a service or of one that is stated too."""
    stated = (source.folder or source.git for source in holdings.stated.manifest.sources)
    return place != origin and (not place or place in stated)


def _brought(
    holdings: Holdings, paper: ListedPaper, file: SourceFile, stated: StatedFacts, origin: str, *, dry: bool
) -> Fetched:
    place = f"{origin}#{file.path}"
    if own := holdings.own(paper.id):
        again = None if dry else _said_again(holdings, paper, file, stated, place)
        return again or Fetched(paper, FetchOutcome.YOURS, own)
    entry, digest = holdings.fetched(paper.id), hashlib.sha256(file.data).hexdigest()
    if entry and holdings.came(paper.id, entry, digest):
        told = () if dry else holdings.complete(paper, entry, stated)
        return Fetched(paper, FetchOutcome.SAME, entry.path, told)
    held = holdings.memory.state.papers.get(paper.id)
    known = holdings.twin(paper.id) if held and held.sha256 == digest else ""
    if entry is None and (twin := known or holdings.other_holding(digest, paper.id)):
        return Fetched(paper, FetchOutcome.SAME, twin)
    if entry and _is_elsewhere(holdings, (entry.url or "").rpartition("#")[0], origin):
        return Fetched(paper, FetchOutcome.YOURS, entry.path)
    if entry and holdings.touched(entry):
        told = () if dry else holdings.complete(paper, entry, stated)
        return Fetched(paper, FetchOutcome.YOURS, entry.path, told)
    if dry:
        return Fetched(paper, FetchOutcome.WANTED)
    copy = _copy(file, place)
    alone = entry is None and not numbered(paper.id)
    if twin := here_as(holdings, paper.id, copy.printed, copy.data) if alone else "":
        holdings.memory.remember(paper, held_as(twin, copy, digest, of=copy.printed))
        return Fetched(paper, FetchOutcome.SAME, twin, (message("source.same-paper", paper=copy.printed, path=twin),))
    told = holdings.complete(paper, entry, stated) if entry else ()
    path = holdings.keep(paper, copy, dt.datetime.now(dt.UTC), stated)
    return Fetched(paper, FetchOutcome.CHANGED if entry else FetchOutcome.NEW, path, told)


def _said_again(
    holdings: Holdings, paper: ListedPaper, file: SourceFile, stated: StatedFacts, place: str
) -> Fetched | None:
    """A file that is yours but for being what its source has, where letters.toml lost what it said of it; else None."""
    own = holdings.own(paper.id)
    if not holdings.is_unsaid(paper.id, own):
        return None
    try:
        copy = _copy(file, place)
    except SourceError:
        return None
    if not holdings.holds(paper.id, own, copy):
        return None
    path = holdings.keep(paper, copy, dt.datetime.now(dt.UTC), stated)
    return Fetched(paper, FetchOutcome.SAME, path, (message("source.said-again", path=path),))


def _copy(file: SourceFile, place: str) -> Copy:
    """A file as it is kept. Raises SourceError: it is no whole letter."""
    suffix = PurePosixPath(file.path).suffix.lower()
    said = next((row.form for row in READERS if suffix in row.suffixes), suffix.removeprefix("."))
    found, text = readable_words(PaperForm(said, place), file.data)
    form = suffix.removeprefix(".") if found == PLAIN.form else found
    return Copy(file.data, form, place, printed=id_in_file(text) if text else "")
