"""Every format of letters: one row a format, and what the module that reads it owes.

To add a format: write its module, and add its row. Modules are imported when their format is first met, for their
libraries are slow to load.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from tracker.documents.layout.blocks import LinearText
    from tracker.documents.limits import Limits

_ZIP = b"PK\x03\x04"
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"


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


def _is_html(sample: Sample) -> bool:
    is_part = sample.root in {"html", "head", "body", "div", "p", "h1", "table"}
    return is_part or (sample.head.startswith(b"<") and b"<!doctype html" in sample.head.lower())


PLAIN = InputFormat("plain text", "tracker.documents.formats.plain", (".txt",), lambda _: False)
"""What no other format has, and what is not refused."""

READERS: list[InputFormat] = [
    PLAIN,
    InputFormat(
        "PDF", "tracker.documents.formats.pdf", (".pdf",), lambda sample: b"%PDF-" in sample.head[:1024], trust=1
    ),
    InputFormat(
        "Word",
        "tracker.documents.formats.docx",
        (".docx",),
        lambda sample: sample.head.startswith(_ZIP) and b"word/" in sample.data,
        trust=2,
    ),
    InputFormat(
        "OpenDocument",
        "tracker.documents.formats.odt",
        (".odt",),
        lambda sample: sample.head.startswith(_ZIP) and _ODT in sample.data[:200],
        trust=3,
    ),
    InputFormat(
        "official XML",
        "tracker.documents.formats.official_xml",
        (".xml",),
        lambda sample: sample.root in {"officiele-publicatie", "kamerwrk"},
        trust=5,
    ),
    InputFormat("HTML", "tracker.documents.formats.html", (".html", ".htm"), _is_html, trust=4),
]
"""The registry."""


def reader(format_: InputFormat) -> Reader:
    """What reads a format."""
    return cast("Reader", import_module(format_.module))


def suffixes() -> frozenset[str]:
    """What files of the formats are called."""
    return frozenset(suffix for row in READERS for suffix in row.suffixes)


def trust_in(path: str) -> int:
    """How much the format is trusted that a file of this name has, least where no format has such names."""
    suffix = PurePosixPath(path).suffix.lower()
    return max((row.trust for row in READERS if suffix in row.suffixes), default=-1)
