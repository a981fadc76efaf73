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
    moved, new, gone), and in them passages that are alike and sentences about the same thing, with their word edits.
    Edits stand as [-old-]{+new+}; "+" marks a new text, "-" one that is gone.
    """
    from tracker.alignment import align, align_passages, align_sentences
    from tracker.extraction import analyse
    from tracker.render import letter_diff as face
    from tracker.render.text import left_out_of
    from tracker.views.changed_promises import changed_promises, linked_sentences
    from tracker.views.text_style import pen

    first, second = source.find(older), source.find(newer)
    alignment = align(first, second)
    passages, promises = align_passages(first, second, alignment), changed_promises(source.linked, first, second)
    linked = linked_sentences(source.linked, first, second)
    sentences = align_sentences(analyse(first), analyse(second), alignment, passages, linked)
    told = face.render(
        first, second, alignment, passages, pen(), sentences=sentences, outline=outline, promises=promises
    )
    return told + left_out_of(source.linked, pen())
