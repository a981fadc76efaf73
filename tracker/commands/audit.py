"""`tracker audit`: slipped and passed deadlines, and the gate over them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.commands.options import (
    Gated,
    collection_options,
    csv_option,
    fail_on_option,
    form_options,
    language_option,
)
from tracker.commands.output import base_of, kept

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from tracker.commands.source import CollectionSource
    from tracker.export.registry import Subject
    from tracker.views.findings import Finding
    from tracker.views.sheet import ReportView

SUBJECTS: tuple[Subject, ...] = ("sheets", "entries", "findings")


@click.command(epilog="Example: tracker audit seeds --as-of 2025-01-01")
@collection_options
@form_options(*SUBJECTS)
@csv_option
@language_option
@fail_on_option("Exit 1 on these")
@click.option(
    "--baseline", type=click.Path(path_type=Path), metavar="FILE", help="Known findings: an audit saved as JSON."
)
@click.option(
    "--allow-unchecked", is_flag=True, help="With --fail-on: files that cannot be read are no reason for exit code 4."
)
def audit(
    source: CollectionSource,
    *,
    form: str,
    csv_for: str,
    fail_on: tuple[str, ...],
    baseline: Path | None,
    allow_unchecked: bool,
    output: Path | None,
) -> str | bytes | Gated:
    """List slipped and passed deadlines.

    Deadlines passed with no later word, then slipped, most slipped first, each with the quote of the promise, of the
    slip, and the letter's explanation if it gives one; then promises met in part, met late or withdrawn, and what is
    due in the next half year; totals, and the letters examined.
    """
    from tracker.export.registry import exporter
    from tracker.views.content import AuditContent
    from tracker.views.findings import complaint, findings, read_baseline, unchecked

    before = read_baseline(baseline) if baseline else None
    page = _page(source)
    found = findings(page, before)
    content = AuditContent(
        sheets=(_beside(page, before, found) if before else page,),
        base=base_of(source, output),
        csv_for=csv_for,
        index=source.index,
        findings=found,
        compared=before is not None,
        root=base_of(source, None),
    )
    answer = exporter(form, *SUBJECTS).write(content)
    unread = unchecked(source.index.ledger.refused) if fail_on and not allow_unchecked else None
    return Gated(kept(source, answer, output, form), complaint(found, fail_on or ()), unread)


def _page(source: CollectionSource) -> ReportView:
    """The audit, and where the register disagrees with it."""
    from msgspec.structs import replace

    from tracker.views.audit import sheet
    from tracker.views.disagreements import disagreements

    page = sheet(source.index)
    if not source.register:
        return page
    cut = _is_cut(source, source.register.retrieved)
    return replace(page, blocks=(*page.blocks, *disagreements(source.index, source.register, cut=cut)))


def _beside(page: ReportView, before: ReportView, found: Sequence[Finding]) -> ReportView:
    """The audit beside an earlier edition of it, with what changed since."""
    from msgspec.structs import replace

    from tracker.views.editions import beside_earlier
    from tracker.views.findings import since_edition

    page = beside_earlier(page, before)
    return replace(page, remarks=(*since_edition(found), *page.remarks))


def _is_cut(source: CollectionSource, day: dt.date) -> bool:
    """Whether letters that were written by a day are left out, for they are of after the one asked for."""
    if source.as_of is None or source.as_of >= day:
        return False
    return any(letter.anchor and source.as_of < letter.anchor <= day for letter in source.reading.letters)
