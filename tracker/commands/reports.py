"""`tracker report` and `tracker audit`: what is asked for, in which form, and where it is written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.commands.options import (
    STATUSES,
    Findings,
    Gated,
    collection_options,
    format_options,
    forms_option,
    language_option,
    output_option,
)
from tracker.commands.output import base_of, kept

if TYPE_CHECKING:
    from tracker.commands.source import CollectionSource


@click.command(epilog="Example: tracker report seeds --status postponed --since-letter 2024")
@collection_options
@click.option(
    "--status", "statuses", type=click.Choice(STATUSES), multiple=True, help="Only this status (may be repeated)."
)
@click.option("--letter", metavar="LETTER", help="Only threads that this letter speaks of.")
@click.option("--since-letter", metavar="LETTER", help="Only threads spoken of in this letter or a later one.")
@click.option("--all", "everything", is_flag=True, help="Every thread, not only the most telling ones.")
@click.option("--since", metavar="REV", help="Instead: a report of each letter that came since this git revision.")
@click.option("--until", default="HEAD", metavar="REV", help="Up to this revision (default: HEAD).")
@format_options()
@language_option
def report(
    source: CollectionSource,
    statuses: tuple[str, ...],
    letter: str | None,
    since_letter: str | None,
    *,
    everything: bool,
    since: str | None,
    until: str,
    form: str,
    output: Path | None,
) -> str | bytes:
    """Show the collection in one screen.

    The letters read, totals per status, and the most telling threads of each: postponed, changed, dropped or not heard
    of again, delivered, promised. LETTER is an id (kst-27923-492), a unique part of it, a year, or a path.
    """
    from tracker.model import Status
    from tracker.render.formats import pack
    from tracker.views import overview as face
    from tracker.views.text_style import pen

    if since is not None:
        return kept(source, _arrived(source, since, until, form, base_of(source, output)), output)
    index = source.index
    only = source.find(letter).id if letter else None
    first = source.find(since_letter).id if since_letter else None
    threads = index.select([Status(status) for status in statuses], only, first)
    if form != "text":
        return kept(source, pack([face.sheet(index, threads)], form, base_of(source, output)), output)
    return kept(source, face.render(index, threads, pen(), everything=everything), output)


def _arrived(source: CollectionSource, since: str, until: str, form: str, base: str) -> str | bytes:
    """The reports of the letters that arrived between two revisions, and what is to be said of the others."""
    from tracker.git.history import repository_of
    from tracker.hooks.arrivals import reports_between
    from tracker.i18n.catalog import gettext
    from tracker.render.formats import pack
    from tracker.render.text import render
    from tracker.views.text_style import pen

    if source.rev or source.as_of:
        raise click.UsageError("--since reads each letter as of its own day and revision; leave --rev and --as-of out.")
    root, folder = repository_of(source.folder)
    found = reports_between(root, since, until, folder)
    sheets = [sheet for _, sheet in found.reports]
    if form != "text":
        return pack(sheets, form, base)
    told = "".join(pen().wrap(sentence, 0) + "\n" for sentence in found.sentences)
    return told + render(sheets, pen()) or gettext("new-letter.nothing", rev=since) + "\n"


@click.command(epilog="Example: tracker topics seeds")
@collection_options
@forms_option("text", "md", "html", "json")
@output_option
@language_option
def topics(source: CollectionSource, form: str, output: Path | None) -> str | bytes:
    """Show letters by topics.

    A row for each subject that at least two letters treat: how many promises each letter makes about it, and what
    became of them.
    """
    from tracker.render.formats import pack
    from tracker.views.topics import sheet

    return kept(source, pack([sheet(source.index)], form, base_of(source, output)), output)


@click.command(epilog="Example: tracker audit seeds --as-of 2025-01-01")
@collection_options
@format_options("sarif")
@language_option
@click.option("--fail-on", type=Findings(), metavar="KINDS", help="Exit 1 on these: slipped,late,lapsed,dropped.")
@click.option(
    "--baseline", type=click.Path(path_type=Path), metavar="FILE", help="Known findings: an audit saved as JSON."
)
def audit(
    source: CollectionSource, form: str, fail_on: tuple[str, ...], baseline: Path | None, output: Path | None
) -> str | bytes | Gated:
    """List slipped and passed deadlines.

    Deadlines passed with no later word, then slipped, most slipped first, each with the quote of the promise, of the
    slip, and the letter's explanation if it gives one; then promises met in part, met late or withdrawn, and what is
    due in the next half year; totals, and the letters examined.
    """
    from tracker.render.formats import pack
    from tracker.render.sarif import sarif
    from tracker.views.audit import sheet
    from tracker.views.findings import complaint, findings, read_baseline

    before = read_baseline(baseline) if baseline else None
    page = sheet(source.index)
    found = findings(page, before)
    if form == "sarif":
        answer: str | bytes = sarif(source.index, found, compared=bool(before), base=base_of(source, None))
    else:
        answer = pack([page], form, base_of(source, output))
    return Gated(kept(source, answer, output), complaint(found, fail_on or ()))
