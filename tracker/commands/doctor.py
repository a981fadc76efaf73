"""`tracker doctor`: whether a collection and its repository are as they should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.commands.options import Gated, collection_options, language_option

if TYPE_CHECKING:
    from tracker.commands.source import CollectionSource


@click.command(epilog="Example: tracker doctor seeds")
@collection_options
@language_option
def doctor(source: CollectionSource) -> Gated:
    """Check a collection and its repository.

    Whether every letter is read whole, every ruling applies, the hooks that were installed are in force, and what is
    remembered is sound. What is amiss is told with what to do, and gives exit code 1.
    """
    from tracker import __version__
    from tracker.hooks.checkup import look
    from tracker.i18n.catalog import gettext, text_of
    from tracker.i18n.message import message
    from tracker.text.escape import plain

    found = list(look(source.folder, lambda: source.collection))
    lines = [f"tracker {__version__}"]
    lines += [f"{gettext('doctor.amiss' if row.amiss else 'doctor.sound')}  {text_of(row.said)}" for row in found]
    amiss = sum(row.amiss for row in found)
    complaint = message("doctor.complaint", number=amiss) if amiss else None
    return Gated("".join(plain(line) + "\n" for line in lines), complaint)
