"""`tracker explain`: how a sentence is read, or why two statements are linked or not."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from tracker.commands.options import (
    Day,
    language_option,
    letter_options,
)

if TYPE_CHECKING:
    from tracker.commands.source import CollectionSource


@click.command(epilog='Example: tracker explain "In oktober informeren we u over de uitkomst." --date 2023-06-20')
@click.argument("sentence", required=False)
@click.option("--date", "day", type=Day(), metavar="DATE", help="The date of the letter that the sentence stands in.")
@click.option(
    "--pair",
    nargs=2,
    metavar="STATEMENT STATEMENT",
    help="Instead: why two statements are linked or not. Ids, parts of ids that no other has, or words of the quotes.",
)
@letter_options
@language_option
def explain(sentence: str | None, day: dt.date | None, pair: tuple[str, str] | None, source: CollectionSource) -> str:
    """Tell how a sentence is read.

    In the language of the letters: its time expressions as intervals, and the promises and reports in it with their
    rules. With --pair: every part of the evidence of two statements of the letters, with its weight, the total, what it
    was compared with, and the decision.
    """
    from tracker.i18n.catalog import gettext
    from tracker.views.text_style import pen

    if (sentence is None) == (pair is None):
        raise click.UsageError(gettext("usage.sentence-or-pair"))
    if pair is not None:
        return _pair(source, *pair)
    if not (sentence or "").strip():
        raise click.UsageError(gettext("usage.no-words"))
    from tracker.language.pack import use
    from tracker.render import explain as face

    use(source.language)
    assert sentence is not None  # noqa: S101 - one of the two is given
    return face.render(sentence, day, pen())


def _pair(source: CollectionSource, one: str, other: str) -> str:
    from tracker.i18n.catalog import gettext
    from tracker.ledger.lookup import find_statement
    from tracker.linking.explanation import explain_pair
    from tracker.render import pair as face
    from tracker.views.text_style import pen

    index = source.index
    first, second = find_statement(index, one), find_statement(index, other)
    if first.id == second.id:
        raise click.UsageError(gettext("usage.one-statement", statement=first.id))
    return face.render(index, explain_pair(source.linker, first.id, second.id), pen())
