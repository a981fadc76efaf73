"""What a hook tells when git has brought something: which letters arrived, their reports written, in a few lines."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.git.history import Home, arrived, branch_of, commit_of
from tracker.hooks.config import HookConfig

if TYPE_CHECKING:
    from tracker.hooks.arrivals import Arrived
    from tracker.views.content import SheetContent

Revisions = tuple[str | None, str]
"""Two revisions: what arrived is what the second has and the first has not; None is before all."""

_LONGEST = 120
"""Characters of a report's name."""


def told(home: Home, wishes: HookConfig, name: str, words: Sequence[str], lines: Sequence[str]) -> str:
    """The lines for the person who runs git: "" where no letter changed.

    Raises HistoryError, CollectionError, DecisionError.
    """
    span = _span(home, name, words, lines)
    if span is None or not arrived(home.place, *span, wishes.folder):
        return ""
    from tracker.hooks.arrivals import reports_between

    return _written(home, wishes, reports_between(home.place, *span, wishes.folder))


def _written(home: Home, wishes: HookConfig, found: Arrived) -> str:
    """The reports on their shelf, and what is said of them."""
    from tracker.export.registry import form_of
    from tracker.hooks.report_store import write_report
    from tracker.render.commit_summary import brief
    from tracker.views.content import SheetContent
    from tracker.views.names import dated
    from tracker.views.text_style import pen

    base = "" if home.bare else Path(os.path.relpath(wishes.letters, wishes.reports)).as_posix()
    said = [pen().wrap(sentence, 0) + "\n" for sentence in found.sentences]
    for letter, sheet in found.reports:
        content = SheetContent((sheet,), base)
        stem = f"{dated(letter).replace('..', '_')}-{letter.id}"[:_LONGEST]
        files = [
            write_report(home.top, wishes.reports, form_of(form, "sheets").file_name(stem), _in(form, content))
            for form in wishes.forms
        ]
        said.append(brief(sheet, files[0].relative_to(home.top).as_posix(), pen()))
    return "".join(said)


def _in(form: str, content: SheetContent) -> str:
    """The report in a form of the registry."""
    from tracker.export.registry import exporter

    answer = exporter(form, "sheets").write(content)
    assert isinstance(answer, str)  # noqa: S101 - a stamp is put below it, so it is text
    return answer


def _span(home: Home, name: str, words: Sequence[str], lines: Sequence[str]) -> Revisions | None:
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
