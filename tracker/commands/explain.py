"""`tracker explain`: how a sentence is read."""

from __future__ import annotations

import datetime as dt

import click

from tracker.commands.options import (
    Day,
)


@click.command(epilog='Example: tracker explain "In oktober informeren we u over de uitkomst." --date 2023-06-20')
@click.argument("sentence")
@click.option("--date", "day", type=Day(), metavar="DATE", help="The date of the letter that the sentence stands in.")
def explain(sentence: str, day: dt.date | None) -> str:
    """Tell how a sentence is read.

    Its time expressions as intervals, and the promises and reports in it with their rules.
    """
    from tracker.render import explain as face
    from tracker.views.text_style import pen

    return face.render(sentence, day, pen())
