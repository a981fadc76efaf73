"""Where an answer goes: to standard output, or whole into a file that is no letter."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.text.standard_error import tell

if TYPE_CHECKING:
    from tracker.commands.source import CollectionSource

UNTOLD = frozenset({"csv", "digest", "docx", "rappel"})
"""Forms in which an answer has no place for files that were not read and rulings that are not applied."""


def kept(source: CollectionSource, answer: str | bytes, output: Path | None, form: str = "") -> str | bytes:
    """The answer to print; "" once it is written to a file. What is for programs is UTF-8 whatever a terminal speaks.

    Files not read and rulings not applied are told on standard error where the form has no place for them.

    Raises CollectionError, UsageError.
    """
    if form in UNTOLD:
        _tell_left_out(source)
    if output is None:
        if isinstance(answer, bytes) and sys.stdout.isatty():
            from tracker.i18n.catalog import gettext

            raise click.UsageError(gettext("usage.not-for-a-terminal"))
        return answer.encode() if isinstance(answer, str) and form not in {"", "text"} else answer
    from tracker.export.file import save

    save(output, answer, source.folder)
    return ""


def _tell_left_out(source: CollectionSource) -> None:
    from tracker.text.escape import plain
    from tracker.views.totals import unread_and_unapplied

    for notice in unread_and_unapplied(source.index):
        tell(f"tracker: {plain(notice)}\n")


def base_of(source: CollectionSource, output: Path | None) -> str:
    """The letters' folder as seen from where the answer will stand, the current one by default; "" at a revision."""
    if source.rev:
        return ""
    place = output.resolve().parent if output else Path.cwd()
    return Path(os.path.relpath(source.folder.resolve(), place)).as_posix()
