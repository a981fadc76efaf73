"""Pages that are only pictures → printed lines, by tesseract where it is installed with the language of the letters."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec
from msgspec.structs import replace

from tracker.documents.formats.pdf_lines import PdfLine, Sheet
from tracker.documents.formats.pdf_worker import draw_page, read_pages
from tracker.documents.layout.patterns import phrases
from tracker.documents.limits import DEFAULT, Limits
from tracker.errors import LetterError
from tracker.storage.ocr_cache import keep_layer, kept_layer

_PROGRAM = "tesseract"
_DPI = 300
"""Dots an inch of the picture that is read, as the makers of the reader advise."""
_TURNED = "1"
"""Pages may lie on their sides: tesseract finds out how they stand before it reads them."""
_ALIKE = 0.12
"""Lines whose letters differ by less than this share are of one size: by judgement; not measured."""
_SECONDS = 120
"""A page that takes longer is given up."""


class OcrPage(msgspec.Struct, frozen=True):
    """What was read from the picture of a page; pages count from 1."""

    number: int
    sheet: Sheet


def can_recognise() -> bool:
    """Whether tesseract is installed and knows the language."""
    if shutil.which(_PROGRAM) is None:
        return False
    try:
        listed = subprocess.run([_PROGRAM, "--list-langs"], capture_output=True, check=False, timeout=_SECONDS)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False
    return phrases().ocr in listed.stdout.decode("utf-8", "replace").split()


def pictured_pages(data: bytes, limits: Limits = DEFAULT) -> tuple[int, ...]:
    """The pages of a PDF that are only pictures, counted from 1; none where they were read before, or in other formats.

    Raises LetterError: it cannot be read at all.
    """
    if b"%PDF-" not in data[:1024] or kept_layer(data) is not None:
        return ()
    sheets = read_pages(data, limits).sheets
    return tuple(number for number, sheet in enumerate(sheets, start=1) if sheet.picture)


def was_tried(data: bytes) -> bool:
    """Whether OCR was asked before for the pictures of a file."""
    return kept_layer(data) is not None


def recognise(data: bytes, numbers: Iterable[int], limits: Limits = DEFAULT) -> bool:
    """Read the pictures of some pages and keep what was read; whether it could be kept.

    Raises LetterError: a page cannot be drawn, or the program that reads it fails.
    """
    pages = tuple(OcrPage(number, _recognised(data, number, limits)) for number in numbers)
    return keep_layer(data, msgspec.msgpack.encode(pages))


def with_layer(data: bytes, sheets: Sequence[Sheet]) -> tuple[tuple[Sheet, ...], tuple[int, ...]]:
    """The pages, those that are pictures with what was read from them before, and which these are."""
    layer = kept_layer(data) if any(sheet.picture for sheet in sheets) else None
    if layer is None:
        return tuple(sheets), ()
    try:
        known = {page.number: page.sheet for page in msgspec.msgpack.decode(layer, type=tuple[OcrPage, ...])}
    except msgspec.DecodeError:
        return tuple(sheets), ()
    found = {n: known[n] for n, sheet in enumerate(sheets, start=1) if sheet.picture and n in known and known[n].lines}
    return tuple(found.get(n, sheet) for n, sheet in enumerate(sheets, start=1)), tuple(found)


def _recognised(data: bytes, number: int, limits: Limits) -> Sheet:
    """The lines of a page: tesseract sets each word where it stands, in a PDF that is read as any other."""
    command = [
        _PROGRAM,
        "stdin",
        "stdout",
        "-l",
        phrases().ocr,
        "--dpi",
        str(_DPI),
        "--psm",
        _TURNED,
        "-c",
        "textonly_pdf=1",
        "pdf",
    ]
    picture = draw_page(data, number, _DPI, limits)
    try:
        done = subprocess.run(command, input=picture, capture_output=True, check=False, timeout=_SECONDS)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise LetterError("pdf.ocr-failed", page=number) from fault
    if done.returncode != 0:
        raise LetterError("pdf.ocr-failed", page=number)
    sheet = read_pages(done.stdout, limits).sheets[0]
    return replace(sheet, lines=tuple(_in_type(sheet, number)), picture=False)


def _in_type(sheet: Sheet, number: int) -> Iterator[PdfLine]:
    """The lines of a page, those whose letters are nearly as large as most in one size: pictures tell it roughly."""
    sizes = Counter[float]()
    for line in sheet.lines:
        sizes[line.size] += len(line.text)
    usual = max(sizes, key=lambda size: sizes[size], default=0.0)
    for line in sheet.lines:
        alike = abs(line.size - usual) <= max(1.0, _ALIKE * usual)
        yield replace(line, page=number, size=usual if alike else line.size)
