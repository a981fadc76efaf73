"""Fetching from a file: the promises of a list that a council or parliament published, kept beside the letters."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from msgspec import Struct

from tracker.documents.collection import named_like_letter
from tracker.documents.limits import DEFAULT
from tracker.errors import CollectionError, LetterError
from tracker.i18n.message import Message
from tracker.sources.fetch_task import holdings_at
from tracker.sources.list_columns import last_day_in
from tracker.sources.list_tables import ListFile, list_file
from tracker.sources.promise_lists import lines_above, promises_in, rows_above
from tracker.sources.register import with_list, write_register
from tracker.sources.register_notices import register_notices
from tracker.sources.services import known_services
from tracker.storage.bounded_read import read_bounded
from tracker.text.system_fault import system_fault


class ListCame(Struct, frozen=True):
    """What came of a list: how many promises it has, of which day it is, and what is to be said of it."""

    name: str
    number: int
    day: dt.date
    left: int
    notes: tuple[Message, ...] = ()


def keep_list(folder: Path, path: Path, day: dt.date | None, *, dry: bool) -> ListCame:
    """Keep the promises of a list as of a day: the one given, else that in its name or title, else that of the file.

    Raises CollectionError: it cannot be read, is none, or stands where it would be read as a letter.
    """
    if named_like_letter(path.name) and path.resolve().is_relative_to(folder.resolve()):
        raise CollectionError("list.among-letters", path=path, folder=folder)
    try:
        file = list_file(path, read_bounded(path, DEFAULT.size))
        of = day or _day_of(path, file)
        found = promises_in(known_services().parliament, file, of)
    except OSError as fault:
        raise CollectionError("list.unreadable", path=path, cause=system_fault(fault)) from fault
    except LetterError as fault:
        raise CollectionError("list.unreadable", path=path, cause=fault.message) from fault
    with holdings_at(folder, dry) as holdings:
        register = with_list(holdings.registered(), path.name, found.promises, of)
        if not dry:
            holdings.register(write_register(register))
    return ListCame(path.name, len(found.promises), of, found.left, tuple(register_notices(found.promises)))


def _day_of(path: Path, file: ListFile) -> dt.date:
    """The day of a list, by its name, by what stands above its head, or by when its file was changed."""
    rows = [" ".join(row) for tables in file.readings for table in tables for row in rows_above(table)]
    rows = rows or list(lines_above(file.lines))
    said = (last_day_in(words) for words in (path.stem, *rows))
    changed = dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC).date()
    return min(next(filter(None, said), changed), changed)
