"""What a hook tells when git has brought something: which letters arrived, their reports written, in a few lines.

What hooks before missed (one that was killed, a tool that runs none) is made up for: the record says what was told.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from tracker.git.history import Arrival, arrived, letters_at
from tracker.git.repository import Home, branch_of, builds_on, commit_of
from tracker.hooks import record
from tracker.hooks.config import HookConfig

if TYPE_CHECKING:
    from tracker.hooks.arrivals import Arrived
    from tracker.views.sheet import ReportView

Revisions = tuple[str | None, str]
"""Two revisions: what arrived is what the second has and the first has not; None is before all."""
Ids = Mapping[str, str]
"""What git calls the contents of letters, by their paths in the repository."""

LINES = 20
"""Lines that git's user sees of whatever arrives."""
_FEW = 2
"""Reports that are told in several lines each."""


class _Owed(Struct, frozen=True):
    """The letters that have no report at a revision, and what is known of all others."""

    span: Revisions
    paths: tuple[str, ...]
    before: Ids
    now: Ids
    reports: Mapping[str, str]
    """The names of the reports that there are, as the record keeps them."""


def arrival_lines(home: Home, wishes: HookConfig, name: str, words: Sequence[str], lines: Sequence[str]) -> str:
    """The lines for the person who runs git: "" where no letter changed.

    Raises HistoryError, CollectionError, DecisionError.
    """
    span = _span(home, name, words, lines)
    if span is None:
        return ""
    since, until = span[0], commit_of(home, span[1]) or span[1]
    known = record.read_record(home, wishes)
    if known and known.commit and builds_on(home, known.commit, until):
        since = known.commit
    before = letters_at(home.place, since, wishes.folder) if since else {}
    reports = known.reports if known else dict.fromkeys(before.values(), "")
    now = letters_at(home.place, until, wishes.folder)
    paths = tuple(path for path, id_ in now.items() if id_ not in reports)
    return _tell(home, wishes, _Owed((since, until), paths, before, now, reports))


def tell_missed(home: Home, wishes: HookConfig) -> str:
    """Write the reports that are not there, of the letters that HEAD has; tell of them and of letters removed since.

    Raises HistoryError, CollectionError, DecisionError.
    """
    until = commit_of(home, "HEAD")
    if until is None:
        return ""
    known = record.read_record(home, wishes)
    since = known.commit if known and builds_on(home, known.commit, until) else until
    before, now = (letters_at(home.place, revision, wishes.folder) for revision in (since, until))
    reports = _standing(home, wishes, until, now, known.reports if known else {})
    paths = tuple(path for path, id_ in now.items() if not reports.get(id_))
    return _tell(home, wishes, _Owed((since, until), paths, before, now, reports))


def _standing(home: Home, wishes: HookConfig, until: str, now: Ids, reports: Mapping[str, str]) -> dict[str, str]:
    """The reports that are where they were written; those of letters from before the hooks are looked for by name."""
    from tracker.documents import read_collection
    from tracker.export.registry import form_of
    from tracker.git.history import collection_at
    from tracker.hooks.report_store import stem_of

    shelf, form = home.top / wishes.reports, form_of(wishes.forms[0], "sheets")
    found = {id_: name for id_, name in reports.items() if name and (shelf / name).exists()}
    if "" in reports.values():
        for letter in read_collection(collection_at(home.place, until, wishes.folder)).letters:
            id_, name = now[_path(wishes, letter.path)], form.file_name(stem_of(letter))
            if reports.get(id_) == "" and (shelf / name).exists():
                found[id_] = name
    return found


def _tell(home: Home, wishes: HookConfig, owed: _Owed) -> str:
    """Write the reports that are owed, keep that they were, and tell of them and of letters renamed or removed."""
    since, until = owed.span
    rows = {row.path: row for row in arrived(home.place, since, until, wishes.folder)}
    news = [row for row in rows.values() if row.gone or not row.changed]
    news += [_arrival(path, rows.get(path), owed) for path in owed.paths]
    said, names = "", dict[str, str]()
    if news:
        from tracker.hooks.arrivals import reports_of

        found = reports_of(home.place, sorted(news, key=lambda row: row.path), since, until, wishes.folder)
        said, names = _written(home, wishes, found, until)
    replaced = {owed.before.get(row.was) for row in news if row.was and row.changed}
    kept = {id_: name for id_, name in owed.reports.items() if id_ not in replaced}
    new = {owed.now[path]: names.get(path, "") for path in owed.paths}
    record.write_record(home, wishes, commit_of(home, until) or "", kept | new)
    return said


