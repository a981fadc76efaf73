"""Every format of letters: one row a format, read or refused, and what the module that reads it owes.

To add a format: write its module, and add its row; one that is refused is a row alone, and its message. Modules are
imported when their format is first met, for their libraries are slow to load.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from importlib import import_module
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from tracker.errors import LetterError
from tracker.i18n.catalog import N_

if TYPE_CHECKING:
    from tracker.documents.layout.blocks import LinearText
    from tracker.documents.limits import Limits

_ZIP = b"PK\x03\x04"
_ODF = b"mimetypeapplication/vnd.oasis.opendocument"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM6", b"RIFF")
_CONVERT = "soffice --headless --convert-to docx FILE"
_TAIL = 4096
"""The last bytes of a file, where a whole one ends."""


class Reader(Protocol):
    """What a format owes: a module, or an object, with this function.

    The text that it gives holds every word of the document once, in the order of reading, each in a block of a kind or
    in a cut (`documents.lossless` checks it); what the document prints of itself may come with it. The bytes are
    hostile: nothing in them is run, fetched or followed, and no more is unpacked, nested or kept than the limits allow.
    """

    def read(self, data: bytes, limits: Limits, /) -> LinearText:
        """The document's text in blocks. Raises LetterError: it cannot be read, with the reason and the remedy."""


class Sample(NamedTuple):
    """What a format is recognised by; a file's name proves nothing."""

    data: bytes
    head: bytes
    """The first bytes, in UTF-8, without white space before them."""
    root: str
    """The name of the root element in lower case, "" where the document does not begin with a tag."""


class InputFormat(NamedTuple):
    """A format: what people call it, the module that reads it, the names that its files have, and how it is known."""

    name: str
    module: str
    suffixes: tuple[str, ...]
    recognises: Callable[[Sample], bool]
    """Whether a document is of this format; the first format that says so has it."""
    trust: int = 0
    """Where one paper stands in several files, the format with the most is read: it says most of its own structure."""
    fetched: int = 0
    """Its place among the forms in which papers are fetched, the best first; 0: they are not."""
    media: str = ""
    """What services call it."""
    is_whole: Callable[[bytes], bool] = bool
    """Whether a document is not cut off."""

    @property
    def form(self) -> str:
        """Its short name: "docx"."""
        return self.suffixes[0].removeprefix(".")


class RefusedFormat(NamedTuple):
    """A format that may hold a letter and is not read: the message that says so, and how it is known."""

    fault: str
    recognises: Callable[[Sample], bool]
    """Whether a document is of this format and of none that is read; the first that says so has it."""
    suffixes: tuple[str, ...] = ()
    """The names of files that are told as letters that could not be read."""
    command: str = ""
    """What makes a format of it that is read."""
    picture: bool = False
    """Whether it is a letter only where scans are looked for."""

    def refusal(self) -> LetterError:
        """What is said of a document of the format."""
        return LetterError(self.fault, command=self.command) if self.command else LetterError(self.fault)


def _is_html(sample: Sample) -> bool:
    is_part = sample.root in {"html", "head", "body", "div", "p", "h1", "table"}
    return is_part or (sample.head.startswith(b"<") and b"<!doctype html" in sample.head.lower())


def _is_whole_xml(data: bytes) -> bool:
    from tracker.documents.formats.xml import parse_xml
    from tracker.documents.limits import DEFAULT

    try:
        parse_xml(data, DEFAULT)
    except LetterError as fault:
        return fault.message.id != "xml.unreadable"
    return True


