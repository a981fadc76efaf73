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
from tracker.errors import CollectionError, ExitCode, SourceError

if TYPE_CHECKING:
    from tracker.i18n.message import Message
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
    the hooks write their reports; what you changed is yours to commit. One round; cron or a timer does the rest. Exit
    code 0: something came, what failed beside it is told; 1: nothing; 4: nothing, and not all could be asked.
    """
    from tracker.documents.manifest import REGISTER
    from tracker.i18n.catalog import gettext, text_of
    from tracker.i18n.message import message
    from tracker.sources.errand import run_errand
    from tracker.sources.memory import told, untold

    if not folder.is_dir():
        raise CollectionError("collection.no-folder", folder=folder)
    _settle(folder)
    came = run_errand(folder, None, (), dry=False, progress=lambda *_: None)
    complaints = [said for one in came for said in _complaints(one)]
    lines = _register(folder, complaints) if (folder / REGISTER).is_file() else ""
    # Of what a round before fetched, and was stopped before it told of it, this one tells.
    changed = untold(folder)
    paths = [name for name in changed if name != REGISTER and (folder / name).is_file()]
    notes = [*(said for one in came for said in one.notes), *_commit(folder, changed, len(paths), subject, author)]
    lines += "".join(gettext("fetch.complaint", said=text_of(said)) + "\n" for said in (*complaints, *notes))
    answer = lines + (_digest(folder, paths) if paths else "")
    told(folder)
    if changed:
        return Gated(answer, None)
    return Gated(answer, None, message("fetch.incomplete")) if complaints else ExitCode.GATE


def _settle(folder: Path) -> None:
    """Where git has letters.toml as it stands, what is changed in it from here on is this round's."""
    from tracker.documents.manifest import MANIFEST
    from tracker.git import keep
    from tracker.sources.holdings import settled

    if keep.is_kept(folder, MANIFEST):
        settled(folder)


def _complaints(came: Came) -> tuple[Message, ...]:
    """What services complained of, and why papers could not be had."""
    from tracker.sources.round import FetchOutcome

    failed = (row.told for row in came.rows if row.outcome is FetchOutcome.FAILED)
    return (*came.complaints, *(said for told in failed for said in told))


def _register(folder: Path, complaints: list[Message]) -> str:
    """Renew the register, and say what is new in it; what fails is added to the complaints."""
    from tracker.i18n.catalog import ngettext
    from tracker.sources.errand import fetch_register

    try:
        changed = fetch_register(folder, None, dry=False).changed
    except SourceError as fault:
        complaints.append(fault.message)
        return ""
    return ngettext("fetch.register-changed", changed) + "\n" if changed else ""


def _commit(folder: Path, changed: list[str], number: int, subject: str, author: str) -> list[Message]:
    """Commit what came with what is known of it; what a round before could not commit comes along.

    Files with changes of yours are left out, and told.
    """
    from tracker.git import keep
    from tracker.i18n.catalog import ngettext
    from tracker.i18n.message import message
    from tracker.sources.holdings import own_files

    if not keep.in_work_tree(folder):
        return []
    ours, yours = own_files(folder)
    paths = [path for path in dict.fromkeys((*ours, *changed)) if path not in yours]
    keep.keep(folder, paths, subject or ngettext("watch.subject", number), author)
    return [message("watch.yours", path=path) for path in yours if not keep.is_kept(folder, path)]


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