def _arrival(path: str, row: Arrival | None, owed: _Owed) -> Arrival:
    """A letter that a report is owed of, with the path that it had before if it was there."""
    was = row.was if row else path if owed.before.get(path, owed.now[path]) != owed.now[path] else None
    return Arrival(path, was, id=owed.now[path])


def _written(home: Home, wishes: HookConfig, found: Arrived, until: str) -> tuple[str, dict[str, str]]:
    """What is said of the reports, which are on their shelf then; and the report of each letter, by its path."""
    from tracker.hooks.report_store import stem_of
    from tracker.render.commit_summary import brief, brief_of_many, in_two_lines
    from tracker.views.text_style import pen

    show = brief if len(found.reports) <= _FEW else in_two_lines
    lines = [line for sentence in found.sentences for line in pen().wrap(sentence, 0).splitlines()]
    names: dict[str, str] = {}
    if found.together:
        stem = stem_of(found.letters[-1], f"{len(found.letters)}-{until[:8]}")
        file = _put(home, wishes, stem, found.together)
        names = {_path(wishes, letter.path): file.name for letter in found.letters}
        lines += brief_of_many(found.together, file.relative_to(home.top).as_posix(), pen()).splitlines()
    for letter, sheet in found.reports:
        file = _put(home, wishes, stem_of(letter), sheet)
        names[_path(wishes, letter.path)] = file.name
        lines += show(sheet, file.relative_to(home.top).as_posix(), pen()).splitlines()
    return "".join(line + "\n" for line in _shortened(lines)), names


def _shortened(lines: Sequence[str]) -> Iterable[str]:
    """The lines, or the first of them and how many more there are."""
    from tracker.i18n.catalog import gettext

    if len(lines) <= LINES:
        return lines
    return (*lines[: LINES - 1], gettext("hook.more-lines", number=len(lines) - LINES + 1))


def _path(wishes: HookConfig, inside: str) -> str:
    """A letter's path in the repository."""
    return (Path(wishes.folder) / inside).as_posix()


def _put(home: Home, wishes: HookConfig, stem: str, sheet: ReportView) -> Path:
    """Write a report in each of its forms; the first of the files."""
    from tracker.export.registry import exporter, form_of
    from tracker.hooks.report_store import write_report
    from tracker.views.content import SheetContent

    base = "" if home.bare else Path(os.path.relpath(wishes.letters, wishes.reports)).as_posix()
    files = []
    for form in wishes.forms:
        answer = exporter(form, "sheets").write(SheetContent((sheet,), base))
        assert isinstance(answer, str)  # noqa: S101 - a stamp is put below it, so it is text
        files.append(write_report(home.top, wishes.reports, form_of(form, "sheets").file_name(stem), answer))
    return files[0]


def _span(home: Home, name: str, words: Sequence[str], lines: Sequence[str]) -> Revisions | None:
    """Between which revisions a hook looks; None where another hook tells of it, or nothing is to tell.

    While a rebase runs, its commits are not told one by one: post-rewrite tells of the whole. An amended commit is
    told of by post-commit.
    """
    if name == "post-commit" and not any((home.own / part).exists() for part in ("rebase-merge", "rebase-apply")):
        return commit_of(home, "HEAD~1"), "HEAD"
    if name == "post-merge" and list(words) != ["1"] and commit_of(home, "ORIG_HEAD"):
        return "ORIG_HEAD", "HEAD"
    if name == "post-rewrite" and list(words) == ["rebase"]:
        return (lines[-1].split()[0] if lines else commit_of(home, "ORIG_HEAD")), "HEAD"
    if name == "post-receive":
        rows = (line.split() for line in lines)
        mine = next((row for row in rows if len(row) == 3 and row[2] == branch_of(home)), None)
        return (commit_of(home, mine[0]), mine[1]) if mine and commit_of(home, mine[1]) else None
    return None
