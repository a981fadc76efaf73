"""PDFs are read in the process of the tests: one of its own for each takes ten times as long.

What the other process does is tested by itself (documents/formats/test_pdf_worker.py) and by the hooks, which are
processes too; files that may take their reader with them are read there (the fixture `apart`).
"""

from __future__ import annotations

import msgspec
import pytest

from tracker.documents.formats import pdf, pdf_ocr, pdf_worker
from tracker.documents.limits import Limits

APART = pdf_worker.read_pages
"""The reader in a process of its own."""


def read_here(patch: pytest.MonkeyPatch) -> None:
    """Read PDFs in this process, which no page may end."""
    read_by(patch, _here)
    patch.setattr(pdf_worker, "_watched", lambda pages, limits: pages)


def read_by(patch: pytest.MonkeyPatch, reader: object) -> None:
    """Let this read the pages of PDFs."""
    for module in (pdf, pdf_ocr, pdf_worker):
        patch.setattr(module, "read_pages", reader)


def _here(data: bytes, limits: Limits) -> pdf_worker.Pages:
    """What the other process answers, as it comes over; what it refuses is refused here in the same words."""
    return msgspec.msgpack.decode(msgspec.msgpack.encode(pdf_worker._pages(data, limits)), type=pdf_worker.Pages)
