"""The reports of the letters that arrived between two revisions, read from git objects alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from tracker.documents import ReadResult, read_collection
from tracker.errors import TrackerError
from tracker.git.history import Arrival, arrived, collection_at
from tracker.i18n.catalog import gettext, text_of
from tracker.i18n.message import Text
from tracker.ledger.queries import Index
from tracker.model import Collection, Letter
from tracker.pipeline import correction_of, judge_reading, rulings_of
from tracker.views.corrections import corrections
from tracker.views.new_letter import sheet
from tracker.views.sheet import ReportView


class Arrived(Struct, frozen=True):
    """What arrived: the report of each letter, oldest letter first, and a sentence for each that has none."""

    reports: tuple[tuple[Letter, ReportView], ...]
    sentences: tuple[str, ...]


def reports_between(repo: Path, since: str | None, until: str, folder: str, *, soft: bool = False) -> Arrived:
    """The reports of the letters under a folder that are new or changed at `until`; `since` None is before all.

    Raises HistoryError, CollectionError, DecisionError.
    """
    arrivals = arrived(repo, since, until, folder)
    if not any(row.changed for row in arrivals):
        return Arrived((), tuple(_renamed(row) for row in arrivals))
    collection = collection_at(repo, until, folder)
    earlier = _earlier(repo, since, folder)
    reading = read_collection(collection)
    came = {_inside(row.path, folder): _inside(row.was or "", folder) for row in arrivals if row.changed}
    reports = []
    for letter in reading.letters:
        if letter.path in came:
            rulings, correction = rulings_of(collection), correction_of(collection)
            ledger = judge_reading(reading, collection.name, letter.anchor, rulings, correction)
            report = sheet(Index(ledger), letter, soft=soft)
            before = _before(letter, came[letter.path], earlier, collection)
            reports.append((letter, _as_reprint(report, before, letter) if before else report))
    unread = {str(PurePosixPath(folder, row.path)): row.reason for row in reading.refused}
    return Arrived(tuple(reports), tuple(_sentences(arrivals, unread)))


def _sentences(arrivals: tuple[Arrival, ...], unread: dict[str, Text]) -> Iterator[str]:
    """What is to be said of letters that have no report."""
    for row in arrivals:
        if not row.changed:
            yield _renamed(row)
        elif row.path in unread:
            yield gettext("hook.unreadable", file=row.path, reason=text_of(unread[row.path]))


def _renamed(row: Arrival) -> str:
    return gettext("hook.renamed", old=row.was, new=row.path)


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
