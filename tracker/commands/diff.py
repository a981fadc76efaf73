"""`tracker diff`: two letters beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.commands.options import (
    language_option,
    letter_options,
)

if TYPE_CHECKING:
    from tracker.commands.source import CollectionSource


@click.command(epilog="Example: tracker diff 2023 2024")
@click.argument("older", metavar="LETTER")
@click.argument("newer", metavar="LETTER")
@click.option("--outline", is_flag=True, help="Only how the sections match, without the passages.")
@letter_options
@language_option
def diff(older: str, newer: str, source: CollectionSource, outline: bool) -> str:
    """Compare two letters.

    First the promises that both speak of in other words. Then their sections are matched (same, renamed, split, merged,
    moved, new, gone), with the word edits of the passages that are alike. Edits stand as [-old-]{+new+}; "+" marks a
    new passage, "-" one that is gone.
    """
    from tracker.alignment import align, align_passages
    from tracker.render import letter_diff as face
    from tracker.render.text import stale_rulings
    from tracker.views.changed_promises import changed_promises
    from tracker.views.text_style import pen

    first, second = source.find(older), source.find(newer)
    alignment = align(first, second)
    passages, promises = align_passages(first, second, alignment), changed_promises(source.index, first, second)
    told = face.render(first, second, alignment, passages, pen(), outline=outline, promises=promises)
    return told + stale_rulings(source.index, pen())
