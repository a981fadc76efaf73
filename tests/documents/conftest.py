"""PDFs are read in the process of the tests: one of its own for each takes ten times as long."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest

from tracker.documents.formats import pdf, pdf_ocr, pdf_worker
from tracker.documents.limits import Limits

_APART = pdf_worker.read_pages


def _here(data: bytes, limits: Limits) -> pdf_worker.Pages:
    """What the other process answers, as it comes over."""
    return msgspec.msgpack.decode(msgspec.msgpack.encode(pdf_worker._pages(data, limits)), type=pdf_worker.Pages)


def _read_by(patch: pytest.MonkeyPatch, reader: object) -> None:
    for module in (pdf, pdf_ocr, pdf_worker):
        patch.setattr(module, "read_pages", reader)


@pytest.fixture(scope="module", autouse=True)
def here() -> Iterator[None]:
    """Read PDFs in this process, which no page may end."""
    with pytest.MonkeyPatch.context() as patch:
        _read_by(patch, _here)
        patch.setattr(pdf_worker, "_watched", lambda pages, limits: pages)
        yield


@pytest.fixture
def apart(here: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read PDFs in a process of their own, as the tracker does: for files that may take it with them."""
    _read_by(monkeypatch, _APART)