def _is_whole_zip(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            return bool(file.namelist())
    except (zipfile.BadZipFile, ValueError, OSError):
        return False


PLAIN = InputFormat("plain text", "tracker.documents.formats.plain", (".txt",), lambda _: False)
"""What no other format has, and what is not refused."""

READERS: list[InputFormat] = [
    PLAIN,
    InputFormat(
        "PDF",
        "tracker.documents.formats.pdf",
        (".pdf",),
        lambda sample: b"%PDF-" in sample.head[:1024],
        trust=1,
        fetched=4,
        media="application/pdf",
        is_whole=lambda data: b"%%EOF" in data[-_TAIL:],
    ),
    InputFormat(
        "Word",
        "tracker.documents.formats.docx",
        (".docx",),
        lambda sample: sample.head.startswith(_ZIP) and b"word/" in sample.data,
        trust=2,
        fetched=2,
        media="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        is_whole=_is_whole_zip,
    ),
    InputFormat(
        "OpenDocument",
        "tracker.documents.formats.odt",
        (".odt",),
        lambda sample: sample.head.startswith(_ZIP) and _ODF + b".text" in sample.data[:200],
        trust=3,
        fetched=3,
        media="application/vnd.oasis.opendocument.text",
        is_whole=_is_whole_zip,
    ),
    InputFormat(
        "official XML",
        "tracker.documents.formats.official_xml",
        (".xml",),
        lambda sample: sample.root in {"officiele-publicatie", "kamerwrk"},
        trust=5,
        fetched=1,
        is_whole=_is_whole_xml,
    ),
    InputFormat(
        "HTML",
        "tracker.documents.formats.html",
        (".html", ".htm"),
        _is_html,
        trust=4,
        fetched=5,
        is_whole=lambda data: b"</html" in data[-_TAIL:].lower(),
    ),
]
"""The formats that are read."""

REFUSED: list[RefusedFormat] = [
    RefusedFormat(
        N_("format.open-document"),
        lambda sample: sample.head.startswith(_ZIP) and _ODF in sample.data[:200],
        command=_CONVERT,
    ),
    RefusedFormat(N_("format.zip"), lambda sample: sample.head.startswith(_ZIP)),
    RefusedFormat(
        N_("format.encrypted-office"), lambda sample: sample.head.startswith(_OLE) and _LOCKED in sample.data
    ),
    RefusedFormat(N_("format.old-office"), lambda sample: sample.head.startswith(_OLE), (".doc",), _CONVERT),
    RefusedFormat(N_("format.rtf"), lambda sample: sample.head.startswith(b"{\\rtf"), (".rtf",), _CONVERT),
    RefusedFormat(
        N_("format.mhtml"),
        lambda sample: b"MIME-Version:" in sample.head and b"multipart/related" in sample.head,
        (".mht", ".mhtml"),
    ),
    RefusedFormat(
        N_("format.picture"),
        lambda sample: sample.head.startswith(_PICTURES),
        (".png", ".jpg", ".jpeg", ".tif", ".tiff"),
        "img2pdf FILE | ocrmypdf - FILE.pdf",
        picture=True,
    ),
]
"""The formats that are refused with the remedy."""


BEGINNINGS = (b"%PDF-", _ZIP, _OLE, b"{\\rtf", b"<?xml", b"<!DOCTYPE")
"""How documents begin that are no plain text."""


def reader(format_: InputFormat) -> Reader:
    """What reads a format."""
    return cast("Reader", import_module(format_.module))


def suffixes() -> frozenset[str]:
    """What files of the formats that are read are called."""
    return frozenset(suffix for row in READERS for suffix in row.suffixes)


def refused_suffixes(*, pictures: bool) -> frozenset[str]:
    """What files are called that are refused, with or without pictures."""
    return frozenset(suffix for row in REFUSED if pictures or not row.picture for suffix in row.suffixes)


def fetched_formats() -> tuple[InputFormat, ...]:
    """The formats in which papers are fetched, the best first."""
    return tuple(sorted((row for row in READERS if row.fetched), key=lambda row: row.fetched))


def trust_in(path: str) -> int:
    """How much the format is trusted that a file of this name has, least where no format has such names."""
    suffix = PurePosixPath(path).suffix.lower()
    return max((row.trust for row in READERS if suffix in row.suffixes), default=-1)
