"""`tracker watch`: one round for cron or a timer: fetch what is new, commit it, tell what it says.

What a user types, and sees:

    $ tracker watch brieven; echo $?
    Kamerstuk 27 923, nr. 510 … (the digest of each new letter)
    0
    $ tracker watch brieven; echo $?
    1
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.commands.options import Gated, language_option
from tracker.errors import CollectionError, ExitCode, HistoryError, SourceError

if TYPE_CHECKING:
    from tracker.i18n.message import Message
    from tracker.sources.client import Resting
    from tracker.sources.fetch_task import Came

_NAMED = 10
"""Promises of the register that a digest names."""
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
    code 0: something came, what failed beside it is told; 1: nothing, but for papers of which a round before told that
    they cannot be had; 4: nothing, and not all could be asked.
    """
    from tracker.documents.manifest import REGISTER
    from tracker.git.keep import names_author
    from tracker.i18n.catalog import gettext, text_of
    from tracker.i18n.message import message
    from tracker.sources.fetch_state import note_told, untold
    from tracker.sources.fetch_task import UnansweredError, run_task

    if not folder.is_dir():
        raise CollectionError("collection.no-folder", folder=folder)
    if author and not names_author(author):
        raise click.UsageError(gettext("usage.author", author=author))
    _settle(folder)
    complaints: list[Message] = []
    came: tuple[Came, ...] = ()
    resting: Resting = {}
    try:
        came = run_task(folder, None, (), dry=False, progress=lambda *_: None, resting=resting)
    except UnansweredError as fault:
        complaints.append(fault.message)
    complaints += dict.fromkeys(said for one in came for said in one.complaints)
    lacking: list[Message] = []
    lines = _register(folder, complaints, lacking, resting) if os.path.lexists(folder / REGISTER) else ""
    # Of what a round before fetched, and was stopped before it told of it, this one tells.
    changed = untold(folder)
    paths = [name for name in changed if name != REGISTER and (folder / name).is_file()]
    failed, notes = _once(folder, came, lacking)
    complaints += failed
    notes += _commit(folder, changed, subject, author)
    lines += "".join(
        gettext("fetch.complaint", said=text_of(said)) + "\n" for said in dict.fromkeys((*complaints, *notes))
    )
    answer = lines + (_digest(folder, paths) if paths else "")
    nothing = message("watch.nothing-new") if answer and not (changed or complaints) else None
    lacking_some = message("fetch.incomplete") if complaints and not changed else None
    if not answer and not changed:
        return ExitCode.GATE
    return Gated(answer, nothing, lacking_some, printed=partial(note_told, folder))


def _settle(folder: Path) -> None:
    """Where git has letters.toml as it stands, what is changed in it from here on is this round's."""
    from tracker.documents.manifest import MANIFEST
    from tracker.git import keep
    from tracker.sources.fetched_files import settled

    if keep.is_committed(folder, MANIFEST):
        settled(folder)


def _once(folder: Path, came: tuple[Came, ...], others: list[Message]) -> tuple[list[Message], list[Message]]:
    """Why papers cannot be had that could be before, or changed; and what else a person should know.

    Of what a round before told it tells no more, or of papers that cannot be had a line.
    """
    from tracker.i18n.message import message
    from tracker.sources.fetch_round import FetchOutcome
    from tracker.sources.fetch_state import told_before, told_of

    before = told_before(folder)
    each = sorted((row for one in came for row in one.rows), key=lambda row: row.outcome is FetchOutcome.FAILED)
    rows = {row.paper.id: row for row in each}
    of_papers = (said for row in each if row.outcome is not FetchOutcome.FAILED for said in row.told)
    notes = {str(said): said for said in (*others, *(said for one in came for said in one.notes), *of_papers)}
    now = {id_: standing for id_, standing in before.items() if id_ not in rows and (not came or " " not in id_)}
    now |= dict.fromkeys(notes, "")
    failed: list[Message] = []
    told = [said for key, said in notes.items() if key not in before]
    for id_, row in rows.items():
        if row.outcome is FetchOutcome.FAILED:
            now[id_] = row.standing
            again = before.get(id_) == row.standing
            failed += () if again else row.told
            told += [message("watch.again", paper=id_, said=row.told[0] if row.told else "")] if again else ()
        if row.outcome is FetchOutcome.WITHDRAWN:
            now[id_] = f"{row.standing} {row.outcome}"
            told += [message("watch.withdrawn", paper=id_)] if before.get(id_) != now[id_] else ()
    told_of(folder, now)
    return failed, told


def _register(folder: Path, complaints: list[Message], notes: list[Message], resting: Resting) -> str:
    """Renew the register, and say what is new and gone in it; what fails and what it lacks is added to the lists."""
    from tracker.i18n.catalog import gettext, ngettext, text_of
    from tracker.i18n.message import first_of
    from tracker.sources.register_task import fetch_register

    try:
        came = fetch_register(folder, None, dry=False, resting=resting, unasked=True)
    except (SourceError, CollectionError) as fault:
        complaints.append(fault.message)
        return ""
    complaints += came.complaints
    notes += came.lacking
    lines = [ngettext("fetch.register-changed", came.changed)] if came.changed else []
    lines += [gettext("fetch.register-named", promises=first_of(came.named, _NAMED))] if came.named else []
    lines += [gettext("fetch.complaint", said=text_of(said)) for said in came.notes]
    return "".join(f"{line}\n" for line in lines)


def _commit(folder: Path, changed: list[str], subject: str, author: str) -> list[Message]:
    """Commit what came with what is known of it; what a round before could not commit comes along.

    Files with changes of yours are left out, and told.
    """
    from tracker.git import keep
    from tracker.i18n.catalog import gettext, ngettext
    from tracker.i18n.message import message
    from tracker.sources.fetched_files import adopted, digests, letter_files, own_files

    if not keep.in_work_tree(folder):
        return []
    ours, yours = own_files(folder)
    paths = [path for path in dict.fromkeys((*ours, *changed)) if path not in yours]
    ignored = keep.ignored(folder, paths)
    letters = letter_files(folder)

    def said(names: Sequence[str]) -> str:
        number = len(letters.intersection(names))
        return subject or (ngettext("watch.subject", number) if number else gettext("watch.subject-none"))

    wanted = [path for path in paths if path not in ignored]
    before = digests(folder, wanted)
    try:
        keep.commit_only(folder, wanted, said, author)
    except HistoryError:  # hooks that mend what is committed refuse it once
        if not adopted(folder, before):
            raise
        keep.commit_only(folder, wanted, said, author)
    left = [message("watch.ignored", path=path) for path in changed if path in ignored]
    return left + [message("watch.yours", path=path) for path in yours if not keep.is_committed(folder, path)]


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
