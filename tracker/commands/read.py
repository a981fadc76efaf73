"""`tracker read`: what is read of the letters of a folder, and pages that are pictures read by OCR."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tracker.model import Collection


@click.command(epilog="Example: tracker read brieven --ocr")
@click.argument("folder", type=click.Path(path_type=Path), default=".")
@click.option("--ocr", is_flag=True, help="Read pages that are only pictures too, by tesseract; what is read is kept.")
def read(folder: Path, ocr: bool) -> str:
    """Tell what is read of the letters of a folder.

    Each letter with its words and date; what could not be read, with the remedy; rulings that do not
    apply or are contrary. Quotes from pages read by OCR are marked so wherever they are cited.
    """
    from tracker.decisions.contrary import contrary
    from tracker.decisions.stale import sift
    from tracker.documents import load_collection, read_collection
    from tracker.i18n.catalog import text_of
    from tracker.pipeline import rulings_of
    from tracker.render import reading as face
    from tracker.text.escape import plain

    collection = load_collection(folder)
    if ocr:
        _read_pictures(collection)
    reading, rulings = read_collection(collection), rulings_of(collection)
    standing, stale = sift(rulings, reading.letters)
    told = [*(row.told for row in stale), *(row.told for row in contrary(standing))]
    return face.render(reading) + "".join(f"{plain(text_of(row))}\n" for row in told)


def _read_pictures(collection: Collection) -> None:
    """Read the pictures of pages that have no text, where that was not done before.

    Raises CollectionError: the program that reads them is not there, or what it reads cannot be kept.
    """
    from contextlib import suppress

    from tracker.documents.formats.pdf_ocr import can_recognise, pictured_pages, recognise
    from tracker.errors import CollectionError, LetterError

    if not can_recognise():
        raise CollectionError("ocr.not-installed")
    for file in collection.files:
        with suppress(LetterError):
            pages = pictured_pages(file.data)
            if pages and not recognise(file.data, pages):
                raise CollectionError("ocr.not-kept")
