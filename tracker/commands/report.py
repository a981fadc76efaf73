"""`tracker report`: the collection in one screen, or what the letters that came between two revisions bring."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.commands.options import (
    OneNamed,
    collection_options,
    csv_option,
    form_options,
    language_option,
    statuses,
)
from tracker.commands.output import base_of, kept

if TYPE_CHECKING:
    from tracker.commands.source import CollectionSource
    from tracker.export.registry import Subject
    from tracker.views.content import SheetContent
    from tracker.views.text_style import TextStyle

SUBJECTS: tuple[Subject, ...] = ("sheets", "entries")


@click.command(epilog="Example: tracker report seeds --status postponed --since-letter 2024")
@collection_options
@click.option(
    "--status", "statuses", type=OneNamed(statuses), multiple=True, help="Only this status (may be repeated)."
)
@click.option("--letter", metavar="LETTER", help="Only threads that this letter speaks of.")
@click.option("--since-letter", metavar="LETTER", help="Only threads spoken of in this letter or a later one.")
@click.option("--all", "everything", is_flag=True, help="Every thread, not only the most telling ones.")
@click.option("--since", metavar="REV", help="Instead: a report of each letter that came since this git revision.")
@click.option("--until", default="HEAD", metavar="REV", help="Up to this revision (default: HEAD).")
@click.option("--soft", is_flag=True, help="Efforts and intentions without a deadline too.")
@form_options(*SUBJECTS)
@csv_option
@language_option
def report(
    source: CollectionSource,
    statuses: tuple[str, ...],
    letter: str | None,
    since_letter: str | None,
    *,
    everything: bool,
    soft: bool,
    since: str | None,
    until: str,
    form: str,
    csv_for: str,
    output: Path | None,
) -> str | bytes:
    """Show the collection in one screen.

    The letters read, totals per status, and the most telling threads of each. LETTER is an id (kst-27923-492), a unique
    part of it, a year, or a path.
    """
    from msgspec.structs import replace

    from tracker.export.registry import exporter

    base = base_of(source, output)
    if since is not None:
        content = _arrived(source, since, until, base, soft=soft)
    else:
        content = _overview(source, statuses, letter, since_letter, base, everything=everything, soft=soft)
    return kept(source, exporter(form, *SUBJECTS).write(replace(content, csv_for=csv_for)), output, form)


def _overview(
    source: CollectionSource,
    statuses: tuple[str, ...],
    letter: str | None,
    since_letter: str | None,
    base: str,
    *,
    everything: bool,
    soft: bool,
) -> SheetContent:
    """The collection in one screen, narrowed to what is asked for."""
    from tracker.ledger.selection import select
    from tracker.model import Status
    from tracker.views import overview
    from tracker.views.content import SheetContent

    index = source.index
    only = source.find(letter).id if letter else None
    first = source.find(since_letter).id if since_letter else None
    threads = select(index, [Status(status) for status in statuses], only, first)
    screen = partial(overview.render, index, threads, everything=everything, soft=soft)
    return SheetContent((overview.sheet(index, threads, soft=soft),), base, screen)


def _arrived(source: CollectionSource, since: str, until: str, base: str, *, soft: bool) -> SheetContent:
    """The reports of the letters that arrived between two revisions, and what is to be said of the others."""
    from tracker.git.repository import repository_of
    from tracker.hooks.arrivals import reports_between
    from tracker.i18n.catalog import gettext
    from tracker.render.text import render
    from tracker.views.content import SheetContent

    if source.rev or source.as_of:
        raise click.UsageError(gettext("usage.since-alone"))
    root, folder = repository_of(source.folder)
    found = reports_between(root, since, until, folder, soft=soft)
    sheets = found.sheets

    def screen(pen: TextStyle) -> str:
        told = "".join(pen.wrap(sentence, 0) + "\n" for sentence in found.sentences)
        return told + render(sheets, pen) or gettext("new-letter.nothing", rev=since) + "\n"

    return SheetContent(sheets, base, screen)
