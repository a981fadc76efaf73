"""The reports of the letters that arrived between two revisions, read from git objects alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path, PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from tracker.documents import ReadResult, read_collection
from tracker.documents.collection import shown_name
from tracker.documents.duplicate_files import file_left_out
from tracker.errors import TrackerError
from tracker.git.history import Arrival, arrived, collection_at
from tracker.i18n.catalog import gettext, text_of
from tracker.i18n.message import Message, Text
from tracker.ledger.queries import Index
from tracker.model import Collection, Letter
from tracker.pipeline import ledger_of
from tracker.views import many_letters
from tracker.views.corrections import corrections
from tracker.views.new_letter import sheet
from tracker.views.sheet import ReportView

MANY = 10
"""Letters that have a report each; of more there is one report, from one judgement."""


class Arrived(Struct, frozen=True):
    """What arrived: the report of each letter, oldest letter first, and a sentence for each that has none.

    Of many letters at once there is one report, and no other.
    """

    reports: tuple[tuple[Letter, ReportView], ...]
    sentences: tuple[str, ...]
    letters: tuple[Letter, ...] = ()
    """All that arrived and could be read."""
    together: ReportView | None = None
    """The one report of many letters."""

    @property
    def sheets(self) -> tuple[ReportView, ...]:
        """Every report."""
        return (self.together,) if self.together else tuple(report for _, report in self.reports)


def reports_between(repo: Path, since: str | None, until: str, folder: str, *, soft: bool = False) -> Arrived:
    """The reports of the letters under a folder that are new or changed at `until`; `since` None is before all.

    Raises HistoryError, CollectionError, DecisionError.
    """
    return reports_of(repo, arrived(repo, since, until, folder), since, until, folder, soft=soft)


def reports_of(
    repo: Path, arrivals: Sequence[Arrival], since: str | None, until: str, folder: str, *, soft: bool = False
) -> Arrived:
    """The same of arrivals that are known. Raises HistoryError, CollectionError, DecisionError."""
    came = {_inside(row.path, folder): _inside(row.was or "", folder) for row in arrivals if _brings(row)}
    if not came:
        return Arrived((), tuple(_sentences(arrivals, {}, {})))
    collection = collection_at(repo, until, folder)
    reading = read_collection(collection)
    unread = {str(PurePosixPath(folder, row.path)): row.reason for row in reading.refused}
    twins = {str(PurePosixPath(folder, left)): row for row in reading.notices if (left := file_left_out(row))}
    letters = tuple(letter for letter in reading.letters if letter.path in came)
    sentences = tuple(_sentences(arrivals, unread, twins))

    @cache
    def index_of(day: dt.date | None) -> Index:
        return Index(ledger_of(reading, collection, collection.name, day))

    if len(letters) > MANY:
        day = max((letter.anchor for letter in letters if letter.anchor), default=None)
        return Arrived((), sentences, letters, many_letters.sheet(index_of(day), letters))
    earlier = _earlier(repo, since, folder)
    reports = []
    for letter in letters:
        report = sheet(index_of(letter.anchor), letter, soft=soft)
        before = _before(letter, came[letter.path], earlier, collection)
        reports.append((letter, _as_reprint(report, before, letter) if before else report))
    return Arrived(tuple(reports), sentences, letters)


def _brings(row: Arrival) -> bool:
    """Whether an arrival brings words that were not there."""
    return row.changed and not row.gone


def _sentences(arrivals: Sequence[Arrival], unread: dict[str, Text], twins: dict[str, Message]) -> Iterator[str]:
    """What is to be said of letters that have no report: not read, or held by another file too."""
    for row in arrivals:
        path = shown_name(row.path)
        if row.gone:
            yield gettext("hook.gone", file=path)
        elif not row.changed:
            yield gettext("hook.renamed", old=shown_name(row.was or ""), new=path)
        elif path in unread:
            yield gettext("hook.unreadable", file=path, reason=text_of(unread[path]))
        elif path in twins:
            yield text_of(twins[path])


def _inside(path: str, folder: str) -> str:
    """A path of the repository as one of a folder in it, "" for none."""
    return PurePosixPath(path).relative_to(folder).as_posix() if path else ""


def _earlier(repo: Path, since: str | None, folder: str) -> Collection:
    """The letters of before as bytes, none where there were none."""
    try:
        return collection_at(repo, since, folder) if since else Collection(folder, ())
    except TrackerError:
        return Collection(folder, ())


def _before(letter: Letter, was: str, earlier: Collection, now: Collection) -> Letter | None:
    """The letter as it was before it changed; None where it is new or could not be read then.

    It was the file `was`, if git says so of one; else one that is gone since and was the same paper.
    """
    same = tuple(file for file in earlier.files if file.path == was)
    here = {file.path for file in now.files}
    files = same or tuple(file for file in earlier.files if file.path not in here)
    try:
        known: ReadResult = read_collection(replace(earlier, files=files, refused=()))
    except TrackerError:
        return None
    return next((old for old in known.letters if same or old.id == letter.id), None)


def _as_reprint(report: ReportView, before: Letter, letter: Letter) -> ReportView:
    """The report of a letter that replaces a version of itself: first what the new version says otherwise."""
    remark = gettext("hook.new-version", file=before.path)
    return replace(report, remarks=(remark, *report.remarks), blocks=(corrections(before, letter), *report.blocks))
