"""`tracker export`: the whole ledger for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.commands.options import (
    collection_options,
    form_options,
)
from tracker.commands.output import kept

if TYPE_CHECKING:
    from tracker.commands.source import CollectionSource


@click.command(epilog="Example: tracker export seeds --format sqlite --output ledger.db")
@collection_options
@form_options("ledger")
@click.option("--schema", is_flag=True, help="Instead: what stands in it, as a JSON Schema, for sqlite as SQL.")
def export(source: CollectionSource, form: str, schema: bool, output: Path | None) -> str | bytes:
    """Write the whole ledger for other programs.

    As JSON, or as an SQLite database for questions of your own, with its tables explained in it.
    """
    from tracker.export.registry import ledger_exporter

    form_of = ledger_exporter(form)
    return kept(source, form_of.schema() if schema else form_of.write(source.ledger), output, form)
