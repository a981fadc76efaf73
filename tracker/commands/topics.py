"""`tracker topics`: letters by topics."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.commands.options import (
    collection_options,
    form_options,
    language_option,
)
from tracker.commands.output import base_of, kept

if TYPE_CHECKING:
    from tracker.commands.source import CollectionSource


@click.command(epilog="Example: tracker topics seeds")
@collection_options
@form_options("sheets")
@language_option
def topics(source: CollectionSource, form: str, output: Path | None) -> str | bytes:
    """Show letters by topics.

    A row for each subject that at least two letters treat: how many promises each letter makes about it, and what
    became of them.
    """
    from tracker.export.registry import exporter
    from tracker.views.content import SheetContent
    from tracker.views.topics import sheet

    content = SheetContent((sheet(source.index),), base_of(source, output))
    return kept(source, exporter(form, "sheets").write(content), output, form)
