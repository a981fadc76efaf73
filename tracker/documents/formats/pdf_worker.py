"""The PDF library in a process of its own: a file that stalls, crashes or bloats it harms nothing but that process."""

from __future__ import annotations

import faulthandler
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from math import isfinite
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from tracker.documents.formats.pdf_lines import Sheet
from tracker.documents.limits import Limits
from tracker.errors import LetterError
from tracker.i18n.message import Message
from tracker.time_limit import count, keep_time, left, too_slow

_START = f"import sys; sys.path.append(sys.argv[1]); from {__name__} import serve_pdf; serve_pdf(sys.argv[2])"
"""What the process runs; the path of the package comes last, and the current folder is never on it (-P)."""
_DRAW = f"import sys; sys.path.append(sys.argv[1]); from {__name__} import draw; draw(*sys.argv[2:])"
_ROOT = Path(__file__).parents[3]
_PAGE = 0.1
"""Seconds that each page read adds to the time left for the next ones."""


_STAMP = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")
_DRAWN = 5
"""Drawing a page may take so many times as long as reading it."""
_POINTS, _MOST = 72, 6000
"""Points of an inch, and dots of the longest side of a picture."""
_PATIENCE = 30
"""A machine that is busy with other things gets so many times as long by the clock as the library may work."""


class Pages(Struct, frozen=True, tag=True):
    """The pages of a document, and the day on which its properties say that it was made, in ISO."""

    sheets: tuple[Sheet, ...]
    made: str | None = None
    seconds: float = 0.0
    """Seconds of the processor that reading them took."""


class Fault(Struct, frozen=True, tag=True):
    """Why a document was refused, in one sentence, and the seconds of the processor until then."""

    reason: Message
    seconds: float = 0.0


def read_pages(data: bytes, limits: Limits) -> Pages:
    """The pages of a PDF.

    The time that it takes is that of the letter at work. Raises LetterError: it is encrypted, damaged, larger than the
    limits allow, or too much for the library or for that time.
    """
    keep_time()
    limits = replace(limits, letter=left() if isfinite(left()) else limits.letter)
    command = [sys.executable, "-P", "-c", _START, str(_ROOT), msgspec.json.encode(limits).decode()]
    done = subprocess.run(command, input=data, capture_output=True, check=False)  # noqa: S603  (our own code)
    if done.returncode != 0:
        seconds = min(limits.seconds, limits.letter)
        raise LetterError("pdf.breaks-off", seconds=f"{seconds:.2g}", size=limits.memory >> 20)
    answer = msgspec.msgpack.decode(done.stdout, type=Pages | Fault)
    count(answer.seconds)
    keep_time()
    if isinstance(answer, Fault):
        raise LetterError(answer.reason)
    return answer


def draw_page(data: bytes, number: int, dpi: int, limits: Limits) -> bytes:
    """The picture of a page in shades of grey, as PGM; pages count from 1.

    Raises LetterError: it is too much for the library.
    """
    said = [msgspec.json.encode(limits).decode(), str(number), str(dpi)]
    command = [sys.executable, "-P", "-c", _DRAW, str(_ROOT), *said]
    done = subprocess.run(command, input=data, capture_output=True, check=False)  # noqa: S603  (our own code)
    if done.returncode != 0:
        raise LetterError("pdf.breaks-off", seconds=f"{limits.seconds:g}", size=limits.memory >> 20)
    return done.stdout


def draw(limits: str, number: str, dpi: str) -> None:
    """Read a PDF from standard input and write the picture of a page to standard output."""
    import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it has no types

    bounds = msgspec.json.decode(limits, type=Limits)
    _bound_memory(bounds.memory)
    _bound_time(bounds.seconds * _DRAWN)
    with pdfium.PdfDocument(sys.stdin.buffer.read()) as document:
        page = document[int(number) - 1]
        scale = min(int(dpi) / _POINTS, _MOST / max(page.get_size()))
        drawn = page.render(scale=scale, grayscale=True)
        rows = memoryview(drawn.buffer).cast("B")
        lines = (rows[at * drawn.stride : at * drawn.stride + drawn.width] for at in range(drawn.height))
        sys.stdout.buffer.write(b"P5 %d %d 255\n" % (drawn.width, drawn.height) + b"".join(lines))


def serve_pdf(limits: str) -> None:
    """Read a PDF from standard input and write what `read_pages` gives to standard output."""
    bounds = msgspec.json.decode(limits, type=Limits)
    _bound_memory(bounds.memory)
    _bound_time(min(bounds.seconds, bounds.letter))
    try:
        answer: Pages | Fault = _pages(sys.stdin.buffer.read(), bounds)
    except LetterError as fault:
        answer = Fault(fault.message)
    answer = replace(answer, seconds=time.process_time())
    sys.stdout.buffer.write(msgspec.msgpack.encode(answer))


def _bound_memory(size: int) -> None:
    """Let this process have no more memory than that, where the system can see to it."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (size, size))


def _bound_time(seconds: float) -> None:
    """Let this process have so many seconds of the processor from now; where the system cannot tell, of the clock.

    The library may not come back: the signal must end the process, so nothing in Python handles it.
    """
    counted = hasattr(signal, "setitimer")
    if counted:
        signal.setitimer(signal.ITIMER_PROF, seconds)
    faulthandler.dump_traceback_later(seconds * (_PATIENCE if counted else 1), exit=True)


def _pages(data: bytes, limits: Limits) -> Pages:
    import pypdfium2 as pdfium

    from tracker.documents.formats.pdf_lines import read_sheets

    try:
        with pdfium.PdfDocument(data) as document:
            if len(document) > limits.pages:
                raise LetterError("pdf.too-many-pages", pages=len(document), most=limits.pages)
            made = _day_made(document.get_metadata_value("CreationDate"))
            return Pages(tuple(_watched(read_sheets(document, limits), limits)), made)
    except pdfium.PdfiumError as fault:
        locked = "password" in str(fault).casefold()
        raise LetterError("pdf.encrypted" if locked else "pdf.damaged") from fault


def _day_made(stamp: str) -> str | None:
    """The day of a date as PDF writes it ("D:20220303101500+01'00'")."""
    found = _STAMP.match(stamp)
    return "-".join(found.groups()) if found else None


def _watched(pages: Iterator[Sheet], limits: Limits) -> Iterator[Sheet]:
    """The pages; the process ends when the next one is not there in time.

    Raises LetterError: the time of the letter is over.
    """
    begin = time.process_time()
    for number, page in enumerate(pages, start=1):
        spent = time.process_time() - begin
        if spent > limits.letter:
            raise too_slow(limits.letter)
        page_left = min(limits.seconds, limits.seconds + number * _PAGE - spent)
        _bound_time(min(max(page_left, _PAGE), limits.letter - spent + _PAGE))
        yield page
