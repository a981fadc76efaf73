"""`tracker init`: a manifest to complete."""

from __future__ import annotations

from pathlib import Path

import click

from tracker.commands.options import OneOf, packs


@click.command(epilog="Example: tracker init brieven")
@click.argument("folder", type=click.Path(path_type=Path), default=".")
@click.option(
    "--language", type=OneOf(packs), metavar="CODE", help="What the letters are written in (default: nl, Dutch)."
)
def init(folder: Path, language: str | None) -> str:
    """Write a letters.toml for the letters of a folder.

    Asks nothing and overwrites nothing; what is inferred is marked, what is unknown is left to fill in.
    A decisions.toml without rulings comes beside it: where all branches have it, git merges their rulings.
    """
    from msgspec.structs import replace

    from tracker.decisions.file_order import EMPTY
    from tracker.decisions.toml_text import FILE_NAME
    from tracker.documents import load_collection, read_collection
    from tracker.documents.manifest import MANIFEST
    from tracker.i18n.catalog import ngettext
    from tracker.render import manifest as face
    from tracker.storage.atomic import write_new
    from tracker.text.escape import plain

    collection = load_collection(folder)
    if language and collection.manifest is None:
        collection = replace(collection, manifest=f'language = "{language}"')
    reading = read_collection(collection)
    path = folder / MANIFEST
    write_new(path, face.render(reading.letters, reading.language))
    if collection.decisions is None:
        write_new(folder / FILE_NAME, EMPTY)
    return plain(ngettext("init.done", len(reading.letters), path=path)) + "\n"
