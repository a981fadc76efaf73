"""What a hook does: find out what arrived, write its reports, and say it in a few lines. It never stops git."""

from __future__ import annotations

import datetime as dt
import re
import traceback
from collections.abc import Sequence
from pathlib import Path

from tracker.errors import CollectionError
from tracker.files import write_new, write_over
from tracker.history import Home, branch_of, commit_of, home_of, leave_surroundings, settings

LOG = "tracker-hook.log"
LARGEST_LOG = 1_000_000
"""Bytes; a longer log begins anew."""

Span = tuple[str | None, str]
"""Two revisions: what arrived is what the second has and the first has not; None is before all."""

_STAMP = re.compile(r"\n<!-- tracker: ([0-9a-f]{16}) -->\n\Z")
_LONGEST = 120
"""Characters of a report's name."""


def run(name: str, words: Sequence[str], lines: Sequence[str]) -> str:
    """What the hook `name` says, called by git with these words and these lines of input. Raises HistoryError only."""
    home = home_of(Path())
    leave_surroundings()
    try:
        return _told(home, name, words, lines)
    except Exception as fault:
        return _excuse(home, fault)


def _told(home: Home, name: str, words: Sequence[str], lines: Sequence[str]) -> str:
    """The lines for the person who runs git: "" where no letter changed."""
    known = settings(home)
    span = _span(home, name, words, lines) if "letters" in known else None
    if span is None:
        return ""
    from tracker.history import arrived

    folder = "" if known["letters"] == "." else known["letters"]
    if not arrived(home.place, *span, folder):
        return ""
    return _reported(home, span, folder, known.get("reports", "reports"))


def _reported(home: Home, span: Span, folder: str, reports: str) -> str:
    from tracker.arrivals import reports_between
    from tracker.reports.names import dated
    from tracker.reports.news import brief
    from tracker.reports.pages import markdown
    from tracker.reports.pen import pen

    found = reports_between(home.place, *span, folder)
    told = [pen().wrap(sentence, 0) + "\n" for sentence in found.sentences]
    for letter, sheet in found.reports:
        name = f"{dated(letter).replace('..', '_')}-{letter.id}"[:_LONGEST]
        path = write_report(home.top, reports, name, markdown([sheet]))
        told.append(brief(sheet, path.relative_to(home.top).as_posix(), pen()))
    return "".join(told)


def _span(home: Home, name: str, words: Sequence[str], lines: Sequence[str]) -> Span | None:
    """Between which revisions a hook looks; None where another hook tells of it, or nothing is to tell.

    While a rebase runs, its commits are not told one by one: post-rewrite tells of the whole. An amended commit is
    told of by post-commit.
    """
    if name == "post-commit" and not any((home.own / part).exists() for part in ("rebase-merge", "rebase-apply")):
        return commit_of(home, "HEAD~1"), "HEAD"
    if name == "post-merge" and list(words) != ["1"] and commit_of(home, "ORIG_HEAD"):
        return "ORIG_HEAD", "HEAD"
    if name == "post-rewrite" and list(words) == ["rebase"] and lines:
        return lines[-1].split()[0], "HEAD"
    if name == "post-receive":
        rows = (line.split() for line in lines)
        mine = next((row for row in rows if len(row) == 3 and row[2] == branch_of(home)), None)
        return (commit_of(home, mine[0]), mine[1]) if mine and commit_of(home, mine[1]) else None
    return None


def write_report(top: Path, folder: str, name: str, text: str) -> Path:
    """Write a report under `top`, with a stamp by which it is known as untouched; what somebody edited stays.

    The same report is written once; a newer one takes the place of an untouched older one, or stands beside an edited
    one under a number. Raises CollectionError: the folder is not inside `top`, or cannot be written.
    """
    place = (top / folder).resolve()
    if not place.is_relative_to(top.resolve()):
        raise CollectionError(f"{folder} leads out of {top}; name a folder in it with 'tracker hook install'.")
    place.mkdir(parents=True, exist_ok=True)
    stamped = f"{text}\n<!-- tracker: {_digest(text)} -->\n"
    for number in range(1, 1000):
        path = top / folder / (f"{name}.md" if number == 1 else f"{name}-{number}.md")
        if _put(path, stamped):
            return path
    raise CollectionError(f"{place} holds too many reports called {name}; move some away.")


def _put(path: Path, stamped: str) -> bool:
    """Write a report where there is none, or an untouched one; False where something else stands."""
    if not path.exists() and not path.is_symlink():
        try:
            write_new(path, stamped)
        except CollectionError:
            if not path.exists():
                raise
        else:
            return True
    if not _untouched(path):
        return False
    if path.read_text(encoding="utf-8") != stamped:
        write_over(path, stamped)
    return True


def _untouched(path: Path) -> bool:
    """Whether a file is a report as it was written."""
    if path.is_symlink() or not path.is_file():
        return False
    text = path.read_bytes().decode("utf-8", errors="replace")
    stamp = _STAMP.search(text)
    return stamp is not None and stamp[1] == _digest(text[: stamp.start()])


def _digest(text: str) -> str:
    from hashlib import blake2b

    return blake2b(text.encode(), digest_size=8).hexdigest()


def _excuse(home: Home, fault: Exception) -> str:
    """One line that names the log with the details of what went wrong."""
    from tracker.reports.safe import plain

    path = home.common / LOG
    try:
        mode = "w" if path.exists() and path.stat().st_size > LARGEST_LOG else "a"
        with path.open(mode, encoding="utf-8") as log:
            log.write(f"{dt.datetime.now(dt.UTC):%Y-%m-%dT%H:%M:%SZ} {home.top}\n")
            log.writelines(traceback.format_exception(fault))
    except OSError:
        return plain(f"tracker: no report of what arrived, and its log {path} cannot be written.") + "\n"
    return plain(f"tracker: no report of what arrived; the reason is in {path}") + "\n"
