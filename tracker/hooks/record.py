"""Which letters were reported on in a work tree, so that what a hook missed is made up for by the next.

The record stands in the git directory of the work tree: in its first line the tree of letters that was looked at last,
which a script compares before it starts anything, then the rest.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

import msgspec
from msgspec import Struct

from tracker.git.history import letters_at
from tracker.git.repository import Home, commit_of, object_of
from tracker.hooks.config import HookConfig
from tracker.storage.atomic import write_over

FILE = "tracker-told"
"""The name of the record in a git directory."""


class Record(Struct, frozen=True):
    """What was told: up to which commit, of which folder, and for the content of each letter the name of its report.

    The name is "" for letters that were there before the hooks.
    """

    commit: str
    folder: str
    reports: dict[str, str]


def read_record(home: Home, wishes: HookConfig) -> Record | None:
    """What was told in this work tree; None where nothing is known, or of another folder."""
    try:
        _, _, rest = (home.own / FILE).read_text(encoding="utf-8").partition("\n")
        found = msgspec.json.decode(rest, type=Record)
    except (OSError, ValueError):
        return None
    return found if found.folder == wishes.folder else None


def write_record(home: Home, wishes: HookConfig, commit: str, reports: Mapping[str, str]) -> None:
    """Keep what was told. Raises OSError."""
    tree = object_of(home, f"{commit}:{wishes.folder}") if commit else None
    rest = json.dumps({"commit": commit, "folder": wishes.folder, "reports": dict(reports)})
    write_over(home.own / FILE, f"{tree or ''}\n{rest}\n")


def begin(home: Home, wishes: HookConfig) -> None:
    """Begin to keep a record where there is none of these letters: those that are there now are no news."""
    if read_record(home, wishes) is None:
        commit = commit_of(home, "HEAD") or ""
        there = letters_at(home.place, commit, wishes.folder) if commit else {}
        write_record(home, wishes, commit, dict.fromkeys(there.values(), ""))


def forget_record(home: Home) -> None:
    """Keep no record any more. Raises OSError."""
    (home.own / FILE).unlink(missing_ok=True)


def missing_reports(home: Home, wishes: HookConfig) -> dict[str, str]:
    """The letters at HEAD that came since the hooks did and whose report is not there: what they hold, by their path.

    Raises HistoryError.
    """
    known, commit = read_record(home, wishes), commit_of(home, "HEAD")
    if known is None or commit is None:
        return {}
    there = letters_at(home.place, commit, wishes.folder)
    return {path: id_ for path, id_ in there.items() if not _stands(home, wishes, known.reports.get(id_))}


def _stands(home: Home, wishes: HookConfig, name: str | None) -> bool:
    """Whether a report is where it was written, or none was owed."""
    return name is not None and (not name or (home.top / wishes.reports / name).exists())
