"""`tracker thread`: one promise through the letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.commands.options import (
    language_option,
    letter_options,
)

if TYPE_CHECKING:
    from tracker.commands.source import CollectionSource


@click.command(epilog="Example: tracker thread landelijk netwerk")
@click.argument("words", nargs=-1, required=True)
@letter_options
@language_option
def thread(words: tuple[str, ...], source: CollectionSource) -> str:
    """Follow one promise through the letters.

    Its steps, quotes, word edits and slips, and the ground for the verdict. WORDS are the thread's id, or words
    that its title or quotes hold.
    """
    from tracker.ledger.lookup import find_threads
    from tracker.render import thread as face
    from tracker.render.text import left_out_of
    from tracker.views.text_style import pen

    index = source.index
    first, *others = find_threads(index, " ".join(words))
    return face.render(index, first, tuple(others), pen()) + left_out_of(index, pen())
