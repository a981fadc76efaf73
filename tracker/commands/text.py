"""`tracker text`: the text of one letter."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(epilog="Example: tracker text seeds/2024-06-26_kst-27923-492.txt")
@click.argument("file", type=click.Path(path_type=Path))
def text(file: Path) -> str:
    """Print the text of one letter.

    As the tracker reads it, a passage a line: for searching, and for `git diff` by a textconv.
    """
    from tracker.commands.source import read_one
    from tracker.render import plain_letter as face

    return face.render(read_one(file))
