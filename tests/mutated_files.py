"""Letters in every format with their bytes, lines or parts broken, from one source of chance."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from random import Random

from tests import repositories
from tests.documents.docx_printer import as_docx
from tests.documents.odt_printer import as_odt
from tests.documents.pdf_printer import as_pdf
from tests.documents.printers import as_html, as_text, as_xml

PRINTED: Mapping[str, Callable[[], bytes]] = {
    "letter.txt": lambda: repositories.text(repositories.NAMES[0]).encode(),
    "paper.txt": as_text,
    "paper.xml": as_xml,
    "paper.html": as_html,
    "paper.docx": as_docx,
    "paper.odt": as_odt,
    "paper.pdf": lambda: as_pdf(compressed=False),
}
"""A letter in each format, by the name of its file."""
ODD = (b"\x00", b"\xff\xfe", b"\x1b[2J", "\u202e".encode(), b"<", b"&", b"]]>", b"\r", b"\n\n", b"\f", b"9" * 300)


@cache
def printed(name: str) -> bytes:
    """The letter of this name as it was before anything happened to it."""
    return PRINTED[name]()


def broken(chance: Random, name: str) -> bytes:
    """A letter after some accidents; of an archive within one of its parts, now and then outside."""
    data = printed(name)
    if name.endswith((".docx", ".odt")) and chance.random() < 0.8:
        return _repacked(chance, data)
    return _accidents(chance, data)


def _repacked(chance: Random, archive: bytes) -> bytes:
    """An archive with one of its parts broken."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(buffer, "w") as new:
        chosen = chance.choice([entry.filename for entry in old.infolist() if not entry.is_dir()])
        for entry in old.infolist():
            data = old.read(entry)
            new.writestr(entry.filename, _accidents(chance, data) if entry.filename == chosen else data)
    return buffer.getvalue()


def _accidents(chance: Random, data: bytes) -> bytes:
    """Bytes after one to eight accidents: changed, put in, cut, doubled, put elsewhere."""
    for _ in range(chance.randint(1, 8)):
        at, length = chance.randrange(len(data) + 1), chance.randint(1, chance.choice((1, 8, 80, 800)))
        piece = data[at : at + length]
        to = chance.randrange(len(data) + 1)
        data = chance.choice(
            (
                data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :],
                data[:at] + chance.choice(ODD) + data[at:],
                data[:at] + data[at + length :],
                data[:at] + piece * chance.choice((2, 2, 50)) + data[at + length :],
                data[:to] + piece + data[to:],
            )
        )
    return data
