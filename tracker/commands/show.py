"""`tracker show`: one letter as it is read, or the proof that nothing was lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.commands.options import (
    language_option,
    letter_options,
)

if TYPE_CHECKING:
    from tracker.commands.source import CollectionSource


@click.command(epilog="Example: tracker show kst-27923-492")
@click.argument("letter", metavar="LETTER")
@click.option(
    "--check", is_flag=True, help="Prove instead that reading lost no word and that every quote is in its place."
)
@letter_options
@language_option
def show(letter: str, source: CollectionSource, check: bool) -> str:
    """Show one letter as it is read.

    Masthead, outline, and the commitments and reports with their place.
    """
    from tracker.render import letter as face
    from tracker.render import lossless as proof
    from tracker.render.text import left_out_of
    from tracker.views.text_style import pen

    found = source.find(letter)
    if check:
        return proof.render(source.index, found)
    return face.render(source.index, found, pen()) + left_out_of(source.index, pen())
