"""`tracker watch`: one round for cron or a timer: fetch what is new, commit it, tell what it says.

What a user types, and sees:

    $ tracker watch brieven; echo $?
    Kamerstuk 27 923, nr. 510 … (the digest of each new letter)
    0
    $ tracker watch brieven; echo $?
    1
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.commands.options import Gated, language_option
from tracker.errors import CollectionError, ExitCode

if TYPE_CHECKING:
    from tracker.sources.errand import Came

_EACH = 5
"""So many new letters get a digest each; of more the collection gets one."""


@click.command(epilog='Example: tracker watch brieven --author "Tracker <tracker@example.org>"')
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=".")
@click.option("--author", default="", metavar="NAME", help='Whose commit it is, as "Name <mail>" (default: yours).')
@click.option("--message", "subject", default="", metavar="TEXT", help="The subject of the commit.")
@language_option
def watch(folder: Path, *, author: str, subject: str) -> Gated | int:
    """Fetch what is new in FOLDER, commit it, and print its digest.

    Where the letters come from stands in [source] of letters.toml. In a git repository what came is committed, so that
    the hooks write their reports. One round; cron or a timer does the rest. Exit code 0: something came; 1: nothing;
    4: not all could be asked.
    """
    from tracker.documents.manifest import REGISTER
    from tracker.i18n.message import message
    from tracker.sources.errand import fetch_register, run_errand

    if not folder.is_dir():
        raise CollectionError("collection.no-folder", folder=folder)
    came = run_errand(folder, None, (), dry=False, progress=lambda *_: None)
    if (folder / REGISTER).is_file():
        fetch_register(folder, None, dry=False)
    unchecked = None if all(one.whole for one in came) else message("fetch.incomplete")
    paths = _arrived(came)
    _commit(folder, paths, subject, author)
    if not paths and unchecked is None:
        return ExitCode.GATE
    return Gated(_digest(folder, paths) if paths else "", None, unchecked)


def _arrived(came: tuple[Came, ...]) -> list[str]:
    from tracker.sources.round import FetchOutcome

    fresh = {FetchOutcome.NEW, FetchOutcome.CHANGED}
    return [row.path for one in came for row in one.rows if row.outcome in fresh]


def _commit(folder: Path, paths: list[str], subject: str, author: str) -> None:
    """Commit what came with what is known of it; what a round before could not commit comes along."""
    from tracker.git import keep
    from tracker.i18n.catalog import ngettext
    from tracker.sources.holdings import own_files

    if keep.in_work_tree(folder):
        keep.keep(folder, own_files(folder), subject or ngettext("watch.subject", len(paths)), author)


def _digest(folder: Path, paths: list[str]) -> str:
    """What the new letters say; of many, what the collection says now."""
    from tracker.commands.source import CollectionSource
    from tracker.render.digest import write
    from tracker.views import new_letter, overview
    from tracker.views.content import SheetContent

    source = CollectionSource(folder)
    fresh = [letter for letter in source.letters if letter.path in paths]
    if len(fresh) > _EACH:
        return write(SheetContent((overview.sheet(source.index, source.index.ledger.threads, soft=False),)))
    sheets = []
    for letter in fresh:
        then = CollectionSource(folder, letter.anchor)
        sheets.append(new_letter.sheet(then.index, then.index.letters[letter.id]))
    return write(SheetContent(tuple(sheets)))
