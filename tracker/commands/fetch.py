"""`tracker fetch`: the papers of a dossier, from the official sources into a folder of letters.

What a user types, and sees:

    $ tracker fetch 27923 --kind voortgang --into brieven
    new      kst-27923-231  2016-11-29  Derde voortgangsrapportage Lerarenagenda …
    new      kst-27923-456  2023-06-20  Voortgang Lerarenstrategie
    27 923: 2 papers, 2 new
    $ tracker fetch --into brieven
    27 923: 2 papers, nothing new
"""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.commands.options import Day, Gated, OneOf, language_option
from tracker.text.standard_error import tell

if TYPE_CHECKING:
    from tracker.documents.manifest import ManifestSource
    from tracker.sources.client import Resting


def _kinds() -> tuple[str, ...]:
    from tracker.sources.services import kind_names

    return kind_names()


@click.command(epilog="Example: tracker fetch 27923 --kind voortgang --into brieven")
@click.argument("dossier", required=False)
@click.option(
    "--into",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=".",
    metavar="FOLDER",
    help="The folder of letters (default: here); it is made where it is not there.",
)
@click.option("--paper", "papers", multiple=True, metavar="ID", help="One paper, such as kst-27923-460.")
@click.option("--cited", is_flag=True, help="The papers that the letters here cite and that are not here.")
@click.option("--register", is_flag=True, help="The promises in parliament's register too, kept in register.json.")
@click.option(
    "--register-list",
    "lists",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="FILE",
    help="A list of promises (CSV, Excel, web page, text) of any council, kept in register.json too.",
)
@click.option("--as-of", type=Day(), metavar="DATE", help="Of which day that list is, where it does not say so.")
@click.option("--kind", type=OneOf(_kinds), metavar="KIND", help="Only papers of this kind; a wrong one lists them.")
@click.option("--since", type=Day(), metavar="DATE", help="Only papers of this day or later.")
@click.option("--query", default="", metavar="WORDS", help="Only papers with all of these words in their titles.")
@click.option("--dry-run", is_flag=True, help="List what would be fetched, and change nothing.")
@language_option
def fetch(
    dossier: str | None,
    *,
    folder: Path,
    papers: tuple[str, ...],
    cited: bool,
    register: bool,
    lists: tuple[Path, ...],
    as_of: dt.date | None,
    kind: str | None,
    since: dt.date | None,
    query: str,
    dry_run: bool,
) -> Gated:
    """Fetch the papers of a dossier from the official sources.

    DOSSIER is a number ("27923", "36600-VIII"); without one the letters come from where [source] in letters.toml says.
    Each paper comes in the best form that there is, official XML before Word before PDF, and its facts stand in
    letters.toml. A round that was stopped is gone on with; what is here and has not changed is not asked for again.
    Files that you put there or changed are left alone.
    """
    from tracker.documents.manifest import ManifestSource
    from tracker.i18n.catalog import gettext
    from tracker.sources.fetch_state import note_told
    from tracker.sources.papers import dossier_of

    given = ManifestSource(dossier_of(dossier).id, kind or "", str(since or ""), query) if dossier else None
    if (papers or cited) and (dossier or kind or since or query):
        raise click.UsageError(gettext("usage.dossier-or-papers"))
    if not dossier and (kind or since or query):
        raise click.UsageError(gettext("usage.no-dossier"))
    if lists and not (dossier or papers or cited or register):
        return _with_lists(Gated("", None), folder, lists, as_of, dry=dry_run)
    lacking = _cited(folder) if cited else ()
    resting: Resting = {}
    if cited and not (papers or lacking):
        done = Gated(gettext("fetch.none-cited") + "\n", None)
    else:
        done = run_fetch(folder, given, papers, lacking, dry=dry_run, resting=resting)
    if register:
        done = _with_register(done, folder, given, (*papers, *lacking), dry=dry_run, resting=resting)
    done = _with_lists(done, folder, lists, as_of, dry=dry_run)
    if not dry_run:
        note_told(folder)
    return done


def _with_lists(done: Gated, folder: Path, lists: tuple[Path, ...], as_of: dt.date | None, *, dry: bool) -> Gated:
    """Keep lists of promises too, and say how many each has, as of which day."""
    from tracker.i18n.catalog import day, gettext, ngettext, text_of
    from tracker.sources.list_task import keep_list

    lines: list[str] = []
    for path in lists:
        came = keep_list(folder, path, as_of, dry=dry)
        lines.append(ngettext("fetch.list", came.number, name=came.name, day=day(came.day)))
        lines += [ngettext("fetch.list-left", came.left)] if came.left else []
        lines += [gettext("fetch.complaint", said=text_of(said)) for said in came.notes]
    return Gated(f"{done.answer!s}" + "".join(f"{line}\n" for line in lines), None, done.unchecked)


def _with_register(
    done: Gated,
    folder: Path,
    given: ManifestSource | None,
    papers: tuple[str, ...],
    *,
    dry: bool,
    resting: Resting,
) -> Gated:
    """Bring the register too, and say how many promises it has, or why it could not be had."""
    from tracker.errors import SourceError
    from tracker.i18n.catalog import gettext, ngettext, text_of
    from tracker.i18n.message import message
    from tracker.sources.register_task import fetch_register

    try:
        came = fetch_register(folder, given, papers, dry=dry, resting=resting)
        lines, notes = [ngettext("fetch.register", came.number)], came.notes
        complaints = (*came.complaints, *came.lacking)
    except SourceError as fault:
        lines, complaints, notes = [], (fault.message,), ()
    lines += [gettext("fetch.complaint", said=text_of(said)) for said in (*complaints, *notes)]
    answer = f"{done.answer!s}" + "".join(f"{line}\n" for line in lines)
    return Gated(answer, None, message("fetch.incomplete") if complaints else done.unchecked)


def _cited(folder: Path) -> tuple[str, ...]:
    """The papers that the letters of a folder cite and that it lacks, of any dossier, those cited most first."""
    from tracker.commands.source import CollectionSource
    from tracker.sources.cited_papers import cited_and_lacking
    from tracker.sources.fetch_state import read_memory
    from tracker.sources.linked_papers import linked_papers
    from tracker.sources.services import known_services

    source = CollectionSource(folder)
    linked = linked_papers(source.collection.files, known_services().hosts)
    return cited_and_lacking(source.letters, read_memory(folder).answered, linked)


def run_fetch(
    folder: Path,
    given: ManifestSource | None,
    papers: tuple[str, ...],
    cited: tuple[str, ...] = (),
    *,
    dry: bool,
    resting: Resting,
) -> Gated:
    """One round into a folder: what came of it, and what could not be had."""
    from tracker.i18n.message import message
    from tracker.render.fetched import render
    from tracker.sources.fetch_task import run_task

    came = run_task(folder, given, papers, cited, dry=dry, progress=_progress, resting=resting)
    whole = all(one.whole for one in came)
    return Gated(render(came, dry=dry), None, None if whole else message("fetch.incomplete"))


def _progress(number: int, of: int, id_: str) -> None:
    """Tell a person who waits how far it is."""
    if sys.stderr is not None and sys.stderr.isatty():
        end = "\n" if number == of else ""
        tell(f"\r\x1b[K{number}/{of} {id_}{end}")
