"""`tracker init`: a manifest to complete."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(epilog="Example: tracker init brieven")
@click.argument("folder", type=click.Path(path_type=Path), default=".")
def init(folder: Path) -> str:
    """Write a letters.toml for the letters of a folder.

    Asks nothing and overwrites nothing; what is inferred is marked, what is unknown is left to fill in.
    """
    from tracker.documents import load_collection, read_collection
    from tracker.i18n.catalog import ngettext
    from tracker.render import manifest as face
    from tracker.storage.atomic import write_new
    from tracker.text.escape import plain

    letters = read_collection(load_collection(folder)).letters
    path = folder / "letters.toml"
    write_new(path, face.render(letters))
    return plain(ngettext("init.done", len(letters), path=path)) + "\n"
