"""`tracker rappel`: the letter that asks ministers how their open promises stand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.commands.options import collection_options, form_options, language_option
from tracker.commands.output import kept

if TYPE_CHECKING:
    from tracker.commands.source import CollectionSource


@click.command(epilog="Example: tracker rappel seeds --format docx --output rappel.docx")
@collection_options
@form_options("letters")
@language_option
def rappel(source: CollectionSource, form: str, output: Path | None) -> str | bytes:
    """Write the letter that asks for the state of open promises.

    One letter for each office that answers for them, ready to sign, in Dutch unless --lang says otherwise: each
    promise that is overdue, put off or under way with its quote, and room for a new date and a reply.
    """
    from tracker.export.registry import exporter
    from tracker.i18n.catalog import PLAIN, gettext, language, speaking
    from tracker.text.standard_error import tell
    from tracker.views.rappel import content

    with speaking(language() if language() != PLAIN else "nl"):
        letters = content(source.index)
        if not letters.letters:
            tell(f"tracker: {gettext('rappel.nothing')}\n")
        answer = exporter(form, "letters").write(letters)
    return kept(source, answer, output, "rappel")
